//! Names that CPython 3.14's modules have and those here have not. The compiler refuses them before the run; without this list their use
//! would look like a misspelling.

/// A module a line: `module: name name ...`, from CPython's `dir()`. A name that a module has got since is not refused.
const MISSING: &str = include_str!("missing.txt");

/// Whether CPython's `module` has `name` and the one here was made without it.
pub fn is_missing(module: &str, name: &str) -> bool {
    let names = MISSING.lines().find_map(|line| line.strip_prefix(module)?.strip_prefix(": "));
    names.is_some_and(|names| names.split(' ').any(|other| other == name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_in_their_module_only() {
        assert!(is_missing("uuid", "uuid6") && is_missing("abc", "abstractproperty"));
        assert!(!is_missing("uuid", "uuid") && !is_missing("uui", "uuid6") && !is_missing("time", "uuid6"));
    }

    #[test]
    fn a_module_has_one_line() {
        let modules: Vec<_> = MISSING.lines().map(|line| line.split_once(": ").expect("module: names").0).collect();
        assert!(modules.is_sorted_by(|a, b| a < b));
    }
}

//! Function names from what users call their activities.

use std::collections::BTreeSet;

/// Words that must not name an activity's function: Python's keywords, soft ones too, its lower-case builtins, and the names
/// that the generated programs use themselves.
#[rustfmt::skip]
const RESERVED: &[&str] = &[
    // `keyword.kwlist` and `keyword.softkwlist`
    "and", "as", "assert", "async", "await", "break", "case", "class", "continue", "def", "del", "elif", "else", "except",
    "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "match", "nonlocal", "not", "or", "pass",
    "raise", "return", "try", "type", "while", "with", "yield",
    // `dir(builtins)`
    "abs", "aiter", "all", "anext", "any", "ascii", "bin", "bool", "breakpoint", "bytearray", "bytes", "callable", "chr",
    "classmethod", "compile", "complex", "copyright", "credits", "delattr", "dict", "dir", "divmod", "enumerate", "eval",
    "exec", "exit", "filter", "float", "format", "frozenset", "getattr", "globals", "hasattr", "hash", "help", "hex", "id",
    "input", "int", "isinstance", "issubclass", "iter", "len", "license", "list", "locals", "map", "max", "memoryview", "min",
    "next", "object", "oct", "open", "ord", "pow", "print", "property", "quit", "range", "repr", "reversed", "round", "set",
    "setattr", "slice", "sorted", "staticmethod", "str", "sum", "super", "tuple", "vars", "zip",
    // `program`
    "activity", "asyncio", "compute", "end", "future", "futures", "limit", "limited", "main", "number", "pool", "seconds",
    "start", "time",
];

/// Letters beyond ASCII that stay in a function's name: ranges of letters that start an identifier, alone and in lower case,
/// and that NFKC, which Python applies to identifiers, leaves as they are.
#[rustfmt::skip]
const LETTERS: &[(char, char)] = &[
    // Latin
    ('\u{c0}', '\u{d6}'), ('\u{d8}', '\u{f6}'), ('\u{f8}', '\u{131}'), ('\u{134}', '\u{13e}'), ('\u{141}', '\u{148}'),
    ('\u{14a}', '\u{17e}'),
    // Greek and Cyrillic
    ('\u{386}', '\u{386}'), ('\u{388}', '\u{38a}'), ('\u{38c}', '\u{38c}'), ('\u{38e}', '\u{3a1}'), ('\u{3a3}', '\u{3ce}'),
    ('\u{400}', '\u{45f}'),
    // Hebrew and Arabic
    ('\u{5d0}', '\u{5ea}'), ('\u{621}', '\u{63a}'), ('\u{641}', '\u{64a}'),
    // Japanese, Chinese and Korean
    ('\u{3041}', '\u{3096}'), ('\u{30a1}', '\u{30fa}'), ('\u{30fc}', '\u{30fc}'), ('\u{4e00}', '\u{9fff}'),
    ('\u{ac00}', '\u{d7a3}'),
];

/// A different identifier for each of `names`, in snake case.
pub fn identifiers<'a>(names: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut taken = BTreeSet::new();
    names
        .enumerate()
        .map(|(index, name)| {
            let base = identifier(name, index + 1);
            let numbered = (2u32..).map(|number| format!("{base}_{number}"));
            let mut candidates = std::iter::once(base.clone()).chain(numbered);
            let free = candidates.find(|candidate| !taken.contains(candidate)).expect("finitely many are taken");
            taken.insert(free.clone());
            free
        })
        .collect()
}

/// The words of `name`, joined by underscores; `activity_<number>` if it has letters that cannot be kept.
fn identifier(name: &str, number: usize) -> String {
    let lower = name.to_lowercase();
    let words: Vec<&str> = lower.split(|c| !is_kept(c)).filter(|word| !word.is_empty()).collect();
    if words.is_empty() || lower.chars().any(|c| c.is_alphabetic() && !is_kept(c)) {
        return format!("activity_{number}");
    }
    let joined = words.join("_");
    if joined.starts_with(|c: char| c.is_ascii_digit()) {
        format!("activity_{joined}")
    } else if RESERVED.contains(&joined.as_str()) {
        // What PEP 8 advises for a name that clashes.
        format!("{joined}_")
    } else {
        joined
    }
}

fn is_kept(c: char) -> bool {
    c.is_ascii_alphanumeric() || LETTERS.iter().any(|&(first, last)| (first..=last).contains(&c))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(names: &[&str], expected: &[&str]) {
        assert_eq!(identifiers(names.iter().copied()), expected);
    }

    #[test]
    fn words_are_joined_in_snake_case() {
        check(&["A", " Fetch the  page! ", "Step-2", "3 waits"], &["a", "fetch_the_page", "step_2", "activity_3_waits"]);
    }

    #[test]
    fn equal_names_are_numbered() {
        check(&["a", "A", "a 2", "a"], &["a", "a_2", "a_2_2", "a_3"]);
    }

    #[test]
    fn reserved_words_get_an_underscore() {
        check(&["Print", "async", "compute", "__main__", "time"], &["print_", "async_", "compute_", "main_", "time_"]);
    }

    #[test]
    fn letters_of_other_scripts_stay_where_python_allows_them() {
        check(&["Käse holen", "Ждать", "待つ", "Łódź", "ΣΑΣ"], &["käse_holen", "ждать", "待つ", "łódź", "σας"]);
        check(
            &["ﬁle", "½", "!?", "𝐱", "🦀", "รอ", "a\u{301}"],
            &["activity_1", "activity_2", "activity_3", "activity_4", "activity_5", "activity_6", "a"],
        );
    }

    #[test]
    fn text_cannot_end_the_name() {
        check(&["a():\n    import os\ndef b", "x\\\ny", "İ"], &["a_import_os_def_b", "x_y", "i"]);
    }
}

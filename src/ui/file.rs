//! Python files that are opened and saved.

use crate::scenario::{Body, MachineSettings, Scenario, Variant};

/// What is opened, in bytes, has at most this size: what a scenario may hold.
pub const MAX_SIZE: usize = Variant::MAX_SOURCES;

/// Is a file of that size, in bytes, worth reading?
///
/// # Errors
/// Why it is not.
pub fn check_size(name: &str, size: f64) -> Result<(), String> {
    if size > MAX_SIZE as f64 {
        let (size, most) = ((size / 1000.0).ceil(), MAX_SIZE / 1000);
        Err(format!("“{}” has {size} KB. A program may have at most {most} KB.", shortened(name)))
    } else {
        Ok(())
    }
}

/// The scenario that a file is opened as.
///
/// # Errors
/// Why it cannot be opened.
pub fn scenario(name: &str, text: &str) -> Result<Scenario, String> {
    if text.contains(['\u{fffd}', '\0']) {
        return Err(format!("“{}” is not a text file in UTF-8.", shortened(name)));
    }
    let source = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    let title = shortened(name);
    let stem: String = title.trim_end_matches(".py").chars().take(Variant::MAX_NAME).collect();
    let variant = Variant { name: if stem.trim().is_empty() { "Program".to_string() } else { stem }, source };
    let body = Body::Code(vec![variant]);
    let scenario = Scenario { title, notes: String::new(), machine: MachineSettings::default(), body };
    match scenario.problems().first() {
        Some(problem) => Err(problem.message.clone()),
        None => Ok(scenario),
    }
}

/// The name under which a program is saved: letters, digits, `-`, `_`.
pub fn name(variant: &str) -> String {
    let plain = |c: char| if c.is_alphanumeric() || matches!(c, '-' | '_') { c } else { '-' };
    let name: String = variant.trim().to_lowercase().chars().map(plain).collect();
    let name = name.trim_matches('-');
    format!("{}.py", if name.is_empty() { "program" } else { name })
}

fn shortened(name: &str) -> String {
    name.chars().take(Scenario::MAX_TITLE).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_becomes_a_scenario_of_one_program() {
        let scenario = scenario("demo.py", "\u{feff}print(1)\r\nprint(2)\r\n").expect("it is fine");
        let Body::Code(variants) = scenario.body else { panic!("it is code") };
        assert_eq!((scenario.title.as_str(), variants[0].name.as_str()), ("demo.py", "demo"));
        assert_eq!(variants[0].source, "print(1)\nprint(2)\n");
    }

    #[test]
    fn what_cannot_be_opened_says_why() {
        assert_eq!(check_size("a.py", 40_000.0), Ok(()));
        let long = check_size("a.py", 40_001.0).expect_err("too long");
        assert_eq!(long, "“a.py” has 41 KB. A program may have at most 40 KB.");
        assert_eq!(scenario("a.png", "\u{fffd}PNG").expect_err("no text"), "“a.png” is not a text file in UTF-8.");
    }

    #[test]
    fn programs_are_saved_under_plain_names() {
        let check = |variant: &str, expected: &str| assert_eq!(name(variant), expected);
        check("After", "after.py");
        check("wait / gather?", "wait---gather.py");
        check("..", "program.py");
    }
}

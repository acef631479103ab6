use super::matcher::{Found, Matcher, TooManySteps};
use super::parse::{Fault, parse};
use super::program::Program;

fn program(pattern: &str) -> Program {
    let text: Vec<char> = pattern.chars().collect();
    let tree = parse(&text, 0, false).unwrap_or_else(|fault| panic!("{pattern}: {fault:?}"));
    Program::new(&tree).expect("it is short")
}

fn search(pattern: &str, text: &str) -> Result<Option<Found>, TooManySteps> {
    Matcher::new(&program(pattern), text.as_bytes(), text.len()).search(0, None)
}

#[track_caller]
fn check(pattern: &str, text: &str, expected: Option<&[Option<(usize, usize)>]>) {
    let found = search(pattern, text).expect("few steps");
    let groups = found.map(|found| found.marks.chunks(2).map(|pair| pair[0].zip(pair[1])).collect::<Vec<_>>());
    assert_eq!(groups.as_deref(), expected, "{pattern} in {text}");
}

#[test]
fn groups_are_those_of_the_last_turn() {
    check("(a|b)*", "abx", Some(&[Some((0, 2)), Some((1, 2))]));
    check("(a)|(b)", "b", Some(&[Some((0, 1)), None, Some((0, 1))]));
    check("(a*)*", "aa", Some(&[Some((0, 2)), Some((2, 2))]));
    check("(?:(a)|b)*", "ab", Some(&[Some((0, 2)), Some((0, 1))]));
}

#[test]
fn backtracking_finds_what_python_finds() {
    check("a.*c", "abcbcd", Some(&[Some((0, 5))]));
    check("a.*?c", "abcbcd", Some(&[Some((0, 3))]));
    check("(a+)+b", "aaab", Some(&[Some((0, 4)), Some((0, 3))]));
    check("a++ab", "aaab", None);
    check("(?>a|ab)c", "abc", None);
    check("(?=(a+))a*b", "aab", Some(&[Some((0, 3)), Some((0, 2))]));
    check("(?<!a)b", "abb", Some(&[Some((2, 3))]));
    check("(a){2,3}?b", "aaab", Some(&[Some((0, 4)), Some((2, 3))]));
    check(r"(a|ab)(bc|c)\1", "abca", Some(&[Some((0, 4)), Some((0, 1)), Some((1, 3))]));
}

#[test]
fn a_catastrophe_is_given_up() {
    let text = "a".repeat(60);
    assert_eq!(search("(a+)+$", &format!("{text}b")), Err(TooManySteps));
    assert_eq!(search("(a|aa)+$", &format!("{text}b")), Err(TooManySteps));
    assert_eq!(search(&("x*".repeat(40) + "y"), &"x".repeat(100)), Err(TooManySteps));
}

#[test]
fn deep_nesting_is_refused() {
    let deep: Vec<char> = "(".repeat(5000).chars().collect();
    let fault = parse(&deep, 0, false).map(|_| ());
    assert_eq!(fault, Err(Fault { message: "groups are nested too deeply".into(), at: Some(200) }));
}

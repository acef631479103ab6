//! The layers of the crate, kept by a test: a module uses those above it and no others.
//!
//! The test reads the sources as text, without comments. It finds paths (`crate::sim::Clock`, `loopscope::sim` in the programs,
//! `super::super::sim` where that leaves the module, and grouped imports such as `use crate::{sim, trace::Time}`) and the names of
//! outside crates that only one place may know.

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

/// Each module with the modules it may use.
const LAYERS: [(&str, &[&str]); 7] = [
    ("trace", &[]),
    ("sim", &["trace"]),
    ("python", &["trace", "sim"]),
    ("scenario", &["trace", "sim"]),
    ("session", &["trace", "sim", "python", "scenario"]),
    ("timeline", &["trace"]),
    ("ui", &["trace", "sim", "scenario", "session", "timeline"]),
];

/// Crates by the beginning of their names, with the only places that may name them.
const OUTSIDE: [(&str, &[&str]); 6] = [
    ("ruff_", &["python/compile"]),
    ("yew", &["ui", "main.rs"]),
    ("web_sys", &["ui", "main.rs"]),
    ("js_sys", &["ui", "main.rs"]),
    ("wasm_bindgen", &["ui", "main.rs"]),
    ("gloo", &["ui", "main.rs"]),
];

#[test]
fn every_module_keeps_to_its_layer() {
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut faults = Vec::new();
    for path in rust_files(&sources) {
        let text = fs::read_to_string(&path).expect("a source file can be read");
        let name = path.strip_prefix(&sources).expect("it was found there").to_string_lossy().replace('\\', "/");
        faults.extend(faults_in(&name, &text));
    }
    let report: Vec<String> = faults.iter().map(Fault::to_string).collect();
    assert!(faults.is_empty(), "{} uses that the layers forbid:\n{}", faults.len(), report.join("\n"));
}

/// The Rust files below a folder, in a fixed order.
fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut entries: Vec<PathBuf> =
        fs::read_dir(folder).expect("a source folder").map(|entry| entry.expect("an entry").path()).collect();
    entries.sort();
    let mut files = Vec::new();
    for path in entries {
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files
}

struct Fault {
    file: String,
    line: usize,
    reason: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "src/{}:{}: {}", self.file, self.line, self.reason)
    }
}

/// Checks one file; `name` is its path below `src`.
fn faults_in(name: &str, text: &str) -> Vec<Fault> {
    let code = without_comments_and_texts(text);
    let mut faults = Vec::new();
    let mut report = |offset: usize, reason: String| {
        let line = code[..offset].matches('\n').count() + 1;
        faults.push(Fault { file: name.to_owned(), line, reason });
    };
    if let Some((module, allowed)) = layer_of(name) {
        for (offset, used) in uses_of_modules(name, &code) {
            if used != module && !allowed.contains(&used.as_str()) && LAYERS.iter().any(|(layer, _)| *layer == used) {
                report(offset, format!("`{module}` may not use `{used}`"));
            }
        }
    }
    for (krate, places) in OUTSIDE {
        if !places.iter().any(|place| name == *place || name.starts_with(&format!("{place}/"))) {
            for offset in words_starting_with(krate, &code) {
                report(offset, format!("only {} may name `{krate}`", places[0]));
            }
        }
    }
    faults
}

/// The layer that a file belongs to; `None` for the crate's root and the programs, which may use every module.
fn layer_of(name: &str) -> Option<(&'static str, &'static [&'static str])> {
    let first = name.split('/').next()?.trim_end_matches(".rs");
    LAYERS.into_iter().find(|(layer, _)| *layer == first)
}

/// The modules of the crate that `code` names, with the places.
fn uses_of_modules(name: &str, code: &str) -> Vec<(usize, String)> {
    let mut uses = Vec::new();
    for root in ["crate", "loopscope"] {
        for offset in words_starting_with(root, code) {
            uses.extend(first_segments(code, offset + root.len()).into_iter().map(|segment| (offset, segment)));
        }
    }
    for offset in words_starting_with("super", code) {
        let supers = 1 + code[offset..].split("::").skip(1).take_while(|segment| *segment == "super").count();
        let before = code[..offset].trim_end();
        if before.ends_with("super::") {
            continue; // counted from the first one
        }
        if supers >= depth(name) + inline_modules_around(code, offset) {
            let end = offset + supers * "super::".len() - "::".len();
            uses.extend(first_segments(code, end).into_iter().map(|segment| (offset, segment)));
        }
    }
    uses
}

/// How many `super` lead from a file's module to the crate's root.
fn depth(name: &str) -> usize {
    let segments = name.split('/').count();
    if name.ends_with("/mod.rs") { segments - 1 } else { segments }
}

/// How many `mod name {` are open at a place.
fn inline_modules_around(code: &str, offset: usize) -> usize {
    let mut open: Vec<bool> = Vec::new();
    for (place, _) in code[..offset].match_indices(['{', '}']) {
        if code[place..].starts_with('}') {
            open.pop();
        } else {
            let mut words = code[..place].split_whitespace().rev();
            words.next();
            open.push(words.next() == Some("mod"));
        }
    }
    open.iter().filter(|is_module| **is_module).count()
}

/// The names that come first after `::` at a place: one, or each of a group in braces.
fn first_segments(code: &str, offset: usize) -> Vec<String> {
    let Some(rest) = code[offset..].strip_prefix("::") else { return Vec::new() };
    let Some(group) = rest.trim_start().strip_prefix('{') else { return vec![leading_word(rest)] };
    let mut segments = Vec::new();
    let mut depth = 0;
    let mut at_start = true;
    for (place, character) in group.char_indices() {
        match character {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => at_start = true,
            _ if at_start && !character.is_whitespace() => {
                segments.push(leading_word(&group[place..]));
                at_start = false;
            }
            _ => {}
        }
    }
    segments
}

fn leading_word(text: &str) -> String {
    text.trim_start().chars().take_while(|character| is_word(*character)).collect()
}

fn is_word(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}

/// The places where a path begins with `prefix`: a whole word, unless the prefix ends in `_`.
fn words_starting_with<'a>(prefix: &'a str, code: &'a str) -> impl Iterator<Item = usize> + 'a {
    let is_start = |offset: usize| !code[..offset].ends_with(is_word);
    let is_whole =
        move |offset: usize| prefix.ends_with('_') || prefix == "gloo" || !code[offset + prefix.len()..].starts_with(is_word);
    code.match_indices(prefix).map(|(offset, _)| offset).filter(move |&offset| is_start(offset) && is_whole(offset))
}

/// Replaces comments and the insides of string literals by spaces; lines keep their numbers.
fn without_comments_and_texts(text: &str) -> String {
    let mut code = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(character) = rest.chars().next() {
        let length = comment_or_text(rest);
        if length == 0 {
            code.push(character);
            rest = &rest[character.len_utf8()..];
        } else {
            code.extend(rest[..length].chars().map(|character| if character == '\n' { '\n' } else { ' ' }));
            rest = &rest[length..];
        }
    }
    code
}

/// The length in bytes of the comment, string or character literal at the start of `text`; 0 if there is none.
fn comment_or_text(text: &str) -> usize {
    if text.starts_with("//") {
        return text.find('\n').unwrap_or(text.len());
    }
    if text.starts_with("/*") {
        return text.find("*/").map_or(text.len(), |end| end + 2);
    }
    if let Some(raw) = text.strip_prefix('r') {
        let hashes = raw.len() - raw.trim_start_matches('#').len();
        if let Some(body) = raw[hashes..].strip_prefix('"') {
            let close = format!("\"{}", "#".repeat(hashes));
            return body.find(&close).map_or(text.len(), |end| 1 + hashes + 1 + end + close.len());
        }
    }
    if text.starts_with('"') {
        return quoted_length(text, '"');
    }
    // A quote begins a character literal or a lifetime.
    if text.starts_with("'\\") || text.chars().nth(2) == Some('\'') && text.starts_with('\'') {
        return quoted_length(text, '\'');
    }
    0
}

fn quoted_length(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (place, character) in text.char_indices().skip(1) {
        match character {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if character == quote => return place + quote.len_utf8(),
            _ => {}
        }
    }
    text.len()
}

mod the_checker {
    use super::faults_in;

    #[track_caller]
    fn check(name: &str, text: &str, expected: &[&str]) {
        let faults: Vec<String> = faults_in(name, text).iter().map(ToString::to_string).collect();
        assert_eq!(faults, expected, "{text}");
    }

    #[test]
    fn a_layer_above_is_allowed() {
        check("sim/clock.rs", "use crate::trace::Time;\nuse crate::sim::Core;", &[]);
        check("session/mod.rs", "use crate::{python::Machine, sim::{Clock, timeline}};", &[]);
    }

    #[test]
    fn a_layer_below_is_not() {
        check("sim/clock.rs", "\nuse crate::python::Vm;", &["src/sim/clock.rs:2: `sim` may not use `python`"]);
        check("trace.rs", "fn f() { crate::ui::draw() }", &["src/trace.rs:1: `trace` may not use `ui`"]);
        check("timeline/layout.rs", "use crate::sim::Clock;", &["src/timeline/layout.rs:1: `timeline` may not use `sim`"]);
        check("scenario/mod.rs", "use crate::python::Vm;", &["src/scenario/mod.rs:1: `scenario` may not use `python`"]);
    }

    #[test]
    fn grouped_imports_are_seen() {
        let text = "use crate::{\n    trace::{Time, Event},\n    session::Run,\n};";
        check("sim/clock.rs", text, &["src/sim/clock.rs:1: `sim` may not use `session`"]);
    }

    #[test]
    fn super_counts_when_it_leaves_the_module() {
        check("sim/clock.rs", "use super::python;", &[]);
        check("sim/clock.rs", "use super::super::python::Vm;", &["src/sim/clock.rs:1: `sim` may not use `python`"]);
        check("sim/mod.rs", "use super::python::Vm;", &["src/sim/mod.rs:1: `sim` may not use `python`"]);
        check("sim/mod.rs", "mod tests {\n    use super::python;\n}", &[]);
        check("sim/mod.rs", "mod tests {\n    use super::super::python;\n}", &["src/sim/mod.rs:2: `sim` may not use `python`"]);
    }

    #[test]
    fn comments_and_texts_are_not_code() {
        check("sim/clock.rs", "// crate::python\n/* crate::python */ \"crate::python \\\" crate::ui\" r#\"crate::ui\"# '\"'", &[]);
        check("sim/clock.rs", "fn f<'a>() { '\\''; crate::ui::f() }", &["src/sim/clock.rs:1: `sim` may not use `ui`"]);
    }

    #[test]
    fn outside_crates_have_their_place() {
        check("python/compile/parse.rs", "use ruff_python_ast::Expr;", &[]);
        check("python/vm/mod.rs", "use ruff_python_ast::Expr;", &["src/python/vm/mod.rs:1: only python/compile may name `ruff_`"]);
        check("ui/mod.rs", "use yew::html;", &[]);
        check("main.rs", "use yew::html;\nuse loopscope::ui::App;", &[]);
        check("session/mod.rs", "use gloo_timers::Timeout;", &["src/session/mod.rs:1: only ui may name `gloo`"]);
        check("session/mod.rs", "let yewberry = web_sys::window();", &["src/session/mod.rs:1: only ui may name `web_sys`"]);
    }
}

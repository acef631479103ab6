//! Natives behind `re`: patterns are parsed and matched here; the objects are written in Python, `lib/re.py`.
//!
//! | file | what |
//! | --- | --- |
//! | `syntax` | the tree of a pattern, sets of characters |
//! | `parse`, `escape`, `group` | text to tree, with CPython's messages |
//! | `program` | tree to instructions |
//! | `matcher` | running them, with bounded steps |

mod escape;
mod group;
mod matcher;
mod parse;
mod program;
mod syntax;

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use crate::python::builtins::bytes;
use crate::python::builtins::number::index;
use crate::python::core::ExceptionKind;
use crate::python::native::{Def, Result, Throw};
use crate::python::object::{DictTable, Value};
use crate::python::vm::{Cx, error, type_error, type_name};
use matcher::{Found, MAX_STEPS, Matcher, Text, TooManySteps};
use parse::parse;
use program::Program;

pub const NATIVES: &[Def] = &[
    Def::new("compile(pattern, flags, /)", compile),
    Def::new("match(pattern, flags, text, pos, endpos, full, /)", match_once),
    Def::new("search(pattern, flags, text, pos, endpos, limit, /)", search),
];

/// How many steps of the matcher cost as much as an instruction.
const STEPS_PER_INSTRUCTION: u64 = 4;

/// A pattern, its flags, and whether it is one of bytes.
type Key = (Vec<char>, u32, bool);

thread_local! {
    /// Programs by pattern and flags, so that objects written in Python need not hold them.
    static PROGRAMS: RefCell<HashMap<Key, Rc<Program>>> = RefCell::default();
}

/// So many programs are kept.
const MAX_PROGRAMS: usize = 256;

/// The characters of a pattern, and whether it is one of bytes.
fn pattern_of(value: &Value) -> Result<(Vec<char>, bool)> {
    if let Some(text) = value.payload().as_str() {
        return Ok((text.chars().collect(), false));
    }
    let complaint = || type_error("first argument must be string or compiled pattern");
    bytes::of(value).map(|data| (data.iter().copied().map(char::from).collect(), true)).ok_or_else(complaint)
}

fn flags_of(value: &Value) -> Result<u32> {
    Ok(u32::try_from(index(value)?).unwrap_or(0))
}

/// `compile(pattern, flags)`: `(None, flags, number of groups, {name: group})`, or `(message, position or None)`.
fn compile(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let ((text, is_bytes), flags) = (pattern_of(&args[0])?, flags_of(&args[1])?);
    let tree = match parse(&text, flags, is_bytes) {
        Ok(tree) => tree,
        Err(fault) => return Ok(Value::tuple([Value::from(fault.message), fault.at.map_or(Value::None, Value::from)])),
    };
    let Some(program) = Program::new(&tree) else {
        return Ok(Value::tuple([Value::from("the pattern is too long"), Value::None]));
    };
    let mut names = DictTable::default();
    for (group, name) in tree.groups.iter().enumerate() {
        if let Some(name) = name {
            names.insert(Value::from(name.as_str()), Value::from(group)).expect("strings have a native hash");
        }
    }
    let (flags, groups) = (tree.flags, tree.groups.len() - 1);
    PROGRAMS.with_borrow_mut(|programs| {
        if programs.len() >= MAX_PROGRAMS {
            programs.clear();
        }
        programs.insert((text, flags, is_bytes), Rc::new(program));
    });
    Ok(Value::tuple([Value::None, Value::Int(i64::from(flags)), Value::from(groups), Value::from(names)]))
}

/// The program of a pattern that was compiled, with the flags that it has since.
fn program(pattern: &Value, flags: &Value) -> Result<(Rc<Program>, bool)> {
    let ((text, is_bytes), flags) = (pattern_of(pattern)?, flags_of(flags)?);
    let key = (text, flags, is_bytes);
    if let Some(program) = PROGRAMS.with_borrow(|programs| programs.get(&key).cloned()) {
        return Ok((program, is_bytes));
    }
    let tree = parse(&key.0, flags, is_bytes).expect("it was parsed before");
    let program = Rc::new(Program::new(&tree).expect("it was compiled before"));
    PROGRAMS.with_borrow_mut(|programs| programs.insert(key, program.clone()));
    Ok((program, is_bytes))
}

/// What is searched, in the form that is quickest to index.
enum Subject<'a> {
    Bytes(std::borrow::Cow<'a, [u8]>),
    Characters(Vec<char>),
}

/// # Errors
/// TypeError if it is no text, or one of the other kind than the pattern.
fn subject(value: &Value, is_bytes: bool) -> Result<Subject<'_>> {
    match (value.payload().as_str(), bytes::of(value)) {
        (Some(_), _) if is_bytes => Err(type_error("cannot use a bytes pattern on a string-like object")),
        (Some(text), _) if text.is_ascii() => Ok(Subject::Bytes(text.as_bytes().into())),
        (Some(text), _) => Ok(Subject::Characters(text.chars().collect())),
        (None, Some(_)) if !is_bytes => Err(type_error("cannot use a string pattern on a bytes-like object")),
        (None, Some(data)) => Ok(Subject::Bytes(data)),
        (None, None) => Err(type_error(format!("expected string or bytes-like object, got '{}'", type_name(value)))),
    }
}

/// A task for the matcher.
struct Job<'a> {
    program: &'a Program,
    /// From where to where.
    pos: &'a Value,
    end: &'a Value,
    kind: Kind,
}

enum Kind {
    Match {
        full: bool,
    },
    /// All matches, at most so many if it is not 0.
    Search {
        limit: usize,
    },
}

impl Job<'_> {
    fn run<T: Text>(&self, text: T) -> (std::result::Result<Vec<Found>, TooManySteps>, u64) {
        let position = |value: &Value| index(value).map_or(0, |at| usize::try_from(at).unwrap_or(0)).min(text.len());
        let (start, end) = (position(self.pos), if self.end.is_none() { text.len() } else { position(self.end) });
        let mut matcher = Matcher::new(self.program, text, end);
        let found = match self.kind {
            _ if start > end => Ok(Vec::new()),
            Kind::Match { full } => matcher.match_at(start, full).map(|found| found.into_iter().collect()),
            Kind::Search { limit } => search_all(&mut matcher, start, end, limit),
        };
        (found, matcher.steps())
    }
}

/// Matches one after the other. Where an empty match ended, the next one must not be empty, too.
fn search_all<T: Text>(
    matcher: &mut Matcher<'_, T>,
    start: usize,
    end: usize,
    limit: usize,
) -> std::result::Result<Vec<Found>, TooManySteps> {
    let mut all = Vec::new();
    let (mut from, mut not_empty_at) = (start, None);
    while from <= end && (limit == 0 || all.len() < limit) {
        let Some(found) = matcher.search(from, not_empty_at)? else { break };
        let found_end = found.marks[1].expect("a match has an end");
        let is_empty = found.marks[0] == Some(found_end);
        (from, not_empty_at) = (found_end, is_empty.then_some(found_end));
        all.push(found);
    }
    Ok(all)
}

fn perform(cx: &mut Cx<'_>, args: &[Value], kind: Kind) -> Result<Vec<Found>> {
    let (program, is_bytes) = program(&args[0], &args[1])?;
    let job = Job { program: &program, pos: &args[3], end: &args[4], kind };
    let (found, steps) = match subject(&args[2], is_bytes)? {
        Subject::Bytes(data) => job.run(&*data),
        Subject::Characters(characters) => job.run(&characters[..]),
    };
    cx.charge(steps / STEPS_PER_INSTRUCTION);
    found.map_err(|TooManySteps| too_many_steps())
}

fn too_many_steps() -> Throw {
    let message = format!("the regular expression was given up after {MAX_STEPS} steps: it tries too many ways to match");
    error(ExceptionKind::RuntimeError, message)
}

/// A match as a tuple: the last group that was closed (None if none was), then start and end of every group, -1 where it took no part.
fn spans(found: &Found) -> Value {
    let last = if found.last_group == 0 { Value::None } else { Value::from(found.last_group) };
    let marks = found.marks.chunks(2).flat_map(|pair| match pair {
        [Some(start), Some(end)] => [Value::from(*start), Value::from(*end)],
        _ => [Value::Int(-1), Value::Int(-1)],
    });
    Value::tuple(std::iter::once(last).chain(marks).collect::<Vec<_>>())
}

/// `match(pattern, flags, text, pos, endpos, full)`: the spans of the match at `pos`, or None.
fn match_once(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let full = matches!(args[5], Value::Bool(true));
    let found = perform(cx, args, Kind::Match { full })?;
    Ok(found.first().map_or(Value::None, spans))
}

/// `search(pattern, flags, text, pos, endpos, limit)`: the spans of all matches, at most `limit` if it is not 0.
fn search(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let limit = usize::try_from(index(&args[5])?).unwrap_or(0);
    let found = perform(cx, args, Kind::Search { limit })?;
    Ok(Value::list(found.iter().map(spans).collect()))
}

#[cfg(test)]
mod tests;

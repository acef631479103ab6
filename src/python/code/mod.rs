//! Bytecode: what the compiler makes of a function, class body or module, and what the machine executes.
//!
//! A stack machine much like CPython's. Each [`Op`] takes 8 bytes, is one step of the machine and costs one instruction of virtual time.
//! Nothing here depends on a run: code is compiled once and shared by all machines.

use std::cell::Cell;
use std::rc::Rc;

use super::object::{Sym, Value};

mod op;

pub use op::{AwaitContext, BinaryOp, CompareOp, Conversion, FunctionParts, Op, Special, UnaryOp};

/// What kind of body the code is, which decides what a call of it gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeKind {
    Module,
    Class,
    Function,
    Generator,
    Coroutine,
    AsyncGenerator,
}

/// The parameters of a function. They are its first locals, in this order: positional ones, keyword-only ones, `*args`, `**kwargs`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Params {
    /// Number of positional parameters, positional-only ones included.
    pub positional: u32,
    /// How many of those can only be given by position.
    pub positional_only: u32,
    pub keyword_only: u32,
    pub star_args: bool,
    pub star_kwargs: bool,
}

impl Params {
    /// Number of locals that are parameters.
    pub fn count(self) -> usize {
        (self.positional + self.keyword_only) as usize + usize::from(self.star_args) + usize::from(self.star_kwargs)
    }
}

/// Where an instruction comes from: byte offsets into the source.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SourceSpan {
    pub start: u32,
    pub end: u32,
}

/// A stretch of instructions and where an exception raised in it is handled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Handler {
    /// Index of the first instruction covered.
    pub start: u32,
    /// Index after the last instruction covered.
    pub end: u32,
    /// Where the handler begins; the exception is pushed before.
    pub target: u32,
    /// Number of operands that stay on the stack.
    pub depth: u32,
}

/// A variable of a function that inner functions use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CellVar {
    pub name: Sym,
    /// The parameter it is, if it is one: the cell starts with that local's value.
    pub parameter: Option<u32>,
}

/// A source file: its name as tracebacks show it, its text and where its lines begin.
#[derive(Debug)]
pub struct Source {
    pub name: String,
    pub text: String,
    line_starts: Vec<u32>,
    /// Whether the file is the user's, so that its lines are shown and its instructions cost time.
    pub user: bool,
    /// Of a library file: lines and the numbers that CPython's file has for what is there, by our line.
    shown_lines: Vec<(u32, u32)>,
}

impl Source {
    pub fn new(name: &str, text: &str, user: bool) -> Source {
        let newlines = text.bytes().enumerate().filter(|&(_, byte)| byte == b'\n');
        let line_starts = std::iter::once(0).chain(newlines.map(|(at, _)| at as u32 + 1)).collect();
        let shown_lines = if user { Vec::new() } else { text.lines().zip(1..).filter_map(shown_line).collect() };
        Source { name: name.to_owned(), text: text.to_owned(), line_starts, user, shown_lines }
    }

    /// The number that messages have for a line: its own in a program. `created at .../base_events.py:459` and the like name
    /// lines of CPython's library; a comment `# line 459` in ours says which.
    pub fn shown_line(&self, line: u32) -> u32 {
        let at = self.shown_lines.binary_search_by_key(&line, |&(ours, _)| ours);
        at.map_or(line, |at| self.shown_lines[at].1)
    }

    /// The line, from 1, that a byte offset is in.
    pub fn line(&self, offset: u32) -> u32 {
        self.line_starts.partition_point(|&start| start <= offset) as u32
    }

    /// The column, in bytes from 0, that a byte offset is at.
    pub fn column(&self, offset: u32) -> u32 {
        offset - self.line_starts[self.line(offset) as usize - 1]
    }

    /// The text of a line, from 1, without its end; empty where there is no such line.
    pub fn line_text(&self, line: u32) -> &str {
        let text = self.line_starts.get((line as usize).wrapping_sub(1)).map(|&start| &self.text[start as usize..]);
        text.and_then(|text| text.lines().next()).unwrap_or("")
    }
}

/// A line of the library with the number that a comment at its end gives it.
fn shown_line((text, line): (&str, u32)) -> Option<(u32, u32)> {
    let (_, number) = text.rsplit_once("  # line ")?;
    Some((line, number.parse().ok()?))
}

/// The compiled body of a function, class or module.
#[derive(Debug)]
pub struct Code {
    pub name: Rc<str>,
    pub qualname: Rc<str>,
    pub kind: CodeKind,
    pub params: Params,
    pub docstring: Option<Rc<str>>,
    /// Names of the locals, parameters first.
    pub locals: Vec<Sym>,
    /// Variables that inner functions use.
    pub cells: Vec<CellVar>,
    /// Variables of outer functions that this one uses, in the order of the closure tuple.
    pub free: Vec<Sym>,
    /// Names of attributes, of names in class bodies, of imports.
    pub names: Vec<Sym>,
    /// Constants: immutable values, and the code of inner functions.
    pub consts: Vec<Constant>,
    pub ops: Vec<Op>,
    /// Where each instruction comes from.
    pub spans: Vec<SourceSpan>,
    /// The line of each instruction, from 1.
    pub lines: Vec<u32>,
    /// Inner stretches come before outer ones.
    pub handlers: Vec<Handler>,
    /// The most operands that are ever on the stack.
    pub stack_size: u32,
    pub first_line: u32,
    pub source: Rc<Source>,
    /// Per instruction: where an attribute was found last time. Only a hint, so it never shows.
    pub caches: Vec<Cell<AttrHint>>,
    /// Whether a call with as many positional arguments as it has parameters is nothing but moving them: it has no other parameters and
    /// no cells, and its calls make no generator.
    pub direct: bool,
}

/// Where an instruction found an attribute of an instance.
#[derive(Clone, Copy, Debug, Default)]
pub struct AttrHint {
    /// Its position among the instance's own attributes.
    pub position: u32,
    /// The class of which is known that it does not hide the attribute.
    pub class: ClassVersion,
}

/// A class as it is now: another version after a change of any class.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ClassVersion {
    /// Number of the class; 0 is none.
    pub class: u32,
    /// Number of changes of classes before.
    pub epoch: u32,
}

impl Code {
    /// The most values that its frames ever have on their stacks: locals and operands.
    pub fn frame_size(&self) -> usize {
        self.locals.len() + self.stack_size as usize
    }
}

/// A constant of a code.
#[derive(Clone, Debug)]
pub enum Constant {
    Value(Value),
    Code(Rc<Code>),
}

/// Names of a module's globals, each with the slot that code of the module finds it in.
#[derive(Clone, Debug, Default)]
pub struct GlobalNames {
    pub names: Vec<Sym>,
}

impl GlobalNames {
    /// The slot of `name`, a new one if it has none. Compiling is the only place that asks, so a linear search would do; the
    /// compiler keeps its own index.
    pub fn push(&mut self, name: Sym) -> u32 {
        self.names.push(name);
        self.names.len() as u32 - 1
    }
}

/// What compiling a source file gives.
#[derive(Debug)]
pub struct CompiledModule {
    pub code: Rc<Code>,
    pub globals: GlobalNames,
    /// In the order in which they are printed.
    pub warnings: Vec<SyntaxWarning>,
    /// What it uses of the library, in the order of the source.
    pub uses: Vec<LibraryUse>,
}

/// A module, or a name of a module, that a program uses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LibraryUse {
    pub span: SourceSpan,
    pub module: String,
    pub name: Option<String>,
    pub kind: UseKind,
}

/// How a name is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UseKind {
    /// `import module`, `from module import name`
    Import,
    /// `module.name`
    Attribute,
}

/// Something in a source file that is allowed and hardly ever meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxWarning {
    /// From 1.
    pub line: u32,
    pub message: String,
}

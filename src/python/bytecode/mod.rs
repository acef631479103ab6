//! Bytecode: what the compiler makes of a function, class body or module. Plain data, which knows neither values nor the machine: the
//! build script compiles the library's files to it and writes them down, [`super::code`] makes it ready to be executed.
//!
//! A stack machine much like CPython's. Each [`Op`] takes 8 bytes, is one step of the machine and costs one instruction of virtual time.
//!
//! | file | what |
//! | --- | --- |
//! | [`op`](Op) | the instructions |
//! | [`operand`](BinaryOp) | what they carry: operators, comparisons, special methods |
//! | [`literal`](Literal) | constants |
//! | [`source`](Source) | source files and places in them |
//! | [`wire`] | how data is written to bytes and read back |
//! | [`file`] | a compiled module of the library, written and read |
//! | [`archive`] | all of them |

use std::rc::Rc;

use super::symbol::Sym;

pub mod archive;
pub mod file;
mod literal;
mod op;
mod operand;
mod source;
pub mod wire;

pub use literal::Literal;
pub use op::Op;
pub use operand::{AwaitContext, BinaryOp, CompareOp, Conversion, FunctionParts, Special, UnaryOp};
pub use source::{Source, SourceSpan};
use wire::{wire_enum, wire_struct};

wire_enum! {
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
}

wire_struct! {
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
}

impl Params {
    /// Number of locals that are parameters.
    pub fn count(self) -> usize {
        (self.positional + self.keyword_only) as usize + usize::from(self.star_args) + usize::from(self.star_kwargs)
    }
}

wire_struct! {
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
}

wire_struct! {
    /// A variable of a function that inner functions use.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub struct CellVar {
        pub name: Sym,
        /// The parameter it is, if it is one: the cell starts with that local's value.
        pub parameter: Option<u32>,
    }
}

/// The compiled body of a function, class or module. `C` is what its constants are: the compiler's, or the machine's.
#[derive(Debug, PartialEq)]
pub struct Body<C = BodyConst> {
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
    /// Constants, and the bodies of inner functions.
    pub consts: Vec<C>,
    pub ops: Vec<Op>,
    /// Where each instruction comes from; empty in the library, of which no lines are shown.
    pub spans: Vec<SourceSpan>,
    /// The line of each instruction, from 1.
    pub lines: Vec<u32>,
    /// Inner stretches come before outer ones.
    pub handlers: Vec<Handler>,
    /// The most operands that are ever on the stack.
    pub stack_size: u32,
    pub first_line: u32,
}

impl<C> Body<C> {
    /// The same body with constants of another kind.
    pub fn with_consts<D>(self, made: impl FnMut(C) -> D) -> Body<D> {
        Body {
            consts: self.consts.into_iter().map(made).collect(),
            name: self.name,
            qualname: self.qualname,
            kind: self.kind,
            params: self.params,
            docstring: self.docstring,
            locals: self.locals,
            cells: self.cells,
            free: self.free,
            names: self.names,
            ops: self.ops,
            spans: self.spans,
            lines: self.lines,
            handlers: self.handlers,
            stack_size: self.stack_size,
            first_line: self.first_line,
        }
    }
}

/// A constant of a body.
#[derive(Debug, PartialEq)]
pub enum BodyConst {
    Literal(Literal),
    Body(Box<Body>),
}

/// Names of a module's globals, each with the slot that code of the module finds it in.
#[derive(Clone, Debug, Default, PartialEq)]
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
    pub source: Rc<Source>,
    pub body: Body,
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

//! Code: bytecode made ready for the machine, its constants as values. Nothing here depends on a run: a code is made once and shared by
//! all machines.

use std::cell::Cell;
use std::ops::Deref;
use std::rc::Rc;

use super::bytecode::file::LibraryFile;
use super::bytecode::{Body, BodyConst, Literal};
use super::object::{Complex, Obj, Sym, Value};

pub use super::bytecode::{
    AwaitContext, BinaryOp, CellVar, CodeKind, CompareOp, CompiledModule, Conversion, FunctionParts, GlobalNames, Handler,
    LibraryUse, Op, Params, Source, SourceSpan, Special, SyntaxWarning, UnaryOp, UseKind,
};

/// A body that can be executed. It is read like the [`Body`] in it.
#[derive(Debug)]
pub struct Code {
    /// Its constants are immutable values and the code of inner functions.
    body: Body<Constant>,
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

/// A module's code with the names of its globals.
#[derive(Debug)]
pub struct ModuleCode {
    pub code: Rc<Code>,
    pub globals: GlobalNames,
}

impl From<CompiledModule> for ModuleCode {
    fn from(module: CompiledModule) -> ModuleCode {
        ModuleCode { code: Code::new(module.body, &module.source), globals: module.globals }
    }
}

impl ModuleCode {
    /// A module of the library; `folder` is where messages say that it is.
    pub fn of_library(file: LibraryFile, folder: &str) -> ModuleCode {
        let source = Rc::new(Source::new(&format!("{folder}/{}", file.name), "", false));
        ModuleCode { code: Code::new(file.body, &source), globals: file.globals }
    }
}

/// A constant of a code.
#[derive(Clone, Debug)]
pub enum Constant {
    Value(Value),
    Code(Rc<Code>),
}

impl Code {
    /// The code of a body of the file `source`, and of all bodies inside it.
    pub fn new(mut body: Body, source: &Rc<Source>) -> Rc<Code> {
        pair_loads(&mut body.ops);
        Rc::new(Code {
            direct: body.kind == CodeKind::Function
                && body.cells.is_empty()
                && body.free.is_empty()
                && body.params.count() == body.params.positional as usize,
            caches: vec![Cell::default(); body.ops.len()],
            body: body.with_consts(|constant| Constant::new(constant, source)),
            source: source.clone(),
        })
    }

    /// A code of the machine's own: instructions without a source that a user would know.
    pub fn glue(name: &str, ops: Vec<Op>, stack_size: u32) -> Rc<Code> {
        let count = ops.len();
        let body = Body {
            name: name.into(),
            qualname: name.into(),
            kind: CodeKind::Function,
            params: Params::default(),
            docstring: None,
            locals: Vec::new(),
            cells: Vec::new(),
            free: Vec::new(),
            names: Vec::new(),
            consts: Vec::new(),
            ops,
            spans: vec![SourceSpan::default(); count],
            lines: vec![0; count],
            handlers: Vec::new(),
            stack_size,
            first_line: 0,
        };
        let source = Rc::new(Source::new("<machine>", "", false));
        Rc::new(Code { body, source, caches: vec![Cell::default(); count], direct: false })
    }

    /// The most values that its frames ever have on their stacks: locals and operands.
    pub fn frame_size(&self) -> usize {
        self.locals.len() + self.stack_size as usize
    }
}

impl Deref for Code {
    type Target = Body<Constant>;

    fn deref(&self) -> &Body<Constant> {
        &self.body
    }
}

impl Constant {
    fn new(constant: BodyConst, source: &Rc<Source>) -> Constant {
        match constant {
            BodyConst::Literal(literal) => Constant::Value(value(literal)),
            BodyConst::Body(body) => Constant::Code(Code::new(*body, source)),
        }
    }
}

/// The value of a literal.
fn value(literal: Literal) -> Value {
    match literal {
        Literal::None => Value::None,
        Literal::Ellipsis => Value::Ellipsis,
        Literal::Bool(value) => Value::Bool(value),
        Literal::Int(value) => Value::int(value),
        Literal::Float(bits) => Value::Float(f64::from_bits(bits)),
        Literal::Complex { re, im } => Complex::new(f64::from_bits(re), f64::from_bits(im)).into(),
        Literal::Str(text) if is_identifier(&text) => Sym::new(&text).value(),
        Literal::Str(text) => Value::str(text.as_str()),
        Literal::Name(name) => name.value(),
        Literal::Bytes(bytes) => Value::from(Obj::Bytes(bytes.into())),
        Literal::Tuple(items) => Value::tuple(items.into_iter().map(value).collect::<Vec<_>>()),
    }
}

/// CPython interns the string constants that look like names.
fn is_identifier(text: &str) -> bool {
    !text.is_empty() && text.len() <= 64 && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

/// Marks loads of locals that can be executed along with what follows.
fn pair_loads(ops: &mut [Op]) {
    for at in 1..ops.len() {
        if let Op::LoadLocal(local) = ops[at - 1]
            && matches!(
                ops[at],
                Op::LoadAttr(_)
                    | Op::LoadMethod(_)
                    | Op::StoreAttr(_)
                    | Op::LoadItem
                    | Op::LoadLocal(_)
                    | Op::Const(_)
                    | Op::Binary(_)
                    | Op::InPlace(_)
            )
        {
            ops[at - 1] = Op::LoadLocalAnd(local);
        }
    }
}

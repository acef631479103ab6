//! What instructions carry with them: which operator, which comparison, which special method.

use super::wire::{Reader, Wire, Writer, wire_enum};

/// What `MakeFunction` finds on the stack.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FunctionParts(pub u8);

impl Wire for FunctionParts {
    fn write(&self, out: &mut Writer) {
        self.0.write(out);
    }

    fn read(input: &mut Reader<'_>) -> FunctionParts {
        FunctionParts(u8::read(input))
    }
}

impl FunctionParts {
    pub const DEFAULTS: u8 = 1;
    pub const KEYWORD_DEFAULTS: u8 = 2;
    pub const ANNOTATE: u8 = 4;
    pub const CLOSURE: u8 = 8;

    pub fn has(self, part: u8) -> bool {
        self.0 & part != 0
    }
}

wire_enum! {
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum UnaryOp {
        Positive,
        Negative,
        Invert,
    }
}

wire_enum! {
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum BinaryOp {
        Add,
        Sub,
        Mul,
        MatMul,
        Div,
        FloorDiv,
        Mod,
        Pow,
        LShift,
        RShift,
        And,
        Or,
        Xor,
    }
}

wire_enum! {
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum CompareOp {
        Eq,
        Ne,
        Lt,
        Le,
        Gt,
        Ge,
    }
}

impl CompareOp {
    /// The comparison that holds for `b, a` when this one holds for `a, b`.
    pub fn swapped(self) -> CompareOp {
        match self {
            CompareOp::Eq => CompareOp::Eq,
            CompareOp::Ne => CompareOp::Ne,
            CompareOp::Lt => CompareOp::Gt,
            CompareOp::Le => CompareOp::Ge,
            CompareOp::Gt => CompareOp::Lt,
            CompareOp::Ge => CompareOp::Le,
        }
    }

    /// As a program writes it.
    pub fn text(self) -> &'static str {
        match self {
            CompareOp::Eq => "==",
            CompareOp::Ne => "!=",
            CompareOp::Lt => "<",
            CompareOp::Le => "<=",
            CompareOp::Gt => ">",
            CompareOp::Ge => ">=",
        }
    }
}

wire_enum! {
    /// Methods the interpreter itself looks up.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Special {
        Enter,
        Exit,
        AsyncEnter,
        AsyncExit,
    }
}

wire_enum! {
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum AwaitContext {
        Await,
        AsyncEnter,
        AsyncExit,
    }
}

wire_enum! {
    /// `!s`, `!r`, `!a` of a replacement field.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Conversion {
        None,
        Str,
        Repr,
        Ascii,
    }
}

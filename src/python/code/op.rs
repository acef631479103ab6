//! The instructions and what goes with them.

/// One instruction. Stack effects are written `before -> after`, top of the stack on the right.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Op {
    // The stack.
    /// `-> consts[i]`
    Const(u32),
    /// `a ->`
    Pop,
    /// `a -> a a`
    Dup,
    /// `a b -> a b a b`
    Dup2,
    /// `a b -> b a`
    Swap,
    /// `a b c -> c a b`
    Rot3,
    /// `a b c d -> d a b c`
    Rot4,

    // Names. A local is a slot of the frame, a cell is shared with inner functions, a global is a slot of the module's namespace.
    LoadLocal(u32),
    /// The same where the next instruction is one that can be executed along with it: another load, an access, an operator. Written by
    /// the compiler's last pass; the next instruction stays in its place.
    LoadLocalAnd(u32),
    StoreLocal(u32),
    DeleteLocal(u32),
    /// Index into `cells` followed by `free`.
    LoadCell(u32),
    StoreCell(u32),
    DeleteCell(u32),
    /// `-> the cell itself`, for a closure.
    PushCell(u32),
    /// Slot in the module's namespace; falls back to builtins.
    LoadGlobal(u32),
    StoreGlobal(u32),
    DeleteGlobal(u32),
    /// In a class body: index into `names`. The body's namespace, then globals, then builtins.
    LoadName(u32),
    StoreName(u32),
    DeleteName(u32),
    /// In a class body, a name that is a free variable: `name` in the body's namespace, then the cell.
    LoadClassCell {
        name: u16,
        cell: u32,
    },

    // Operators.
    Unary(UnaryOp),
    Binary(BinaryOp),
    /// Augmented assignment: tries `__iadd__` and the like first.
    InPlace(BinaryOp),
    Compare(CompareOp),
    /// `a -> not a`
    Not,
    /// `a b -> a is b` (or `is not`)
    Is {
        negated: bool,
    },
    /// `a b -> a in b` (or `not in`)
    In {
        negated: bool,
    },

    // Jumps, to an index into `ops`.
    Jump(u32),
    /// `a ->`
    PopJumpIfFalse(u32),
    PopJumpIfTrue(u32),
    /// `a -> a` if it jumps, `a ->` if not.
    JumpIfFalseOrPop(u32),
    JumpIfTrueOrPop(u32),
    /// `a ->`
    PopJumpIfNone(u32),
    PopJumpIfNotNone(u32),

    // Iteration.
    /// `iterable -> iterator`
    GetIter,
    /// `iterator -> iterator item`, or `iterator ->` and a jump when it is exhausted.
    ForIter(u32),

    // Building.
    /// `a1 .. an -> (a1, .., an)`
    BuildTuple(u32),
    BuildList(u32),
    BuildSet(u32),
    /// `k1 v1 .. kn vn -> {k1: v1, ..}`
    BuildDict(u32),
    /// `s1 .. sn -> one string`, where each is a string or an int
    BuildString(u32),
    /// `start stop -> slice` (2) or `start stop step -> slice` (3)
    BuildSlice(u32),
    /// `.. list .. a -> .. list ..`, where the list is `i` below `a` (1: directly below).
    ListAppend(u32),
    SetAdd(u32),
    /// `.. dict .. k v -> .. dict ..`, where the dict is `i` below `k` (1: directly below).
    DictAdd(u32),
    /// `list iterable -> list`
    ListExtend,
    SetUpdate,
    /// `dict mapping -> dict`, for `{**mapping}`
    DictUpdate,
    /// `callable args dict mapping -> callable args dict`, for `f(**mapping)`: a name given twice is an error.
    DictMerge,
    /// `list -> tuple`
    ListToTuple,
    /// `sequence -> an .. a1`: the first item ends on top.
    UnpackSequence(u32),
    /// `iterable -> items` as `UnpackSequence`, with a list of what is left over between them.
    UnpackStarred {
        before: u16,
        after: u16,
    },

    // Attributes and items; `i` is an index into `names`.
    /// `a -> a.name`
    LoadAttr(u32),
    /// `value a ->`, sets `a.name`
    StoreAttr(u32),
    /// `a ->`
    DeleteAttr(u32),
    /// `a -> method self` (a plain function found on the class) or `a -> value <unset>`. Consumed by `CallMethod`.
    LoadMethod(u32),
    /// `a -> bound method`, looked up on the class of `a` as the interpreter itself does.
    LoadSpecial(Special),
    /// `a key -> a[key]`
    LoadItem,
    /// `value a key ->`, sets `a[key]`
    StoreItem,
    /// `a key ->`
    DeleteItem,

    // Calls.
    /// `callable a1 .. an -> result`
    Call(u32),
    /// `method self a1 .. an -> result`, after `LoadMethod`
    CallMethod(u32),
    /// `callable a1 .. an names -> result`: `names` is a tuple of strings, the names of the last arguments.
    CallKw(u32),
    /// `method self a1 .. an names -> result`
    CallMethodKw(u32),
    /// `callable args -> result`, or `callable args kwargs -> result`: a tuple or list, and a dict.
    CallUnpacked {
        kwargs: bool,
    },

    // Functions and classes.
    /// `[defaults tuple] [keyword defaults dict] [annotate function] [closure tuple] -> function`, what is there as in `parts`;
    /// the code is `consts[code]`.
    MakeFunction {
        parts: FunctionParts,
        code: u32,
    },
    /// `body-function name bases-tuple keywords-dict-or-None -> class`
    BuildClass,

    // Exceptions.
    /// `exc -> previous exc`: `exc` is now the one being handled. First instruction of every handler.
    PushHandled,
    /// `previous ->`: ends what `PushHandled` began.
    PopHandled,
    /// `exc type -> exc bool`, for `except type`
    ExceptMatches,
    /// `group type -> rest-or-None match-or-None`, for `except* type`
    ExceptStarMatches,
    /// `original list -> exc-or-None`, what is left to raise at the end of `except*`.
    ExceptStarRest,
    /// 0: re-raises what is being handled; 1: `exc ->`; 2: `exc cause ->`
    Raise(u32),
    /// `exc ->`, raised again unchanged.
    Reraise,
    /// `exit previous exc -> exit previous exc result`: calls `exit(type, exc, traceback)`.
    WithExcept,

    // Generators and coroutines.
    /// `value -> sent`: hands `value` to whoever resumed the frame.
    Yield,
    /// The same in an async generator, where it means an item, not an await.
    YieldItem,
    /// `iterator sent -> result`: runs `iterator` to its end, handing on what it yields. Resumed, it is executed again with what
    /// was sent, so while it waits the frame's `pc` is at this instruction.
    YieldFrom,
    /// `iterable -> iterator` for `yield from`
    GetYieldFromIter,
    /// `awaitable -> iterator` for `await`; `context` chooses the error message.
    GetAwaitable(AwaitContext),
    /// `async iterable -> async iterator`
    GetAsyncIter,
    /// `async iterator -> async iterator awaitable-iterator`
    GetAsyncNext,
    /// `async-iterator exc ->` if the exception is StopAsyncIteration and the loop is over, else raises it again.
    EndAsyncFor,
    /// `value ->`, leaves the frame
    Return,

    // Everything else.
    /// `value -> text` or `value spec -> text`: one replacement field of an f-string. With `joined`, a `BuildString` takes the text, and
    /// an int may be left to it.
    Format {
        conversion: Conversion,
        spec: bool,
        joined: bool,
    },
    /// `-> module`; `names[i]` is the dotted name. Gives the top package, or the module itself if `leaf`.
    Import {
        name: u32,
        leaf: bool,
    },
    /// `module -> module value`
    ImportFrom(u32),
    /// `module ->`, puts all its public names into the globals.
    ImportStar,
    /// `-> AssertionError`, whatever the name stands for in the program.
    LoadAssertionError,

    // Pattern matching.
    /// `a -> a len(a)`
    GetLen,
    /// `a -> a bool`
    MatchSequence,
    MatchMapping,
    /// `subject keys -> subject keys values-or-None`
    MatchKeys,
    /// `subject class names -> attributes-or-None`, with `n` positional patterns
    MatchClass(u32),

    // The machine's own.
    /// The head of a loop of the shape `while clock() < limit: pass` that goes up to index `end` and comes back here after each turn;
    /// the machine may skip turns of it. Costs nothing.
    BusyWait {
        end: u32,
    },
    /// One turn of the event loop whose `run_forever` this frame is.
    LoopTurn,
}

/// What `MakeFunction` finds on the stack.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FunctionParts(pub u8);

impl FunctionParts {
    pub const DEFAULTS: u8 = 1;
    pub const KEYWORD_DEFAULTS: u8 = 2;
    pub const ANNOTATE: u8 = 4;
    pub const CLOSURE: u8 = 8;

    pub fn has(self, part: u8) -> bool {
        self.0 & part != 0
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnaryOp {
    Positive,
    Negative,
    Invert,
}

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

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CompareOp {
    Eq,
    Ne,
    Lt,
    Le,
    Gt,
    Ge,
}

/// Methods the interpreter itself looks up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Special {
    Enter,
    Exit,
    AsyncEnter,
    AsyncExit,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AwaitContext {
    Await,
    AsyncEnter,
    AsyncExit,
}

/// `!s`, `!r`, `!a` of a replacement field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conversion {
    None,
    Str,
    Repr,
    Ascii,
}

//! The instructions. What they carry with them is in [`super::operand`].

use super::operand::{AwaitContext, BinaryOp, CompareOp, Conversion, FunctionParts, Special, UnaryOp};
use super::wire::wire_enum;

wire_enum! {
    /// One instruction. Stack effects are written `before -> after`, top of the stack on the right.
    #[derive(Clone, Copy, Debug, PartialEq)]
    pub enum Op {
        // The stack.
        /// `-> consts[i]`
        Const(u32) in Constant,
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
        LoadLocal(u32) in Local,
        /// The same where the next instruction is one that can be executed along with it: another load, an access, an operator. Put there
        /// when the code is made ready for the machine; the next instruction stays in its place.
        LoadLocalAnd(u32) in Local,
        StoreLocal(u32) in Local,
        DeleteLocal(u32) in Local,
        /// Index into `cells` followed by `free`.
        LoadCell(u32) in Operand,
        StoreCell(u32) in Operand,
        DeleteCell(u32) in Operand,
        /// `-> the cell itself`, for a closure.
        PushCell(u32) in Operand,
        /// Slot in the module's namespace; falls back to builtins.
        LoadGlobal(u32) in Global,
        StoreGlobal(u32) in Global,
        DeleteGlobal(u32) in Global,
        /// In a class body: index into `names`. The body's namespace, then globals, then builtins.
        LoadName(u32) in ClassName,
        StoreName(u32) in ClassName,
        DeleteName(u32) in ClassName,
        /// In a class body, a name that is a free variable: `name` in the body's namespace, then the cell.
        LoadClassCell {
            name: u32,
            cell: u16,
        } in Operand,

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
        Jump(u32) in Jump,
        /// `a ->`
        PopJumpIfFalse(u32) in Jump,
        PopJumpIfTrue(u32) in Jump,
        /// `a -> a` if it jumps, `a ->` if not.
        JumpIfFalseOrPop(u32) in Jump,
        JumpIfTrueOrPop(u32) in Jump,
        /// `a ->`
        PopJumpIfNone(u32) in Jump,
        PopJumpIfNotNone(u32) in Jump,

        // Iteration.
        /// `iterable -> iterator`
        GetIter,
        /// `iterator -> iterator item`, or `iterator ->` and a jump when it is exhausted.
        ForIter(u32) in Jump,

        // Building.
        /// `a1 .. an -> (a1, .., an)`
        BuildTuple(u32) in Operand,
        BuildList(u32) in Operand,
        BuildSet(u32) in Operand,
        /// `k1 v1 .. kn vn -> {k1: v1, ..}`
        BuildDict(u32) in Operand,
        /// `s1 .. sn -> one string`, where each is a string or an int
        BuildString(u32) in Operand,
        /// `start stop -> slice` (2) or `start stop step -> slice` (3)
        BuildSlice(u32) in Operand,
        /// `.. list .. a -> .. list ..`, where the list is `i` below `a` (1: directly below).
        ListAppend(u32) in Operand,
        SetAdd(u32) in Operand,
        /// `.. dict .. k v -> .. dict ..`, where the dict is `i` below `k` (1: directly below).
        DictAdd(u32) in Operand,
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
        UnpackSequence(u32) in Operand,
        /// `iterable -> items` as `UnpackSequence`, with a list of what is left over between them.
        UnpackStarred {
            before: u16,
            after: u16,
        } in Operand,

        // Attributes and items; `i` is an index into `names`.
        /// `a -> a.name`
        LoadAttr(u32) in Attribute,
        /// `value a ->`, sets `a.name`
        StoreAttr(u32) in Attribute,
        /// `a ->`
        DeleteAttr(u32) in Attribute,
        /// `a -> method self` (a plain function found on the class) or `a -> value <unset>`. Consumed by `CallMethod`.
        LoadMethod(u32) in Attribute,
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
        Call(u32) in Count,
        /// `method self a1 .. an -> result`, after `LoadMethod`
        CallMethod(u32) in Count,
        /// `callable a1 .. an names -> result`: `names` is a tuple of strings, the names of the last arguments.
        CallKw(u32) in Operand,
        /// `method self a1 .. an names -> result`
        CallMethodKw(u32) in Operand,
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
        } in Function,
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
        Raise(u32) in Operand,
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
        /// `value -> text` or `value spec -> text`: one replacement field of an f-string. With `joined`, a `BuildString` takes the text,
        /// and an int may be left to it.
        Format {
            conversion: Conversion,
            spec: bool,
            joined: bool,
        } in Operand,
        /// `-> module`; `names[i]` is the dotted name. Gives the top package, or the module itself if `leaf`.
        Import {
            name: u32,
            leaf: bool,
        } in Operand,
        /// `module -> module value`
        ImportFrom(u32) in Operand,
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
        MatchClass(u32) in Operand,

        // The machine's own.
        /// The head of a loop of the shape `while clock() < limit: pass` that goes up to index `end` and comes back here after each turn;
        /// the machine may skip turns of it. Costs nothing.
        BusyWait {
            end: u32,
        } in Operand,
        /// One turn of the event loop whose `run_forever` this frame is.
        LoopTurn,
    }
}

impl Op {
    /// The instruction that it may jump to, if it is a jump.
    pub fn target_mut(&mut self) -> Option<&mut u32> {
        match self {
            Op::Jump(target)
            | Op::PopJumpIfFalse(target)
            | Op::PopJumpIfTrue(target)
            | Op::JumpIfFalseOrPop(target)
            | Op::JumpIfTrueOrPop(target)
            | Op::PopJumpIfNone(target)
            | Op::PopJumpIfNotNone(target)
            | Op::ForIter(target)
            | Op::BusyWait { end: target } => Some(target),
            _ => None,
        }
    }

    /// The index into `names`, if it has one.
    pub fn name_mut(&mut self) -> Option<&mut u32> {
        match self {
            Op::LoadName(name)
            | Op::StoreName(name)
            | Op::DeleteName(name)
            | Op::LoadClassCell { name, .. }
            | Op::LoadAttr(name)
            | Op::StoreAttr(name)
            | Op::DeleteAttr(name)
            | Op::LoadMethod(name)
            | Op::Import { name, .. }
            | Op::ImportFrom(name) => Some(name),
            _ => None,
        }
    }

    /// The index into `consts`, if it has one.
    pub fn const_mut(&mut self) -> Option<&mut u32> {
        match self {
            Op::Const(constant) | Op::MakeFunction { code: constant, .. } => Some(constant),
            _ => None,
        }
    }
}

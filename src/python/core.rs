//! What all machines share: the builtin types, exceptions and functions, made once and never changed.

use std::collections::HashMap;
use std::rc::Rc;

use super::object::{Ref, Sym, Value};

macro_rules! kinds {
    ($(#[$doc:meta])* $enum:ident { $($kind:ident $name:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $enum { $($kind,)* }

        impl $enum {
            pub const ALL: &[$enum] = &[$($enum::$kind,)*];

            pub fn name(self) -> &'static str {
                match self { $($enum::$kind => $name,)* }
            }
        }
    };
}

kinds! {
    /// The builtin types that the machine itself refers to.
    TypeKind {
        Object "object", Type "type", NoneType "NoneType", Ellipsis "ellipsis", NotImplemented "NotImplementedType",
        Bool "bool", Int "int", Float "float", Complex "complex", Str "str", Bytes "bytes", ByteArray "bytearray",
        Tuple "tuple", List "list", Dict "dict", Set "set", FrozenSet "frozenset", Range "range", Slice "slice",
        DictKeys "dict_keys", DictValues "dict_values", DictItems "dict_items", MappingProxy "mappingproxy",
        Function "function", Method "method", NativeFunction "builtin_function_or_method", Code "code", Cell "cell", Module "module",
        Generator "generator", Coroutine "coroutine", AsyncGenerator "async_generator", CoroutineWrapper "coroutine_wrapper",
        AsyncGeneratorAsend "async_generator_asend",
        Property "property", StaticMethod "staticmethod", ClassMethod "classmethod", Super "super",
        ListIterator "list_iterator", TupleIterator "tuple_iterator", StrIterator "str_ascii_iterator",
        RangeIterator "range_iterator", DictKeyIterator "dict_keyiterator", DictValueIterator "dict_valueiterator",
        DictItemIterator "dict_itemiterator", SetIterator "set_iterator", BytesIterator "bytes_iterator",
        Zip "zip", Enumerate "enumerate", Map "map", Filter "filter", Reversed "reversed", CallableIterator "callable_iterator",
        SequenceIterator "iterator",
        Future "Future", Task "Task", FutureIterator "FutureIter", Handle "Handle", TimerHandle "TimerHandle",
        EventLoop "_UnixSelectorEventLoop", Traceback "traceback",
    }
}

macro_rules! exceptions {
    ($($kind:ident : $base:ident,)*) => {
        /// The builtin exceptions. Each name is the class's own.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum ExceptionKind { BaseException, $($kind,)* }

        impl ExceptionKind {
            /// Every exception but `BaseException`, with its base. Bases come first.
            pub const TREE: &[(ExceptionKind, ExceptionKind)] = &[$((ExceptionKind::$kind, ExceptionKind::$base),)*];

            pub fn name(self) -> &'static str {
                match self { ExceptionKind::BaseException => "BaseException", $(ExceptionKind::$kind => stringify!($kind),)* }
            }
        }
    };
}

exceptions! {
    Exception: BaseException,
    GeneratorExit: BaseException,
    KeyboardInterrupt: BaseException,
    SystemExit: BaseException,
    BaseExceptionGroup: BaseException,
    CancelledError: BaseException,
    ArithmeticError: Exception,
    FloatingPointError: ArithmeticError,
    OverflowError: ArithmeticError,
    ZeroDivisionError: ArithmeticError,
    AssertionError: Exception,
    AttributeError: Exception,
    BufferError: Exception,
    EOFError: Exception,
    ExceptionGroup: Exception,
    ImportError: Exception,
    ModuleNotFoundError: ImportError,
    LookupError: Exception,
    IndexError: LookupError,
    KeyError: LookupError,
    MemoryError: Exception,
    NameError: Exception,
    UnboundLocalError: NameError,
    OSError: Exception,
    BlockingIOError: OSError,
    ChildProcessError: OSError,
    ConnectionError: OSError,
    BrokenPipeError: ConnectionError,
    ConnectionAbortedError: ConnectionError,
    ConnectionRefusedError: ConnectionError,
    ConnectionResetError: ConnectionError,
    FileExistsError: OSError,
    FileNotFoundError: OSError,
    InterruptedError: OSError,
    IsADirectoryError: OSError,
    NotADirectoryError: OSError,
    PermissionError: OSError,
    ProcessLookupError: OSError,
    TimeoutError: OSError,
    ReferenceError: Exception,
    RuntimeError: Exception,
    NotImplementedError: RuntimeError,
    RecursionError: RuntimeError,
    StopAsyncIteration: Exception,
    StopIteration: Exception,
    SyntaxError: Exception,
    IndentationError: SyntaxError,
    TabError: IndentationError,
    SystemError: Exception,
    TypeError: Exception,
    ValueError: Exception,
    UnicodeError: ValueError,
    UnicodeDecodeError: UnicodeError,
    UnicodeEncodeError: UnicodeError,
    Warning: Exception,
    BytesWarning: Warning,
    DeprecationWarning: Warning,
    EncodingWarning: Warning,
    FutureWarning: Warning,
    ImportWarning: Warning,
    PendingDeprecationWarning: Warning,
    ResourceWarning: Warning,
    RuntimeWarning: Warning,
    SyntaxWarning: Warning,
    UnicodeWarning: Warning,
    UserWarning: Warning,
    InvalidStateError: Exception,
}

/// The shared, immutable part of every machine.
pub struct Core {
    types: Vec<Ref>,
    exceptions: Vec<Ref>,
    /// The names every module sees.
    pub builtins: Rc<HashMap<Sym, Value>>,
}

thread_local! {
    static CORE: Rc<Core> = Rc::new(Core::build());
}

/// The core of this thread.
pub fn core() -> Rc<Core> {
    CORE.with(Rc::clone)
}

impl Core {
    pub fn class(&self, kind: TypeKind) -> &Ref {
        &self.types[kind as usize]
    }

    pub fn exception(&self, kind: ExceptionKind) -> &Ref {
        &self.exceptions[kind as usize]
    }

    fn build() -> Core {
        todo!("from the tables of `builtins`")
    }
}

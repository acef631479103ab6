//! What all machines share: the builtin types, exceptions and functions, made once and never changed.

use std::cell::RefCell;
use std::rc::Rc;

use super::builtins::{self, TypeDef};
use super::native::{Def, Native};
use super::object::class::linearize;
use super::object::{Attrs, Class, Layout, NativeFunction, Obj, Ref, Sym, SymMap, Value};

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
        Int "int", Bool "bool", Float "float", Complex "complex", Str "str", Bytes "bytes", ByteArray "bytearray",
        Tuple "tuple", List "list", Dict "dict", Set "set", FrozenSet "frozenset", Range "range", Slice "slice",
        DictKeys "dict_keys", DictValues "dict_values", DictItems "dict_items", MappingProxy "mappingproxy",
        Function "function", Method "method", NativeFunction "builtin_function_or_method", Code "code", Cell "cell", Module "module",
        Generator "generator", Coroutine "coroutine", AsyncGenerator "async_generator", CoroutineWrapper "coroutine_wrapper",
        AsyncGeneratorAsend "async_generator_asend",
        Property "property", StaticMethod "staticmethod", ClassMethod "classmethod", Super "super",
        ListIterator "list_iterator", TupleIterator "tuple_iterator", StrIterator "str_ascii_iterator",
        RangeIterator "range_iterator", DictKeyIterator "dict_keyiterator", DictValueIterator "dict_valueiterator",
        DictItemIterator "dict_itemiterator", SetIterator "set_iterator", BytesIterator "bytes_iterator",
        ListReverseIterator "list_reverseiterator", DictReverseKeyIterator "dict_reversekeyiterator",
        DictReverseValueIterator "dict_reversevalueiterator", DictReverseItemIterator "dict_reverseitemiterator",
        Zip "zip", Enumerate "enumerate", Map "map", Filter "filter", Reversed "reversed", CallableIterator "callable_iterator",
        SequenceIterator "iterator",
        Accumulate "accumulate", Batched "batched", Chain "chain", Combinations "combinations",
        CombinationsWithReplacement "combinations_with_replacement", Compress "compress", Cycle "cycle", DropWhile "dropwhile",
        FilterFalse "filterfalse", GroupBy "groupby", Grouper "_grouper", ISlice "islice", Pairwise "pairwise",
        Permutations "permutations", Product "product", StarMap "starmap", TakeWhile "takewhile", Tee "_tee", ZipLongest "zip_longest",
        Future "Future", Task "Task", FutureIterator "FutureIter", Handle "Handle", TimerHandle "TimerHandle",
        EventLoop "_UnixSelectorEventLoop", Traceback "traceback", Member "member_descriptor", WeakReference "ReferenceType", Lock "lock", RLock "RLock",
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
    PicklingError: Exception,
}

/// The shared, immutable part of every machine.
pub struct Core {
    types: Vec<Ref>,
    exceptions: Vec<Ref>,
    /// The names every module sees.
    pub builtins: Rc<SymMap<Value>>,
}

thread_local! {
    static CORE: Rc<Core> = Rc::new(Core::build());
}

/// The core of this thread.
pub fn core() -> Rc<Core> {
    CORE.with(Rc::clone)
}

/// The same for a moment, without taking hold of it.
pub fn with_core<R>(look: impl FnOnce(&Core) -> R) -> R {
    CORE.with(|core| look(core))
}

impl Core {
    pub fn class(&self, kind: TypeKind) -> &Ref {
        &self.types[kind as usize]
    }

    pub fn exception(&self, kind: ExceptionKind) -> &Ref {
        &self.exceptions[kind as usize]
    }

    /// Makes everything from the tables of [`builtins`].
    fn build() -> Core {
        let mut types: Vec<Ref> = Vec::with_capacity(TypeKind::ALL.len());
        for &kind in TypeKind::ALL {
            let class = builtin_class(kind, &types);
            types.push(class);
        }
        let mut exceptions = vec![exception_class(ExceptionKind::BaseException, vec![types[TypeKind::Object as usize].clone()])];
        for &(kind, base) in ExceptionKind::TREE {
            let mut bases = vec![exceptions[base as usize].clone()];
            if kind == ExceptionKind::ExceptionGroup {
                bases.insert(0, exceptions[ExceptionKind::BaseExceptionGroup as usize].clone());
            }
            exceptions.push(exception_class(kind, bases));
        }
        let names = builtin_names(&types, &exceptions);
        Core { types, exceptions, builtins: Rc::new(names) }
    }
}

/// The class of a builtin type, whose base is among the `types` made already.
fn builtin_class(kind: TypeKind, types: &[Ref]) -> Ref {
    let tables: Vec<&TypeDef> = builtins::TYPES.iter().copied().flatten().copied().filter(|table| table.kind == kind).collect();
    let base = tables.first().map_or(TypeKind::Object, |table| table.base);
    let bases: Vec<Ref> = types.get(base as usize).into_iter().cloned().collect();
    let mut attrs: Attrs = tables.iter().flat_map(|table| table.methods).map(|def| method(def, kind.name())).collect();
    if builtins::is_unhashable(kind) {
        attrs.set(Sym::new("__hash__"), Value::None);
    }
    let layout = tables.first().map_or(Layout::Final, |table| table.layout);
    let mut class = builtin(kind.name(), bases, layout, attrs);
    class.constructor = tables.iter().find_map(|table| table.new.as_ref()).map(|def| Rc::new(Native::new(def, None)));
    class.module = RefCell::new(builtins::module_of(kind).into());
    Ref::new(Obj::Class(Box::new(class)))
}

fn exception_class(kind: ExceptionKind, bases: Vec<Ref>) -> Ref {
    let tables = builtins::EXCEPTIONS.iter().filter(|(owner, _)| *owner == kind);
    let mut attrs: Attrs = tables.flat_map(|(_, methods)| methods.iter()).map(|def| method(def, kind.name())).collect();
    for part in builtins::exceptions::parts(kind) {
        attrs.set(Sym::new(part), Value::None);
    }
    let mut class = builtin(kind.name(), bases, Layout::Exception, attrs);
    match kind {
        ExceptionKind::CancelledError | ExceptionKind::InvalidStateError => {
            class.module = RefCell::new("asyncio.exceptions".into())
        }
        ExceptionKind::PicklingError => class.module = RefCell::new("_pickle".into()),
        _ => {}
    }
    Ref::new(Obj::Class(Box::new(class)))
}

fn builtin(name: &str, bases: Vec<Ref>, layout: Layout, attrs: Attrs) -> Class {
    let ancestors = linearize(&bases).expect("the bases of builtin classes are consistent");
    let mut class = Class::new(name, bases, ancestors, layout, attrs);
    class.builtin = true;
    class
}

fn method(def: &Def, owner: &str) -> (Sym, Value) {
    let native = Native::new(def, Some(owner));
    (native.name, function(native))
}

fn function(native: Native) -> Value {
    Value::from(Obj::NativeFunction(NativeFunction { native: Rc::new(native), receiver: Value::Unset }))
}

/// What every module sees without importing it.
fn builtin_names(types: &[Ref], exceptions: &[Ref]) -> SymMap<Value> {
    let mut names = SymMap::default();
    for &kind in TypeKind::ALL.iter().filter(|&&kind| builtins::is_named(kind)) {
        names.insert(Sym::new(kind.name()), Value::from(types[kind as usize].clone()));
    }
    for class in exceptions {
        let class_name = class.as_class().filter(|class| &**class.module.borrow() == "builtins").map(Class::name);
        names.extend(class_name.map(|name| (Sym::new(&name), Value::from(class.clone()))));
    }
    for alias in ["EnvironmentError", "IOError"] {
        names.insert(Sym::new(alias), Value::from(exceptions[ExceptionKind::OSError as usize].clone()));
    }
    for def in builtins::FUNCTIONS.iter().copied().flatten() {
        let native = Native::new(def, None);
        names.insert(native.name, function(native));
    }
    names.insert(Sym::new("Ellipsis"), Value::Ellipsis);
    names.insert(Sym::new("NotImplemented"), Value::NotImplemented);
    names.insert(Sym::new("__debug__"), Value::Bool(true));
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_builtin_class_is_where_its_kind_says() {
        let core = core();
        for &kind in TypeKind::ALL {
            assert_eq!(core.class(kind).as_class().map(|class| class.name().to_string()).as_deref(), Some(kind.name()));
        }
        for &(kind, base) in ExceptionKind::TREE {
            assert_eq!(core.exception(kind).as_class().map(|class| class.name().to_string()).as_deref(), Some(kind.name()));
            assert!(core.exception(kind).is_subclass_of(core.exception(base)));
        }
        assert!(core.class(TypeKind::Bool).is_subclass_of(core.class(TypeKind::Int)));
    }

    #[test]
    fn internal_types_have_no_builtin_name() {
        let core = core();
        let has = |name| core.builtins.contains_key(&Sym::new(name));
        assert!(has("len") && has("list") && has("KeyError") && has("IOError"));
        assert!(!has("NoneType") && !has("CancelledError") && !has("Task"));
    }
}

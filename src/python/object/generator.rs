//! Generators, coroutines and async generators: frames that can be left and resumed.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use crate::python::code::{Code, CodeKind};
use crate::python::core::TypeKind;
use crate::python::vm::Frame;
use crate::python::vm::traceback::frame::Place;
use crate::trace::ids::LoopId;

/// How far a generator is. The life cycle of `inspect.getgeneratorstate`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GeneratorState {
    Created,
    Suspended,
    Running,
    Closed,
}

/// Who closes an async generator that dies open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Closer {
    /// It was not begun under a loop: the machine does, as with other generators.
    #[default]
    Machine,
    Loop(LoopId),
    /// The loop was told.
    Told,
}

/// A call of a generator function, coroutine function or async generator function.
pub struct Generator {
    /// One of [`CodeKind::Generator`], [`CodeKind::Coroutine`], [`CodeKind::AsyncGenerator`].
    pub kind: CodeKind,
    pub code: Rc<Code>,
    pub name: RefCell<Rc<str>>,
    pub qualname: RefCell<Rc<str>>,
    pub state: Cell<GeneratorState>,
    /// The frame, while the generator is created or suspended.
    pub frame: RefCell<Option<Box<Frame>>>,
    /// Of an async generator: whether the last thing it handed out was an item rather than something it waits for.
    pub is_item: Cell<bool>,
    /// Of a coroutine: whether somebody awaits it, or asked for its iterator.
    pub awaited: Cell<bool>,
    /// Of an async generator: the loop it was begun in, which closes it when it dies open. Nothing more is done once the loop was told.
    pub closer: Cell<Closer>,
    /// Of a coroutine made under a loop in debug mode: the frames that made it, innermost last.
    pub origin: Option<Rc<[Place]>>,
    /// Of a generator of the prelude: the iterator type that it stands for.
    pub stands_for: Option<TypeKind>,
}

/// The builtin iterator types that generator functions of the prelude implement.
const ITERATORS: &[(&str, TypeKind)] = &[
    ("_mapped", TypeKind::Map),
    ("_mapped_all", TypeKind::Map),
    ("_filtered", TypeKind::Filter),
    ("_enumerated", TypeKind::Enumerate),
    ("_zipped", TypeKind::Zip),
    ("_backwards", TypeKind::Reversed),
    ("_iterate_sequence", TypeKind::SequenceIterator),
    ("_call_sentinel", TypeKind::CallableIterator),
];

/// The iterator type that a call of `code` gives, if that is no generator to a program.
pub fn iterator_kind(code: &Code) -> Option<TypeKind> {
    if code.source.user || code.kind != CodeKind::Generator {
        return None;
    }
    let ours = crate::python::library::itertools::ITERATORS;
    ITERATORS.iter().chain(ours).find(|(name, _)| *name == &*code.name).map(|&(_, kind)| kind)
}

impl Generator {
    /// Whether its death has to be acted upon: a coroutine that was never awaited gets its warning, a suspended one its
    /// `GeneratorExit`.
    pub fn is_unfinished(&self) -> bool {
        match self.state.get() {
            GeneratorState::Created => self.kind == CodeKind::Coroutine,
            GeneratorState::Suspended => self.closer.get() != Closer::Told,
            GeneratorState::Running | GeneratorState::Closed => false,
        }
    }

    /// Whether a coroutine can await it as it is: a generator marked by `types.coroutine`. There is none.
    pub fn is_iterable_coroutine(&self) -> bool {
        false
    }
}

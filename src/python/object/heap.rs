//! Objects on the heap: their kinds, their identity, and what happens when the last reference goes.

use std::cell::{Cell, RefCell};
use std::fmt;
use std::ops::Deref;
use std::rc::{Rc, Weak};

use num_bigint::BigInt;

use super::class::Class;
use super::complex::Complex;
use super::descriptor::{Property, Super};
use super::dict::Dict;
use super::exception::{Exception, Traceback};
use super::extension::Extension;
use super::function::{BoundMethod, Function, NativeFunction};
use super::generator::Generator;
use super::instance::Instance;
use super::iter::Iter;
use super::namespace::Module;
use super::set::Set;
use super::str::Str;
use super::value::Value;
use crate::python::code::Code;
use crate::python::vm::{AsyncStep, FutureObject};

/// The kinds of objects that do not fit into a [`Value`].
pub enum Obj {
    Str(Str),
    BigInt(BigInt),
    Complex(Complex),
    Tuple(Box<[Value]>),
    List(RefCell<Vec<Value>>),
    Dict(Dict),
    Set(Set),
    FrozenSet(Set),
    Bytes(Box<[u8]>),
    ByteArray(RefCell<Vec<u8>>),
    /// `range(start, stop, step)`
    Range(Range),
    /// `slice(start, stop, step)`
    Slice(Box<[Value; 3]>),
    DictView {
        dict: Ref,
        part: DictPart,
    },
    Iterator(RefCell<Iter>),
    Class(Box<Class>),
    Instance(Instance),
    Exception(Box<Exception>),
    Function(Box<Function>),
    /// A function bound to its `self`.
    Method(BoundMethod),
    NativeFunction(NativeFunction),
    Code(Rc<Code>),
    /// A variable shared with inner functions.
    Cell(RefCell<Value>),
    Module(Module),
    /// Generators, coroutines and async generators.
    Generator(Box<Generator>),
    Property(Box<Property>),
    StaticMethod(Value),
    ClassMethod(Value),
    Super(Box<Super>),
    Extension(Box<dyn Extension>),
    /// A future or task.
    Future(Box<FutureObject>),
    /// A step of an async generator, to be awaited.
    AsyncStep(Box<AsyncStep>),
    Traceback(Box<Traceback>),
}

/// What a view of a dict shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DictPart {
    Keys,
    Values,
    Items,
}

/// A range of ints that all fit; `step` is not 0. The machine refuses larger ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    pub start: i64,
    pub stop: i64,
    pub step: i64,
}

/// A strong reference to an object on the heap.
#[derive(Clone)]
pub struct Ref(Rc<Object>);

/// A reference that does not keep its object alive.
#[derive(Clone)]
pub struct WeakRef(Weak<Object>);

struct Object {
    /// Its place in the order in which this thread's objects were made.
    made: Cell<u64>,
    /// What `id()` says; 0 until somebody asks.
    id: Cell<u32>,
    /// `__del__` was called: an object has only one last word.
    is_finalized: Cell<bool>,
    /// A weak reference wants to be told of its death.
    is_watched: Cell<bool>,
    kind: Obj,
}

thread_local! {
    static HEAP: Heap = const { Heap { made: Cell::new(0), last_id: Cell::new(0), observing: Cell::new(false), live: Cell::new(0), depth: Cell::new(0),
        has_graves: Cell::new(false), finalizing: Cell::new(false), has_unfinished: Cell::new(false), watched_died: Cell::new(false) } };
    static DEAD: Dead = const { Dead { graves: RefCell::new(Vec::new()), unfinished: RefCell::new(Vec::new()) } };
}

/// What the objects of a thread share. None of it has to be freed when the thread ends, which makes it cheap to get at.
struct Heap {
    /// How many objects there have been.
    made: Cell<u64>,
    last_id: Cell<u32>,
    /// No ids are given: somebody looks who must not change the run.
    observing: Cell<bool>,
    live: Cell<usize>,
    depth: Cell<u32>,
    has_graves: Cell<bool>,
    finalizing: Cell<bool>,
    has_unfinished: Cell<bool>,
    /// Objects that weak references watched have died.
    watched_died: Cell<bool>,
}

/// Objects whose last reference went and that are still there.
struct Dead {
    /// To be freed.
    graves: RefCell<Vec<Obj>>,
    /// With something left to do.
    unfinished: RefCell<Vec<Ref>>,
}

/// Objects nested deeper than this are freed later rather than recursively.
const DROP_DEPTH: u32 = 100;

impl Ref {
    pub fn new(kind: Obj) -> Ref {
        let made = HEAP.with(|heap| {
            heap.live.set(heap.live.get() + 1);
            heap.made.replace(heap.made.get() + 1)
        });
        let marks = (Cell::new(0), Cell::new(false), Cell::new(false));
        Ref(Rc::new(Object { made: Cell::new(made), id: marks.0, is_finalized: marks.1, is_watched: marks.2, kind }))
    }

    pub fn ptr_eq(a: &Ref, b: &Ref) -> bool {
        Rc::ptr_eq(&a.0, &b.0)
    }

    /// Where the object is in memory: an identity that lasts as long as the object and must not show.
    pub fn address(&self) -> usize {
        Rc::as_ptr(&self.0).addr()
    }

    /// Grows with every object that is made; a copy keeps the number of its original.
    pub fn made(&self) -> u64 {
        self.0.made.get()
    }

    /// What `id()` says: counts up in the order in which programs ask. 0 for an [observer](observing) if no
    /// program asked before.
    pub fn id(&self) -> u32 {
        if self.0.id.get() == 0 {
            HEAP.with(|heap| {
                if !heap.observing.get() {
                    heap.last_id.set(heap.last_id.get() + 1);
                    self.0.id.set(heap.last_id.get());
                }
            });
        }
        self.0.id.get()
    }

    /// A new object that takes over the identity of this one: for copies of a whole machine.
    pub fn copied(&self, kind: Obj) -> Ref {
        let copy = Ref::new(kind);
        copy.0.take_marks(&self.0);
        copy
    }

    /// Has the machine told when the object dies: see [`take_watched`].
    pub fn watch(&self) {
        self.0.is_watched.set(true);
    }

    /// Has the object say its last words now, although it is alive: it is among the next [`take_unfinished`]. Nothing happens if it
    /// has said them before.
    pub fn finalize(&self) {
        if !self.0.is_finalized.replace(true) {
            DEAD.with(|dead| dead.unfinished.borrow_mut().push(self.clone()));
            HEAP.with(|heap| heap.has_unfinished.set(true));
        }
    }

    /// Number of strong references.
    pub fn count(&self) -> usize {
        Rc::strong_count(&self.0)
    }

    pub fn downgrade(&self) -> WeakRef {
        WeakRef(Rc::downgrade(&self.0))
    }
}

impl WeakRef {
    pub fn upgrade(&self) -> Option<Ref> {
        self.0.upgrade().map(Ref)
    }
}

impl Deref for Ref {
    type Target = Obj;

    fn deref(&self) -> &Obj {
        &self.0.kind
    }
}

impl fmt::Debug for Ref {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "<object {}>", self.0.id.get())
    }
}

/// Number of objects alive on this thread.
pub fn live_objects() -> usize {
    HEAP.with(|heap| heap.live.get())
}

/// The last id given; a machine keeps it while it does not run, so that ids are the same on a re-run.
pub fn last_id() -> u32 {
    HEAP.with(|heap| heap.last_id.get())
}

pub fn set_last_id(id: u32) {
    HEAP.with(|heap| heap.last_id.set(id));
}

/// Makes texts for somebody who is not the program: no object gets an id by it, since the run would go on differently.
pub fn observing<T>(look: impl FnOnce() -> T) -> T {
    let before = HEAP.with(|heap| heap.observing.replace(true));
    let seen = look();
    HEAP.with(|heap| heap.observing.set(before));
    seen
}

/// Whether generators that die unfinished are kept for [`take_unfinished`]. On while a machine runs, off while one is thrown away.
pub fn set_finalizing(on: bool) {
    HEAP.with(|heap| heap.finalizing.set(on));
}

/// Whether [`take_unfinished`] would give something: cheap enough to ask after every instruction that may drop a reference.
pub fn has_unfinished() -> bool {
    HEAP.with(|heap| heap.has_unfinished.get())
}

/// The objects whose last reference went and that have something left to do: in the order in which they died.
pub fn take_unfinished() -> Vec<Ref> {
    HEAP.with(|heap| heap.has_unfinished.set(false));
    DEAD.with(|dead| dead.unfinished.take())
}

/// Has the machine look for weak references whose objects are gone.
pub fn tell_watchers() {
    HEAP.with(|heap| {
        heap.watched_died.set(true);
        heap.has_unfinished.set(true);
    });
}

/// Whether objects that weak references [watch](Ref::watch) died since this was last asked.
pub fn take_watched() -> bool {
    HEAP.with(|heap| heap.watched_died.replace(false))
}

impl Object {
    /// Takes over what is known of another object with the same identity.
    fn take_marks(&self, other: &Object) {
        self.made.set(other.made.get());
        self.id.set(other.id.get());
        self.is_finalized.set(other.is_finalized.get());
        self.is_watched.set(other.is_watched.get());
    }
}

impl Drop for Object {
    fn drop(&mut self) {
        HEAP.with(|heap| {
            heap.live.set(heap.live.get().saturating_sub(1));
            if self.kind.is_leaf() {
                return;
            }
            let kind = std::mem::replace(&mut self.kind, Obj::Tuple(Box::default()));
            let has_last_words = |kind: &Obj| kind.is_unfinished() || (!self.is_finalized.get() && kind.has_del());
            if heap.finalizing.get() && has_last_words(&kind) {
                let revived = Ref::new(kind);
                revived.0.take_marks(self);
                revived.0.is_finalized.set(true);
                DEAD.with(|dead| dead.unfinished.borrow_mut().push(revived));
                heap.has_unfinished.set(true);
            } else {
                if self.is_watched.get() && heap.finalizing.get() {
                    heap.watched_died.set(true);
                    heap.has_unfinished.set(true);
                }
                heap.bury(kind);
            }
        });
    }
}

impl Heap {
    /// Frees what an object held. What nests too deep waits until the outermost is done, so that the stack does not overflow.
    fn bury(&self, kind: Obj) {
        if self.depth.get() >= DROP_DEPTH {
            // A thread that ends has no graves any more; then the object is freed at once.
            let _ = DEAD.try_with(|dead| dead.graves.borrow_mut().push(kind));
            self.has_graves.set(true);
            return;
        }
        self.depth.set(self.depth.get() + 1);
        // The last item of a list or tuple dies first (`list_dealloc`, Objects/listobject.c).
        match kind {
            Obj::List(items) => drop_from_the_end(items.into_inner()),
            Obj::Tuple(items) => drop_from_the_end(items.into_vec()),
            kind => drop(kind),
        }
        self.depth.set(self.depth.get() - 1);
        if self.depth.get() == 0 && self.has_graves.replace(false) {
            while let Some(kind) = DEAD.try_with(|dead| dead.graves.borrow_mut().pop()).ok().flatten() {
                self.depth.set(1);
                drop(kind);
                self.depth.set(0);
            }
        }
    }
}

fn drop_from_the_end(mut items: Vec<Value>) {
    while items.pop().is_some() {}
}

impl Obj {
    /// Whether it refers to no other object, so that freeing it cannot nest.
    fn is_leaf(&self) -> bool {
        matches!(self, Obj::Str(_) | Obj::BigInt(_) | Obj::Complex(_) | Obj::Bytes(_) | Obj::ByteArray(_) | Obj::Range(_))
    }

    /// Whether its class has a `__del__`.
    pub fn has_del(&self) -> bool {
        let class = match self {
            Obj::Instance(instance) => &instance.class,
            Obj::Exception(exception) => &exception.class,
            Obj::Future(future) => &future.class,
            _ => return false,
        };
        class.as_class().is_some_and(|class| class.has_del.get())
    }

    /// Whether the death of the object is something the machine has to act on.
    pub fn is_unfinished(&self) -> bool {
        match self {
            Obj::Generator(generator) => generator.is_unfinished(),
            Obj::Future(future) => future.state.borrow().log_traceback || future.is_lost_task(),
            Obj::AsyncStep(step) => step.input.borrow().is_some(),
            _ => false,
        }
    }
}

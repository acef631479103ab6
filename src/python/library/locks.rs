//! `_thread.lock` and `_thread.RLock`: the simulator's locks as Python objects (Modules/_threadmodule.c).

use std::any::Any;
use std::cell::RefCell;

use crate::python::builtins::TypeDef;
use crate::python::builtins::failure::wrong_self;
use crate::python::builtins::repr::address;
use crate::python::core::{ExceptionKind, TypeKind, with_core};
use crate::python::native::{Def, Flow, Result, Throw};
use crate::python::object::{Extension, Layout, Obj, Ref, Value};
use crate::python::vm::{Cx, error, type_error, value_error};
use crate::sim::{Acquire, LockState};
use crate::trace::Span;
use crate::trace::event::ResourceKind;

use super::thread::ident;
use super::time::duration;

/// A lock object.
pub struct Lock {
    kind: TypeKind,
    state: RefCell<LockState>,
    /// Whether several processes use it, so that it is not copied at their borders.
    between_processes: bool,
}

impl Extension for Lock {
    fn class(&self) -> Ref {
        with_core(|core| core.class(self.kind).clone())
    }

    fn shell(&self) -> Box<dyn Extension> {
        let state = RefCell::new(self.state.borrow().clone());
        Box::new(Lock { kind: self.kind, state, between_processes: self.between_processes })
    }

    fn fill_from(&self, _: &dyn Extension, _: &mut dyn FnMut(&Value) -> Value) {}

    fn is_between_processes(&self) -> bool {
        self.between_processes
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}

fn object(kind: TypeKind, state: LockState, between_processes: bool) -> Value {
    Value::from(Obj::Extension(Box::new(Lock { kind, state: state.into(), between_processes })))
}

/// A new free lock.
fn new(cx: &mut Cx<'_>, kind: TypeKind, between_processes: bool) -> Value {
    let state = LockState::new(cx.world.new_resource(), ResourceKind::Lock, kind == TypeKind::RLock);
    object(kind, state, between_processes)
}

/// `_waiter(kind)`: a lock that is taken, for a thread to wait until another one releases it. Waits for it are shown as waits for
/// what `kind` says, by its place in [`ResourceKind::ALL`].
fn waiter(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let Value::Int(at) = args[0] else { return Err(type_error("a number is expected")) };
    let kind = usize::try_from(at).ok().and_then(|at| ResourceKind::ALL.get(at)).copied().unwrap_or(ResourceKind::Lock);
    let between_processes = matches!(args[1], Value::Bool(true));
    Ok(object(TypeKind::Lock, LockState::taken(cx.world.new_resource(), kind), between_processes))
}

/// The state of a lock object; `None` for another object.
pub fn state(object: &Ref) -> Option<std::cell::Ref<'_, LockState>> {
    match &**object {
        Obj::Extension(extension) => extension.as_any().downcast_ref::<Lock>().map(|lock| lock.state.borrow()),
        _ => None,
    }
}

fn lock<'a>(value: &'a Value, method: &str) -> Result<&'a Lock> {
    let found = value.obj().and_then(|object| match object {
        Obj::Extension(extension) => extension.as_any().downcast_ref::<Lock>(),
        _ => None,
    });
    found.ok_or_else(|| wrong_self(method, "_thread.lock", value))
}

/// The longest that a lock can be waited for, in seconds: `_thread.TIMEOUT_MAX`.
pub const TIMEOUT_MAX: f64 = 9_223_372_036.0;

/// The wait that `acquire(blocking, timeout)` asks for; `None` is for ever.
fn timeout(blocking: &Value, timeout: &Value) -> Result<Option<Span>> {
    let blocks = blocking.is_unset() || crate::python::builtins::truth(blocking).unwrap_or(true);
    let seconds = if timeout.is_unset() { -1.0 } else { duration(timeout)? };
    if !blocks && seconds != -1.0 {
        return Err(value_error("can't specify a timeout for a non-blocking call"));
    }
    if seconds.is_nan() {
        return Err(value_error("Invalid value NaN (not a number)"));
    }
    if seconds < 0.0 && seconds != -1.0 {
        return Err(value_error("timeout value must be a non-negative number"));
    }
    if seconds > TIMEOUT_MAX {
        return Err(error(ExceptionKind::OverflowError, "timestamp out of range for platform time_t"));
    }
    Ok(match (blocks, seconds) {
        (false, _) => Some(Span::ZERO),
        (true, -1.0) => None,
        (true, seconds) => Some(Span::from_secs(seconds)),
    })
}

fn acquire(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    let lock = lock(&args[0], "acquire")?;
    let timeout = timeout(&args[1], &args[2])?;
    cx.mark_line();
    Ok(match cx.world.acquire(cx.thread, &mut lock.state.borrow_mut(), timeout) {
        Acquire::Done => Flow::Value(Value::Bool(true)),
        Acquire::TimedOut => Flow::Value(Value::Bool(false)),
        Acquire::Wait => Flow::Retry,
    })
}

fn enter(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    acquire(cx, &[args[0].clone(), Value::Unset, Value::Unset])
}

fn release(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let lock = lock(&args[0], "release")?;
    cx.mark_line();
    cx.world.release(cx.thread, &mut lock.state.borrow_mut()).map_err(|_| not_held(lock.kind))?;
    Ok(Value::None)
}

fn not_held(kind: TypeKind) -> Throw {
    let text = if kind == TypeKind::RLock { "cannot release un-acquired lock" } else { "release unlocked lock" };
    error(ExceptionKind::RuntimeError, text)
}

fn locked(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    Ok(Value::Bool(lock(&args[0], "locked")?.state.borrow().is_locked()))
}

fn is_owned(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    Ok(Value::Bool(lock(&args[0], "_is_owned")?.state.borrow().holder() == Some(cx.thread)))
}

fn recursion_count(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let state = lock(&args[0], "_recursion_count")?.state.borrow();
    Ok(Value::Int(if state.holder() == Some(cx.thread) { i64::from(state.depth()) } else { 0 }))
}

/// `_release_save()`: releases an RLock altogether, for `Condition.wait`. Gives how often it was acquired.
fn release_save(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let lock = lock(&args[0], "_release_save")?;
    let depth = cx.world.release_all(cx.thread, &mut lock.state.borrow_mut()).map_err(|_| not_held(lock.kind))?;
    Ok(Value::Int(i64::from(depth)))
}

/// `_acquire_restore(depth)`: undoes `_release_save`.
fn acquire_restore(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    let lock = lock(&args[0], "_acquire_restore")?;
    let Value::Int(depth) = args[1] else { return Err(type_error("a number is expected")) };
    let mut state = lock.state.borrow_mut();
    cx.mark_line();
    Ok(match cx.world.acquire(cx.thread, &mut state, None) {
        Acquire::Done | Acquire::TimedOut => {
            cx.world.set_depth(&mut state, u32::try_from(depth).unwrap_or(1));
            Flow::Value(Value::None)
        }
        Acquire::Wait => Flow::Retry,
    })
}

fn repr(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let lock = lock(&args[0], "__repr__")?;
    let state = lock.state.borrow();
    let is = if state.is_locked() { "locked" } else { "unlocked" };
    let address = args[0].as_ref().map(address).unwrap_or_default();
    Ok(Value::from(match lock.kind {
        TypeKind::RLock => {
            let owner = state.holder().map_or(0, ident);
            format!("<{is} _thread.RLock object owner={owner} count={} at {address}>", state.depth())
        }
        _ => format!("<{is} _thread.lock object at {address}>"),
    }))
}

const ACQUIRE: Def = Def::control("acquire(self, blocking=True, timeout=-1)", acquire).visible();
const RELEASE: Def = Def::new("release(self, /)", release).visible();
const ENTER: Def = Def::control("__enter__(self, /)", enter).visible();
const EXIT: Def = Def::new("__exit__(self, *args)", release).visible();
const LOCKED: Def = Def::new("locked(self, /)", locked).visible();
const REPR: Def = Def::new("__repr__(self, /)", repr);

pub const LOCK: TypeDef = TypeDef {
    kind: TypeKind::Lock,
    base: TypeKind::Object,
    layout: Layout::Final,
    new: Some(Def::new("lock()", |cx, _| Ok(new(cx, TypeKind::Lock, false)))),
    methods: &[ACQUIRE, RELEASE, ENTER, EXIT, LOCKED, REPR],
};

pub const RLOCK: TypeDef = TypeDef {
    kind: TypeKind::RLock,
    base: TypeKind::Object,
    layout: Layout::Final,
    new: Some(Def::new("RLock()", |cx, _| Ok(new(cx, TypeKind::RLock, false)))),
    methods: &[
        ACQUIRE,
        RELEASE,
        ENTER,
        EXIT,
        LOCKED,
        REPR,
        Def::new("_is_owned(self, /)", is_owned),
        Def::new("_recursion_count(self, /)", recursion_count),
        Def::new("_release_save(self, /)", release_save).visible(),
        Def::control("_acquire_restore(self, depth, /)", acquire_restore).visible(),
    ],
};

/// Joined to those of `_thread`.
pub const NATIVES: &[Def] = &[
    Def::new("allocate_lock()", |cx, _| Ok(new(cx, TypeKind::Lock, false))),
    Def::new("_waiter(kind, between_processes=False, /)", waiter),
    Def::new("_shared_lock(reentrant, /)", |cx, args| {
        let kind = if matches!(args[0], Value::Bool(true)) { TypeKind::RLock } else { TypeKind::Lock };
        Ok(new(cx, kind, true))
    }),
];

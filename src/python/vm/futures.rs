//! Future and task objects.

use std::cell::RefCell;

use crate::python::code::CodeKind;
use crate::python::core::ExceptionKind;
use crate::python::native::{Result, Throw};
use crate::python::object::heap::WeakRef;
use crate::python::object::{Fields, Obj, Ref, Sym, Value};
use crate::sim::{FutureState, State, StepCause};

use super::traceback::frame::Place;
use super::{Interpreter, error, raise};

/// An `asyncio.Future` or `asyncio.Task`, or an instance of a subclass.
pub struct FutureObject {
    pub class: Ref,
    pub state: RefCell<FutureState<Interpreter>>,
    /// The coroutine that a task runs; unset for a plain future.
    pub coroutine: RefCell<Value>,
    /// The `contextvars.Context` that a task's steps run in, or unset.
    pub context: RefCell<Value>,
    /// In debug mode: the frames that made it, innermost last.
    pub created: RefCell<Vec<Place>>,
    pub attrs: Fields,
}

impl FutureObject {
    /// An object of that class before its `__init__`.
    pub fn blank(class: Ref) -> FutureObject {
        FutureObject {
            class,
            state: FutureState::blank().into(),
            coroutine: Default::default(),
            context: Default::default(),
            created: Default::default(),
            attrs: Default::default(),
        }
    }

    /// An error unless `__init__` was called (`ENSURE_FUTURE_ALIVE`, Modules/_asynciomodule.c).
    pub fn check_initialized(&self) -> Result<()> {
        match self.state.borrow().is_blank() {
            true => Err(error(ExceptionKind::RuntimeError, "Future object is not initialized.")),
            false => Ok(()),
        }
    }

    /// The method of that name, if the class has one of its own that is written in Python.
    pub fn own_method(&self, name: Sym) -> Option<Value> {
        let class = self.class.as_class().filter(|class| !class.builtin)?;
        class.lookup(name).filter(|method| !super::operators::is_native(method))
    }

    /// Whether it is a task that is not done, so that its death is reported; asyncio's own tasks may say that theirs is not.
    pub fn is_lost_task(&self) -> bool {
        let is_pending = {
            let state = self.state.borrow();
            state.task().is_some() && !state.is_done()
        };
        is_pending && self.attrs.get(Sym::new("_log_destroy_pending")).is_none_or(|value| !matches!(value, Value::Bool(false)))
    }
}

impl Ref {
    pub fn as_future(&self) -> Option<&FutureObject> {
        match &**self {
            Obj::Future(future) => Some(future),
            _ => None,
        }
    }
}

impl Interpreter {
    /// Remembers a future or task that failed, without keeping it alive.
    pub fn note_failed(&mut self, future: &Ref) {
        if self.failed.len() == self.failed.capacity() {
            self.failed.retain(|future| future.upgrade().is_some());
        }
        self.failed.push(future.downgrade());
    }

    /// The living futures that failed and that nobody asked for their exception, oldest first.
    pub fn unretrieved(&self) -> impl Iterator<Item = Ref> {
        let unseen = |future: &Ref| future.as_future().is_some_and(|future| future.state.borrow().log_traceback);
        self.failed.iter().filter_map(WeakRef::upgrade).filter(unseen)
    }

    /// `Future.result()`.
    pub fn future_result(&self, object: &Ref) -> Result<Value> {
        let future = object.as_future().expect("only futures have results");
        let mut state = future.state.borrow_mut();
        state.log_traceback = false;
        let cancellation = match &mut state.state {
            State::Pending => return Err(error(ExceptionKind::InvalidStateError, "Result is not set.")),
            State::Finished(Ok(value)) => return Ok(value.clone()),
            State::Finished(Err(Value::Obj(exception))) => return Err(Throw(exception.clone())),
            State::Finished(Err(_)) => unreachable!("only exceptions are stored as such"),
            State::Cancelled(cancellation) => cancellation.take(),
        };
        drop(state);
        Err(self.cancelled_error(cancellation))
    }

    /// The `CancelledError` of a cancelled future (`Future._make_cancelled_error`).
    pub fn cancelled_error(&self, cancellation: crate::sim::Cancellation<Interpreter>) -> Throw {
        match cancellation.error {
            Some(Value::Obj(exception)) => Throw(exception),
            _ => {
                let args = cancellation.message.filter(|message| !message.is_none());
                raise(ExceptionKind::CancelledError, args.into_iter().collect())
            }
        }
    }

    /// Is it a coroutine object?
    pub fn is_coroutine(value: &Value) -> bool {
        matches!(value.obj(), Some(Obj::Generator(generator)) if generator.kind == CodeKind::Coroutine)
    }
}

/// The `result` written in Python of the future that woke a task, if it has one.
pub(super) fn own_result(cause: &StepCause<Interpreter>) -> Option<(Value, Ref)> {
    let StepCause::Wakeup(future) = cause else { return None };
    let class = future.as_future()?.class.as_class()?;
    if class.builtin {
        return None;
    }
    Some((future.as_future()?.own_method(Sym::new("result"))?, future.clone()))
}

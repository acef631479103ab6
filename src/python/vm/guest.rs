//! The interpreter as the guest of the simulated machine.

use std::borrow::Cow;
use std::cell::RefCell;

use crate::python::code::Conversion;
use crate::python::core::ExceptionKind;
use crate::python::object::heap::WeakRef;
use crate::python::object::{Obj, Ref, Value, heap};
use crate::sim::{FutureState, Guest, Stop, World};
use crate::trace::ids::ThreadId;

use super::clock::Clock;
use super::execution::Execution;
use super::tasks::Callback;
use super::{Interpreter, texts, traceback};

/// Texts of results are cut at this many characters.
const DESCRIPTION: usize = 80;

impl Guest for Interpreter {
    type Value = Value;
    type Future = Ref;
    type WeakFuture = WeakRef;
    type Callback = Callback;

    fn future(of: &Ref) -> &RefCell<FutureState<Interpreter>> {
        &of.as_future().expect("the world is given futures only").state
    }

    fn downgrade(future: &Ref) -> WeakRef {
        future.downgrade()
    }

    fn upgrade(weak: &WeakRef) -> Option<Ref> {
        weak.upgrade()
    }

    fn is_cancelled_error(error: &Value) -> bool {
        let core = crate::python::core::core();
        let class = core.exception(ExceptionKind::CancelledError);
        error.as_ref().and_then(Ref::as_exception).is_some_and(|exception| exception.class.is_subclass_of(class))
    }

    fn callback_name(callback: &Callback) -> Cow<'_, str> {
        Cow::Owned(function_name(&callback.function))
    }

    fn describe<'a>(result: Result<&'a Value, &'a Value>) -> Cow<'a, str> {
        let text = heap::observing(|| match result {
            Ok(value) => texts::native_text(value, Conversion::Repr).unwrap_or_else(|| format!("<{}>", super::type_name(value))),
            Err(error) => error.as_ref().map(traceback::last_line).unwrap_or_default(),
        });
        Cow::Owned(match text.char_indices().nth(DESCRIPTION) {
            Some((at, _)) => format!("{}…", &text[..at]),
            None => text,
        })
    }

    fn run(&mut self, world: &mut World<Interpreter>, thread: ThreadId) -> Stop {
        let state = &mut self.threads[thread.index()];
        let frame = state.frame.take().expect("a thread that does not execute has its frame");
        let (depth, pending) = (state.depth, state.pending.take());
        heap::set_last_id(self.last_id);
        heap::set_finalizing(true);
        // Other machines, copies of this one among them, have objects on the host's thread too.
        self.objects.of_others = heap::live_objects() as i64 - self.objects.own;
        let clock = Clock::new(world.settings.instruction_cost, world.now(thread));
        let mut execution = Execution {
            vm: self,
            world,
            thread,
            f: frame,
            depth,
            fuel: 0,
            told: 0,
            clock,
            stop: None,
            reraising: false,
            thrown: None,
        };
        for notice in std::mem::take(&mut execution.vm.notices) {
            execution.write_error(&notice);
        }
        if let Some(throw) = pending {
            execution.go_on_raising(throw);
        }
        let stop = match execution.stop.take() {
            Some(stop) => stop,
            None => execution.run(),
        };
        let Execution { f, depth, .. } = execution;
        heap::set_finalizing(false);
        self.last_id = heap::last_id();
        let state = &mut self.threads[thread.index()];
        state.frame = Some(f);
        state.depth = depth;
        self.objects.own = heap::live_objects() as i64 - self.objects.of_others;
        stop
    }
}

/// How events and inspectors call a function.
pub fn function_name(function: &Value) -> String {
    match function.obj() {
        Some(Obj::Function(function)) => function.qualname.borrow().to_string(),
        Some(Obj::NativeFunction(native)) => match native.receiver.as_ref().and_then(Ref::as_future) {
            Some(_) => format!("Future.{}", native.native.name),
            None => native.native.qualname.to_string(),
        },
        Some(Obj::Method(method)) => function_name(&method.function),
        Some(Obj::Class(class)) => class.name().to_string(),
        _ => super::type_name(function),
    }
}

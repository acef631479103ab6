//! Copies of a whole machine: frames, threads, processes and what the interpreter keeps beside them.

use crate::python::object::heap::WeakRef;
use crate::python::object::{Ref, Value};
use crate::sim::{Machine, Mapper};

use super::Interpreter;
use super::frame::{Attempt, ClassBody, Frame, NewCall, OperatorCall, SpareFrames, Then};
use super::tasks::Callback;
use super::threads::{PyProcess, PyThread};

use super::copy::Copier;

/// A copy of a machine that goes on exactly as the original would, and the number of values that were copied.
pub fn copy_machine(machine: &Machine<Interpreter>) -> (Machine<Interpreter>, u64) {
    let mut copier = Copier::new(&machine.guest.prelude);
    let world = machine.world.map(&mut copier);
    let guest = copier.interpreter(&machine.guest);
    copier.finish();
    (machine.copy_with(world, guest), copier.values)
}

impl Copier {
    /// A frame and those it was called from.
    pub(super) fn frame(&mut self, frame: &Frame) -> Box<Frame> {
        let mut copies: Vec<Box<Frame>> = frame.chain().map(|frame| Box::new(self.single_frame(frame))).collect();
        let mut back = None;
        while let Some(mut copy) = copies.pop() {
            copy.back = back;
            back = Some(copy);
        }
        back.expect("a chain has at least one frame")
    }

    fn single_frame(&mut self, frame: &Frame) -> Frame {
        Frame {
            code: frame.code.clone(),
            globals: self.namespace(&frame.globals),
            pc: frame.pc,
            stack: frame.stack.iter().map(|value| self.value(value)).collect(),
            cells: frame.cells.iter().map(|cell| self.object(cell)).collect(),
            namespace: self.value(&frame.namespace),
            handled: self.value(&frame.handled),
            generator: self.value(&frame.generator),
            call: frame.call,
            began: frame.began,
            kept: frame.kept.as_ref().map(|kept| kept.map(|object| self.object(object))),
            back: None,
            then: self.then(&frame.then),
        }
    }

    fn then(&mut self, then: &Then) -> Then {
        match then {
            Then::Init(value) => Then::Init(self.value(value)),
            Then::NextYieldOr(value) => Then::NextYieldOr(self.value(value)),
            Then::NextItemOr(value) => Then::NextItemOr(self.value(value)),
            Then::Import(value) => Then::Import(self.value(value)),
            Then::PushBelow(value) => Then::PushBelow(self.value(value)),
            Then::SetClassCell(value) => Then::SetClassCell(self.value(value)),
            Then::Callback(handle, function) => Then::Callback(*handle, self.value(function)),
            Then::Finalizer(generator) => Then::Finalizer(self.object(generator)),
            Then::TaskStep(task) => Then::TaskStep(self.object(task)),
            Then::OwnResult(task) => Then::OwnResult(self.object(task)),
            Then::EagerStep(task, previous) => Then::EagerStep(self.object(task), self.value(previous)),
            Then::New(call) => Then::New(Box::new(self.new_call(call))),
            Then::Payload(call) => Then::Payload(Box::new(self.new_call(call))),
            Then::Operator(call) => Then::Operator(Box::new(self.operator_call(call))),
            Then::Class(body) => Then::Class(Box::new(self.class_body(body))),
            Then::Prepared(function, body) => Then::Prepared(self.value(function), Box::new(self.class_body(body))),
            other => other.clone(),
        }
    }

    fn class_body(&mut self, body: &ClassBody) -> ClassBody {
        ClassBody {
            name: self.value(&body.name),
            bases: body.bases.iter().map(|base| self.object(base)).collect(),
            metaclass: self.value(&body.metaclass),
            namespace: self.value(&body.namespace),
            kwargs: body.kwargs.iter().map(|(name, value)| (*name, self.value(value))).collect(),
        }
    }

    fn new_call(&mut self, call: &NewCall) -> NewCall {
        NewCall {
            class: self.object(&call.class),
            args: call.args.iter().map(|value| self.value(value)).collect(),
            kwargs: call.kwargs.iter().map(|(name, value)| (*name, self.value(value))).collect(),
            init: call.init,
        }
    }

    fn operator_call(&mut self, call: &OperatorCall) -> OperatorCall {
        let attempt = |copier: &mut Copier, attempt: &Attempt| Attempt {
            method: copier.value(&attempt.method),
            receiver: copier.value(&attempt.receiver),
            argument: copier.value(&attempt.argument),
            negates: attempt.negates,
        };
        OperatorCall {
            rest: call.rest.iter().map(|one| attempt(self, one)).collect(),
            negates: call.negates,
            left: self.value(&call.left),
            right: self.value(&call.right),
            fallback: call.fallback,
        }
    }

    pub(super) fn interpreter(&mut self, vm: &Interpreter) -> Interpreter {
        Interpreter {
            core: vm.core.clone(),
            names: vm.names.clone(),
            glue: vm.glue.clone(),
            prelude: vm.prelude.clone(),
            main: self.namespace(&vm.main),
            threads: vm.threads.iter().map(|thread| self.thread(thread)).collect(),
            processes: vm.processes.iter().map(|process| self.process(process)).collect(),
            classes: vm.classes().map(|class| self.object(&class).downgrade()).collect::<Vec<_>>().into(),
            failed: self.living(&vm.failed),
            watchers: self.living(&vm.watchers),
            finalizable: self.living(&vm.finalizable.borrow()).into(),
            last_objects: vm.last_objects.map(|objects| self.living(objects)),
            program: vm.program.clone(),
            fork_server: vm.fork_server.as_ref().map(|process| self.process(process)),
            watched: vm.watched.clone(),
            calls: vm.calls,
            spare: SpareFrames::default(),
            notices: vm.notices.clone(),
            warned: vm.warned.clone(),
            output: vm.output,
            objects: vm.objects,
            charged: vm.charged,
            last_id: vm.last_id,
            library: vm.library.map(self),
            error: vm.error.clone(),
            traceback: vm.traceback.clone(),
            exit_code: vm.exit_code,
            last_exception: vm.last_exception.as_ref().map(|exception| self.object(exception)),
            is_finalizing: vm.is_finalizing,
        }
    }

    /// Copies of weak references to objects that are alive.
    fn living(&mut self, objects: &[WeakRef]) -> Vec<WeakRef> {
        let objects = if self.is_collecting { &[] } else { objects };
        objects.iter().filter_map(WeakRef::upgrade).map(|object| self.object(&object).downgrade()).collect()
    }

    fn thread(&mut self, thread: &PyThread) -> PyThread {
        PyThread {
            process: thread.process,
            frame: thread.frame.as_deref().map(|frame| self.frame(frame)),
            depth: thread.depth,
            uncaught: thread.uncaught.as_ref().map(|throw| crate::python::native::Throw(self.object(&throw.0))),
            pending: thread.pending.as_ref().map(|throw| crate::python::native::Throw(self.object(&throw.0))),
            thrown: self.value(&thread.thrown),
            woken_by: self.value(&thread.woken_by),
            object: self.value(&thread.object),
            running_loop: self.value(&thread.running_loop),
            handle_started: thread.handle_started,
            context: self.value(&thread.context),
            outer_contexts: thread.outer_contexts.iter().map(|context| self.value(context)).collect(),
            locals: self.value(&thread.locals),
            is_daemon: thread.is_daemon,
            is_shutting_down: thread.is_shutting_down,
        }
    }

    pub fn process(&mut self, process: &PyProcess) -> PyProcess {
        PyProcess { modules: process.modules.iter().map(|(name, module)| (*name, self.value(module))).collect() }
    }
}

impl Mapper<Interpreter> for Copier {
    fn value(&mut self, value: &Value) -> Value {
        Copier::value(self, value)
    }

    fn future(&mut self, future: &Ref) -> Ref {
        self.object(future)
    }

    fn callback(&mut self, callback: &Callback) -> Callback {
        Callback {
            function: self.value(&callback.function),
            args: callback.args.iter().map(|value| self.value(value)).collect(),
            context: self.value(&callback.context),
            handle: self.value(&callback.handle),
        }
    }
}

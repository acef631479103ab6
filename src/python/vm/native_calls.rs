//! Calls of native functions, and what they can answer.

use std::rc::Rc;

use crate::python::native::{Body, Flow, Native, Result};
use crate::python::object::{Iter, Obj, Value};
use crate::sim::Stop;

use super::calls::Operands;
use super::execution::Execution;
use super::frame::{ClassBody, Frame, Then};
use super::functions::Args;

impl Execution<'_> {
    /// Can the body of a native function be given the operands as they are on the stack?
    pub(super) fn is_direct(&self, native: &Native, operands: Operands) -> bool {
        let args = &self.f.stack[operands.args..];
        let signature = &native.signature;
        signature.direct_from.is_some_and(|least| (least..=signature.positional).contains(&args.len()))
            && native.def.iterable.is_none_or(|at| args.get(at).is_none_or(|value| Iter::over(value).is_some()))
    }

    /// Calls the native function at `operands`, whose body can take the operands as they are.
    pub(super) fn call_native(&mut self, operands: Operands) -> Result<()> {
        let Some(Obj::NativeFunction(function)) = self.f.stack[operands.at].obj() else { unreachable!("it is one") };
        let native = &*function.native;
        let (visible, body, params) = (native.def.visible, native.def.body, native.signature.params.len());
        if visible && !self.may_act() {
            return Ok(());
        }
        self.pay();
        let given = self.f.stack.len();
        while self.f.stack.len() < operands.args + params {
            self.push(Value::Unset);
        }
        let args = &self.f.stack[operands.args..];
        let mut cx = super::cx::Cx { vm: self.vm, world: self.world, thread: self.thread, frame: &self.f };
        let value = match body {
            Body::Plain(body) => body(&mut cx, args)?,
            Body::Control(body) => match body(&mut cx, args)? {
                Flow::Value(value) => value,
                Flow::Retry => {
                    self.f.stack.truncate(given);
                    self.retry(Stop::Waits);
                    return Ok(());
                }
                flow => {
                    self.f.stack.truncate(operands.at);
                    return self.after_native(visible, flow);
                }
            },
        };
        self.drop_from(operands.at);
        self.show_native(visible);
        self.give(value);
        Ok(())
    }

    /// Calls a native function. `operands` is where the operands begin, if they are still on the stack.
    pub(super) fn call_native_with(&mut self, native: &Rc<Native>, args: Args, operands: Option<usize>) -> Result<()> {
        if let Some(at) = native.def.iterable
            && let Some(value) = args.positional.get(at)
            && Iter::over(value).is_none()
            && super::iteration::is_iterable(value, &self.vm.names)
        {
            let listed = self.vm.prelude("_with_list");
            let function = Value::from(Obj::NativeFunction(crate::python::object::NativeFunction {
                native: native.clone(),
                receiver: Value::Unset,
            }));
            let mut positional = vec![function, Value::Int(at as i64)];
            positional.extend(args.positional);
            self.f.stack.truncate(operands.unwrap_or(self.f.stack.len()));
            return self.call(listed, Args { positional, keyword: args.keyword }, Then::Push);
        }
        let bound = super::natives::bind(native, args)?;
        self.pay();
        let mut cx = super::cx::Cx { vm: self.vm, world: self.world, thread: self.thread, frame: &self.f };
        let flow = match native.def.body {
            Body::Plain(body) => Flow::Value(body(&mut cx, &bound)?),
            Body::Control(body) => body(&mut cx, &bound)?,
        };
        drop(bound);
        if matches!(flow, Flow::Retry) {
            self.retry(Stop::Waits);
            return Ok(());
        }
        self.f.stack.truncate(operands.unwrap_or(self.f.stack.len()));
        self.after_native(native.def.visible, flow)
    }

    fn after_native(&mut self, visible: bool, flow: Flow) -> Result<()> {
        self.show_native(visible);
        let result = self.flow(flow);
        self.reap();
        result
    }

    /// The world is asked before the next instruction if a native function did something that others can see, or spent time.
    fn show_native(&mut self, visible: bool) {
        if visible {
            self.acted();
        }
        if std::mem::take(&mut self.vm.charged) {
            self.ask_world();
        }
    }

    /// Does what a native function wants done, in the calling frame.
    pub(super) fn flow(&mut self, flow: Flow) -> Result<()> {
        match flow {
            Flow::Value(value) => self.push(value),
            Flow::Call { callable, args, kwargs, then } => {
                return self.call(callable, Args { positional: args, keyword: kwargs }, then);
            }
            Flow::Park(value) => {
                self.push(value);
                self.end_turn(Stop::Waits);
            }
            Flow::Resume { generator, input, then } => return self.resume_with(&generator, input, then),
            Flow::SetAttr { object, name, value, hooks } => return self.change_attr(object, name, value, hooks),
            Flow::MakeClass { metaclass, name, bases, namespace, kwargs } => {
                let body = ClassBody { name, bases, metaclass: Value::Unset, namespace, kwargs };
                return self.make_class(&metaclass, body);
            }
            Flow::Construct { class, args, kwargs } => {
                return self.construct_plainly(&class, Args { positional: args, keyword: kwargs }, Then::Push);
            }
            Flow::RunLoop(event_loop) => return self.run_loop(event_loop),
            Flow::Retry => unreachable!("only the call itself can be made again"),
        }
        Ok(())
    }

    /// Calls a native function whose result is not simply pushed, or that may have to be called again: then in a frame of its own.
    pub(super) fn call_native_then(&mut self, native: &Rc<Native>, args: Args, then: Then) -> Result<()> {
        if matches!(then, Then::Push) && !native.def.visible && matches!(native.def.body, Body::Plain(_)) {
            return self.call_native_with(native, args, None);
        }
        let function = Value::from(Obj::NativeFunction(crate::python::object::NativeFunction {
            native: native.clone(),
            receiver: Value::Unset,
        }));
        let bridge = self.vm.glue.call.clone();
        let mut frame = Box::new(Frame::new(bridge, self.f.globals.clone()));
        frame.stack.extend([function, Value::tuple(args.positional), super::natives::kwargs_dict(args.keyword)]);
        self.push_frame(frame, then)
    }
}

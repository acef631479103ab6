//! Calls: from the instructions, and from everything in the machine that calls something.

use std::rc::Rc;

use crate::python::code::{Code, CodeKind};
use crate::python::core::ExceptionKind;
use crate::python::library::asyncio::debug;
use crate::python::native::Result;
use crate::python::object::{Function, Generator, GeneratorState, Obj, Ref, Sym, Value};
use crate::trace::What;
use crate::trace::ids::LoopId;

use super::execution::Execution;
use super::frame::{Frame, Then};
use super::functions::{Args, bind};
use super::traceback::frame::Place;
use super::{error, type_error};

/// Where the operands of a call are on the stack.
#[derive(Clone, Copy)]
pub(super) struct Operands {
    /// Index of the callable: the result goes there.
    pub at: usize,
    /// Index of the first argument.
    pub args: usize,
}

impl Execution<'_> {
    pub(super) fn call_op(&mut self, n: usize) -> Result<()> {
        let at = self.f.stack.len() - n - 1;
        self.call_positional(Operands { at, args: at + 1 })
    }

    pub(super) fn call_method_op(&mut self, n: usize) -> Result<()> {
        let at = self.f.stack.len() - n - 2;
        let args = if self.f.stack[at + 1].is_unset() { at + 2 } else { at + 1 };
        self.call_positional(Operands { at, args })
    }

    /// A call with positional arguments only, all on the stack. Nothing is taken off it before the call is sure to happen.
    fn call_positional(&mut self, operands: Operands) -> Result<()> {
        match self.f.stack[operands.at].obj() {
            Some(Obj::Function(function)) => {
                if self.is_watched(&function.code) && !self.may_act() {
                    return Ok(());
                }
                let callable = std::mem::take(&mut self.f.stack[operands.at]);
                let Some(Obj::Function(function)) = callable.obj() else { unreachable!("it is one") };
                return self.call_function(function, operands);
            }
            Some(Obj::NativeFunction(native)) if native.receiver.is_unset() && self.is_direct(&native.native, operands) => {
                return self.call_native(operands);
            }
            _ => {}
        }
        let callable = self.f.stack[operands.at].clone();
        match callable.obj() {
            Some(Obj::NativeFunction(native)) if native.receiver.is_unset() => {
                if native.native.def.visible && !self.may_act() {
                    return Ok(());
                }
                let positional = self.f.stack[operands.args..].to_vec();
                self.call_native_with(&native.native, Args { positional, keyword: Vec::new() }, Some(operands.at))
            }
            Some(Obj::Method(method)) if matches!(method.function.obj(), Some(Obj::Function(_))) => {
                if !self.may_call(&method.function) {
                    return Ok(());
                }
                // The receiver takes the place of the callable, which is not needed any more.
                self.f.stack[operands.args - 1] = method.receiver.clone();
                let Some(Obj::Function(function)) = method.function.obj() else { return Ok(()) };
                self.call_function(function, Operands { at: operands.at, args: operands.args - 1 })
            }
            _ => {
                if !self.may_call(&callable) {
                    return Ok(());
                }
                let positional = self.f.stack.split_off(operands.args);
                self.f.stack.truncate(operands.at);
                self.call(callable, Args { positional, keyword: Vec::new() }, Then::Push)
            }
        }
    }

    fn call_function(&mut self, function: &Function, operands: Operands) -> Result<()> {
        let code = &function.code;
        let given = self.f.stack.len() - operands.args;
        if code.direct && given == code.params.positional as usize {
            let mut frame = self.vm.spare.take(code, &function.globals);
            self.move_args(&mut frame, operands);
            while frame.stack.len() < code.locals.len() {
                frame.stack.push(Value::Unset);
            }
            if self.is_watched(code) {
                frame.call = Some(self.record_call(code, self.line_of_program()));
            }
            return self.push_frame(frame, Then::Push);
        }
        let params = code.params;
        let simple = !params.star_args && !params.star_kwargs && params.keyword_only == 0;
        let defaults = function.defaults.borrow();
        let missing = (params.positional as usize).checked_sub(given);
        match missing {
            Some(missing) if simple && missing <= defaults.len() => {
                let mut frame = self.vm.spare.take(code, &function.globals);
                self.move_args(&mut frame, operands);
                frame.stack.extend_from_slice(&defaults[defaults.len() - missing..]);
                drop(defaults);
                self.enter(function, frame, Then::Push)
            }
            _ => {
                drop(defaults);
                let positional = self.f.stack.split_off(operands.args);
                self.f.stack.truncate(operands.at);
                let locals = bind(function, Args { positional, keyword: Vec::new() })?;
                self.enter_with(function, locals, Then::Push)
            }
        }
    }

    /// Moves the arguments to the beginning of a new frame's stack, and takes the operands of the call off this one's.
    #[inline(always)]
    fn move_args(&mut self, frame: &mut Frame, operands: Operands) {
        for arg in &mut self.f.stack[operands.args..] {
            frame.stack.push(std::mem::take(arg));
        }
        self.drop_from(operands.at);
    }

    /// Starts a call of a function whose parameters are bound to the beginning of `locals`.
    fn enter_with(&mut self, function: &Function, locals: Vec<Value>, then: Then) -> Result<()> {
        let mut frame = self.vm.spare.take(&function.code, &function.globals);
        frame.stack.extend(locals);
        self.enter(function, frame, then)
    }

    /// Where a coroutine of that code is being made, if a loop in debug mode wants to know it (`compute_cr_origin`,
    /// Objects/genobject.c).
    fn origin(&self, code: &Code) -> Option<Rc<[Place]>> {
        let is_debug = |id: LoopId| debug::is_on(&self.vm.library, id);
        if code.kind == CodeKind::Coroutine
            && self.vm.library.any_debug()
            && self.world.running_loop(self.thread).is_some_and(is_debug)
        {
            return Some(debug::frames(&self.f, 0, debug::DEBUG_STACK_DEPTH).into());
        }
        None
    }

    /// Starts a call of a function in a frame that has nothing but the parameters, bound, on its stack.
    fn enter(&mut self, function: &Function, mut frame: Box<Frame>, then: Then) -> Result<()> {
        let code = &function.code;
        frame.stack.resize(code.locals.len(), Value::Unset);
        make_cells(&mut frame, &function.closure);
        if !matches!(code.kind, CodeKind::Function | CodeKind::Module) {
            let generator = new_generator(function, frame, self.origin(code));
            return self.complete(then, generator);
        }
        if self.is_watched(code) {
            frame.call = Some(self.record_call(code, self.line_of_program()));
        }
        self.push_frame(frame, then)
    }

    /// Makes `frame` the innermost one.
    pub(super) fn push_frame(&mut self, mut frame: Box<Frame>, then: Then) -> Result<()> {
        if self.depth + 1 >= self.world.settings.limits.recursion {
            return Err(error(ExceptionKind::RecursionError, "maximum recursion depth exceeded"));
        }
        match then {
            Then::Push => frame.become_plain(),
            then => frame.then = then,
        }
        frame.began = self.now();
        self.depth += 1;
        let caller = std::mem::replace(&mut self.f, frame);
        self.f.back = Some(caller);
        Ok(())
    }

    /// Does the trace show calls of that code?
    fn is_watched(&self, code: &Code) -> bool {
        !self.vm.watched.is_empty() && code.source.user && self.vm.watched.contains(&code.name)
    }

    /// Records that a call begins, and gives it its number. `from_line` is the line it is made at.
    pub(super) fn record_call(&mut self, code: &Code, from_line: u16) -> u32 {
        self.vm.calls += 1;
        let call = self.vm.calls;
        self.pay();
        self.mark_line();
        self.world.record(self.thread, |strings| What::CallEntered { function: strings.intern(&code.name), call, from_line });
        self.acted();
        call
    }

    /// May a call of `callable` happen now? If others can notice it and this thread is ahead of them, it is put off.
    fn may_call(&mut self, callable: &Value) -> bool {
        let visible = match callable.obj() {
            Some(Obj::Function(function)) => self.is_watched(&function.code),
            Some(Obj::NativeFunction(native)) => native.native.def.visible,
            Some(Obj::Method(method)) => match method.function.obj() {
                Some(Obj::Function(function)) => self.is_watched(&function.code),
                Some(Obj::NativeFunction(native)) => native.native.def.visible,
                _ => false,
            },
            Some(Obj::Class(class)) => class.constructor.as_ref().is_some_and(|native| native.def.visible),
            _ => false,
        };
        !visible || self.may_act()
    }

    /// Calls anything with anything; `then` says what happens to the result.
    pub(super) fn call(&mut self, callable: Value, mut args: Args, then: Then) -> Result<()> {
        match callable.obj() {
            Some(Obj::Function(function)) => {
                let locals = bind(function, args)?;
                self.enter_with(function, locals, then)
            }
            Some(Obj::Method(method)) => {
                args.positional.insert(0, method.receiver.clone());
                self.call(method.function.clone(), args, then)
            }
            Some(Obj::NativeFunction(native)) => {
                if !native.receiver.is_unset() {
                    args.positional.insert(0, native.receiver.clone());
                }
                self.call_native_then(&native.native, args, then)
            }
            Some(Obj::Class(_)) => self.construct(&callable, args, then),
            Some(Obj::StaticMethod(function)) => self.call(function.clone(), args, then),
            _ => match super::attributes::special(&callable, self.vm.names.call) {
                Some(method) => {
                    args.positional.insert(0, callable);
                    self.call(method, args, then)
                }
                None => Err(type_error(format!("'{}' object is not callable", super::type_name(&callable)))),
            },
        }
    }

    pub(super) fn call_kw_op(&mut self, n: usize) -> Result<()> {
        let at = self.f.stack.len() - n - 2;
        self.call_keywords(Operands { at, args: at + 1 })
    }

    pub(super) fn call_method_kw_op(&mut self, n: usize) -> Result<()> {
        let at = self.f.stack.len() - n - 3;
        let args = if self.f.stack[at + 1].is_unset() { at + 2 } else { at + 1 };
        self.call_keywords(Operands { at, args })
    }

    /// The tuple of names is on top.
    fn call_keywords(&mut self, operands: Operands) -> Result<()> {
        let callable = self.f.stack[operands.at].clone();
        if !self.may_call(&callable) {
            return Ok(());
        }
        let names = self.peek(0).clone();
        let names = names.as_tuple().unwrap_or_default();
        let end = self.f.stack.len() - 1;
        let mut positional = self.f.stack[operands.args..end].to_vec();
        let values = positional.split_off(positional.len() - names.len());
        let keyword = names.iter().map(super::natives::symbol).zip(values).collect();
        self.call_undoable(callable, Args { positional, keyword }, operands.at)
    }

    pub(super) fn call_unpacked_op(&mut self, has_kwargs: bool) -> Result<()> {
        let at = self.f.stack.len() - 2 - usize::from(has_kwargs);
        let callable = self.f.stack[at].clone();
        if !self.may_call(&callable) {
            return Ok(());
        }
        let positional = match self.f.stack[at + 1].obj() {
            Some(Obj::Tuple(items)) => items.to_vec(),
            Some(Obj::List(items)) => items.borrow().clone(),
            _ => Vec::new(),
        };
        let keyword: Vec<(Sym, Value)> = match self.f.stack.get(at + 2).and_then(Value::obj) {
            Some(Obj::Dict(dict)) if has_kwargs => dict.keyword_entries()?,
            _ => Vec::new(),
        };
        self.call_undoable(callable, Args { positional, keyword }, at)
    }

    /// Makes a call whose operands, from `at`, are still on the stack, so that a native function can ask to be called again.
    fn call_undoable(&mut self, callable: Value, mut args: Args, at: usize) -> Result<()> {
        let native = match callable.obj() {
            Some(Obj::NativeFunction(native)) => {
                if !native.receiver.is_unset() {
                    args.positional.insert(0, native.receiver.clone());
                }
                Some(native.native.clone())
            }
            _ => None,
        };
        if let Some(native) = native {
            return self.call_native_with(&native, args, Some(at));
        }
        self.f.stack.truncate(at);
        self.call(callable, args, Then::Push)
    }
}

/// Makes the cells of a frame: its own, those of parameters with their values, and those of the closure.
pub fn make_cells(frame: &mut Frame, closure: &[Ref]) {
    if frame.code.cells.is_empty() && closure.is_empty() {
        return;
    }
    let code = frame.code.clone();
    for cell in &code.cells {
        let value = cell.parameter.map(|at| std::mem::take(&mut frame.stack[at as usize])).unwrap_or_default();
        frame.cells.push(Ref::new(Obj::Cell(value.into())));
    }
    frame.cells.extend(closure.iter().cloned());
}

fn new_generator(function: &Function, frame: Box<Frame>, origin: Option<Rc<[Place]>>) -> Value {
    Value::from(Obj::Generator(Box::new(Generator {
        kind: function.code.kind,
        code: function.code.clone(),
        name: function.name.clone(),
        qualname: function.qualname.clone(),
        state: GeneratorState::Created.into(),
        frame: Some(frame).into(),
        is_item: false.into(),
        closer: Default::default(),
        origin,
        stands_for: crate::python::object::generator::iterator_kind(&function.code),
        awaited: false.into(),
    })))
}

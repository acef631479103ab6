//! Methods of generators, coroutines and async generators.

use crate::python::code::Op;
use crate::python::core::{ExceptionKind, TypeKind};
use crate::python::native::{Def, Flow, Result, Throw};
use crate::python::object::{Generator, GeneratorState, Obj, Ref, Value};
use crate::python::vm::{AsyncStep, AsyncStepKind, Cx, Input, Then, raise, type_error};

use super::{TypeDef, type_name};

fn generator(value: &Value) -> Result<(&Ref, &Generator)> {
    let object = value.as_ref().and_then(|object| Some((object, object.as_generator()?)));
    object.ok_or_else(|| type_error(format!("a generator is expected, not '{}'", type_name(value))))
}

/// Resumes a generator for a method.
pub fn resume(value: &Value, input: Input, then: Then) -> Result<Flow> {
    Ok(Flow::Resume { generator: generator(value)?.0.clone(), input, then })
}

fn send(_: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    resume(&args[0], Input::Send(args[1].clone()), Then::Send)
}

fn next(_: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    resume(&args[0], Input::Send(Value::None), Then::Send)
}

fn itself(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    Ok(args[0].clone())
}

/// `coroutine.__await__()`: the iterator that it gives is the coroutine itself, which from now on may be delegated to by `yield from`.
fn coroutine_await(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    if let Some(Obj::Generator(generator)) = args[0].obj() {
        generator.awaited.set(true);
    }
    Ok(args[0].clone())
}

/// The exception that `throw(type)`, `throw(exception)` or `throw(type, value)` means.
fn thrown(cx: &Cx<'_>, args: &[Value]) -> Result<Throw> {
    match args[1].as_ref().map(|object| (object, &**object)) {
        Some((object, Obj::Exception(_))) => Ok(Throw(object.clone())),
        Some((class, Obj::Class(_))) if class.is_subclass_of(cx.vm.core.exception(ExceptionKind::BaseException)) => {
            let given = args.get(2).filter(|value| !matches!(value, Value::Unset | Value::None)).cloned();
            match given.as_ref().and_then(Value::as_ref) {
                Some(exception) if exception.as_exception().is_some() => Ok(Throw(exception.clone())),
                _ => match cx.vm.new_instance(class, &given.into_iter().collect::<Vec<_>>())? {
                    Value::Obj(exception) => Ok(Throw(exception)),
                    _ => Err(type_error("exceptions must derive from BaseException")),
                },
            }
        }
        _ => {
            let name = type_name(&args[1]);
            Err(type_error(format!("exceptions must be classes or instances deriving from BaseException, not {name}")))
        }
    }
}

fn throw(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    let input = Input::Throw(thrown(cx, args)?);
    resume(&args[0], input, Then::Send)
}

fn close(_: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    let (object, inner) = generator(&args[0])?;
    match inner.state.get() {
        GeneratorState::Closed => Ok(Flow::Value(Value::None)),
        GeneratorState::Created => {
            inner.state.set(GeneratorState::Closed);
            drop(inner.frame.take());
            Ok(Flow::Value(Value::None))
        }
        _ => {
            let exit = raise(ExceptionKind::GeneratorExit, Vec::new());
            Ok(Flow::Resume { generator: object.clone(), input: Input::Throw(exit), then: Then::Close })
        }
    }
}

fn name(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    Ok(Value::from(generator(&args[0])?.1.name.borrow().clone()))
}

fn qualname(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    Ok(Value::from(generator(&args[0])?.1.qualname.borrow().clone()))
}

fn running(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    Ok(Value::Bool(generator(&args[0])?.1.state.get() == GeneratorState::Running))
}

fn suspended(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    Ok(Value::Bool(generator(&args[0])?.1.state.get() == GeneratorState::Suspended))
}

fn frame(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    generator(&args[0])?;
    Ok(cx.call_prelude("_generator_frame", args.to_vec()))
}

fn code(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    Ok(Value::from(Obj::Code(generator(&args[0])?.1.code.clone())))
}

/// What it delegates to or awaits, or `None`.
fn delegate(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let frame = generator(&args[0])?.1.frame.borrow();
    let waits = frame.as_ref().filter(|frame| frame.code.ops.get(frame.pc as usize) == Some(&Op::YieldFrom));
    Ok(waits.and_then(|frame| frame.stack.last().cloned()).unwrap_or(Value::None))
}

fn asend(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    Ok(AsyncStep::value(generator(&args[0])?.0.clone(), AsyncStepKind::Send, Input::Send(args[1].clone())))
}

fn anext(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    Ok(AsyncStep::value(generator(&args[0])?.0.clone(), AsyncStepKind::Send, Input::Send(Value::None)))
}

fn athrow(cx: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let input = Input::Throw(thrown(cx, args)?);
    Ok(AsyncStep::value(generator(&args[0])?.0.clone(), AsyncStepKind::Throw, input))
}

fn aclose(_: &mut Cx<'_>, args: &[Value]) -> Result<Value> {
    let exit = raise(ExceptionKind::GeneratorExit, Vec::new());
    Ok(AsyncStep::value(generator(&args[0])?.0.clone(), AsyncStepKind::Close, Input::Throw(exit)))
}

const NAME: Def = Def::new("__name__(self, /)", name).property();
const QUALNAME: Def = Def::new("__qualname__(self, /)", qualname).property();
const SEND: Def = Def::control("send(self, value, /)", send);
const THROW: Def = Def::control("throw(self, type, value=None, traceback=None, /)", throw);
const CLOSE: Def = Def::control("close(self, /)", close);

const GENERATOR: TypeDef = TypeDef::internal(
    TypeKind::Generator,
    &[
        NAME,
        QUALNAME,
        SEND,
        THROW,
        CLOSE,
        Def::control("__next__(self, /)", next),
        Def::new("__iter__(self, /)", itself),
        Def::new("gi_running(self, /)", running).property(),
        Def::new("gi_suspended(self, /)", suspended).property(),
        Def::control("gi_frame(self, /)", frame).property(),
        Def::new("gi_code(self, /)", code).property(),
        Def::new("gi_yieldfrom(self, /)", delegate).property(),
    ],
);

const COROUTINE: TypeDef = TypeDef::internal(
    TypeKind::Coroutine,
    &[
        NAME,
        QUALNAME,
        SEND,
        THROW,
        CLOSE,
        Def::new("__await__(self, /)", coroutine_await),
        Def::new("cr_running(self, /)", running).property(),
        Def::new("cr_suspended(self, /)", suspended).property(),
        Def::control("cr_frame(self, /)", frame).property(),
        Def::new("cr_code(self, /)", code).property(),
        Def::new("cr_await(self, /)", delegate).property(),
    ],
);

const ASYNC_GENERATOR: TypeDef = TypeDef::internal(
    TypeKind::AsyncGenerator,
    &[
        NAME,
        QUALNAME,
        Def::new("__aiter__(self, /)", itself),
        Def::new("__anext__(self, /)", anext),
        Def::new("asend(self, value, /)", asend),
        Def::new("athrow(self, type, value=None, traceback=None, /)", athrow),
        Def::new("aclose(self, /)", aclose),
        Def::new("ag_running(self, /)", running).property(),
        Def::new("ag_suspended(self, /)", suspended).property(),
        Def::control("ag_frame(self, /)", frame).property(),
        Def::new("ag_code(self, /)", code).property(),
        Def::new("ag_await(self, /)", delegate).property(),
    ],
);

const ASYNC_STEP: TypeDef = TypeDef::internal(TypeKind::AsyncGeneratorAsend, &[Def::new("__await__(self, /)", itself)]);

pub const TYPES: &[&TypeDef] = &[&GENERATOR, &COROUTINE, &ASYNC_GENERATOR, &ASYNC_STEP];

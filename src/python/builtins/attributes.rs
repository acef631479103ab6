//! Functions that look at objects by name, and iteration by hand: `getattr`, `vars`, `dir`, `iter`, `next`, `globals`, ...

use crate::python::code::CodeKind;
use crate::python::core::ExceptionKind;
use crate::python::native::{Def, Flow, Result};
use crate::python::object::namespace::Module;
use crate::python::object::{DictTable, GeneratorState, Iter, Obj, Sym, Value, class_of};
use crate::python::vm::attributes::{Found, is_slot, own_attrs, special};
use crate::python::vm::{Cx, Input, Then, raise, type_error};

use super::type_name;

pub const FUNCTIONS: &[Def] = &[
    Def::control("getattr(object, name, default=None, /)", getattr),
    Def::control("setattr(object, name, value, /)", setattr),
    Def::control("delattr(object, name, /)", delattr),
    Def::control("hasattr(object, name, /)", hasattr),
    Def::control("vars(object=None, /)", vars),
    Def::control("dir(object=None, /)", dir),
    Def::control("globals()", live_globals),
    Def::control("locals()", live_locals),
    Def::control("iter(object, sentinel=None, /)", iter),
    Def::control("next(iterator, default=None, /)", next),
    Def::control("aiter(async_iterable, /)", aiter),
    Def::control("anext(async_iterator, default=, /)", anext),
];

/// The name of an attribute, given as a string.
pub fn name(value: &Value) -> Result<Sym> {
    match value.payload().obj() {
        Some(Obj::Str(name)) => Ok(name.sym()),
        _ => Err(type_error(format!("attribute name must be string, not '{}'", type_name(value)))),
    }
}

fn call(callable: Value, args: Vec<Value>) -> Flow {
    Flow::Call { callable, args, kwargs: Vec::new(), then: Then::Push }
}

fn getattr(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    let name = name(&args[1])?;
    let has_default = !args[2].is_unset();
    match cx.vm.lookup(&args[0], name) {
        Ok(Found::Value(value)) => Ok(Flow::Value(value)),
        Ok(Found::Call(..)) if has_default => Ok(cx.call_prelude("_getattr_or", args.to_vec())),
        Ok(Found::Call(function, args)) => Ok(call(function, args)),
        Ok(Found::Missing) | Err(_) if has_default => Ok(Flow::Value(args[2].clone())),
        Ok(Found::Missing) => Err(crate::python::vm::attributes::no_attribute(&args[0], name)),
        Err(throw) => Err(throw),
    }
}

fn hasattr(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    let name = name(&args[1])?;
    Ok(match cx.vm.lookup(&args[0], name) {
        Ok(Found::Value(_)) => Flow::Value(Value::Bool(true)),
        Ok(Found::Call(..)) => cx.call_prelude("_hasattr", args.to_vec()),
        Ok(Found::Missing) | Err(_) => Flow::Value(Value::Bool(false)),
    })
}

fn setattr(_: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    Ok(Flow::SetAttr { object: args[0].clone(), name: name(&args[1])?, value: Some(args[2].clone()), hooks: true })
}

fn delattr(_: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    Ok(Flow::SetAttr { object: args[0].clone(), name: name(&args[1])?, value: None, hooks: true })
}

fn dict_of(entries: impl IntoIterator<Item = (Sym, Value)>) -> Value {
    let mut dict = DictTable::default();
    for (name, value) in entries {
        dict.set_str(name, value);
    }
    Value::from(dict)
}

/// `vars(object)`: the `__dict__` of an object; of modules and classes a dict with what they have now.
fn vars(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    if args[0].is_unset() {
        return live_locals(cx, &[]);
    }
    Ok(match args[0].obj() {
        Some(Obj::Module(module)) => Flow::Value(dict_of(module.namespace.entries())),
        Some(Obj::Class(class)) => {
            let names = dict_of(class.attrs().iter().map(|(name, value)| (name, value.clone())));
            cx.call_prelude("mappingproxy", vec![names])
        }
        _ => match own_attrs(&args[0]).filter(|_| cx.vm.has_dict(&args[0])) {
            Some(attrs) => Flow::Value(Value::Obj(attrs.dict(|name| is_slot(&args[0], name)))),
            None => return Err(type_error("vars() argument must have __dict__ attribute")),
        },
    })
}

fn dir(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    let own = if args[0].is_unset() { None } else { special(&args[0], Sym::new("__dir__")) };
    match own.filter(|method| !matches!(method.obj(), Some(Obj::NativeFunction(_)))) {
        Some(_) => Ok(cx.call_prelude("_dir", vec![args[0].clone()])),
        None => names_of(cx, &args[0]).map(Flow::Value),
    }
}

fn names_of(cx: &mut Cx<'_>, object: &Value) -> Result<Value> {
    let args = std::slice::from_ref(object);
    let mut names: Vec<String> = match args[0].obj() {
        None if args[0].is_unset() => cx.frame.code.locals.iter().map(ToString::to_string).collect(),
        Some(Obj::Module(module)) => module.namespace.entries().iter().map(|(name, _)| name.to_string()).collect(),
        _ => {
            let class = match args[0].obj() {
                Some(Obj::Class(_)) => args[0].as_ref().expect("a class is an object").clone(),
                _ => class_of(&args[0]),
            };
            let chain = class.as_class().map(|this| std::iter::once(&class).chain(&this.ancestors));
            let classes = chain.into_iter().flatten().filter_map(|class| class.as_class());
            let mut names: Vec<String> =
                classes.flat_map(|class| class.attrs().iter().map(|(name, _)| name.to_string()).collect::<Vec<_>>()).collect();
            let own = own_attrs(&args[0]).map(|attrs| attrs.entries()).unwrap_or_default();
            names.extend(own.iter().map(|(name, _)| name.to_string()));
            names
        }
    };
    names.sort();
    names.dedup();
    Ok(Value::list(names.into_iter().map(Value::from).collect()))
}

/// `globals()`: a dict that changes with the module, and the module with it.
fn live_globals(cx: &mut Cx<'_>, _: &[Value]) -> Result<Flow> {
    let module = Value::from(Obj::Module(Module { namespace: cx.frame.globals.clone() }));
    Ok(cx.call_prelude("_Globals", vec![module]))
}

/// A dict with the globals as they are now.
pub fn globals(cx: &mut Cx<'_>, _: &[Value]) -> Result<Value> {
    Ok(dict_of(cx.frame.globals.entries()))
}

/// `locals()`: in a module its globals, elsewhere a dict with the variables as they are now.
fn live_locals(cx: &mut Cx<'_>, _: &[Value]) -> Result<Flow> {
    if cx.frame.code.kind == CodeKind::Module { live_globals(cx, &[]) } else { locals(cx, &[]).map(Flow::Value) }
}

/// A dict with the variables of the calling frame as they are now.
pub fn locals(cx: &mut Cx<'_>, _: &[Value]) -> Result<Value> {
    let code = &cx.frame.code;
    match code.kind {
        CodeKind::Module => return globals(cx, &[]),
        CodeKind::Class => return Ok(cx.frame.namespace.clone()),
        _ => {}
    }
    let plain = code.locals.iter().copied().zip(cx.frame.stack.iter().cloned());
    let cell_names = code.cells.iter().map(|cell| cell.name).chain(code.free.iter().copied());
    let cells = cell_names.zip(cx.frame.cells.iter().map(|cell| match &**cell {
        Obj::Cell(value) => value.borrow().clone(),
        _ => Value::Unset,
    }));
    Ok(dict_of(plain.chain(cells).filter(|(_, value)| !value.is_unset())))
}

fn iter(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    if !args[1].is_unset() {
        if !super::functions::is_callable(&args[0]) {
            return Err(type_error("iter(v, w): v must be callable"));
        }
        return Ok(cx.call_prelude("_call_sentinel", args.to_vec()));
    }
    if let Some(iter) = Iter::over(&args[0]) {
        return Ok(Flow::Value(Value::from(Obj::Iterator(iter.into()))));
    }
    match args[0].obj() {
        Some(Obj::Iterator(_)) => return Ok(Flow::Value(args[0].clone())),
        Some(Obj::Generator(generator)) if generator.kind == CodeKind::Generator => return Ok(Flow::Value(args[0].clone())),
        _ => {}
    }
    if let Some(method) = special(&args[0], cx.vm.names.iter) {
        let then = Then::Iterator;
        return Ok(Flow::Call { callable: method, args: vec![args[0].clone()], kwargs: Vec::new(), then });
    }
    if special(&args[0], cx.vm.names.getitem).is_some() {
        return Ok(cx.call_prelude("_iterate_sequence", vec![args[0].clone()]));
    }
    Err(type_error(format!("'{}' object is not iterable", type_name(&args[0]))))
}

fn next(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    let default = &args[1];
    match args[0].as_ref().map(|object| (object, &**object)) {
        Some((_, Obj::Iterator(iter))) => {
            let next = iter.borrow_mut().next()?;
            match next {
                Some(item) => Ok(Flow::Value(item)),
                None if default.is_unset() => Err(raise(ExceptionKind::StopIteration, Vec::new())),
                None => Ok(Flow::Value(default.clone())),
            }
        }
        Some((object, Obj::Generator(generator))) if generator.kind == CodeKind::Generator => {
            if generator.state.get() == GeneratorState::Closed && !default.is_unset() {
                return Ok(Flow::Value(default.clone()));
            }
            let then = if default.is_unset() { Then::Send } else { Then::NextYieldOr(default.clone()) };
            Ok(Flow::Resume { generator: object.clone(), input: Input::Send(Value::None), then })
        }
        _ => {
            let method = special(&args[0], cx.vm.names.next)
                .ok_or_else(|| type_error(format!("'{}' object is not an iterator", type_name(&args[0]))))?;
            let then = if default.is_unset() { Then::Push } else { Then::NextItemOr(default.clone()) };
            Ok(Flow::Call { callable: method, args: vec![args[0].clone()], kwargs: Vec::new(), then })
        }
    }
}

fn aiter(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    let method = special(&args[0], cx.vm.names.aiter)
        .ok_or_else(|| type_error(format!("'{}' object is not an async iterable", type_name(&args[0]))))?;
    Ok(call(method, vec![args[0].clone()]))
}

fn anext(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    let method = special(&args[0], cx.vm.names.anext)
        .ok_or_else(|| type_error(format!("'{}' object is not an async iterator", type_name(&args[0]))))?;
    if args[1].is_unset() {
        return Ok(call(method, vec![args[0].clone()]));
    }
    Ok(cx.call_prelude("_anext_or", vec![args[0].clone(), args[1].clone()]))
}

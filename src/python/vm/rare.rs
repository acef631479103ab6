//! The instructions that are not executed often: names in class bodies, building, unpacking, functions, imports.

use crate::python::code::{Constant, FunctionParts, Op};
use crate::python::core::ExceptionKind;
use crate::python::native::Result;
use crate::python::object::{Obj, Sym, Value};

use super::error;
use super::execution::Execution;
use super::frame::Then;
use super::functions::Args;

impl Execution<'_> {
    pub(super) fn execute_rare(&mut self, op: Op) -> Result<()> {
        match op {
            Op::Dup2 | Op::Rot3 | Op::Rot4 => self.shuffle(op),
            Op::DeleteLocal(_) | Op::DeleteCell(_) | Op::PushCell(_) | Op::StoreGlobal(_) | Op::DeleteGlobal(_) => {
                self.variable(op)?
            }
            Op::LoadName(_) | Op::StoreName(_) | Op::DeleteName(_) | Op::LoadClassCell { .. } => self.class_name(op)?,
            Op::Unary(op) => self.unary(op)?,
            Op::Not => self.not()?,
            Op::Is { negated } => {
                let (b, a) = (self.pop(), self.pop());
                self.push(Value::Bool(a.is(&b) != negated));
                self.reap();
            }
            Op::In { negated } => self.contains(negated)?,
            Op::JumpIfFalseOrPop(target) => self.jump_or_pop(false, target)?,
            Op::JumpIfTrueOrPop(target) => self.jump_or_pop(true, target)?,
            Op::PopJumpIfNone(target) => self.jump_if_none(true, target),
            Op::PopJumpIfNotNone(target) => self.jump_if_none(false, target),
            Op::GetIter => self.get_iter()?,
            Op::BuildTuple(_) | Op::BuildList(_) | Op::BuildSet(_) | Op::BuildDict(_) | Op::BuildString(_) | Op::BuildSlice(_) => {
                self.build(op)?;
            }
            Op::ListAppend(_)
            | Op::SetAdd(_)
            | Op::DictAdd(_)
            | Op::ListExtend
            | Op::SetUpdate
            | Op::DictUpdate
            | Op::DictMerge
            | Op::ListToTuple => self.extend(op)?,
            Op::UnpackSequence(n) => self.unpack(n as usize, None)?,
            Op::UnpackStarred { before, after } => self.unpack(before as usize, Some(after as usize))?,
            Op::DeleteAttr(i) => self.delete_attr_op(i)?,
            Op::LoadSpecial(special) => self.load_special(special)?,
            Op::DeleteItem => self.delete_item()?,
            Op::CallKw(n) => self.call_kw_op(n as usize)?,
            Op::CallMethodKw(n) => self.call_method_kw_op(n as usize)?,
            Op::CallUnpacked { kwargs } => self.call_unpacked_op(kwargs)?,
            Op::MakeFunction { parts, code } => self.make_function(parts, code),
            Op::BuildClass => self.build_class()?,
            Op::Format { conversion, spec, joined } => self.format(conversion, spec, joined)?,
            Op::Import { name, leaf } => self.import(name, leaf)?,
            Op::ImportFrom(i) => self.import_from(i)?,
            Op::ImportStar => self.import_star()?,
            Op::LoadAssertionError => {
                let class = self.vm.core.exception(ExceptionKind::AssertionError).clone();
                self.push(Value::Obj(class));
            }
            Op::PushHandled
            | Op::PopHandled
            | Op::ExceptMatches
            | Op::ExceptStarMatches
            | Op::ExceptStarRest
            | Op::Raise(_)
            | Op::Reraise
            | Op::WithExcept => self.exception_op(op, self.f.code.locals.len())?,
            Op::YieldItem | Op::GetYieldFromIter | Op::GetAwaitable(_) | Op::GetAsyncIter | Op::GetAsyncNext | Op::EndAsyncFor => {
                self.async_op(op)?
            }
            Op::GetLen | Op::MatchSequence | Op::MatchMapping | Op::MatchKeys | Op::MatchClass(_) => self.match_op(op)?,
            Op::BusyWait { end } => self.busy_wait(end),
            Op::LoopTurn => self.loop_turn()?,
            _ => unreachable!("{op:?} is executed elsewhere"),
        }
        Ok(())
    }

    fn shuffle(&mut self, op: Op) {
        match op {
            Op::Dup2 => {
                let (a, b) = (self.peek(1).clone(), self.peek(0).clone());
                self.push(a);
                self.push(b);
            }
            Op::Rot3 => self.rotate(3),
            Op::Rot4 => self.rotate(4),
            other => unreachable!("{other:?} does more than move operands"),
        }
    }

    fn variable(&mut self, op: Op) -> Result<()> {
        match op {
            Op::DeleteLocal(i) => {
                if self.f.stack[i as usize].is_unset() {
                    return Err(self.unbound_local(i));
                }
                self.f.stack[i as usize] = Value::Unset;
                self.reap();
            }
            Op::DeleteCell(i) => self.delete_cell(i)?,
            Op::PushCell(i) => {
                let cell = self.f.cells[i as usize].clone();
                self.push(Value::Obj(cell));
            }
            Op::StoreGlobal(slot) => {
                let value = self.pop();
                self.f.globals.store(slot, value);
                self.reap();
            }
            Op::DeleteGlobal(slot) => {
                if self.f.globals.delete(slot).is_unset() {
                    return Err(self.unknown_name(self.f.globals.name_of(slot)));
                }
                self.reap();
            }
            other => unreachable!("{other:?} is about no variable"),
        }
        Ok(())
    }

    /// Puts the top operand below the `n - 1` under it.
    fn rotate(&mut self, n: usize) {
        let at = self.f.stack.len() - n;
        self.f.stack[at..].rotate_right(1);
    }

    pub(super) fn load_cell(&mut self, i: u32) -> Result<()> {
        let value = self.cell_value(i);
        if value.is_unset() {
            let (cells, free) = (&self.f.code.cells, &self.f.code.free);
            return match free.get((i as usize).wrapping_sub(cells.len())) {
                Some(&name) if self.wants_forward_references() => self.forward_reference(name),
                _ => Err(self.unbound_cell(i)),
            };
        }
        self.push(value);
        Ok(())
    }

    fn cell_value(&self, i: u32) -> Value {
        match &*self.f.cells[i as usize] {
            Obj::Cell(value) => value.borrow().clone(),
            _ => unreachable!("only cells are among the cells"),
        }
    }

    fn replace_cell(&mut self, i: u32, value: Value) -> Value {
        match &*self.f.cells[i as usize] {
            Obj::Cell(cell) => cell.replace(value),
            _ => unreachable!("only cells are among the cells"),
        }
    }

    pub(super) fn store_cell(&mut self, i: u32) {
        let value = self.pop();
        let old = self.replace_cell(i, value);
        drop(old);
        self.reap();
    }

    fn delete_cell(&mut self, i: u32) -> Result<()> {
        if self.replace_cell(i, Value::Unset).is_unset() {
            return Err(self.unbound_cell(i));
        }
        self.reap();
        Ok(())
    }

    fn unbound_cell(&self, i: u32) -> crate::python::native::Throw {
        let code = &self.f.code;
        if let Some(cell) = code.cells.get(i as usize) {
            let message = format!("cannot access local variable '{}' where it is not associated with a value", cell.name);
            return error(ExceptionKind::UnboundLocalError, message);
        }
        let name = code.free[i as usize - code.cells.len()];
        // CPython has comprehensions, other than generators, in the function around them.
        let is_inlined = matches!(&*code.name, "<listcomp>" | "<setcomp>" | "<dictcomp>");
        if is_inlined && self.f.back.as_ref().is_some_and(|back| back.code.cells.iter().any(|cell| cell.name == name)) {
            let message = format!("cannot access local variable '{name}' where it is not associated with a value");
            return error(ExceptionKind::UnboundLocalError, message);
        }
        let message = format!("cannot access free variable '{name}' where it is not associated with a value in enclosing scope");
        name_error(message, name)
    }

    /// A name that is neither global nor builtin.
    pub(super) fn missing_name(&mut self, name: Sym) -> Result<()> {
        if self.wants_forward_references() { self.forward_reference(name) } else { Err(self.unknown_name(name)) }
    }

    /// Is this the evaluation of annotations in the format FORWARDREF, in which an unknown name stands for itself (PEP 749)?
    fn wants_forward_references(&self) -> bool {
        &*self.f.code.name == "__annotate__" && matches!(self.f.stack.first(), Some(Value::Int(3)))
    }

    fn forward_reference(&mut self, name: Sym) -> Result<()> {
        let class = self.vm.prelude("_UnknownName");
        self.call(class, Args { positional: vec![name.value()], keyword: Vec::new() }, Then::Push)
    }

    /// The NameError for a name that is neither global nor builtin.
    pub(super) fn unknown_name(&self, name: Sym) -> crate::python::native::Throw {
        name_error(format!("name '{name}' is not defined"), name)
    }

    fn class_name(&mut self, op: Op) -> Result<()> {
        let namespace = self.f.namespace.clone();
        let Some(Obj::Dict(names)) = namespace.obj() else { return self.name_in_mapping(namespace, op) };
        match op {
            Op::LoadName(i) => {
                let name = self.f.code.names[i as usize];
                let found = names.get_str(name).or_else(|| self.f.globals.get(name)).or_else(|| self.f.globals.builtin(name));
                match found {
                    Some(value) => self.push(value),
                    None => return self.missing_name(name),
                }
            }
            Op::LoadClassCell { name, cell } => {
                let found = names.get_str(self.f.code.names[name as usize]);
                match found {
                    Some(value) => self.push(value),
                    None => self.load_cell(cell.into())?,
                }
            }
            Op::StoreName(i) => {
                let value = self.pop();
                names.set_str(self.f.code.names[i as usize], value);
                self.reap();
            }
            Op::DeleteName(i) => {
                let name = self.f.code.names[i as usize];
                let removed = names.table.borrow_mut().remove(&name.value());
                removed.ok().flatten().ok_or_else(|| self.unknown_name(name))?;
                self.reap();
            }
            _ => unreachable!("not a name of a class body"),
        }
        Ok(())
    }

    /// The same where a metaclass's `__prepare__` gave another mapping than a dict.
    fn name_in_mapping(&mut self, namespace: Value, op: Op) -> Result<()> {
        let i = match op {
            Op::LoadName(i) | Op::StoreName(i) | Op::DeleteName(i) => i,
            Op::LoadClassCell { name, .. } => name,
            _ => unreachable!("not a name of a class body"),
        };
        let name = self.f.code.names[i as usize];
        let mut positional = vec![namespace, name.value()];
        let (function, then) = match op {
            Op::StoreName(_) => {
                positional.push(self.pop());
                ("_store_name", Then::Drop)
            }
            Op::DeleteName(_) => ("_delete_name", Then::Drop),
            Op::LoadClassCell { cell, .. } => {
                positional.extend(Some(self.cell_value(cell.into())).filter(|value| !value.is_unset()));
                ("_load_name", Then::Push)
            }
            _ => {
                positional.extend(self.f.globals.get(name).or_else(|| self.f.globals.builtin(name)));
                ("_load_name", Then::Push)
            }
        };
        let function = self.vm.prelude(function);
        self.call(function, Args { positional, keyword: Vec::new() }, then)
    }

    fn make_function(&mut self, parts: FunctionParts, code: u32) {
        let Constant::Code(code) = self.f.code.consts[code as usize].clone() else { unreachable!("a function is made from code") };
        let mut part = |part| if parts.has(part) { self.pop() } else { Value::Unset };
        let closure = part(FunctionParts::CLOSURE);
        let annotate = part(FunctionParts::ANNOTATE);
        let keyword_defaults = part(FunctionParts::KEYWORD_DEFAULTS);
        let defaults = part(FunctionParts::DEFAULTS);
        let function = super::functions::function(code, self.f.globals.clone(), defaults, keyword_defaults, annotate, closure);
        self.push(function);
    }
}

/// A NameError, which carries the name.
fn name_error(message: String, name: Sym) -> crate::python::native::Throw {
    let throw = error(ExceptionKind::NameError, message);
    if let Some(exception) = throw.0.as_exception() {
        exception.attrs.set(Sym::new("name"), name.value());
    }
    throw
}

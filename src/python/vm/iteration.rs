//! Iterating, unpacking and building containers.

use compact_str::{CompactString, ToCompactString};

use crate::python::builtins;
use crate::python::builtins::failure::{dict_key_error, set_item_error};
use crate::python::code::{CodeKind, Conversion, Op};
use crate::python::native::Result;
use crate::python::object::dict::DictTable;
use crate::python::object::hash::Fault;
use crate::python::object::{GeneratorState, Iter, Obj, Sym, Value};

use super::attributes::special;
use super::execution::Execution;
use super::frame::Then;
use super::functions::Args;
use super::{Names, type_error, type_name, value_error};

impl Execution<'_> {
    pub(super) fn get_iter(&mut self) -> Result<()> {
        let iterable = self.pop();
        if let Some(iter) = Iter::over(&iterable) {
            self.push(Value::from(Obj::Iterator(iter.into())));
            return Ok(());
        }
        match iterable.obj() {
            Some(Obj::Iterator(_)) => {
                self.push(iterable);
                return Ok(());
            }
            Some(Obj::Generator(generator)) if generator.kind == CodeKind::Generator => {
                self.push(iterable);
                return Ok(());
            }
            _ => {}
        }
        if let Some(method) = special(&iterable, self.vm.names.iter) {
            return self.call(method, Args { positional: vec![iterable], keyword: Vec::new() }, Then::Iterator);
        }
        if special(&iterable, self.vm.names.getitem).is_some() && matches!(iterable.obj(), Some(Obj::Instance(_))) {
            let function = self.vm.prelude("_iterate_sequence");
            return self.call(function, Args { positional: vec![iterable], keyword: Vec::new() }, Then::Push);
        }
        Err(type_error(format!("'{}' object is not iterable", type_name(&iterable))))
    }

    #[inline(always)]
    pub(super) fn for_iter(&mut self, target: u32) -> Result<()> {
        let Some(Obj::Iterator(iter)) = self.peek(0).obj() else { return self.for_object(target) };
        let next = iter.borrow_mut().next()?;
        match next {
            Some(item) => self.produce(item),
            None => {
                self.f.pc = target;
                self.drop_n(1);
                self.reap();
            }
        }
        Ok(())
    }

    /// The same where the iterator is not one of the machine's own.
    fn for_object(&mut self, target: u32) -> Result<()> {
        let iterator = self.peek(0).clone();
        match iterator.as_ref() {
            Some(object) => match &**object {
                Obj::Generator(generator) if generator.state.get() == GeneratorState::Closed => {
                    self.f.pc = target;
                    self.drop_n(1);
                    Ok(())
                }
                Obj::Generator(_) => self.next_of_generator(object, target),
                _ => {
                    let method = special(&iterator, self.vm.names.next)
                        .ok_or_else(|| type_error(format!("'{}' object is not an iterator", type_name(&iterator))))?;
                    self.call(method, Args { positional: vec![iterator], keyword: Vec::new() }, Then::NextItem { target })
                }
            },
            None => Err(type_error("not an iterator")),
        }
    }

    /// Pushes the items of the top operand, the first on top; with `after`, what is left over between them as a list.
    pub(super) fn unpack(&mut self, before: usize, after: Option<usize>) -> Result<()> {
        let items = match self.peek(0).payload().obj() {
            Some(Obj::Tuple(items)) => items.to_vec(),
            Some(Obj::List(items)) => items.borrow().clone(),
            _ => return self.unpack_iterable(before, after),
        };
        let iterable = self.pop();
        let count = items.len();
        match after {
            None if count == before => self.f.stack.extend(items.into_iter().rev()),
            None if count < before => {
                return Err(value_error(format!("not enough values to unpack (expected {before}, got {count})")));
            }
            None => return Err(value_error(format!("too many values to unpack (expected {before}, got {count})"))),
            Some(after) if count < before + after => {
                let least = before + after;
                return Err(value_error(format!("not enough values to unpack (expected at least {least}, got {count})")));
            }
            Some(after) => {
                let middle = items[before..count - after].to_vec();
                self.f.stack.extend(items[count - after..].iter().rev().cloned());
                self.push(Value::list(middle));
                self.f.stack.extend(items[..before].iter().rev().cloned());
            }
        }
        drop(iterable);
        self.reap();
        Ok(())
    }

    /// Another iterable is made a list first, no longer than needed; then the instruction is executed again.
    fn unpack_iterable(&mut self, before: usize, after: Option<usize>) -> Result<()> {
        let iterable = self.peek(0).clone();
        if Iter::over(&iterable).is_none()
            && !matches!(iterable.obj(), Some(Obj::Iterator(_) | Obj::Generator(_)))
            && special(&iterable, self.vm.names.iter).is_none()
        {
            return Err(type_error(format!("cannot unpack non-iterable {} object", type_name(&iterable))));
        }
        self.pop();
        self.f.pc -= 1;
        // One item more than needed tells that there are too many.
        let most = if after.is_some() { Value::None } else { Value::Int(before as i64 + 1) };
        let function = self.vm.prelude("_take");
        self.call(function, Args { positional: vec![iterable, most], keyword: Vec::new() }, Then::Push)
    }

    pub(super) fn build(&mut self, op: Op) -> Result<()> {
        let value = match op {
            Op::BuildTuple(n) => Value::tuple(self.pop_n(n as usize)),
            Op::BuildList(n) => Value::list(self.pop_n(n as usize)),
            Op::BuildSlice(n) => {
                let mut parts = self.pop_n(n as usize);
                parts.resize(3, Value::None);
                let [start, stop, step] = [0, 1, 2].map(|i| std::mem::take(&mut parts[i]));
                Value::from(Obj::Slice(Box::new([start, stop, step])))
            }
            Op::BuildString(n) => {
                let at = self.f.stack.len() - n as usize;
                let text = join(&self.f.stack[at..]);
                self.drop_from(at);
                Value::from(text)
            }
            Op::BuildSet(n) => return self.build_set(n as usize),
            Op::BuildDict(n) => return self.build_dict(n as usize),
            other => unreachable!("{other:?} builds nothing"),
        };
        self.push(value);
        Ok(())
    }

    fn build_set(&mut self, n: usize) -> Result<()> {
        let items = self.pop_n(n);
        let set = crate::python::object::Set::default();
        for item in &items {
            match set.add(item.clone()) {
                Ok(_) => {}
                Err(Fault::InPython) => {
                    let function = self.vm.prelude("_build_set");
                    return self.call(function, Args { positional: items, keyword: Vec::new() }, Then::Push);
                }
                Err(fault) => return Err(set_item_error(fault, item)),
            }
        }
        self.push(Value::from(Obj::Set(set)));
        Ok(())
    }

    fn build_dict(&mut self, n: usize) -> Result<()> {
        let items = self.pop_n(2 * n);
        let mut dict = DictTable::default();
        for pair in items.chunks_exact(2) {
            match dict.insert(pair[0].clone(), pair[1].clone()) {
                Ok(_) => {}
                Err(Fault::InPython) => {
                    let function = self.vm.prelude("_build_dict");
                    return self.call(function, Args { positional: items, keyword: Vec::new() }, Then::Push);
                }
                Err(fault) => return Err(dict_key_error(fault, &pair[0])),
            }
        }
        self.push(Value::from(Obj::Dict(dict.into())));
        Ok(())
    }

    pub(super) fn extend(&mut self, op: Op) -> Result<()> {
        let name = match op {
            Op::ListAppend(i) => {
                let value = self.pop();
                let Some(Obj::List(items)) = self.peek(i as usize - 1).obj() else { unreachable!("a list is being built") };
                items.borrow_mut().push(value);
                return Ok(());
            }
            Op::ListToTuple => {
                let list = self.pop();
                let Some(Obj::List(items)) = list.obj() else { unreachable!("a list was built") };
                self.push(Value::tuple(items.take()));
                return Ok(());
            }
            Op::SetAdd(i) => return self.add_to_set(i as usize),
            Op::DictAdd(i) => return self.add_to_dict(i as usize),
            Op::DictMerge => return self.merge_keywords(),
            Op::ListExtend => "_list_extend",
            Op::SetUpdate => "_set_update",
            Op::DictUpdate => "_dict_update",
            other => unreachable!("{other:?} extends nothing"),
        };
        if op == Op::ListExtend
            && let Some(mut iter) = Iter::over(self.peek(0))
        {
            let items = builtins::items::drain(&mut iter)?;
            self.drop_n(1);
            let Some(Obj::List(list)) = self.peek(0).obj() else { unreachable!("a list is being built") };
            let mut list = list.borrow_mut();
            builtins::items::check_room(list.len(), items.len())?;
            list.extend(items);
            return Ok(());
        }
        let iterable = self.pop();
        if op == Op::ListExtend && self.is_sole_star_argument() && !is_iterable(&iterable, &self.vm.names) {
            let callable = super::builtin_attrs::callable_name(self.peek(1));
            let name = type_name(&iterable);
            return Err(type_error(format!("{callable} argument after * must be an iterable, not {name}")));
        }
        let function = self.vm.prelude(name);
        let positional = vec![self.peek(0).clone(), iterable];
        self.call(function, Args { positional, keyword: Vec::new() }, Then::Drop)
    }

    /// Is the list being built all there is for a call: `f(*items)`?
    fn is_sole_star_argument(&self) -> bool {
        let is_call = matches!(self.f.code.ops.get(self.f.pc as usize), Some(Op::CallUnpacked { .. }));
        is_call && builtins::items::length(self.peek(0)) == Some(0)
    }

    fn add_to_set(&mut self, depth: usize) -> Result<()> {
        let item = self.pop();
        let container = self.peek(depth - 1).clone();
        let Some(Obj::Set(set)) = container.obj() else { unreachable!("a set is being built") };
        match set.add(item.clone()) {
            Ok(_) => Ok(()),
            Err(Fault::InPython) => {
                let function = self.vm.prelude("_set_add");
                self.call(function, Args { positional: vec![container, item], keyword: Vec::new() }, Then::Drop)
            }
            Err(fault) => Err(set_item_error(fault, &item)),
        }
    }

    fn add_to_dict(&mut self, depth: usize) -> Result<()> {
        let (value, key) = (self.pop(), self.pop());
        let container = self.peek(depth - 1).clone();
        let Some(Obj::Dict(dict)) = container.obj() else { unreachable!("a dict is being built") };
        let inserted = dict.table.borrow_mut().insert(key.clone(), value.clone());
        match inserted {
            Ok(old) => {
                drop(old);
                Ok(())
            }
            Err(Fault::InPython) => {
                let function = self.vm.prelude("_set_item");
                self.call(function, Args { positional: vec![container, key, value], keyword: Vec::new() }, Then::Drop)
            }
            Err(fault) => Err(dict_key_error(fault, &key)),
        }
    }

    /// `f(**mapping)`
    fn merge_keywords(&mut self) -> Result<()> {
        let mapping = self.pop();
        let callable = super::builtin_attrs::callable_name(self.peek(2));
        let Some(Obj::Dict(source)) = mapping.payload().obj() else {
            if special(&mapping, crate::python::object::Sym::new("keys")).is_none() {
                let name = type_name(&mapping);
                return Err(type_error(format!("{callable} argument after ** must be a mapping, not {name}")));
            }
            let function = self.vm.prelude("_merge_keywords");
            let positional = vec![self.peek(0).clone(), mapping, Value::from(callable)];
            return self.call(function, Args { positional, keyword: Vec::new() }, Then::Drop);
        };
        let Some(Obj::Dict(target)) = self.peek(0).obj() else { unreachable!("a dict is being built") };
        for (name, value) in source.keyword_entries()? {
            if target.get_str(name).is_some() {
                return Err(type_error(format!("{callable} got multiple values for keyword argument '{name}'")));
            }
            target.set_str(name, value);
        }
        Ok(())
    }

    /// One replacement field of an f-string.
    pub(super) fn format(&mut self, conversion: Conversion, has_spec: bool, joined: bool) -> Result<()> {
        if !has_spec && conversion == Conversion::None && self.peek(0).as_str().is_some() {
            return Ok(());
        }
        if let (false, &Value::Int(number)) = (has_spec, self.peek(0)) {
            if !joined {
                self.drop_n(1);
                self.push(Value::decimal(number));
            }
            return Ok(());
        }
        let spec = if has_spec { self.pop() } else { Sym::EMPTY.value() };
        let value = self.pop();
        let text = spec.payload().as_str().unwrap_or("");
        let value = match conversion {
            Conversion::None => value,
            _ => match super::texts::native_text(&value, conversion) {
                Some(converted) => Value::from(converted),
                None => {
                    let name = ["", "str", "repr", "ascii"][conversion as usize];
                    let function = self.vm.prelude("_format_converted");
                    let positional = vec![value, Value::from(name), spec];
                    return self.call(function, Args { positional, keyword: Vec::new() }, Then::Push);
                }
            },
        };
        if let Some(text) = super::texts::native_format(&value, text)? {
            self.push(Value::from(text));
            self.reap();
            return Ok(());
        }
        if let Some(method) = special(&value, self.vm.names.format).filter(|method| !super::operators::is_native(method)) {
            return self.call(method, Args { positional: vec![value, spec], keyword: Vec::new() }, Then::Str("__format__"));
        }
        if !text.is_empty() {
            let text = crate::python::builtins::format::format_value(&value, text)?;
            self.push(Value::from(text.ok_or_else(|| crate::python::builtins::format::unsupported(&value))?));
            self.reap();
            return Ok(());
        }
        self.text_of(value, Conversion::Str, Then::Push)
    }

    /// `str(value)` or `repr(value)` of anything.
    pub(super) fn text_of(&mut self, value: Value, conversion: Conversion, then: Then) -> Result<()> {
        if let Some(text) = super::texts::native_text(&value, conversion) {
            return self.complete(then, Value::from(text));
        }
        let function = self.vm.prelude(if conversion == Conversion::Str { "_str" } else { "_repr" });
        self.call(function, Args { positional: vec![value], keyword: Vec::new() }, then)
    }

    pub(super) fn match_op(&mut self, op: Op) -> Result<()> {
        let (name, count) = match op {
            Op::GetLen => ("_match_len", 1),
            Op::MatchSequence => ("_match_sequence", 1),
            Op::MatchMapping => ("_match_mapping", 1),
            Op::MatchKeys => ("_match_keys", 2),
            Op::MatchClass(n) => {
                let mut positional = self.pop_n(3);
                positional.push(Value::Int(i64::from(n)));
                let function = self.vm.prelude("_match_class");
                return self.call(function, Args { positional, keyword: Vec::new() }, Then::Push);
            }
            other => unreachable!("{other:?} matches nothing"),
        };
        let at = self.f.stack.len() - count;
        let positional = self.f.stack[at..].to_vec();
        let function = self.vm.prelude(name);
        self.call(function, Args { positional, keyword: Vec::new() }, Then::Push)
    }

    pub(super) fn busy_wait(&mut self, end: u32) {
        self.fuel += 1;
        self.skip_busy_wait(end);
    }
}

/// The text of the parts of an f-string: strings, and ints that were left as they are.
fn join(parts: &[Value]) -> CompactString {
    let length = |part: &Value| match part {
        Value::Int(number) => number.unsigned_abs().checked_ilog10().map_or(1, |last| last as usize + 1) + usize::from(*number < 0),
        part => part.payload().as_str().map_or(0, str::len),
    };
    let mut text = CompactString::with_capacity(parts.iter().map(length).sum());
    for part in parts {
        match part {
            Value::Int(number) => text.push_str(&number.to_compact_string()),
            part => text.push_str(part.payload().as_str().unwrap_or_default()),
        }
    }
    text
}

/// Does the class of the value have what iteration needs?
pub fn is_iterable(value: &Value, names: &Names) -> bool {
    special(value, names.iter).is_some() || special(value, names.getitem).is_some()
}

//! Operators: a native answer where the operands are builtin values, else the methods of their classes in Python's order.

use crate::python::builtins;
use crate::python::code::{BinaryOp, CompareOp, Op, UnaryOp};
use crate::python::core::ExceptionKind;
use crate::python::native::Result;
use crate::python::object::hash::Fault;
use crate::python::object::{Obj, Sym, Value, order};

use super::attributes::special;
use super::execution::Execution;
use super::frame::{Attempt, Fallback, OperatorCall, Then};
use super::functions::Args;
use super::{class_of, error, type_error, type_name};

/// How an operator is written, and the methods that implement it.
struct Spelling {
    text: &'static str,
    method: Sym,
    reflected: Sym,
}

impl Execution<'_> {
    pub(super) fn binary(&mut self, op: BinaryOp) -> Result<()> {
        if let Some(value) = arithmetic(op, self.peek(1), self.peek(0)) {
            self.drop_n(2);
            self.produce(value);
            return Ok(());
        }
        let (right, left) = (self.pop(), self.pop());
        self.binary_values(op, left, right, None)
    }

    pub(super) fn in_place(&mut self, op: BinaryOp) -> Result<()> {
        if let (Value::Int(_) | Value::Float(_), Value::Int(_) | Value::Float(_)) = (self.peek(0), self.peek(1)) {
            return self.binary(op);
        }
        let (right, left) = (self.pop(), self.pop());
        if let Some(Obj::Instance(_)) = left.obj() {
            let method = special(&left, self.vm.names.in_place[op as usize]);
            return self.binary_values(op, left, right, method);
        }
        if let Some(value) = builtins::operators::in_place(op, &left, &right)? {
            self.push(value);
            self.reap();
            return Ok(());
        }
        let slow = match (op, left.obj()) {
            (BinaryOp::Add, Some(Obj::List(_))) => Some("_list_iadd"),
            (BinaryOp::Or, Some(Obj::Dict(_))) => Some("_dict_ior"),
            _ => None,
        };
        if let Some(slow) = slow {
            let extend = self.vm.prelude(slow);
            return self.call(extend, Args { positional: vec![left, right], keyword: Vec::new() }, Then::Push);
        }
        self.binary_values(op, left, right, None)
    }

    /// `left op right`; `first` is a method of `left` that is tried before all others.
    fn binary_values(&mut self, op: BinaryOp, left: Value, right: Value, first: Option<Value>) -> Result<()> {
        let spelling = self.spelling(op);
        let in_place = first.is_some();
        let attempts = self.attempts(&left, &right, spelling.method, spelling.reflected);
        if attempts.is_empty() && !in_place {
            return match builtins::operators::binary(op, &left, &right)? {
                Some(value) => {
                    drop((left, right));
                    self.push(value);
                    self.reap();
                    Ok(())
                }
                None => match builtins::operators::in_prelude(op, &left, &right) {
                    Some(slow) => {
                        let slow = self.vm.prelude(slow);
                        self.call(slow, Args { positional: vec![left, right], keyword: Vec::new() }, Then::Push)
                    }
                    None => Err(type_error(builtins::operators::unsupported(op, spelling.text, &left, &right))),
                },
            };
        }
        let mut rest = attempts;
        if let Some(method) = first {
            rest.push(Attempt { method, receiver: left.clone(), argument: right.clone(), negates: false });
        }
        self.try_operator(OperatorCall { rest, negates: false, left, right, fallback: Fallback::Unsupported(spelling.text) })
    }

    /// The methods written in Python that may implement an operator, the first to try last: the left operand's, then the right
    /// one's, but that first if its class inherits from the left one's (`binary_op1`, Objects/abstract.c).
    fn attempts(&self, left: &Value, right: &Value, method: Sym, reflected: Sym) -> Vec<Attempt> {
        let may_have_own = |value: &Value| matches!(value.obj(), Some(Obj::Instance(_) | Obj::Exception(_) | Obj::Class(_)));
        if !may_have_own(left) && !may_have_own(right) {
            return Vec::new();
        }
        let own = |value: &Value, name| {
            let found = special(value, name)?;
            (may_have_own(value) && !is_native(&found)).then_some(found)
        };
        let attempt = |method: Option<Value>, receiver: &Value, argument: &Value| {
            let (receiver, argument) = (receiver.clone(), argument.clone());
            method.map(|method| Attempt { method, receiver, argument, negates: false })
        };
        let (left_class, right_class) = (class_of(left), class_of(right));
        let same = crate::python::object::Ref::ptr_eq(&left_class, &right_class);
        let forward = attempt(own(left, method), left, right);
        let backward = if same && method != reflected { None } else { attempt(own(right, reflected), right, left) };
        let right_first = !same && right_class.is_subclass_of(&left_class);
        let order = if right_first { [forward, backward] } else { [backward, forward] };
        order.into_iter().flatten().collect()
    }

    fn spelling(&self, op: BinaryOp) -> Spelling {
        let names = &self.vm.names;
        let text = match op {
            BinaryOp::Add => "+",
            BinaryOp::Sub => "-",
            BinaryOp::Mul => "*",
            BinaryOp::MatMul => "@",
            BinaryOp::Div => "/",
            BinaryOp::FloorDiv => "//",
            BinaryOp::Mod => "%",
            BinaryOp::Pow => "** or pow()",
            BinaryOp::LShift => "<<",
            BinaryOp::RShift => ">>",
            BinaryOp::And => "&",
            BinaryOp::Or => "|",
            BinaryOp::Xor => "^",
        };
        Spelling { text, method: names.binary[op as usize], reflected: names.reflected[op as usize] }
    }

    pub(super) fn unary(&mut self, op: UnaryOp) -> Result<()> {
        let operand = self.pop();
        let method = self.vm.names.unary[op as usize];
        if let Some(Obj::Instance(_)) = operand.obj()
            && let Some(method) = special(&operand, method)
        {
            return self.call(method, Args { positional: vec![operand], keyword: Vec::new() }, Then::Push);
        }
        let text = ["+", "-", "~"][op as usize];
        let value = builtins::number::unary(op, operand.payload());
        self.push(value.ok_or_else(|| type_error(format!("bad operand type for unary {text}: '{}'", type_name(&operand))))?);
        Ok(())
    }

    pub(super) fn compare(&mut self, op: CompareOp) -> Result<()> {
        if let Some(known) = comparison(op, self.peek(1), self.peek(0)) {
            self.drop_n(2);
            self.decide(known);
            return Ok(());
        }
        let (right, left) = (self.pop(), self.pop());
        self.compare_values(op, left, right)
    }

    /// A comparison's result: pushed, or acted upon at once where the next instruction is a jump that depends on it.
    #[inline(always)]
    pub(super) fn decide(&mut self, truth: bool) {
        let jump = self.fused(|op| match op {
            Op::PopJumpIfFalse(target) => Some((false, target)),
            Op::PopJumpIfTrue(target) => Some((true, target)),
            _ => None,
        });
        match jump {
            Some((wanted, target)) if wanted == truth => self.f.pc = target,
            Some(_) => {}
            None => self.push(Value::Bool(truth)),
        }
    }

    fn compare_values(&mut self, op: CompareOp, left: Value, right: Value) -> Result<()> {
        let names = &self.vm.names;
        let (method, reflected) = (names.compare[op as usize], names.compare[op.swapped() as usize]);
        let mut rest = self.attempts(&left, &right, method, reflected);
        if op == CompareOp::Ne {
            // Where `__ne__` is not there, `object.__ne__` asks `__eq__` and says the opposite.
            let equal = names.compare[CompareOp::Eq as usize];
            let mut by_eq = self.attempts(&left, &right, equal, equal);
            by_eq.iter_mut().for_each(|attempt| attempt.negates = true);
            by_eq.append(&mut rest);
            rest = by_eq;
        }
        let fallback = match op {
            CompareOp::Eq => Fallback::Identity,
            CompareOp::Ne => Fallback::NotIdentity,
            _ => Fallback::Unordered(op.text()),
        };
        if rest.is_empty() {
            match order::native_cmp(op, &left, &right) {
                Ok(Some(holds)) => {
                    drop((left, right));
                    self.push(Value::Bool(holds));
                    self.reap();
                    return Ok(());
                }
                Ok(None) => {}
                Err(Fault::InPython) => {
                    let slow = self.vm.prelude("_compare");
                    let positional = vec![Value::from(op.text()), left, right];
                    return self.call(slow, Args { positional, keyword: Vec::new() }, Then::Push);
                }
                Err(Fault::Unhashable | Fault::TooManyDigits) => unreachable!("a comparison needs no hash and shows nothing"),
                Err(Fault::TooDeep) => {
                    return Err(error(ExceptionKind::RecursionError, "maximum recursion depth exceeded in comparison"));
                }
            }
        }
        self.try_operator(OperatorCall { rest, negates: false, left, right, fallback })
    }

    pub(super) fn not(&mut self) -> Result<()> {
        match native_truth(self.peek(0)) {
            Some(truth) => {
                self.drop_n(1);
                self.push(Value::Bool(!truth));
                self.reap();
                Ok(())
            }
            None => self.ask_truth(),
        }
    }

    /// `value ->`: jumps if its truth is `wanted`.
    pub(super) fn jump_if(&mut self, wanted: bool, target: u32) -> Result<()> {
        if let Value::Bool(truth) = *self.peek(0) {
            self.drop_n(1);
            if truth == wanted {
                self.f.pc = target;
            }
            return Ok(());
        }
        match native_truth(self.peek(0)) {
            Some(truth) => {
                self.f.stack.pop();
                if truth == wanted {
                    self.f.pc = target;
                }
                self.reap();
                Ok(())
            }
            None => self.ask_truth(),
        }
    }

    pub(super) fn jump_or_pop(&mut self, wanted: bool, target: u32) -> Result<()> {
        match native_truth(self.peek(0)) {
            Some(truth) if truth == wanted => self.f.pc = target,
            Some(_) => {
                self.drop_n(1);
                self.reap();
            }
            None => return self.ask_kept_truth(wanted, target),
        }
        Ok(())
    }

    pub(super) fn jump_if_none(&mut self, wanted: bool, target: u32) {
        let value = self.pop();
        if value.is_none() == wanted {
            self.f.pc = target;
        }
        drop(value);
        self.reap();
    }

    /// The truth of the top operand is up to `__bool__` or `__len__`: its answer takes the operand's place, and the instruction is
    /// executed again.
    fn ask_truth(&mut self) -> Result<()> {
        self.f.pc -= 1;
        let value = self.pop();
        self.truth(value, Then::Truth { negated: false })
    }

    /// The same where the operand may stay: `and` and `or`.
    fn ask_kept_truth(&mut self, wanted: bool, target: u32) -> Result<()> {
        let value = self.peek(0).clone();
        self.truth(value, Then::JumpOrPop { wanted, target })
    }

    /// `bool(value)` of an object that answers in Python.
    pub(super) fn truth(&mut self, value: Value, then: Then) -> Result<()> {
        if matches!(value, Value::NotImplemented) {
            return Err(type_error("NotImplemented should not be used in a boolean context"));
        }
        let mut method = special(&value, self.vm.names.bool);
        if method.is_none() && special(&value, self.vm.names.len).is_some() {
            method = Some(self.vm.prelude("_has_items"));
        }
        match method {
            Some(method) => self.call(method, Args { positional: vec![value], keyword: Vec::new() }, then),
            None => self.complete(then, Value::Bool(true)),
        }
    }
}

/// `a op b` of small ints or floats, where that is simple and fits.
#[inline(always)]
pub(super) fn arithmetic(op: BinaryOp, a: &Value, b: &Value) -> Option<Value> {
    match (a, b) {
        (Value::Int(a), Value::Int(b)) => match op {
            BinaryOp::Add => a.checked_add(*b),
            BinaryOp::Sub => a.checked_sub(*b),
            BinaryOp::Mul => product(*a, *b),
            // With a positive divisor, Euclid's division is Python's.
            BinaryOp::FloorDiv if *b > 0 => Some(a.div_euclid(*b)),
            BinaryOp::Mod if *b > 0 => Some(a.rem_euclid(*b)),
            _ => None,
        }
        .map(Value::Int),
        (Value::Float(a), Value::Float(b)) => match op {
            BinaryOp::Add => Some(a + b),
            BinaryOp::Sub => Some(a - b),
            BinaryOp::Mul => Some(a * b),
            _ => None,
        }
        .map(Value::Float),
        _ => None,
    }
}

/// `a op b` of small ints or floats.
#[inline(always)]
pub(super) fn comparison(op: CompareOp, a: &Value, b: &Value) -> Option<bool> {
    match (a, b) {
        (Value::Int(a), Value::Int(b)) => Some(order::holds(op, a.cmp(b))),
        (Value::Float(a), Value::Float(b)) => a.partial_cmp(b).map(|ordering| order::holds(op, ordering)),
        _ => None,
    }
}

/// `a * b`, if it fits. A check of 64 bits takes 128 where the processor has no flag for it, as WebAssembly has none.
fn product(a: i64, b: i64) -> Option<i64> {
    match (i32::try_from(a), i32::try_from(b)) {
        (Ok(a), Ok(b)) => Some(i64::from(a) * i64::from(b)),
        _ => a.checked_mul(b),
    }
}

/// Is it a function of the machine's own?
pub fn is_native(method: &Value) -> bool {
    matches!(method.obj(), Some(Obj::NativeFunction(_)))
}

/// The truth of a value whose class leaves it to the machine; `None` if a method written in Python says.
pub fn native_truth(value: &Value) -> Option<bool> {
    match value {
        Value::Bool(truth) => Some(*truth),
        Value::None => Some(false),
        Value::Int(number) => Some(*number != 0),
        Value::Float(number) => Some(*number != 0.0),
        Value::Obj(object) => match &**object {
            Obj::Instance(instance) => {
                let class = instance.class.as_class()?;
                let is_own = |method: Option<&Value>| method.is_some_and(|method| !is_native(method));
                let own = |name| class.look(name, is_own);
                if own(Sym::BOOL) || own(Sym::LEN) {
                    return None;
                }
                if instance.payload.is_unset() { Some(true) } else { native_truth(&instance.payload) }
            }
            Obj::Exception(exception) => builtins::plain_truth(&exception.class),
            Obj::Future(future) => builtins::plain_truth(&future.class),
            Obj::Complex(number) => Some(!number.is_zero()),
            Obj::Class(class) => class.metaclass.is_none().then_some(true),
            _ => Some(builtins::items::length(value).is_none_or(|length| length != 0)),
        },
        Value::NotImplemented => None,
        Value::Ellipsis | Value::Unset => Some(true),
    }
}

/// The length that `__len__` gave.
pub fn length_from(value: &Value) -> Result<i64> {
    match value.payload() {
        Value::Int(length) if *length >= 0 => Ok(*length),
        Value::Bool(length) => Ok(i64::from(*length)),
        Value::Int(_) => Err(super::value_error("__len__() should return >= 0")),
        _ => Err(type_error(format!("'{}' object cannot be interpreted as an integer", type_name(value)))),
    }
}

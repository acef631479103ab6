//! Loads of locals that are executed along with what follows them: see [`Op::LoadLocalAnd`].
//!
//! Each instruction is counted and paid for, and none is executed where the machine would stop before it. One that may raise an
//! exception or call something is executed as it would be alone, its operands on the stack.

use crate::python::code::{Constant, Op};
use crate::python::native::Result;
use crate::python::object::Value;

use super::execution::Execution;
use super::operators::{arithmetic, comparison};

impl Execution<'_> {
    pub(super) fn load_local_and(&mut self, i: u32) -> Result<()> {
        if self.fuel == 0 {
            return self.load_local(i);
        }
        let next = self.f.code.ops[self.f.pc as usize];
        match next {
            Op::LoadLocal(_) | Op::LoadLocalAnd(_) | Op::Const(_) => {
                if self.operate_on_local(i, next) {
                    return Ok(());
                }
                self.load_local(i)?;
                self.load_second(next);
            }
            Op::LoadAttr(name) => match self.attr_of_local(i, name) {
                Some(value) => {
                    self.skip(1);
                    self.push(value);
                }
                None => return self.load_local(i),
            },
            Op::LoadMethod(name) => {
                self.load_local(i)?;
                self.skip(1);
                self.load_method_op(name)?;
            }
            Op::StoreAttr(name) => {
                self.load_local(i)?;
                self.skip(1);
                self.store_attr_op(name)?;
            }
            Op::LoadItem => {
                self.load_local(i)?;
                self.skip(1);
                self.load_item()?;
            }
            Op::Binary(op) | Op::InPlace(op) => match arithmetic(op, self.peek(0), &self.f.stack[i as usize]) {
                Some(value) => {
                    self.skip(1);
                    self.drop_n(1);
                    self.produce(value);
                }
                None => return self.load_local(i),
            },
            _ => return self.load_local(i),
        }
        Ok(())
    }

    /// The instructions that come next are executed by the present one.
    #[inline(always)]
    fn skip(&mut self, instructions: u32) {
        self.f.pc += instructions;
        self.fuel -= u64::from(instructions);
    }

    /// `local op other`, where the next two instructions are that and both operands are numbers: neither of them is moved.
    #[inline(always)]
    fn operate_on_local(&mut self, i: u32, second: Op) -> bool {
        let frame = &*self.f;
        if self.fuel < 2 {
            return false;
        }
        let left = &frame.stack[i as usize];
        let right = match second {
            Op::LoadLocal(j) | Op::LoadLocalAnd(j) => &frame.stack[j as usize],
            Op::Const(j) => match &frame.code.consts[j as usize] {
                Constant::Value(value) => value,
                Constant::Code(_) => return false,
            },
            _ => return false,
        };
        match frame.code.ops.get(frame.pc as usize + 1) {
            Some(&(Op::Binary(op) | Op::InPlace(op))) => {
                let Some(value) = arithmetic(op, left, right) else { return false };
                self.skip(2);
                self.produce(value);
            }
            Some(&Op::Compare(op)) => {
                let Some(truth) = comparison(op, left, right) else { return false };
                self.skip(2);
                self.decide(truth);
            }
            _ => return false,
        }
        true
    }

    /// The load after that of a local, unless it raises an exception: then it is left to be executed alone.
    #[inline(always)]
    fn load_second(&mut self, op: Op) {
        match op {
            Op::LoadLocal(j) | Op::LoadLocalAnd(j) => {
                if self.f.stack[j as usize].is_unset() {
                    return;
                }
                let value: Value = self.f.stack[j as usize].clone();
                self.push(value);
            }
            Op::Const(constant) => self.load_const(constant),
            _ => return,
        }
        self.skip(1);
    }
}

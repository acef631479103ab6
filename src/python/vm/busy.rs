//! Busy waiting: a loop `while clock() < limit: pass` is gone through in one step, with the same result.

use crate::python::code::{CompareOp, Constant, Op};
use crate::python::library::time::Clock;
use crate::python::object::{Obj, Value};
use crate::trace::Span;

use super::execution::Execution;

/// A loop of that shape: which clock it reads, for how long, and what one turn of it costs.
struct BusyLoop {
    clock: Clock,
    /// In seconds, as the program compares it.
    limit: f64,
    /// Instructions of one turn.
    instructions: u64,
}

impl Execution<'_> {
    /// Skips turns of the loop that begins with the next instruction: all that surely end before the limit and before the grant
    /// does. The last ones are executed as ever, so that the loop ends exactly where it would have.
    pub(super) fn skip_busy_wait(&mut self, end: u32) {
        let Some(busy) = self.busy_loop(end) else { return };
        self.pay();
        let cost = Span(self.world.settings.instruction_cost.0 * busy.instructions + self.world.settings.loop_cost.0).0;
        let now = self.vm.clock(self.world, self.thread, busy.clock);
        let left = Span::from_secs((busy.limit - now.as_secs()).max(0.0)).0;
        let by_limit = (left / cost.max(1)).saturating_sub(2);
        let by_grant = self.world.time_left(self.thread).0 / cost.max(1);
        let turns = by_grant.min(by_limit);
        if turns > 0 {
            self.world.spend(self.thread, Span(turns * cost));
            self.ask_world();
        }
    }

    fn busy_loop(&self, end: u32) -> Option<BusyLoop> {
        let ops = self.f.code.ops.get(self.f.pc as usize..end as usize)?;
        let mut stack: Vec<Value> = Vec::new();
        let mut clock = None;
        let mut limit = None;
        for op in ops {
            match *op {
                Op::LoadGlobal(slot) => stack.push(self.f.globals.load(slot)),
                Op::LoadLocal(i) | Op::LoadLocalAnd(i) => stack.push(self.f.stack.get(i as usize)?.clone()),
                Op::LoadCell(i) => match &**self.f.cells.get(i as usize)? {
                    Obj::Cell(cell) => stack.push(cell.borrow().clone()),
                    _ => return None,
                },
                Op::Const(i) => match self.f.code.consts.get(i as usize)? {
                    Constant::Value(value) => stack.push(value.clone()),
                    Constant::Code(_) => return None,
                },
                Op::LoadAttr(i) | Op::LoadMethod(i) => {
                    let object = stack.pop()?;
                    let Some(Obj::Module(module)) = object.obj() else { return None };
                    stack.push(module.namespace.get(self.f.code.names[i as usize])?);
                }
                Op::Call(0) | Op::CallMethod(0) => {
                    let function = stack.pop()?;
                    let Some(Obj::NativeFunction(native)) = function.obj() else { return None };
                    clock = Some(Clock::of(&native.native.name.text())?);
                }
                Op::Compare(CompareOp::Lt | CompareOp::Le) => limit = stack.pop(),
                Op::PopJumpIfFalse(_) | Op::PopJumpIfTrue(_) | Op::Jump(_) | Op::BusyWait { .. } => {}
                _ => return None,
            }
        }
        let limit = match limit? {
            Value::Float(limit) => limit,
            Value::Int(limit) => limit as f64,
            _ => return None,
        };
        Some(BusyLoop { clock: clock?, limit, instructions: turn_length(ops) })
    }
}

/// Number of instructions from the head of the loop to the jump back to it.
fn turn_length(ops: &[Op]) -> u64 {
    ops.iter().filter(|op| !matches!(op, Op::BusyWait { .. })).count() as u64
}

//! The loop that executes instructions of one thread until its grant is used up or it has to stop.

use crate::python::code::Op;
use crate::python::native::{Result, Throw};
use crate::python::object::{Ref, Value, heap};
use crate::sim::{Limit, Stop, World};
use crate::trace::Time;
use crate::trace::ids::ThreadId;

use super::Interpreter;
use super::clock::Clock;
use super::frame::{Frame, Then};

/// Instructions between two looks at the number of objects.
const COUNT_EVERY: u64 = 4096;

/// A thread that is being executed: its innermost frame, and the machine around it.
pub struct Execution<'a> {
    pub vm: &'a mut Interpreter,
    pub world: &'a mut World<Interpreter>,
    pub thread: ThreadId,
    /// The innermost frame.
    pub f: Box<Frame>,
    /// Number of frames below `f`.
    pub depth: u32,
    /// Instructions left before the world is asked again.
    pub fuel: u64,
    /// What `fuel` was when the world was last told of the instructions executed: the difference is what it does not know of.
    pub told: u64,
    /// Tells the time without asking the world.
    pub clock: Clock,
    /// Set by an instruction that ends the turn: see [`Execution::end_turn`].
    pub stop: Option<Stop>,
    /// The exception that is being raised has been raised before: its context and its place are known.
    pub reraising: bool,
    /// The exception that is being raised was thrown into a generator, which knows its context.
    pub thrown: Option<Ref>,
}

impl Execution<'_> {
    /// Executes until something is in the way.
    pub fn run(&mut self) -> Stop {
        loop {
            self.pay();
            let until_count = self.count_objects();
            self.fuel = self.world.allowance(self.thread).min(until_count);
            self.told = self.fuel;
            self.clock.set(self.world.now(self.thread), self.fuel);
            if self.fuel == 0 {
                return Stop::Paused;
            }
            while self.fuel > 0 {
                self.fuel -= 1;
                let frame = &mut *self.f;
                let op = frame.code.ops[frame.pc as usize];
                frame.pc += 1;
                if let Err(throw) = self.execute(op) {
                    self.raise(throw);
                }
            }
            if let Some(stop) = self.stop.take() {
                self.pay();
                return stop;
            }
        }
    }

    /// Counts the objects every [`COUNT_EVERY`] instructions: at the same places in every run, however it is sliced. Returns the
    /// number of instructions until the next time.
    fn count_objects(&mut self) -> u64 {
        let instructions = self.world.instructions();
        let objects = &mut self.vm.objects;
        if instructions >= objects.next_count {
            objects.next_count = instructions + COUNT_EVERY;
            let own = heap::live_objects() as i64 - objects.of_others;
            if own > i64::try_from(self.world.settings.limits.objects).unwrap_or(i64::MAX) {
                self.world.exceed(Limit::Objects);
            }
        }
        objects.next_count - instructions
    }

    /// Tells the world of the instructions executed so far, so that its clock is right.
    pub fn pay(&mut self) {
        let unpaid = self.told - self.fuel;
        if unpaid > 0 {
            self.world.charge(self.thread, unpaid);
            self.told = self.fuel;
        }
    }

    /// Before an instruction that others can notice: may it go on? If not, it is undone by stepping back, and the turn ends.
    pub fn may_act(&mut self) -> bool {
        self.pay_before();
        if self.world.may_act(self.thread) {
            return true;
        }
        self.retry(Stop::Sync);
        false
    }

    /// Pays all but the instruction that is being executed.
    fn pay_before(&mut self) {
        self.fuel += 1;
        self.pay();
        self.fuel -= 1;
    }

    /// Ends the turn; the instruction, which has not done anything yet, is executed again in the next.
    pub fn retry(&mut self, stop: Stop) {
        self.f.pc -= 1;
        // A native function has been paid for by the time it finds out that it must wait.
        self.told = self.fuel.max(self.told.saturating_sub(1));
        self.end_turn(stop);
    }

    /// No instruction is executed after the present one before the world went on.
    pub fn end_turn(&mut self, stop: Stop) {
        self.stop = Some(stop);
        self.ask_world();
    }

    /// The world is asked before the next instruction.
    pub fn ask_world(&mut self) {
        self.told -= self.fuel;
        self.clock.drain(self.fuel);
        self.fuel = 0;
    }

    /// If the next instruction is one that `fuses` with the present one, executes it along with it: gives its operand. It is paid for
    /// and counted like any other, and not executed where the machine would stop before it.
    #[inline(always)]
    pub fn fused<T>(&mut self, fuses: impl FnOnce(Op) -> Option<T>) -> Option<T> {
        if self.fuel == 0 {
            return None;
        }
        let frame = &mut *self.f;
        let operand = fuses(*frame.code.ops.get(frame.pc as usize)?)?;
        frame.pc += 1;
        self.fuel -= 1;
        Some(operand)
    }

    /// After an instruction that others can notice: the world is asked again before the next.
    pub fn acted(&mut self) {
        self.pay();
        self.ask_world();
    }

    #[inline(always)]
    pub fn push(&mut self, value: Value) {
        self.f.stack.push(value);
    }

    /// Takes the top operand. The compiler sees to it that there is one.
    pub fn pop(&mut self) -> Value {
        self.f.stack.pop().unwrap_or_default()
    }

    /// The operand `i` below the top, which is 0.
    pub fn peek(&self, i: usize) -> &Value {
        &self.f.stack[self.f.stack.len() - 1 - i]
    }

    /// Takes the top `n` operands, in their order.
    pub fn pop_n(&mut self, n: usize) -> Vec<Value> {
        let at = self.f.stack.len() - n;
        self.f.stack.split_off(at)
    }

    /// Drops the top `n` operands: few, so that it is done in place.
    #[inline(always)]
    pub fn drop_n(&mut self, n: usize) {
        for _ in 0..n {
            self.f.stack.pop();
        }
    }

    /// Drops the operands from index `at` on.
    #[inline(always)]
    pub fn drop_from(&mut self, at: usize) {
        while self.f.stack.len() > at {
            self.f.stack.pop();
        }
    }

    /// Sets the line that the next events carry: that of the innermost frame of the user's program.
    pub fn mark_line(&mut self) {
        self.world.set_line(self.thread, self.line_of_program());
    }

    /// The line at which the user's program is; 0 if nothing of it runs.
    pub(super) fn line_of_program(&self) -> u16 {
        line_of(self.f.chain())
    }

    /// The line at which the user's program called or awaited what the innermost frame is; 0 if the event loop did.
    pub(super) fn line_of_call(&self) -> u16 {
        let is_start = |frame: &&Frame| matches!(frame.then, Then::TaskStep(_) | Then::EagerStep(..) | Then::Callback(..));
        // A frame says whom its result goes to: beyond the one that the loop called is the loop.
        let callers = self.f.chain().take_while(|frame| !is_start(frame)).filter_map(|frame| frame.back.as_deref());
        line_of(callers)
    }

    /// Where the thread stands in virtual time, with the instructions that are not paid yet.
    #[inline(always)]
    pub(super) fn now(&self) -> Time {
        self.clock.at(self.fuel)
    }

    /// Deals with objects that died with something left to do, if there are any. Called where references are dropped.
    #[inline(always)]
    pub fn reap(&mut self) {
        if heap::has_unfinished() {
            self.finalize();
        }
    }

    #[inline(always)] // It is called in one place, the hottest of all.
    fn execute(&mut self, op: Op) -> Result<()> {
        match op {
            Op::LoadLocal(i) => self.load_local(i)?,
            Op::LoadLocalAnd(i) => self.load_local_and(i)?,
            Op::StoreLocal(i) => {
                let value = self.pop();
                self.store_local(i, value);
            }
            Op::Const(i) => self.load_const(i),
            Op::LoadGlobal(slot) => {
                let value = self.f.globals.load(slot);
                if value.is_unset() {
                    return self.missing_name(self.f.globals.name_of(slot));
                }
                self.push(value);
            }
            Op::Jump(target) => self.jump(target)?,
            Op::PopJumpIfFalse(target) => self.jump_if(false, target)?,
            Op::PopJumpIfTrue(target) => self.jump_if(true, target)?,
            Op::Binary(op) => self.binary(op)?,
            Op::Compare(op) => self.compare(op)?,
            Op::ForIter(target) => self.for_iter(target)?,
            Op::LoadAttr(i) => self.load_attr_op(i)?,
            Op::LoadMethod(i) => self.load_method_op(i)?,
            Op::Call(n) => self.call_op(n as usize)?,
            Op::CallMethod(n) => self.call_method_op(n as usize)?,
            Op::Return => self.return_op()?,
            Op::Pop => {
                self.pop();
                self.reap();
            }
            Op::Dup => self.duplicate()?,
            Op::Swap => self.swap()?,
            Op::YieldFrom => self.yield_from()?,
            Op::Yield => self.yield_op()?,
            Op::InPlace(op) => self.in_place(op)?,
            Op::LoadItem => self.load_item()?,
            Op::StoreItem => self.store_item()?,
            Op::StoreAttr(i) => self.store_attr_op(i)?,
            Op::LoadCell(i) => self.load_cell(i)?,
            Op::StoreCell(i) => self.store_cell(i),
            _ => return self.execute_rare(op),
        }
        Ok(())
    }

    #[inline(always)]
    pub(super) fn load_local(&mut self, i: u32) -> Result<()> {
        let value = self.f.stack[i as usize].clone();
        if value.is_unset() {
            return Err(self.unbound_local(i));
        }
        self.push(value);
        Ok(())
    }

    #[inline(always)]
    pub(super) fn store_local(&mut self, i: u32, value: Value) {
        let old = std::mem::replace(&mut self.f.stack[i as usize], value);
        if let Value::Obj(_) = old {
            drop(old);
            self.reap();
        }
    }

    /// Before an attribute of the operand is read, as in `a.x += 1`, that is done along with it.
    #[inline(always)]
    fn duplicate(&mut self) -> Result<()> {
        let value = self.peek(0).clone();
        self.push(value);
        match self.fused(|op| if let Op::LoadAttr(name) = op { Some(name) } else { None }) {
            Some(name) => self.load_attr_op(name),
            None => Ok(()),
        }
    }

    /// Before the second operand is stored in an attribute of the first, as in `a.x += 1`, that is done along with it.
    #[inline(always)]
    fn swap(&mut self) -> Result<()> {
        let top = self.f.stack.len() - 1;
        self.f.stack.swap(top - 1, top);
        match self.fused(|op| if let Op::StoreAttr(name) = op { Some(name) } else { None }) {
            Some(name) => self.store_attr_op(name),
            None => Ok(()),
        }
    }

    /// A jump, which most often goes back to the head of a `for` loop: that is executed along with it.
    #[inline(always)]
    fn jump(&mut self, target: u32) -> Result<()> {
        self.f.pc = target;
        match self.fused(|op| if let Op::ForIter(end) = op { Some(end) } else { None }) {
            Some(end) => self.for_iter(end),
            None => Ok(()),
        }
    }

    /// An operator's result: pushed, or stored at once where the next instruction would do that.
    #[inline(always)]
    pub(super) fn produce(&mut self, value: Value) {
        match self.fused(|op| if let Op::StoreLocal(i) = op { Some(i) } else { None }) {
            Some(i) => self.store_local(i, value),
            None => self.push(value),
        }
    }

    /// What a call gave: pushed, or stored or dropped at once where the next instruction would do that. It waits where an object died
    /// with something left to do.
    #[inline(always)]
    pub(super) fn give(&mut self, value: Value) {
        if heap::has_unfinished() {
            self.push(value);
            self.finalize();
            return;
        }
        let next = self.fused(|op| match op {
            Op::StoreLocal(i) => Some(Some(i)),
            Op::Pop => Some(None),
            _ => None,
        });
        match next {
            Some(Some(i)) => self.store_local(i, value),
            Some(None) => {
                drop(value);
                self.reap();
            }
            None => self.push(value),
        }
    }

    #[inline(always)]
    pub(super) fn load_const(&mut self, i: u32) {
        use crate::python::code::Constant;
        let value = match &self.f.code.consts[i as usize] {
            Constant::Value(value) => value.clone(),
            Constant::Code(code) => Value::from(crate::python::object::Obj::Code(code.clone())),
        };
        self.push(value);
    }

    pub(super) fn unbound_local(&self, i: u32) -> Throw {
        let name = self.f.code.locals[i as usize];
        super::error(
            crate::python::core::ExceptionKind::UnboundLocalError,
            format!("cannot access local variable '{name}' where it is not associated with a value"),
        )
    }
}

/// The line of the first of these frames that is the user's program; 0 if none is.
fn line_of<'a>(mut frames: impl Iterator<Item = &'a Frame>) -> u16 {
    let line = frames.find(|frame| frame.code.source.user).map_or(0, Frame::line);
    u16::try_from(line).unwrap_or(u16::MAX)
}

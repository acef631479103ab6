//! What a native function sees of the machine.

use crate::python::native::{Flow, Throw};
use crate::python::object::{Ref, Value};
use crate::sim::World;
use crate::trace::What;
use crate::trace::event::Stream;
use crate::trace::ids::ThreadId;

use super::Interpreter;
use super::frame::{Frame, Then};

/// The machine as a native function sees it, for the length of one call.
pub struct Cx<'a> {
    pub vm: &'a mut Interpreter,
    pub world: &'a mut World<Interpreter>,
    pub thread: ThreadId,
    /// The frame that called.
    pub frame: &'a Frame,
}

impl Cx<'_> {
    /// A function of `lib/prelude`.
    pub fn prelude(&self, name: &str) -> Value {
        self.vm.prelude(name)
    }

    /// A call of a function of `lib/prelude` as the answer of a native function.
    pub fn call_prelude(&self, name: &str, args: Vec<Value>) -> Flow {
        Flow::Call { callable: self.prelude(name), args, kwargs: Vec::new(), then: Then::Push }
    }

    /// Pays for work that is more than that of one instruction, in instructions.
    pub fn charge(&mut self, instructions: u64) {
        if instructions > 0 {
            self.world.charge(self.thread, instructions);
            self.vm.charged = true;
        }
    }

    /// Sets the line that the next events carry: that of the innermost frame of the user's program.
    pub fn mark_line(&mut self) {
        let line = self.frame.chain().find(|frame| frame.code.source.user).map_or(0, Frame::line);
        self.world.set_line(self.thread, u16::try_from(line).unwrap_or(u16::MAX));
    }

    /// Writes to the program's standard output or standard error. The caller is a visible native.
    pub fn write(&mut self, stream: Stream, text: &str) {
        self.mark_line();
        self.vm.output += text.len() as u64;
        if self.vm.output > self.world.settings.limits.output {
            self.world.exceed(crate::sim::Limit::Output);
        }
        self.world.record(self.thread, |strings| What::Printed { stream, text: strings.intern(text) });
    }

    /// Writes to the program's standard output.
    pub fn write_stdout(&mut self, text: &str) {
        self.write(Stream::Out, text);
    }

    /// The exception being handled, if there is one.
    pub fn handled(&self) -> Option<Ref> {
        let handled = self.frame.chain().map(|frame| &frame.handled).find(|handled| !handled.is_unset());
        handled.and_then(|handled| handled.as_ref().cloned())
    }
}

impl Throw {
    /// The exception as a value.
    pub fn value(&self) -> Value {
        Value::Obj(self.0.clone())
    }
}

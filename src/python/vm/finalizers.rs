//! What is left to do when an object dies: the warning of a coroutine that was never awaited, the `finally` of a suspended generator.

use crate::python::code::CodeKind;
use crate::python::core::ExceptionKind;
use crate::python::native::Throw;
use crate::python::object::generator::Closer;
use crate::python::object::{Class, Generator, GeneratorState, Obj, Ref, Sym, Value, WeakReference, heap};
use crate::trace::What;
use crate::trace::event::Stream;
use crate::trace::ids::LoopId;

use super::async_generators::{AWAIT_STEP, AsyncStep, AsyncStepKind};
use super::attributes::special;
use super::execution::Execution;
use super::frame::{Frame, Then};
use super::functions::Args;
use super::generators::Input;
use super::traceback::frame::Place;
use super::{Callback, Interpreter, raise};

impl Execution<'_> {
    /// Deals with the objects that died unfinished, in the order in which they did.
    pub(super) fn finalize(&mut self) {
        while heap::has_unfinished() {
            if heap::take_watched() {
                self.call_watchers();
            }
            let (later, at_once): (Vec<Ref>, Vec<Ref>) = heap::take_unfinished().into_iter().partition(needs_frame);
            // Of several frames the last one is executed first.
            let mut words = Vec::new();
            for object in at_once.into_iter().chain(later.into_iter().rev()) {
                if object.has_del() {
                    words.extend(self.last_words(object));
                    continue;
                }
                self.say(std::mem::take(&mut words));
                match &*object {
                    Obj::Generator(generator) => self.finalize_generator(&object, generator),
                    Obj::Future(_) => self.finalize_future(&object),
                    Obj::AsyncStep(step) => self.finalize_async_step(step),
                    _ => {}
                }
            }
            self.say(words);
        }
    }

    /// The call of an object's `__del__`, for `_last_words` (`lib/prelude/last_words.py`).
    fn last_words(&self, object: Ref) -> Option<Value> {
        let value = Value::Obj(object);
        let function = special(&value, self.vm.names.del)?;
        Some(Value::tuple([Value::from("calling deallocator"), function, value]))
    }

    /// Calls the callbacks of the weak references whose objects died, the newest first.
    fn call_watchers(&mut self) {
        let mut words = Vec::new();
        self.vm.watchers.retain(|watcher| {
            let Some(watcher) = watcher.upgrade().map(Value::Obj) else { return false };
            let Some(callback) = WeakReference::of(&watcher).and_then(WeakReference::take_callback_of_dead) else { return true };
            words.push(Value::tuple([Value::from("calling weakref callback"), callback, watcher]));
            false
        });
        self.say(words);
    }

    /// Executes calls that nobody waits for, the last one first. When the program is over it is too late for them.
    fn say(&mut self, words: Vec<Value>) {
        if words.is_empty() || self.vm.is_finalizing {
            return;
        }
        let args = Args { positional: vec![Value::list(words)], keyword: Vec::new() };
        if let Err(throw) = self.call(self.vm.prelude("_last_words"), args, Then::Drop) {
            self.raise(throw);
        }
    }

    fn finalize_generator(&mut self, object: &Ref, generator: &Generator) {
        if generator.state.get() == GeneratorState::Created {
            generator.state.set(GeneratorState::Closed);
            if &*generator.code.name != AWAIT_STEP {
                self.warn_never_awaited(generator);
            }
            let frame = generator.frame.take();
            drop(frame);
            return;
        }
        if let Closer::Loop(event_loop) = generator.closer.get() {
            generator.closer.set(Closer::Told);
            if !self.vm.is_finalizing && !self.world.event_loop(event_loop).is_closed() {
                self.close_in_task(event_loop, object);
            }
            return;
        }
        if self.vm.is_finalizing || !has_cleanup(generator) {
            generator.state.set(GeneratorState::Closed);
            let frame = generator.frame.take();
            drop(frame);
            return;
        }
        let exit = raise(ExceptionKind::GeneratorExit, Vec::new());
        if let Err(throw) = self.resume_with(object, Input::Throw(exit), Then::Finalizer(object.clone())) {
            self.raise(throw);
        }
    }

    /// `BaseEventLoop._asyncgen_finalizer_hook`: `aclose` has to be awaited, so the loop makes a task of it.
    fn close_in_task(&mut self, event_loop: LoopId, object: &Ref) {
        let the_loop = self.vm.library.loops[event_loop.index()].clone();
        let Some(function) = special(&the_loop, Sym::new("create_task")) else { return };
        let exit = Input::Throw(raise(ExceptionKind::GeneratorExit, Vec::new()));
        let args = vec![the_loop, AsyncStep::value(object.clone(), AsyncStepKind::Close, exit)];
        let callback = Callback { function, args, context: Value::Unset, handle: Value::Unset };
        self.world.call_soon_threadsafe(self.thread, event_loop, callback);
    }

    /// `_PyErr_WarnUnawaitedCoroutine`, Python/_warnings.c: a warning at the place that is being executed, once for each place.
    fn warn_never_awaited(&mut self, generator: &Generator) {
        let mut message = format!("coroutine '{}' was never awaited", generator.qualname.borrow());
        if let Some(origin) = &generator.origin {
            message.push_str("\nCoroutine created at (most recent call last)\n");
            let own = origin.iter().filter(|place| place.code.source.user);
            message.extend(own.map(Place::plain_entry));
            message.truncate(message.trim_end().len());
        }
        self.warn("RuntimeWarning", &message, true);
    }

    /// `_PyErr_WarnUnawaitedAgenMethod`, Python/_warnings.c
    fn finalize_async_step(&mut self, step: &AsyncStep) {
        step.input.take();
        let method = match step.kind {
            AsyncStepKind::Send => "asend",
            AsyncStepKind::Throw => "athrow",
            AsyncStepKind::Close => "aclose",
        };
        let generator = step.generator.as_generator().map(|generator| generator.qualname.borrow().clone()).unwrap_or_default();
        self.warn("RuntimeWarning", &format!("coroutine method '{method}' of '{generator}' was never awaited"), true);
    }

    /// Shows a warning where the program stands, once for each place and text.
    pub fn warn(&mut self, category: &str, message: &str, hint_tracemalloc: bool) {
        let (file, line, source) = self.place_of_warning();
        let Some(repeats) = self.vm.shows_warning(category) else { return };
        if !self.vm.is_new_warning(&file, line, message) && !repeats {
            return;
        }
        let mut text = format!("{file}:{line}: {category}: {message}\n");
        if !source.is_empty() {
            text.push_str(&format!("  {source}\n"));
        }
        if hint_tracemalloc && !self.vm.last_objects.are_modules_gone {
            text.push_str("RuntimeWarning: Enable tracemalloc to get the object allocation traceback\n");
        }
        self.write_error(&text);
    }

    /// File, line and source of what is being executed. Of the library, only places of which it is known what CPython calls them.
    fn place_of_warning(&self) -> (String, u32, String) {
        if self.vm.is_finalizing {
            return ("<sys>".to_owned(), 0, String::new());
        }
        for frame in self.f.chain() {
            let (source, line) = (&frame.code.source, frame.line());
            if source.user {
                return (source.name.clone(), line, source.line_text(line).trim().to_owned());
            }
            // What CPython's number is not known of has the line of its function.
            if line != frame.code.first_line {
                return (source.name.clone(), line, String::new());
            }
            if self.is_loop(frame) {
                // `Handle._run`
                return ("/usr/lib/python3.14/asyncio/events.py".to_owned(), 94, String::new());
            }
        }
        ("<sys>".to_owned(), 0, String::new())
    }

    /// Writes to the program's standard error.
    pub fn write_error(&mut self, text: &str) {
        self.pay();
        self.mark_line();
        self.vm.output += text.len() as u64;
        self.world.record(self.thread, |strings| What::Printed { stream: Stream::Err, text: strings.intern(text) });
        self.acted();
    }

    /// A task or future died: an exception that nobody asked for is reported, as `Future.__del__` does.
    fn finalize_future(&mut self, object: &Ref) {
        let Some(future) = object.as_future() else { return };
        let event_loop = future.state.borrow().event_loop;
        let kind = future.class.as_class().map(Class::name).unwrap_or_default();
        let exception = {
            let mut state = future.state.borrow_mut();
            state.log_traceback = false;
            match &state.state {
                crate::sim::State::Finished(Err(Value::Obj(exception))) => Some(exception.clone()),
                _ => None,
            }
        };
        if future.is_lost_task() {
            self.report_destroyed(event_loop, object, future);
            return;
        }
        let Some(exception) = exception else { return };
        let message = format!("{kind} exception was never retrieved");
        if let Err(throw) = self.report_unretrieved(event_loop, object, message, &Throw(exception)) {
            self.raise(throw);
        }
    }
}

impl Interpreter {
    /// Whether warnings of a category are shown, and if so, whether as often as they come. The filters are CPython's own for what is
    /// shown at all, then the program's.
    pub fn shows_warning(&self, category: &str) -> Option<bool> {
        let filters = &self.library.warning_filters;
        let about = |name: &str| name == category || name == "Warning";
        match filters.iter().rev().find(|(name, _)| about(name)).map(|(_, action)| action.as_str()) {
            Some("ignore") => None,
            Some("always" | "all") => Some(true),
            Some(_) => Some(false),
            None if matches!(category, "ResourceWarning" | "ImportWarning" | "PendingDeprecationWarning") => None,
            None => Some(false),
        }
    }

    /// Remembers a warning; false if it was shown at that place before.
    pub fn is_new_warning(&mut self, file: &str, line: u32, message: &str) -> bool {
        self.warned.insert((file.to_owned(), line, message.to_owned()))
    }
}

/// Whether Python code is executed at the death of the object: a generator's own, or that of a task's loop.
fn needs_frame(object: &Ref) -> bool {
    match &**object {
        Obj::Generator(generator) => {
            generator.state.get() == GeneratorState::Suspended && !matches!(generator.closer.get(), Closer::Loop(_))
        }
        _ => object.as_future().is_some() || object.has_del(),
    }
}

/// Would closing the generator run code of its own? Only if it is suspended inside a handler's range.
fn has_cleanup(generator: &Generator) -> bool {
    let frame = generator.frame.borrow();
    let inside = |frame: &Frame| frame.code.handlers.iter().any(|handler| (handler.start..=handler.end).contains(&frame.pc));
    let delegates = |frame: &Frame| generator.kind != CodeKind::Generator || !frame.stack.is_empty();
    frame.as_deref().is_some_and(|frame| inside(frame) || delegates(frame))
}

//! Tasks: futures that run a coroutine step by step, as in `Lib/asyncio/tasks.py`. The guest owns the coroutine; this file says
//! when it is resumed, with what, and what its yields mean.

use std::rc::Rc;

use super::future::{Cancellation, DoneCallback, FutureState, Kind, Refusal, State};
use super::guest::{Guest, Mapper};
use super::handle::Action;
use super::world::World;
use crate::trace::What;
use crate::trace::event::{Outcome, TaskWait};
use crate::trace::ids::{LoopId, TaskId, ThreadId};

/// What a task has beyond a future.
pub struct TaskState<G: Guest> {
    pub id: TaskId,
    pub name: Rc<str>,
    /// The future that the coroutine waits for.
    pub fut_waiter: Option<G::Future>,
    /// The next step throws a `CancelledError`.
    pub must_cancel: bool,
    /// Of the cancellation that `must_cancel` announces.
    pub cancel_message: Option<G::Value>,
    /// How often `cancel` was called, less `uncancel`.
    pub cancelling: u32,
}

impl<G: Guest> TaskState<G> {
    pub(super) fn map<M: Mapper<G>>(&self, mapper: &mut M) -> TaskState<G> {
        TaskState {
            id: self.id,
            name: self.name.clone(),
            fut_waiter: self.fut_waiter.as_ref().map(|future| mapper.future(future)),
            must_cancel: self.must_cancel,
            cancel_message: self.cancel_message.as_ref().map(|message| mapper.value(message)),
            cancelling: self.cancelling,
        }
    }
}

/// Why a step is taken.
pub enum StepCause<G: Guest> {
    /// The first step, or the one after a bare `yield`.
    Scheduled,
    /// An error to throw into the coroutine ([`World::queue_error_step`]).
    Error(G::Value),
    /// The awaited future is done.
    Wakeup(G::Future),
}

/// How the guest must resume the coroutine.
pub enum Resume<G: Guest> {
    /// `coro.send(None)`.
    Send,
    /// `coro.throw(error)`.
    Throw(G::Value),
    /// `coro.throw(CancelledError)`: the error that is given, or a new one with the message.
    ThrowCancelled(Cancellation<G>),
}

/// How a step of a coroutine ended.
pub enum StepEnd<G: Guest> {
    /// A bare `yield`, as `asyncio.sleep(0)` does.
    YieldedNothing,
    /// It waits for a future.
    Yielded(G::Future),
    /// It yielded something that is neither. The guest throws an error in the next step, by [`World::queue_error_step`].
    YieldedRefused,
    Returned(G::Value),
    /// It ended with an exception other than `CancelledError`, `KeyboardInterrupt` and `SystemExit`.
    Raised(G::Value),
    /// It ended with this `CancelledError`.
    Cancelled(G::Value),
    /// It ended with `KeyboardInterrupt` or `SystemExit`, which the guest now raises out of the loop.
    Fatal(G::Value),
}

/// A yield that is an error. The guest throws a `RuntimeError` in the next step, by [`World::queue_error_step`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadYield {
    /// "Task cannot await on itself".
    AwaitsItself,
    /// "Task got Future attached to a different loop".
    DifferentLoop,
}

impl<G: Guest> World<G> {
    /// The state for a new task of that loop; a task without a name is called `Task-<n>`, the nth without. [`World::start_task`]
    /// comes next.
    pub fn new_task(&mut self, event_loop: LoopId, name: Option<&str>) -> FutureState<G> {
        let id = self.ids.task();
        let name = name.map_or_else(|| format!("Task-{}", self.ids.task_name()).into(), Rc::from);
        let task = TaskState { id, name, fut_waiter: None, must_cancel: false, cancel_message: None, cancelling: 0 };
        self.new_future(event_loop, Kind::Task(task))
    }

    /// The end of `Task.__init__`: registers the task and queues its first step. `coroutine` is the coroutine's name.
    pub fn start_task(&mut self, thread: ThreadId, task: &G::Future, coroutine: &str) {
        self.register_task(thread, task, coroutine);
        self.queue_step(thread, task, None);
    }

    /// The end of `Task.__init__` of a task that starts eagerly: it takes its first step at once, inside the step of the task that is
    /// returned. [`World::end_eager_step`] comes next (`Task.__eager_start`).
    pub fn start_task_eagerly(&mut self, thread: ThreadId, task: &G::Future, coroutine: &str) -> Option<G::Future> {
        self.register_task(thread, task, coroutine);
        let event_loop = G::future(task).borrow().event_loop;
        let previous = self.loops[event_loop.index()].current_task.take();
        self.enter_task(thread, task);
        previous
    }

    /// [`World::end_step`] of an eager first step; then `previous` goes on with its own.
    pub fn end_eager_step(
        &mut self,
        thread: ThreadId,
        task: &G::Future,
        end: StepEnd<G>,
        previous: Option<&G::Future>,
    ) -> Result<(), BadYield> {
        let result = self.end_step(thread, task, end);
        if let Some(previous) = previous {
            self.enter_task(thread, previous);
        }
        result
    }

    fn register_task(&mut self, thread: ThreadId, task: &G::Future, coroutine: &str) {
        let (event_loop, id, name) = {
            let state = G::future(task).borrow();
            let part = state.task().expect("a task is started");
            (state.event_loop, part.id, part.name.clone())
        };
        self.record(thread, |strings| What::TaskCreated {
            task: id,
            name: strings.intern(&name),
            coroutine: strings.intern(coroutine),
        });
        self.loops[event_loop.index()].tasks.insert(id, G::downgrade(task));
    }

    /// A task that was not done died.
    pub fn forget_task(&mut self, event_loop: LoopId, task: TaskId) {
        self.loops[event_loop.index()].tasks.remove(&task);
    }

    /// Makes a task the current one of the thread and of its loop.
    fn enter_task(&mut self, thread: ThreadId, task: &G::Future) {
        let (event_loop, id) = {
            let state = G::future(task).borrow();
            (state.event_loop, state.task_id().expect("only tasks take steps"))
        };
        self.threads[thread.index()].task = Some(id);
        self.loops[event_loop.index()].current_task = Some(task.clone());
        self.record(thread, |_| What::StepStarted { task: id });
    }

    /// `Task.set_name`.
    pub fn rename_task(&mut self, thread: ThreadId, task: &G::Future, name: &str) {
        let id = {
            let mut state = G::future(task).borrow_mut();
            let part = state.task_mut().expect("a task is renamed");
            part.name = name.into();
            part.id
        };
        self.record(thread, |strings| What::TaskRenamed { task: id, name: strings.intern(name) });
    }

    /// Queues a step that throws `error` into the coroutine.
    pub fn queue_error_step(&mut self, thread: ThreadId, task: &G::Future, error: G::Value) {
        self.queue_step(thread, task, Some(error));
    }

    /// Enters a task to take a step (`Task.__step`, `Task.__wakeup`): it is the thread's current task until
    /// [`World::end_step`].
    pub fn begin_step(&mut self, thread: ThreadId, task: &G::Future, cause: StepCause<G>) -> Resume<G> {
        let resume = match cause {
            StepCause::Scheduled => Resume::Send,
            StepCause::Error(error) => Resume::Throw(error),
            StepCause::Wakeup(future) => resume_after(&future),
        };
        let mut state = G::future(task).borrow_mut();
        let part = state.task_mut().expect("only tasks take steps");
        part.fut_waiter = None;
        let resume = if std::mem::take(&mut part.must_cancel) { cancelled_instead(resume, part) } else { resume };
        drop(state);
        self.enter_task(thread, task);
        resume
    }

    /// Leaves the task that took a step (the second half of `Task.__step`). A bad yield leaves it without a next step.
    pub fn end_step(&mut self, thread: ThreadId, task: &G::Future, end: StepEnd<G>) -> Result<(), BadYield> {
        let result = match end {
            StepEnd::YieldedNothing => {
                self.record(thread, |_| What::TaskSuspended { on: TaskWait::NextIteration });
                self.queue_step(thread, task, None);
                Ok(())
            }
            StepEnd::Yielded(future) => self.wait_for(thread, task, &future),
            StepEnd::YieldedRefused => {
                self.record(thread, |_| What::TaskSuspended { on: TaskWait::NextIteration });
                Ok(())
            }
            StepEnd::Returned(value) => {
                self.task_returned(thread, task, value);
                Ok(())
            }
            StepEnd::Raised(error) | StepEnd::Fatal(error) => {
                self.finish_task(thread, task, State::Finished(Err(error)));
                Ok(())
            }
            StepEnd::Cancelled(error) => {
                self.finish_task(thread, task, State::Cancelled(Cancellation { message: None, error: Some(error) }));
                Ok(())
            }
        };
        let event_loop = G::future(task).borrow().event_loop;
        self.threads[thread.index()].task = None;
        self.loops[event_loop.index()].current_task = None;
        result
    }

    /// `Task.uncancel`: returns the number of requests that remain.
    pub fn uncancel(&mut self, task: &G::Future) -> u32 {
        let mut state = G::future(task).borrow_mut();
        let part = state.task_mut().expect("a task is uncancelled");
        if part.cancelling > 0 {
            part.cancelling -= 1;
            if part.cancelling == 0 {
                part.must_cancel = false;
            }
        }
        part.cancelling
    }

    /// `Task.cancel` of a task that is not done. It goes along a chain of tasks that wait for each other without recursion.
    pub(super) fn cancel_task(&mut self, thread: ThreadId, task: &G::Future, message: Option<G::Value>) -> Result<(), Refusal> {
        let mut task = task.clone();
        loop {
            let (id, waiter) = {
                let mut state = G::future(&task).borrow_mut();
                state.log_traceback = false;
                let part = state.task_mut().expect("a task is cancelled");
                part.cancelling += 1;
                (part.id, part.fut_waiter.clone())
            };
            self.record(thread, |_| What::CancelRequested { task: id });
            if let Some(waiter) = waiter {
                let is_task = {
                    let state = G::future(&waiter).borrow();
                    state.task().is_some() && !state.is_done()
                };
                if is_task {
                    task = waiter;
                    continue;
                }
                if self.cancel(thread, &waiter, message.clone())? {
                    return Ok(());
                }
            }
            // Its next step is already queued.
            let mut state = G::future(&task).borrow_mut();
            let part = state.task_mut().expect("a task is cancelled");
            part.must_cancel = true;
            part.cancel_message = message;
            return Ok(());
        }
    }

    pub(super) fn task_id(&self, task: &G::Future) -> TaskId {
        G::future(task).borrow().task_id().expect("a reference to a task")
    }

    fn queue_step(&mut self, thread: ThreadId, task: &G::Future, error: Option<G::Value>) {
        let (event_loop, id) = {
            let state = G::future(task).borrow();
            (state.event_loop, state.task_id().expect("only tasks take steps"))
        };
        self.push_ready(event_loop, Action::Step { task: task.clone(), error });
        self.record(thread, |_| What::TaskReady { task: id, cause: None });
    }

    /// The coroutine yielded `future`.
    fn wait_for(&mut self, thread: ThreadId, task: &G::Future, future: &G::Future) -> Result<(), BadYield> {
        let (own_id, own_loop) = {
            let state = G::future(task).borrow();
            (state.id, state.event_loop)
        };
        let (id, event_loop, on) = {
            let state = G::future(future).borrow();
            (state.id, state.event_loop, state.as_wait())
        };
        if event_loop != own_loop || id == own_id {
            self.record(thread, |_| What::TaskSuspended { on: TaskWait::NextIteration });
            return Err(if event_loop != own_loop { BadYield::DifferentLoop } else { BadYield::AwaitsItself });
        }
        self.record(thread, |_| What::TaskSuspended { on });
        self.add_done_callback(thread, future, DoneCallback::Wakeup(task.clone())).expect("the loop that takes the step is open");
        let (must_cancel, message) = {
            let mut state = G::future(task).borrow_mut();
            let part = state.task_mut().expect("only tasks take steps");
            part.fut_waiter = Some(future.clone());
            (part.must_cancel, part.cancel_message.clone())
        };
        if must_cancel && self.cancel(thread, future, message) == Ok(true) {
            let mut state = G::future(task).borrow_mut();
            state.task_mut().expect("only tasks take steps").must_cancel = false;
        }
        Ok(())
    }

    fn task_returned(&mut self, thread: ThreadId, task: &G::Future, value: G::Value) {
        let cancelled = {
            let mut state = G::future(task).borrow_mut();
            let part = state.task_mut().expect("only tasks take steps");
            // Cancelled right before the coroutine stopped.
            std::mem::take(&mut part.must_cancel).then(|| part.cancel_message.clone())
        };
        let end = match cancelled {
            Some(message) => State::Cancelled(Cancellation { message, error: None }),
            None => State::Finished(Ok(value)),
        };
        self.finish_task(thread, task, end);
    }

    fn finish_task(&mut self, thread: ThreadId, task: &G::Future, end: State<G>) {
        let (event_loop, id) = {
            let state = G::future(task).borrow();
            (state.event_loop, state.task_id().expect("only tasks take steps"))
        };
        self.record(thread, |strings| {
            let (outcome, detail) = match &end {
                State::Finished(Ok(value)) => (Outcome::Returned, G::describe(Ok(value))),
                State::Finished(Err(error)) => (Outcome::Raised, G::describe(Err(error))),
                State::Cancelled(Cancellation { error: Some(error), .. }) => (Outcome::Cancelled, G::describe(Err(error))),
                State::Cancelled(_) | State::Pending => (Outcome::Cancelled, "CancelledError".into()),
            };
            What::TaskDone { outcome, detail: strings.intern(&detail) }
        });
        let raised = matches!(end, State::Finished(Err(_)));
        self.loops[event_loop.index()].tasks.remove(&id);
        self.finish(thread, task, end).expect("a task that took a step was not done");
        G::future(task).borrow_mut().log_traceback = raised;
    }
}

/// `Task.__wakeup`: what the end of the awaited future means for the coroutine.
fn resume_after<G: Guest>(future: &G::Future) -> Resume<G> {
    let mut state = G::future(future).borrow_mut();
    state.log_traceback = false;
    match &mut state.state {
        State::Finished(Ok(_)) => Resume::Send,
        State::Finished(Err(error)) => Resume::Throw(error.clone()),
        State::Cancelled(cancellation) => Resume::ThrowCancelled(cancellation.take()),
        State::Pending => unreachable!("a future wakes a task when it is done"),
    }
}

/// A cancellation was requested meanwhile: it wins, unless the step throws a `CancelledError` anyway.
fn cancelled_instead<G: Guest>(resume: Resume<G>, task: &TaskState<G>) -> Resume<G> {
    match resume {
        Resume::ThrowCancelled(_) => resume,
        Resume::Throw(ref error) if G::is_cancelled_error(error) => resume,
        Resume::Send | Resume::Throw(_) => {
            Resume::ThrowCancelled(Cancellation { message: task.cancel_message.clone(), error: None })
        }
    }
}

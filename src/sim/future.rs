//! Futures: a result that is there later, and the callbacks that wait for it, as in `Lib/asyncio/futures.py`.

use super::guest::{Guest, Mapper};
use super::handle::Action;
use super::task::TaskState;
use super::world::World;
use crate::trace::What;
use crate::trace::event::{FutureRef, Outcome, TaskWait};
use crate::trace::ids::{FutureId, JobId, LoopId, TaskId, ThreadId};
use crate::trace::time::Time;

/// The state of a future or task object. The guest keeps one in each such object.
pub struct FutureState<G: Guest> {
    pub id: FutureId,
    pub event_loop: LoopId,
    pub state: State<G>,
    /// Called, in this order, when the future is done.
    pub callbacks: Vec<DoneCallback<G>>,
    /// Set while an exception is stored that nobody asked for.
    pub log_traceback: bool,
    pub kind: Kind<G>,
}

/// The life of a future.
pub enum State<G: Guest> {
    Pending,
    Cancelled(Cancellation<G>),
    /// The result, or the exception.
    Finished(Result<G::Value, G::Value>),
}

/// How a future was cancelled: what a `CancelledError` is made from.
pub struct Cancellation<G: Guest> {
    pub message: Option<G::Value>,
    /// The `CancelledError` a task ended with. It is handed out once (`Future._make_cancelled_error`).
    pub error: Option<G::Value>,
}

/// What a future stands for.
pub enum Kind<G: Guest> {
    Plain,
    /// `asyncio.sleep`: a timer finishes it at that time.
    Sleep(Time),
    /// The result of an executor's job.
    Job(JobId),
    /// `asyncio.gather`: cancelling it cancels the children.
    Gathering {
        children: Vec<G::Future>,
        cancel_requested: bool,
    },
    Task(TaskState<G>),
}

/// Something that waits for a future.
pub enum DoneCallback<G: Guest> {
    /// The next step of that task (`Task.__wakeup`).
    Wakeup(G::Future),
    /// A guest callback, called with the future.
    Guest(G::Callback),
}

/// Why an operation on a future failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The future is not in the state that the operation needs: `InvalidStateError`.
    InvalidState,
    /// The callbacks cannot be queued any more (`BaseEventLoop._check_closed`). They are lost; the future has its new state.
    LoopClosed,
}

impl<G: Guest> FutureState<G> {
    /// The state of an object whose `__init__` was not called yet: it belongs to no loop, and the world must not be given it.
    pub fn blank() -> FutureState<G> {
        FutureState {
            id: FutureId(u32::MAX),
            event_loop: LoopId(u32::MAX),
            state: State::Pending,
            callbacks: Vec::new(),
            log_traceback: false,
            kind: Kind::Plain,
        }
    }

    pub fn is_blank(&self) -> bool {
        self.event_loop == LoopId(u32::MAX)
    }

    pub fn is_done(&self) -> bool {
        !matches!(self.state, State::Pending)
    }

    pub fn is_cancelled(&self) -> bool {
        matches!(self.state, State::Cancelled(_))
    }

    /// The task part, if this is a task.
    pub fn task(&self) -> Option<&TaskState<G>> {
        match &self.kind {
            Kind::Task(task) => Some(task),
            _ => None,
        }
    }

    pub fn task_mut(&mut self) -> Option<&mut TaskState<G>> {
        match &mut self.kind {
            Kind::Task(task) => Some(task),
            _ => None,
        }
    }

    pub fn task_id(&self) -> Option<TaskId> {
        self.task().map(|task| task.id)
    }

    /// How events name this future.
    pub fn reference(&self) -> FutureRef {
        match self.task_id() {
            Some(task) => FutureRef::Task(task),
            None => FutureRef::Future(self.id),
        }
    }

    /// What a task that waits for this future is said to wait for.
    pub fn as_wait(&self) -> TaskWait {
        match &self.kind {
            Kind::Plain | Kind::Gathering { .. } => TaskWait::Future(self.id),
            Kind::Sleep(when) => TaskWait::Sleep((*when).into()),
            Kind::Job(job) => TaskWait::Job(*job),
            Kind::Task(task) => TaskWait::Task(task.id),
        }
    }

    /// The same future without references: a first step of a copy, for a guest that makes copies in two.
    pub fn shell(&self) -> FutureState<G> {
        FutureState {
            id: self.id,
            event_loop: self.event_loop,
            state: State::Pending,
            callbacks: Vec::new(),
            log_traceback: false,
            kind: Kind::Plain,
        }
    }

    /// A copy whose references go through `mapper`.
    pub fn map<M: Mapper<G>>(&self, mapper: &mut M) -> FutureState<G> {
        FutureState {
            id: self.id,
            event_loop: self.event_loop,
            state: self.state.map(mapper),
            callbacks: self.callbacks.iter().map(|callback| callback.map(mapper)).collect(),
            log_traceback: self.log_traceback,
            kind: self.kind.map(mapper),
        }
    }
}

impl<G: Guest> State<G> {
    fn outcome(&self) -> Option<Outcome> {
        match self {
            State::Pending => None,
            State::Cancelled(_) => Some(Outcome::Cancelled),
            State::Finished(Ok(_)) => Some(Outcome::Returned),
            State::Finished(Err(_)) => Some(Outcome::Raised),
        }
    }

    fn map<M: Mapper<G>>(&self, mapper: &mut M) -> State<G> {
        match self {
            State::Pending => State::Pending,
            State::Cancelled(cancellation) => State::Cancelled(cancellation.map(mapper)),
            State::Finished(Ok(value)) => State::Finished(Ok(mapper.value(value))),
            State::Finished(Err(error)) => State::Finished(Err(mapper.value(error))),
        }
    }
}

impl<G: Guest> Cancellation<G> {
    /// As `Future._make_cancelled_error` reads it: the error of the task is given away.
    pub fn take(&mut self) -> Cancellation<G> {
        Cancellation { message: self.message.clone(), error: self.error.take() }
    }

    fn map<M: Mapper<G>>(&self, mapper: &mut M) -> Cancellation<G> {
        Cancellation {
            message: self.message.as_ref().map(|value| mapper.value(value)),
            error: self.error.as_ref().map(|value| mapper.value(value)),
        }
    }
}

impl<G: Guest> Kind<G> {
    fn map<M: Mapper<G>>(&self, mapper: &mut M) -> Kind<G> {
        match self {
            Kind::Plain => Kind::Plain,
            Kind::Sleep(when) => Kind::Sleep(*when),
            Kind::Job(job) => Kind::Job(*job),
            Kind::Gathering { children, cancel_requested } => Kind::Gathering {
                children: children.iter().map(|child| mapper.future(child)).collect(),
                cancel_requested: *cancel_requested,
            },
            Kind::Task(task) => Kind::Task(task.map(mapper)),
        }
    }
}

impl<G: Guest> DoneCallback<G> {
    fn map<M: Mapper<G>>(&self, mapper: &mut M) -> DoneCallback<G> {
        match self {
            DoneCallback::Wakeup(task) => DoneCallback::Wakeup(mapper.future(task)),
            DoneCallback::Guest(callback) => DoneCallback::Guest(mapper.callback(callback)),
        }
    }
}

impl<G: Guest> World<G> {
    /// The state for a new future of that loop. `kind` is not a task; see [`World::new_task`].
    pub fn new_future(&mut self, event_loop: LoopId, kind: Kind<G>) -> FutureState<G> {
        FutureState { id: self.ids.future(), event_loop, state: State::Pending, callbacks: Vec::new(), log_traceback: false, kind }
    }

    /// `Future.set_result`.
    pub fn set_result(&mut self, thread: ThreadId, future: &G::Future, value: G::Value) -> Result<(), Refusal> {
        self.finish(thread, future, State::Finished(Ok(value)))
    }

    /// `Future.set_exception`, with an exception that the guest has checked and built.
    pub fn set_exception(&mut self, thread: ThreadId, future: &G::Future, error: G::Value) -> Result<(), Refusal> {
        self.finish(thread, future, State::Finished(Err(error)))?;
        G::future(future).borrow_mut().log_traceback = true;
        Ok(())
    }

    /// `cancel(msg)` of a future, of a gathering future or of a task. Returns whether a cancellation was requested; fails only where the
    /// loop is closed.
    pub fn cancel(&mut self, thread: ThreadId, future: &G::Future, message: Option<G::Value>) -> Result<bool, Refusal> {
        let mut state = G::future(future).borrow_mut();
        state.log_traceback = false;
        if state.is_done() {
            return Ok(false);
        }
        match &state.kind {
            Kind::Task(_) => {
                drop(state);
                self.cancel_task(thread, future, message)?;
                Ok(true)
            }
            Kind::Gathering { children, .. } => {
                let children = children.clone();
                drop(state);
                self.cancel_gathering(thread, future, &children, message)
            }
            Kind::Plain | Kind::Sleep(_) | Kind::Job(_) => {
                drop(state);
                let cancelled = State::Cancelled(Cancellation { message, error: None });
                self.finish(thread, future, cancelled).map(|()| true)
            }
        }
    }

    /// The first half of `cancel` for a guest that cancels what comes next itself, since objects may have a `cancel` of their own: the
    /// futures that have to be cancelled with this one, or `None` if it is done. [`World::end_cancel`] comes next.
    pub fn begin_cancel(&mut self, thread: ThreadId, future: &G::Future) -> Option<Vec<G::Future>> {
        let mut state = G::future(future).borrow_mut();
        state.log_traceback = false;
        if state.is_done() {
            return None;
        }
        let next = match &mut state.kind {
            Kind::Task(task) => {
                task.cancelling += 1;
                let (id, waiter) = (task.id, task.fut_waiter.clone());
                self.record(thread, |_| What::CancelRequested { task: id });
                waiter.into_iter().collect()
            }
            Kind::Gathering { children, .. } => children.clone(),
            Kind::Plain | Kind::Sleep(_) | Kind::Job(_) => Vec::new(),
        };
        Some(next)
    }

    /// The second half: `any` of those futures took the request. Returns whether a cancellation was requested.
    pub fn end_cancel(
        &mut self,
        thread: ThreadId,
        future: &G::Future,
        any: bool,
        message: Option<G::Value>,
    ) -> Result<bool, Refusal> {
        let mut state = G::future(future).borrow_mut();
        match &mut state.kind {
            Kind::Task(task) => {
                if !any {
                    // Its next step is already queued.
                    task.must_cancel = true;
                    task.cancel_message = message;
                }
                Ok(true)
            }
            Kind::Gathering { cancel_requested, .. } => {
                *cancel_requested |= any;
                Ok(any)
            }
            Kind::Plain | Kind::Sleep(_) | Kind::Job(_) => {
                drop(state);
                self.cancel(thread, future, message)
            }
        }
    }

    /// `_GatheringFuture.cancel`, Lib/asyncio/tasks.py.
    fn cancel_gathering(
        &mut self,
        thread: ThreadId,
        gathering: &G::Future,
        children: &[G::Future],
        message: Option<G::Value>,
    ) -> Result<bool, Refusal> {
        let mut any = false;
        for child in children {
            any |= self.cancel(thread, child, message.clone())?;
        }
        if let (true, Kind::Gathering { cancel_requested, .. }) = (any, &mut G::future(gathering).borrow_mut().kind) {
            *cancel_requested = true;
        }
        Ok(any)
    }

    /// `Future.add_done_callback`: called by way of `call_soon`, at once if the future is done.
    pub fn add_done_callback(&mut self, thread: ThreadId, future: &G::Future, callback: DoneCallback<G>) -> Result<(), Refusal> {
        let mut state = G::future(future).borrow_mut();
        if !state.is_done() {
            state.callbacks.push(callback);
            return Ok(());
        }
        let event_loop = state.event_loop;
        let reference = state.reference();
        drop(state);
        if self.event_loop(event_loop).is_closed() {
            return Err(Refusal::LoopClosed);
        }
        self.queue_done_callback(thread, event_loop, future, reference, callback);
        Ok(())
    }

    /// `Future.remove_done_callback`: drops the guest callbacks that `matches`. Returns how many.
    pub fn remove_done_callbacks(&mut self, future: &G::Future, mut matches: impl FnMut(&G::Callback) -> bool) -> usize {
        let mut state = G::future(future).borrow_mut();
        let before = state.callbacks.len();
        state.callbacks.retain(|callback| !matches!(callback, DoneCallback::Guest(callback) if matches(callback)));
        before - state.callbacks.len()
    }

    /// Ends a pending future and queues its callbacks (`Future.__schedule_callbacks`).
    pub(super) fn finish(&mut self, thread: ThreadId, future: &G::Future, end: State<G>) -> Result<(), Refusal> {
        let mut state = G::future(future).borrow_mut();
        if state.is_done() {
            return Err(Refusal::InvalidState);
        }
        let outcome = end.outcome().expect("a future ends with an outcome");
        state.state = end;
        let callbacks = std::mem::take(&mut state.callbacks);
        let (event_loop, reference) = (state.event_loop, state.reference());
        if let FutureRef::Future(future) = reference {
            self.record(thread, |_| What::FutureDone { future, outcome });
        }
        drop(state);
        if !callbacks.is_empty() && self.event_loop(event_loop).is_closed() {
            return Err(Refusal::LoopClosed);
        }
        for callback in callbacks {
            self.queue_done_callback(thread, event_loop, future, reference, callback);
        }
        Ok(())
    }

    fn queue_done_callback(
        &mut self,
        thread: ThreadId,
        event_loop: LoopId,
        future: &G::Future,
        cause: FutureRef,
        callback: DoneCallback<G>,
    ) {
        match callback {
            DoneCallback::Wakeup(task) => {
                let id = self.task_id(&task);
                self.push_ready(event_loop, Action::Wakeup { task, future: future.clone() });
                self.record(thread, |_| What::TaskReady { task: id, cause: Some(cause) });
            }
            DoneCallback::Guest(callback) => {
                self.call_soon(thread, event_loop, callback, Some(future.clone()));
            }
        }
    }
}

//! A guest for tests: coroutines, callbacks and threads that are lists of operations.
//!
//! What each operation does is in [`operations`]; [`copy`](mod@copy) makes checkpoints.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
use std::rc::{Rc, Weak};

mod copy;
mod operations;

pub use copy::copy;

use crate::sim::*;
use crate::trace::event::{Outcome, Stream, ThreadRole, ThreadWait};
use crate::trace::ids::*;
use crate::trace::{Span, What};

pub type Script = Rc<[Op]>;
type Name = &'static str;

/// One operation. Only `Compute` costs instructions; names are global variables.
#[derive(Clone, Debug)]
pub enum Op {
    /// So many instructions.
    Compute(u64),
    Print(Name),
    /// Prints the name and the number of the loop's iteration.
    PrintIteration(Name),
    /// Errors thrown before it continue after it, up to the end or the next error.
    Catch,
    Raise,

    // In coroutines.
    Sleep(Span),
    SleepZero,
    Await(Name),

    // In coroutines and callbacks.
    Spawn(Name, Script),
    Cancel(Name),
    Uncancel(Name),
    NewFuture(Name),
    SetResult(Name),
    AddDoneCallback(Name, Script),
    Gather(Name, Vec<Name>),
    CallSoon(Script),
    /// A timer in so much time, under a name.
    CallLater(Name, Span, Script),
    CancelTimer(Name),
    CancelTimers(Vec<Name>),
    StopLoop,

    // Anywhere.
    BlockSleep(Span),
    StartThread(Name, Script),
    StartProcess(Name, Script),
    Join(Name),
    JoinProcess(Name),
    Terminate(Name),
    /// Runs a main coroutine in a new loop, as `asyncio.run`.
    RunLoop(Script),
    /// Has the loop of the main thread call this, if there is one: `call_soon_threadsafe`.
    CallMainLoop(Script),
    NewPool(Name, PoolKind, usize),
    /// Submits a job, whose end finishes a future of the main thread's loop.
    Submit(Name, Name, Script),
    ShutDown(Name),
}

/// Results and errors are texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Text {
    Value(Name),
    Error(Name),
    CancelledError,
}

#[derive(Clone, Debug)]
pub struct Callback {
    script: Script,
    /// Finished when it has run as a job.
    job_future: Option<Rc<Object>>,
}

/// A future or task.
pub struct Object {
    state: RefCell<FutureState<Scripted>>,
    coroutine: RefCell<Code>,
}

impl std::fmt::Debug for Object {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?}", self.state.borrow().id)
    }
}

/// A position in a script.
#[derive(Clone, Debug, Default)]
struct Code {
    script: Option<Script>,
    next: usize,
    /// Instructions left of a `Compute` that was interrupted.
    computing: u64,
    /// The timer of `Sleep`.
    timer: Option<Handle>,
}

#[derive(Clone, Debug)]
struct Frame {
    code: Code,
    of: FrameOf,
}

#[derive(Clone, Debug)]
enum FrameOf {
    Thread,
    Loop(LoopId),
    Worker(PoolId),
    Job(JobId, Callback),
    Callback(HandleId),
    Coroutine(Rc<Object>),
}

#[derive(Default)]
pub struct Scripted {
    threads: Vec<Vec<Frame>>,
    futures: BTreeMap<Name, Rc<Object>>,
    timers: BTreeMap<Name, Handle>,
    spawned: BTreeMap<Name, ThreadId>,
    pools: BTreeMap<Name, PoolId>,
    main_loop: Option<LoopId>,
}

impl Guest for Scripted {
    type Value = Text;
    type Future = Rc<Object>;
    type WeakFuture = Weak<Object>;
    type Callback = Callback;

    fn future(of: &Rc<Object>) -> &RefCell<FutureState<Scripted>> {
        &of.state
    }

    fn downgrade(future: &Rc<Object>) -> Weak<Object> {
        Rc::downgrade(future)
    }

    fn upgrade(weak: &Weak<Object>) -> Option<Rc<Object>> {
        weak.upgrade()
    }

    fn is_cancelled_error(error: &Text) -> bool {
        *error == Text::CancelledError
    }

    fn callback_name(_: &Callback) -> Cow<'_, str> {
        "callback".into()
    }

    fn describe<'a>(result: Result<&'a Text, &'a Text>) -> Cow<'a, str> {
        format!("{result:?}").into()
    }

    fn run(&mut self, world: &mut World<Scripted>, thread: ThreadId) -> Stop {
        loop {
            if world.must_pause(thread) {
                return Stop::Paused;
            }
            if let Err(stop) = self.step(world, thread) {
                return stop;
            }
        }
    }
}

impl Scripted {
    /// A guest whose main thread executes `script`.
    pub fn new(script: Script) -> Scripted {
        let mut guest = Scripted::default();
        guest.start(ThreadId::MAIN, Frame { code: code(script), of: FrameOf::Thread });
        guest
    }

    fn start(&mut self, thread: ThreadId, frame: Frame) {
        assert_eq!(self.threads.len(), thread.index(), "threads are numbered in the order of their creation");
        self.threads.push(vec![frame]);
    }

    fn top(&mut self, thread: ThreadId) -> &mut Frame {
        self.threads[thread.index()].last_mut().expect("a thread that runs has a frame")
    }

    /// One instruction, or several that nobody else can notice.
    fn step(&mut self, world: &mut World<Scripted>, thread: ThreadId) -> Result<(), Stop> {
        let code = &mut self.top(thread).code;
        if code.computing > 0 {
            let instructions = code.computing.min(world.allowance(thread));
            code.computing -= instructions;
            world.charge(thread, instructions);
            return Ok(());
        }
        if let Some(Op::Compute(instructions)) = code.op() {
            code.computing = *instructions;
            code.next += 1;
            return Ok(());
        }
        if !world.may_act(thread) {
            return Err(Stop::Sync);
        }
        let frame = self.top(thread).clone();
        match (&frame.of, frame.code.op()) {
            (FrameOf::Loop(event_loop), _) => self.turn(world, thread, *event_loop),
            (FrameOf::Worker(pool), _) => self.work(world, thread, *pool),
            (_, Some(op)) => {
                self.top(thread).code.next += 1;
                self.execute(world, thread, op)
            }
            (_, None) => self.end_frame(world, thread, StepEnd::Returned(Text::Value("done"))),
        }
    }

    fn turn(&mut self, world: &mut World<Scripted>, thread: ThreadId, event_loop: LoopId) -> Result<(), Stop> {
        match world.next_turn(thread, event_loop) {
            Turn::Again => {}
            Turn::Call { handle, callback, .. } => {
                self.threads[thread.index()].push(Frame { code: code(callback.script), of: FrameOf::Callback(handle) })
            }
            Turn::Step { task, cause } => self.resume(world, thread, task, cause),
            Turn::Wait(deadline) => {
                world.park(thread, ThreadWait::Select, deadline);
                return Err(Stop::Waits);
            }
            Turn::Stopped => {
                world.leave_loop(thread, event_loop);
                world.close_loop(event_loop);
                self.threads[thread.index()].pop();
            }
        }
        Ok(())
    }

    fn work(&mut self, world: &mut World<Scripted>, thread: ThreadId, pool: PoolId) -> Result<(), Stop> {
        match world.next_job(thread, pool, |_| false) {
            Take::Job(job, callback) => {
                let frame = Frame { code: code(callback.script.clone()), of: FrameOf::Job(job, callback) };
                self.threads[thread.index()].push(frame);
                Ok(())
            }
            Take::Wait => Err(Stop::Waits),
            Take::Exit => {
                world.end_thread(thread);
                Err(Stop::Ended)
            }
        }
    }

    fn resume(&mut self, world: &mut World<Scripted>, thread: ThreadId, task: Rc<Object>, cause: StepCause<Scripted>) {
        let resume = world.begin_step(thread, &task, cause);
        let code = std::mem::take(&mut *task.coroutine.borrow_mut());
        if let Some(timer) = code.timer {
            world.cancel_handle(thread, timer);
        }
        self.threads[thread.index()].push(Frame { code: Code { timer: None, ..code }, of: FrameOf::Coroutine(task) });
        match resume {
            Resume::Send => {}
            Resume::Throw(error) => self.throw(world, thread, error),
            Resume::ThrowCancelled(_) => self.throw(world, thread, Text::CancelledError),
        }
    }

    /// Goes on after the next `Catch`, or ends the frame with the error.
    fn throw(&mut self, world: &mut World<Scripted>, thread: ThreadId, error: Text) {
        let code = &mut self.top(thread).code;
        let script = code.script.clone().expect("code that runs");
        match script[code.next..].iter().position(|op| matches!(op, Op::Catch)) {
            Some(skipped) => code.next += skipped + 1,
            None => {
                let end = if error == Text::CancelledError { StepEnd::Cancelled(error) } else { StepEnd::Raised(error) };
                // Only coroutines are thrown into, and their end does not stop the thread.
                let _continues = self.end_frame(world, thread, end);
            }
        }
    }

    fn end_frame(&mut self, world: &mut World<Scripted>, thread: ThreadId, end: StepEnd<Scripted>) -> Result<(), Stop> {
        let frame = self.threads[thread.index()].pop().expect("a thread that runs has a frame");
        match frame.of {
            FrameOf::Thread => {
                world.end_thread(thread);
                return Err(Stop::Ended);
            }
            FrameOf::Callback(handle) => world.callback_ended(thread, handle),
            FrameOf::Coroutine(task) => {
                world.end_step(thread, &task, end).expect("the end of a coroutine is not a yield");
            }
            FrameOf::Job(job, callback) => {
                world.finish_job(thread, job, Outcome::Returned);
                if let Some(future) = callback.job_future {
                    world.settle_threadsafe(thread, future, Ok(Text::Value("worked")));
                }
            }
            FrameOf::Loop(_) | FrameOf::Worker(_) => unreachable!("these frames do not execute scripts"),
        }
        Ok(())
    }

    /// Ends a step of the coroutine on top.
    fn yields(&mut self, world: &mut World<Scripted>, thread: ThreadId, end: StepEnd<Scripted>) -> Result<(), Stop> {
        let frame = self.threads[thread.index()].pop().expect("a thread that runs has a frame");
        let FrameOf::Coroutine(task) = frame.of else { panic!("only coroutines await: {frame:?}") };
        *task.coroutine.borrow_mut() = frame.code;
        if let Err(bad) = world.end_step(thread, &task, end) {
            let error = match bad {
                BadYield::AwaitsItself => "awaits itself",
                BadYield::DifferentLoop => "different loop",
            };
            world.queue_error_step(thread, &task, Text::Error(error));
        }
        Ok(())
    }

    /// The state of a future that a script named.
    pub fn state(&self, name: Name) -> std::cell::Ref<'_, FutureState<Scripted>> {
        self.futures[name].state.borrow()
    }
}

impl Code {
    fn op(&self) -> Option<&Op> {
        self.script.as_ref()?.get(self.next)
    }
}

fn code(script: Script) -> Code {
    Code { script: Some(script), ..Code::default() }
}

fn object(state: FutureState<Scripted>) -> Rc<Object> {
    Rc::new(Object { state: RefCell::new(state), coroutine: RefCell::default() })
}

fn print(world: &mut World<Scripted>, thread: ThreadId, text: &str) {
    world.record(thread, |strings| What::Printed { stream: Stream::Out, text: strings.intern(text) });
}

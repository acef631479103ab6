//! A guest for tests: coroutines, callbacks and threads that are lists of operations.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

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
    type Callback = Callback;

    fn future(of: &Rc<Object>) -> &RefCell<FutureState<Scripted>> {
        &of.state
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
        match world.next_job(thread, pool) {
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

    fn execute(&mut self, world: &mut World<Scripted>, thread: ThreadId, op: &Op) -> Result<(), Stop> {
        match op {
            Op::Compute(_) => unreachable!("done before"),
            Op::Catch => {}
            Op::Print(text) => print(world, thread, text),
            Op::PrintIteration(text) => {
                let event_loop = world.running_loop(thread).expect("in a loop");
                let iteration = world.event_loop(event_loop).iteration();
                print(world, thread, &format!("{text} @{iteration}"));
            }
            Op::Raise => return self.end_frame(world, thread, StepEnd::Raised(Text::Error("raised"))),
            Op::Sleep(_) | Op::SleepZero | Op::Await(_) => return self.execute_await(world, thread, op),
            Op::BlockSleep(_) | Op::Join(_) | Op::JoinProcess(_) => return self.execute_wait(world, thread, op),
            Op::StartThread(..) | Op::StartProcess(..) | Op::NewPool(..) | Op::Submit(..) | Op::ShutDown(_) | Op::Terminate(_) => {
                self.execute_threading(world, thread, op)
            }
            Op::RunLoop(_) | Op::CallMainLoop(_) | Op::StopLoop => self.execute_loop(world, thread, op),
            Op::CallSoon(_) | Op::CallLater(..) | Op::CancelTimer(_) | Op::CancelTimers(_) => {
                self.execute_handle(world, thread, op)
            }
            _ => self.execute_future(world, thread, op),
        }
        Ok(())
    }

    fn execute_await(&mut self, world: &mut World<Scripted>, thread: ThreadId, op: &Op) -> Result<(), Stop> {
        match op {
            Op::SleepZero => self.yields(world, thread, StepEnd::YieldedNothing),
            Op::Sleep(span) => {
                let event_loop = world.running_loop(thread).expect("in a loop");
                let when = world.now(thread) + *span;
                let future = object(world.new_future(event_loop, Kind::Sleep(when)));
                let timer = world.call_at_set_result(thread, event_loop, when, future.clone(), Text::Value("slept"));
                self.top(thread).code.timer = Some(timer);
                self.yields(world, thread, StepEnd::Yielded(future))
            }
            Op::Await(name) => {
                let future = self.futures[name].clone();
                let error = match &future.state.borrow().state {
                    State::Pending => None,
                    State::Finished(result) => Some(result.clone().err()),
                    State::Cancelled(_) => Some(Some(Text::CancelledError)),
                };
                match error {
                    None => return self.yields(world, thread, StepEnd::Yielded(future)),
                    Some(Some(error)) => self.throw(world, thread, error),
                    Some(None) => {}
                }
                Ok(())
            }
            _ => unreachable!("not an await: {op:?}"),
        }
    }

    fn execute_wait(&mut self, world: &mut World<Scripted>, thread: ThreadId, op: &Op) -> Result<(), Stop> {
        match op {
            Op::BlockSleep(span) => {
                let deadline = world.now(thread) + *span;
                world.park(thread, ThreadWait::Sleep, Some(deadline));
            }
            Op::Join(name) if !world.thread(self.spawned[name]).has_ended() => {
                world.park(thread, ThreadWait::Join(self.spawned[name]), None);
            }
            Op::JoinProcess(name) if !world.thread(self.spawned[name]).has_ended() => {
                let process = world.thread(self.spawned[name]).process;
                world.park(thread, ThreadWait::JoinProcess(process), None);
            }
            _ => return Ok(()),
        }
        Err(Stop::Waits)
    }

    fn execute_threading(&mut self, world: &mut World<Scripted>, thread: ThreadId, op: &Op) {
        match op {
            Op::StartThread(name, script) => {
                let new = world.spawn_thread(thread, name, ThreadRole::Thread).expect("few threads");
                self.spawned.insert(name, new);
                self.start(new, Frame { code: code(script.clone()), of: FrameOf::Thread });
            }
            Op::StartProcess(name, script) => {
                let new = world.spawn_process(thread, name, ThreadRole::Main).expect("few processes");
                self.spawned.insert(name, new);
                self.start(new, Frame { code: code(script.clone()), of: FrameOf::Thread });
            }
            Op::NewPool(name, kind, workers) => {
                self.pools.insert(name, world.new_pool(*kind, name, *workers));
            }
            Op::Submit(future, pool, script) => {
                let pool = self.pools[pool];
                let job_future = world.running_loop(thread).map(|event_loop| object(world.new_future(event_loop, Kind::Plain)));
                if let Some(object) = &job_future {
                    self.futures.insert(future, object.clone());
                }
                let callback = Callback { script: script.clone(), job_future };
                let submitted = world.submit(thread, pool, future, callback).expect("the pool is open");
                if let Some(worker) = submitted.new_worker {
                    self.start(worker, Frame { code: Code::default(), of: FrameOf::Worker(pool) });
                }
            }
            Op::ShutDown(pool) => world.shut_down(thread, self.pools[pool]),
            Op::Terminate(name) => world.terminate(thread, world.thread(self.spawned[name]).process),
            _ => unreachable!("not about threads: {op:?}"),
        }
    }

    fn execute_loop(&mut self, world: &mut World<Scripted>, thread: ThreadId, op: &Op) {
        match op {
            Op::RunLoop(script) => {
                let event_loop = world.new_loop();
                if thread == ThreadId::MAIN {
                    self.main_loop = Some(event_loop);
                }
                let task = self.spawn(world, thread, event_loop, "main", script.clone());
                let stop = Callback { script: Rc::new([Op::StopLoop]), job_future: None };
                world.add_done_callback(thread, &task, DoneCallback::Guest(stop));
                world.start_loop(thread, event_loop);
                self.threads[thread.index()].push(Frame { code: Code::default(), of: FrameOf::Loop(event_loop) });
            }
            Op::CallMainLoop(script) => {
                let callback = Callback { script: script.clone(), job_future: None };
                if let Some(event_loop) = self.main_loop {
                    world.call_soon_threadsafe(thread, event_loop, callback);
                }
            }
            Op::StopLoop => {
                let event_loop = world.running_loop(thread).expect("in a loop");
                world.stop_loop(event_loop);
            }
            _ => unreachable!("not about loops: {op:?}"),
        }
    }

    fn execute_handle(&mut self, world: &mut World<Scripted>, thread: ThreadId, op: &Op) {
        let event_loop = world.running_loop(thread).expect("in a loop");
        match op {
            Op::CallSoon(script) => {
                let callback = Callback { script: script.clone(), job_future: None };
                world.call_soon(thread, event_loop, callback, None);
            }
            Op::CallLater(name, span, script) => {
                let callback = Callback { script: script.clone(), job_future: None };
                let when = world.now(thread) + *span;
                self.timers.insert(name, world.call_at(thread, event_loop, when, callback));
            }
            Op::CancelTimer(name) => {
                world.cancel_handle(thread, self.timers[name]);
            }
            Op::CancelTimers(names) => {
                for name in names {
                    world.cancel_handle(thread, self.timers[name]);
                }
            }
            _ => unreachable!("not about handles: {op:?}"),
        }
    }

    fn execute_future(&mut self, world: &mut World<Scripted>, thread: ThreadId, op: &Op) {
        let event_loop = world.running_loop(thread).expect("in a loop");
        match op {
            Op::Spawn(name, script) => {
                self.spawn(world, thread, event_loop, name, script.clone());
            }
            Op::Cancel(name) => {
                let future = self.futures[name].clone();
                world.cancel(thread, &future, None);
            }
            Op::Uncancel(name) => {
                world.uncancel(&self.futures[name]);
            }
            Op::NewFuture(name) => {
                self.futures.insert(name, object(world.new_future(event_loop, Kind::Plain)));
            }
            Op::SetResult(name) => {
                let future = self.futures[name].clone();
                let result = world.set_result(thread, &future, Text::Value("set"));
                print(world, thread, if result.is_ok() { "set" } else { "InvalidStateError" });
            }
            Op::AddDoneCallback(name, script) => {
                let callback = Callback { script: script.clone(), job_future: None };
                let future = self.futures[name].clone();
                world.add_done_callback(thread, &future, DoneCallback::Guest(callback));
            }
            Op::Gather(name, children) => {
                let children = children.iter().map(|child| self.futures[child].clone()).collect();
                let kind = Kind::Gathering { children, cancel_requested: false };
                self.futures.insert(name, object(world.new_future(event_loop, kind)));
            }
            _ => unreachable!("not about futures: {op:?}"),
        }
    }

    fn spawn(
        &mut self,
        world: &mut World<Scripted>,
        thread: ThreadId,
        event_loop: LoopId,
        name: Name,
        script: Script,
    ) -> Rc<Object> {
        let task = Rc::new(Object { state: RefCell::new(world.new_task(event_loop, None)), coroutine: RefCell::new(code(script)) });
        world.start_task(thread, &task, name);
        self.futures.insert(name, task.clone());
        task
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

/// A copy of a machine, with its trace.
pub fn copy(machine: &Machine<Scripted>) -> Machine<Scripted> {
    let mut copier = Copier::default();
    let mut world = machine.world.map(&mut copier);
    world.recorder = machine.world.recorder.clone();
    let guest = &machine.guest;
    let copy_frame = |frame: &Frame, copier: &mut Copier| Frame {
        code: frame.code.clone(),
        of: match &frame.of {
            FrameOf::Job(job, callback) => FrameOf::Job(*job, copier.callback(callback)),
            FrameOf::Coroutine(task) => FrameOf::Coroutine(copier.future(task)),
            other => other.clone(),
        },
    };
    let copy_thread = |frames: &Vec<Frame>| frames.iter().map(|frame| copy_frame(frame, &mut copier)).collect();
    let threads = guest.threads.iter().map(copy_thread).collect();
    let futures = guest.futures.iter().map(|(name, future)| (*name, copier.future(future))).collect();
    let guest = Scripted {
        threads,
        futures,
        timers: guest.timers.clone(),
        spawned: guest.spawned.clone(),
        pools: guest.pools.clone(),
        main_loop: guest.main_loop,
    };
    machine.copy_with(world, guest)
}

#[derive(Default)]
struct Copier {
    copies: HashMap<*const Object, Rc<Object>>,
}

impl Mapper<Scripted> for Copier {
    fn value(&mut self, value: &Text) -> Text {
        value.clone()
    }

    fn future(&mut self, future: &Rc<Object>) -> Rc<Object> {
        if let Some(copy) = self.copies.get(&Rc::as_ptr(future)) {
            return copy.clone();
        }
        // References may be cyclic: the copy has to exist before what it refers to is copied.
        let state = future.state.borrow();
        let empty = FutureState {
            id: state.id,
            event_loop: state.event_loop,
            state: State::Pending,
            callbacks: Vec::new(),
            log_traceback: false,
            kind: Kind::Plain,
        };
        let copy = Rc::new(Object { state: RefCell::new(empty), coroutine: RefCell::new(future.coroutine.borrow().clone()) });
        self.copies.insert(Rc::as_ptr(future), copy.clone());
        let full = state.map(self);
        copy.state.replace(full);
        copy
    }

    fn callback(&mut self, callback: &Callback) -> Callback {
        let job_future = callback.job_future.as_ref().map(|future| self.future(future));
        Callback { script: callback.script.clone(), job_future }
    }
}

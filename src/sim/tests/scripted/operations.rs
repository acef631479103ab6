//! What the operations of scripts do.

use super::*;

impl Scripted {
    pub(super) fn execute(&mut self, world: &mut World<Scripted>, thread: ThreadId, op: &Op) -> Result<(), Stop> {
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
                self.pools.insert(name, world.new_pool(*kind, *workers));
            }
            Op::Submit(future, pool, script) => {
                let pool = self.pools[pool];
                let job_future = world.running_loop(thread).map(|event_loop| object(world.new_future(event_loop, Kind::Plain)));
                if let Some(object) = &job_future {
                    self.futures.insert(future, object.clone());
                }
                let callback = Callback { script: script.clone(), job_future };
                let submitted = world.submit(thread, pool, future, callback, "worker").expect("the pool is open");
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
                world.add_done_callback(thread, &task, DoneCallback::Guest(stop)).expect("the loop is open");
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
                world.cancel(thread, &future, None).expect("the loop is open");
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
                world.add_done_callback(thread, &future, DoneCallback::Guest(callback)).expect("the loop is open");
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
}

//! Copies of machines that run scripts, as checkpoints are.

use super::*;

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

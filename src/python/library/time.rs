//! `time`: clocks that read the virtual time, and `sleep`.

use crate::python::core::ExceptionKind;
use crate::python::native::{Def, Flow, Result};
use crate::python::object::Value;
use crate::python::vm::{Cx, Interpreter, error, type_error, type_name, value_error};
use crate::sim::World;
use crate::trace::event::ThreadWait;
use crate::trace::ids::ThreadId;
use crate::trace::{Span, Time};

/// What a clock shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    /// Virtual time since the run began.
    Wall,
    /// CPU time of the thread.
    Thread,
    /// CPU time of all threads of the process.
    Process,
}

impl Clock {
    /// The clock that a function of `time` reads, in seconds.
    pub fn of(function: &str) -> Option<Clock> {
        Some(match function {
            "time" | "monotonic" | "perf_counter" => Clock::Wall,
            "thread_time" => Clock::Thread,
            "process_time" => Clock::Process,
            _ => return None,
        })
    }
}

impl Interpreter {
    /// What a clock shows to a thread, as a time since the clock's zero.
    pub fn clock(&self, world: &World<Interpreter>, thread: ThreadId, clock: Clock) -> Time {
        match clock {
            Clock::Wall => world.now(thread),
            Clock::Thread => Time(world.thread(thread).cpu().0),
            Clock::Process => {
                let process = world.thread(thread).process;
                let threads = world.threads().iter().filter(|thread| thread.process == process);
                Time(threads.map(|thread| thread.cpu().0).sum())
            }
        }
    }
}

/// A look at a clock, which costs time.
fn look(cx: &mut Cx<'_>, clock: Clock) -> Time {
    cx.world.look_at_clock(cx.thread);
    cx.vm.clock(cx.world, cx.thread, clock)
}

fn seconds(cx: &mut Cx<'_>, clock: Clock) -> Result<Value> {
    Ok(Value::Float(look(cx, clock).as_secs()))
}

fn nanoseconds(cx: &mut Cx<'_>, clock: Clock) -> Result<Value> {
    Ok(Value::Int(look(cx, clock).0 as i64))
}

/// A duration in seconds given as an int or float.
pub fn duration(value: &Value) -> Result<f64> {
    match value.payload() {
        Value::Int(seconds) => Ok(*seconds as f64),
        Value::Bool(seconds) => Ok(f64::from(*seconds)),
        Value::Float(seconds) => Ok(*seconds),
        _ => Err(type_error(format!("'{}' object cannot be interpreted as an integer", type_name(value)))),
    }
}

fn sleep(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    let seconds = duration(&args[0])?;
    if seconds.is_nan() {
        return Err(value_error("Invalid value NaN (not a number)"));
    }
    if seconds < 0.0 {
        return Err(value_error("sleep length must be non-negative"));
    }
    if seconds > 1e10 {
        return Err(error(ExceptionKind::OverflowError, "timestamp out of range for platform time_t"));
    }
    cx.mark_line();
    let until = cx.world.now(cx.thread) + Span::from_secs(seconds);
    cx.world.park(cx.thread, ThreadWait::Sleep, Some(until));
    Ok(Flow::Park(Value::None))
}

pub const NATIVES: &[Def] = &[
    Def::new("time()", |cx, _| seconds(cx, Clock::Wall)),
    Def::new("monotonic()", |cx, _| seconds(cx, Clock::Wall)),
    Def::new("perf_counter()", |cx, _| seconds(cx, Clock::Wall)),
    Def::new("thread_time()", |cx, _| seconds(cx, Clock::Thread)),
    Def::new("process_time()", |cx, _| seconds(cx, Clock::Process)),
    Def::new("time_ns()", |cx, _| nanoseconds(cx, Clock::Wall)),
    Def::new("monotonic_ns()", |cx, _| nanoseconds(cx, Clock::Wall)),
    Def::new("perf_counter_ns()", |cx, _| nanoseconds(cx, Clock::Wall)),
    Def::new("thread_time_ns()", |cx, _| nanoseconds(cx, Clock::Thread)),
    Def::new("process_time_ns()", |cx, _| nanoseconds(cx, Clock::Process)),
    Def::control("sleep(seconds, /)", sleep).visible(),
];

//! Expressions that can be awaited.

use super::generator::{Generator, Shared};

/// A call of one of the coroutine functions, or a sleep if none may be called here.
pub fn coroutine(g: &mut Generator) -> String {
    let first = if g.current == g.functions { 0 } else { g.current + 1 };
    if first >= g.functions || g.choices.chance(15) {
        return sleep(g);
    }
    let function = g.choices.between(first, g.functions - 1);
    let argument = g.choices.pick(&["0", "1", "2", "n"]);
    format!("f{function}({argument})")
}

pub fn sleep(g: &mut Generator) -> String {
    let duration = g.duration();
    match g.choices.below(3) {
        0 => format!("asyncio.sleep({duration}, \"slept {duration}\")"),
        _ => format!("asyncio.sleep({duration})"),
    }
}

/// A coroutine, a task, a future or a wait of a primitive.
pub fn any(g: &mut Generator) -> String {
    match g.choices.below(10) {
        0..=4 => coroutine(g),
        5..=7 => match g.any_task() {
            Some(task) => task,
            None => coroutine(g),
        },
        8 => match g.any_future() {
            Some(future) => future,
            None => sleep(g),
        },
        _ => primitive(g),
    }
}

/// What waits until somebody else does something; perhaps for ever.
pub fn primitive(g: &mut Generator) -> String {
    let (shared, text) = g.choices.pick(&[
        (Shared::Event, "event.wait()"),
        (Shared::Queue, "queue.get()"),
        (Shared::Queue, "queue.put(n)"),
        (Shared::Queue, "queue.join()"),
        (Shared::Barrier, "barrier.wait()"),
        (Shared::Lock, "lock.acquire()"),
        (Shared::Semaphore, "semaphore.acquire()"),
    ]);
    g.uses(shared);
    text.to_owned()
}

/// Starts a task of a name that tells it apart, and gives the name's expression.
pub fn create_task(g: &mut Generator, maker: &str) -> String {
    let coroutine = coroutine(g);
    let label = g.name("t");
    let named = if g.choices.chance(50) { format!("\"{label}\"") } else { format!("f\"{label}-{{n}}\"") };
    let eager = if g.choices.chance(5) { ", eager_start=True" } else { "" };
    format!("{maker}({coroutine}, name={named}{eager})")
}

//! Locks, events, conditions, semaphores and barriers.

use super::generator::{Generator, Shared};
use super::statements;

pub fn lock(g: &mut Generator) -> bool {
    g.uses(Shared::Lock);
    match g.choices.below(6) {
        0 => g.show("lock.locked()"),
        1 => g.line("lock.release()"),
        2 if g.may_nest() => {
            g.line("await lock.acquire()");
            g.block("try:", |g| statements::body(g, 2));
            g.block("finally:", |g| g.line("lock.release()"));
        }
        _ if g.may_nest() => g.block("async with lock:", |g| statements::body(g, 3)),
        _ => return false,
    }
    true
}

pub fn event(g: &mut Generator) -> bool {
    g.uses(Shared::Event);
    match g.choices.below(6) {
        0 => g.line("await event.wait()"),
        1 => g.line("event.clear()"),
        2 => g.show("event.is_set()"),
        3 => {
            let duration = g.duration();
            g.line(&format!("await asyncio.wait_for(event.wait(), {duration})"));
        }
        _ => g.line("event.set()"),
    }
    true
}

pub fn condition(g: &mut Generator) -> bool {
    if !g.may_nest() {
        return false;
    }
    g.uses(Shared::Condition);
    g.block("async with condition:", |g| match g.choices.below(6) {
        0 => g.show("await condition.wait()"),
        1 => g.show("await condition.wait_for(lambda: len(tasks) > 1)"),
        2 => {
            let duration = g.duration();
            g.line(&format!("await asyncio.wait_for(condition.wait(), {duration})"));
            g.say();
        }
        3 => g.line("condition.notify_all()"),
        _ => {
            g.line_of(&["condition.notify()", "condition.notify(2)"]);
            statements::body(g, 2);
        }
    });
    true
}

pub fn semaphore(g: &mut Generator) -> bool {
    let (shared, name) = g.choices.pick(&[(Shared::Semaphore, "semaphore"), (Shared::BoundedSemaphore, "bounded")]);
    g.uses(shared);
    match g.choices.below(5) {
        0 => g.show(&format!("{name}.locked()")),
        1 => g.line(&format!("{name}.release()")),
        2 => g.line(&format!("await {name}.acquire()")),
        _ if g.may_nest() => g.block(&format!("async with {name}:"), |g| statements::body(g, 3)),
        _ => return false,
    }
    true
}

pub fn barrier(g: &mut Generator) -> bool {
    g.uses(Shared::Barrier);
    match g.choices.below(6) {
        0 => g.line("await barrier.reset()"),
        1 => g.line("await barrier.abort()"),
        2 => g.show("barrier.n_waiting, barrier.broken"),
        3 if g.may_nest() => g.block("async with barrier as position:", |g| g.show("position")),
        _ => g.show("await barrier.wait()"),
    }
    true
}

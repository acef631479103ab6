//! Queues.

use super::generator::{Generator, Shared};
use super::statements;

pub fn queue(g: &mut Generator) -> bool {
    g.uses(Shared::Queue);
    match g.choices.below(12) {
        0..=2 => {
            let label = g.name("item ");
            g.line(&format!("await queue.put(\"{label}\")"));
        }
        3 | 4 => g.show("await queue.get()"),
        5 => g.show("queue.get_nowait()"),
        6 => g.line("queue.put_nowait(n)"),
        7 => g.line("queue.task_done()"),
        8 => g.show("queue.qsize(), queue.empty(), queue.full()"),
        9 => {
            let duration = g.duration();
            g.show(&format!("await asyncio.wait_for(queue.get(), {duration})"));
        }
        10 => g.line_of(&["queue.shutdown()", "queue.shutdown(immediate=True)", "await queue.join()"]),
        _ if g.may_nest() => worker(g),
        _ => return false,
    }
    true
}

fn worker(g: &mut Generator) {
    let times = g.choices.between(1, 3);
    g.block(&format!("for n in range({times}):"), |g| {
        g.show("await queue.get()");
        statements::body(g, 2);
        g.line("queue.task_done()");
    });
}

pub fn ordered_queue(g: &mut Generator) -> bool {
    let (shared, name) = g.choices.pick(&[(Shared::LifoQueue, "stack"), (Shared::PriorityQueue, "heap")]);
    g.uses(shared);
    let number = g.choices.below(9);
    match g.choices.below(4) {
        0 => g.show(&format!("await {name}.get()")),
        1 => g.show(&format!("{name}.get_nowait()")),
        2 => g.line(&format!("{name}.put_nowait(({number}, n))")),
        _ => g.line(&format!("await {name}.put(({number}, n))")),
    }
    true
}

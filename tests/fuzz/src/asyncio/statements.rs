//! Which statement comes next.

use super::generator::Generator;
use super::{
    awaitables, callbacks, contexts, failures, futures, generators, groups, locks, queues, tasks, threads, timeouts, waiting,
};

/// A statement with its weight. It says whether it could be written where it stands.
type Statement = fn(&mut Generator) -> bool;

const STATEMENTS: &[(usize, Statement)] = &[
    (10, say),
    (12, sleep),
    (2, block_the_loop),
    (8, call),
    (3, repeat),
    (3, branch),
    (1, drop_coroutine),
    (12, tasks::create),
    (6, tasks::await_one),
    (6, tasks::cancel),
    (2, tasks::cancel_another),
    (1, tasks::cancel_itself),
    (3, tasks::look),
    (2, tasks::uncancel),
    (1, tasks::variable),
    (5, waiting::gather),
    (4, waiting::wait),
    (2, waiting::as_completed),
    (4, waiting::wait_for),
    (3, waiting::shield),
    (5, timeouts::timeout),
    (5, groups::task_group),
    (4, locks::lock),
    (4, locks::event),
    (3, locks::condition),
    (3, locks::semaphore),
    (2, locks::barrier),
    (5, queues::queue),
    (2, queues::ordered_queue),
    (4, futures::create),
    (3, futures::settle),
    (3, futures::look),
    (3, callbacks::schedule),
    (2, callbacks::done_callback),
    (3, generators::async_for),
    (2, generators::by_hand),
    (2, generators::comprehension),
    (2, generators::plain),
    (4, contexts::manager),
    (2, contexts::exit_stack),
    (3, failures::raise),
    (8, failures::try_except),
    (4, failures::try_finally),
    (2, failures::except_star),
    (1, threads::job),
];

/// Writes from one to so many statements.
pub fn body(g: &mut Generator, most: usize) {
    let count = g.choices.between(1, most);
    let mut written = 0;
    while written < count && g.spend() {
        if g.choices.weighted(STATEMENTS)(g) {
            written += 1;
        }
    }
    if written == 0 {
        say(g);
    }
}

fn say(g: &mut Generator) -> bool {
    g.say();
    true
}

fn sleep(g: &mut Generator) -> bool {
    let sleep = awaitables::sleep(g);
    if g.choices.chance(20) {
        g.show(&format!("await {sleep}"));
    } else {
        g.line(&format!("await {sleep}"));
    }
    true
}

fn block_the_loop(g: &mut Generator) -> bool {
    let duration = g.duration();
    g.line(&format!("time.sleep({duration})"));
    true
}

fn call(g: &mut Generator) -> bool {
    let call = awaitables::coroutine(g);
    g.show(&format!("await {call}"));
    true
}

fn repeat(g: &mut Generator) -> bool {
    if !g.may_nest() {
        return false;
    }
    let times = g.choices.between(2, 3);
    g.block(&format!("for n in range({times}):"), |g| {
        body(g, 3);
        if g.choices.chance(15) {
            g.line("if n:");
            g.line_of(&["    break", "    continue"]);
            g.say();
        }
    });
    true
}

fn branch(g: &mut Generator) -> bool {
    if !g.may_nest() {
        return false;
    }
    let condition = g.choices.pick(&["n", "n == 0", "n % 2", "len(tasks) > 2", "now() > 0.02"]);
    g.block(&format!("if {condition}:"), |g| {
        body(g, 2);
        if g.current < g.functions && g.choices.chance(25) {
            g.line("return \"early\"");
        }
    });
    if g.choices.chance(40) {
        g.block("else:", |g| body(g, 2));
    }
    true
}

/// Forgets to await, which is a warning.
fn drop_coroutine(g: &mut Generator) -> bool {
    let call = awaitables::coroutine(g);
    g.line(&call);
    true
}

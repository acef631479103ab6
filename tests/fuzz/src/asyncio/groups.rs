//! `asyncio.TaskGroup`.

use super::generator::Generator;
use super::{awaitables, statements};

pub fn task_group(g: &mut Generator) -> bool {
    if !g.may_nest() {
        return false;
    }
    match g.choices.below(4) {
        0 => group(g),
        1 => {
            g.block("try:", group);
            g.block("except BaseException as error:", |g| {
                g.show("error");
                if g.choices.chance(30) {
                    g.line("raise");
                }
            });
        }
        _ => {
            g.block("try:", group);
            let caught = g.choices.pick(&["Exception", "ValueError", "(ValueError, TimeoutError)"]);
            g.block(&format!("except* {caught} as error:"), |g| g.show("error"));
        }
    }
    true
}

fn group(g: &mut Generator) {
    let name = g.name("group");
    g.block(&format!("async with asyncio.TaskGroup() as {name}:"), |g| {
        for _ in 0..g.choices.between(1, 3) {
            let call = awaitables::create_task(g, &format!("{name}.create_task"));
            if g.choices.chance(50) {
                let task = g.name("t");
                g.line(&format!("{task} = {call}"));
                g.tasks.push(task);
            } else {
                g.line(&call);
            }
        }
        if g.choices.chance(60) {
            statements::body(g, 3);
        }
    });
}

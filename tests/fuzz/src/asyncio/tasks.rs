//! Tasks: starting, awaiting and cancelling them, and what they say of themselves.

use super::awaitables;
use super::generator::{Generator, Shared};

pub fn create(g: &mut Generator) -> bool {
    let call = awaitables::create_task(g, "start");
    if g.choices.chance(20) {
        g.line(&call);
    } else {
        let name = g.name("t");
        g.line(&format!("{name} = {call}"));
        g.tasks.push(name);
    }
    true
}

pub fn await_one(g: &mut Generator) -> bool {
    let Some(task) = g.any_task() else { return false };
    g.show(&format!("await {task}"));
    true
}

pub fn cancel(g: &mut Generator) -> bool {
    let Some(task) = g.any_task() else { return false };
    let message = g.choices.pick(&["", "", "\"enough\""]);
    g.show(&format!("{task}.cancel({message})"));
    true
}

/// Any task that was ever started.
pub fn cancel_another(g: &mut Generator) -> bool {
    let index = g.choices.below(4);
    g.block("if tasks:", |g| g.show(&format!("tasks[{index} % len(tasks)].cancel()")));
    true
}

pub fn cancel_itself(g: &mut Generator) -> bool {
    g.line("asyncio.current_task().cancel()");
    true
}

pub fn look(g: &mut Generator) -> bool {
    let task = g.any_task().unwrap_or_else(|| "asyncio.current_task()".to_owned());
    match g.choices.below(6) {
        0 => g.show(&format!("{task}.done(), {task}.cancelled(), {task}.cancelling()")),
        1 => g.show(&format!("{task}.result()")),
        2 => g.show(&format!("{task}.exception()")),
        3 => {
            let label = g.name("p");
            g.line(&format!("print(\"{label}\", repr({task}))"));
        }
        4 => g.show("sorted(task.get_name() for task in asyncio.all_tasks())"),
        _ => g.show(&format!("{task}.get_name()")),
    }
    true
}

pub fn uncancel(g: &mut Generator) -> bool {
    g.show("asyncio.current_task().uncancel(), asyncio.current_task().cancelling()");
    true
}

/// Every task has its own value of a context variable.
pub fn variable(g: &mut Generator) -> bool {
    g.uses(Shared::Variable);
    if g.choices.chance(50) {
        let label = g.name("v");
        g.line(&format!("variable.set(\"{label}\")"));
    } else {
        g.show("variable.get()");
    }
    true
}

//! Waiting for several, for some time, or for something that must go on: `gather`, `wait`, `as_completed`, `wait_for`, `shield`.

use super::generator::Generator;
use super::{awaitables, statements};

fn several(g: &mut Generator, one: impl Fn(&mut Generator) -> String) -> Vec<String> {
    let count = g.choices.between(1, 3);
    (0..count).map(|_| one(g)).collect()
}

pub fn gather(g: &mut Generator) -> bool {
    let mut arguments = several(g, awaitables::any);
    if g.choices.chance(40) {
        arguments.push("return_exceptions=True".to_owned());
    }
    g.show(&format!("await asyncio.gather({})", arguments.join(", ")));
    true
}

pub fn wait(g: &mut Generator) -> bool {
    let tasks = several(g, |g| match g.any_task() {
        Some(task) if g.choices.chance(60) => task,
        _ => awaitables::create_task(g, "start"),
    });
    let mut arguments = format!("[{}]", tasks.join(", "));
    if g.choices.chance(50) {
        arguments += &format!(", timeout={}", g.duration());
    }
    if g.choices.chance(60) {
        arguments += &format!(", return_when=asyncio.{}", g.choices.pick(&["FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED"]));
    }
    let (done, pending) = (g.name("done"), g.name("pending"));
    g.line(&format!("{done}, {pending} = await asyncio.wait({arguments})"));
    g.show(&format!("names({done}), names({pending})"));
    true
}

/// Over tasks that are just started: the order in which it takes up those that are done is that of a set.
pub fn as_completed(g: &mut Generator) -> bool {
    if !g.may_nest() || g.is_eager {
        return false;
    }
    g.has_set_of_tasks = true;
    let tasks = several(g, |g| awaitables::create_task(g, "start").replace(", eager_start=True", ""));
    let timeout = if g.choices.chance(40) { format!(", timeout={}", g.duration()) } else { String::new() };
    let call = format!("asyncio.as_completed([{}]{timeout})", tasks.join(", "));
    if g.choices.chance(50) {
        g.block(&format!("for next_one in {call}:"), |g| {
            g.show("await next_one");
        });
    } else {
        g.block(&format!("async for task in {call}:"), |g| {
            g.show("task");
            if g.choices.chance(50) {
                g.show("await task");
            }
        });
    }
    true
}

pub fn wait_for(g: &mut Generator) -> bool {
    let (what, duration) = (awaitables::any(g), g.duration());
    let call = format!("await asyncio.wait_for({what}, {duration})");
    if !g.may_nest() || g.choices.chance(30) {
        g.show(&call);
        return true;
    }
    g.block("try:", |g| g.show(&call));
    g.block("except TimeoutError as error:", |g| {
        g.show("error");
        if g.choices.chance(40) {
            statements::body(g, 2);
        }
    });
    true
}

pub fn shield(g: &mut Generator) -> bool {
    let what = awaitables::any(g);
    if g.choices.chance(50) {
        g.show(&format!("await asyncio.shield({what})"));
    } else {
        let duration = g.duration();
        g.show(&format!("await asyncio.wait_for(asyncio.shield({what}), {duration})"));
    }
    true
}

//! Context managers, asynchronous and plain.

use super::generator::{Generator, Shared};
use super::statements;

pub fn manager(g: &mut Generator) -> bool {
    if !g.may_nest() {
        return false;
    }
    let (label, duration) = (g.name("m"), g.duration());
    let swallow = g.choices.pick(&["False", "False", "True"]);
    let header = match g.choices.below(3) {
        0 => {
            g.uses(Shared::Manager);
            format!("with Manager(\"{label}\", {swallow}) as n:")
        }
        1 => {
            g.uses(Shared::DecoratedManager);
            format!("async with decorated(\"{label}\", {duration}) as n:")
        }
        _ => {
            g.uses(Shared::AsyncManager);
            format!("async with AsyncManager(\"{label}\", {duration}, {swallow}) as n:")
        }
    };
    // The value is a text: what comes after the block expects a number again.
    g.block(&header, |g| {
        g.line("n = len(n)");
        statements::body(g, 3);
    });
    true
}

pub fn exit_stack(g: &mut Generator) -> bool {
    if !g.may_nest() {
        return false;
    }
    g.uses(Shared::AsyncManager);
    g.uses(Shared::Callback);
    let name = g.name("stack");
    g.block(&format!("async with contextlib.AsyncExitStack() as {name}:"), |g| {
        for _ in 0..g.choices.between(1, 2) {
            let (label, duration) = (g.name("m"), g.duration());
            match g.choices.below(3) {
                0 => g.line(&format!("{name}.callback(called, \"{label}\")")),
                1 => g.line(&format!("{name}.push_async_callback(asyncio.sleep, {duration})")),
                _ => g.line(&format!("await {name}.enter_async_context(AsyncManager(\"{label}\", {duration}, False))")),
            }
        }
        statements::body(g, 2);
    });
    true
}

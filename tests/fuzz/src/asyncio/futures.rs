//! Futures made and settled by hand.

use super::generator::{Generator, Shared};

pub fn create(g: &mut Generator) -> bool {
    g.uses(Shared::Resolver);
    let name = g.name("future");
    g.line(&format!("{name} = asyncio.get_running_loop().create_future()"));
    match g.choices.below(4) {
        0 => {}
        1 => g.line(&format!("asyncio.get_running_loop().call_soon(settle, {name}, \"{name}\")")),
        _ => {
            let duration = g.duration();
            g.line(&format!("asyncio.get_running_loop().call_later({duration}, settle, {name}, \"{name}\")"));
        }
    }
    g.futures.push(name);
    true
}

pub fn settle(g: &mut Generator) -> bool {
    let Some(future) = g.any_future() else { return false };
    match g.choices.below(5) {
        0 => g.show(&format!("{future}.cancel()")),
        1 => g.line(&format!("{future}.set_exception(ValueError(\"{future} failed\"))")),
        2 => g.line(&format!("{future}.set_result(n)")),
        _ => {
            g.uses(Shared::Resolver);
            g.line(&format!("settle({future}, n)"));
        }
    }
    true
}

pub fn look(g: &mut Generator) -> bool {
    let Some(future) = g.any_future() else { return false };
    match g.choices.below(5) {
        0 => g.show(&format!("{future}.done(), {future}.cancelled()")),
        1 => g.show(&format!("{future}.result()")),
        2 => {
            let label = g.name("p");
            g.line(&format!("print(\"{label}\", repr({future}))"));
        }
        _ => g.show(&format!("await {future}")),
    }
    true
}

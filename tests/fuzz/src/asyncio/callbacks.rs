//! Callbacks of the loop and of tasks.

use super::generator::{Generator, Shared};

pub fn schedule(g: &mut Generator) -> bool {
    g.uses(Shared::Callback);
    let (handle, duration) = (g.name("handle"), g.duration());
    let call = match g.choices.below(4) {
        0 => format!("call_soon(called, \"{handle}\")"),
        1 => format!("call_at(asyncio.get_running_loop().time() + {duration}, called, \"{handle}\")"),
        _ => format!("call_later({duration}, called, \"{handle}\")"),
    };
    g.line(&format!("{handle} = asyncio.get_running_loop().{call}"));
    if g.choices.chance(30) {
        g.say();
        g.line(&format!("{handle}.cancel()"));
        g.show(&format!("{handle}.cancelled()"));
    }
    true
}

pub fn done_callback(g: &mut Generator) -> bool {
    let of_task = g.choices.chance(70);
    let Some(target) = (if of_task { g.any_task() } else { g.any_future() }) else { return false };
    g.uses(Shared::Callback);
    g.line(&format!("{target}.add_done_callback(called)"));
    if g.choices.chance(15) {
        g.show(&format!("{target}.remove_done_callback(called)"));
    }
    true
}

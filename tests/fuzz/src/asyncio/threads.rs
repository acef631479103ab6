//! Jobs of threads. They only sleep: two threads never do anything at the same time that could be seen.

use super::generator::{Generator, Shared};

pub fn job(g: &mut Generator) -> bool {
    g.uses(Shared::Job);
    let duration = g.duration();
    let label = g.name("job ");
    let call = match g.choices.below(3) {
        0 => format!("asyncio.get_running_loop().run_in_executor(None, job, \"{label}\", {duration})"),
        _ => format!("asyncio.to_thread(job, \"{label}\", {duration})"),
    };
    match g.choices.below(3) {
        0 => {
            let limit = g.duration();
            g.show(&format!("await asyncio.wait_for({call}, {limit})"));
        }
        _ => g.show(&format!("await {call}")),
    }
    true
}

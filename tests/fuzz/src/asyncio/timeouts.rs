//! `asyncio.timeout`.

use super::generator::Generator;
use super::statements;

pub fn timeout(g: &mut Generator) -> bool {
    if !g.may_nest() {
        return false;
    }
    if g.choices.chance(60) {
        g.block("try:", with_timeout);
        let caught = g.choices.pick(&["TimeoutError", "TimeoutError", "(TimeoutError, asyncio.CancelledError)"]);
        g.block(&format!("except {caught} as error:"), |g| g.show("error"));
    } else {
        with_timeout(g);
    }
    true
}

fn with_timeout(g: &mut Generator) {
    let (name, duration) = (g.name("limit"), g.duration());
    let call = match g.choices.below(8) {
        0 => "asyncio.timeout(None)".to_owned(),
        1 => format!("asyncio.timeout_at(asyncio.get_running_loop().time() + {duration})"),
        _ => format!("asyncio.timeout({duration})"),
    };
    g.block(&format!("async with {call} as {name}:"), |g| {
        statements::body(g, 3);
        if g.choices.chance(20) {
            let later = g.duration();
            g.line(&format!("{name}.reschedule(asyncio.get_running_loop().time() + {later})"));
            statements::body(g, 2);
        }
    });
    if g.choices.chance(40) {
        g.show(&format!("{name}.expired()"));
    }
}

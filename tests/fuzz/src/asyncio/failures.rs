//! Exceptions: raised, caught, chained, grouped.

use super::generator::{Generator, Shared};
use super::statements;

const CAUGHT: [(usize, &str); 9] = [
    (4, "ValueError"),
    (5, "Exception"),
    (5, "asyncio.CancelledError"),
    (3, "TimeoutError"),
    (3, "BaseException"),
    (1, "(ValueError, asyncio.CancelledError)"),
    (1, "RuntimeError"),
    (1, "asyncio.QueueEmpty"),
    (1, "LookupError"),
];

fn exception(g: &mut Generator) -> String {
    let label = g.name("e");
    match g.choices.below(9) {
        0 => format!("KeyError(\"{label}\")"),
        1 => "TimeoutError".to_owned(),
        2 => format!("ExceptionGroup(\"{label}\", [ValueError(n), KeyError(\"{label}\")])"),
        3 => {
            g.uses(Shared::Error);
            format!("OurError(\"{label}\", n)")
        }
        4 => "asyncio.CancelledError".to_owned(),
        5 => format!("RuntimeError(\"{label}\")"),
        _ => format!("ValueError(\"{label}\")"),
    }
}

pub fn raise(g: &mut Generator) -> bool {
    let exception = exception(g);
    match g.choices.below(3) {
        0 => g.line(&format!("raise {exception}")),
        1 => g.block("if n:", |g| g.line(&format!("raise {exception}"))),
        _ => g.block("if n == 0:", |g| g.line(&format!("raise {exception}"))),
    }
    true
}

pub fn try_except(g: &mut Generator) -> bool {
    if !g.may_nest() {
        return false;
    }
    g.block("try:", |g| statements::body(g, 4));
    for _ in 0..g.choices.between(1, 2) {
        let caught = g.choices.weighted(&CAUGHT);
        g.block(&format!("except {caught} as error:"), handler);
    }
    if g.choices.chance(15) {
        g.block("else:", |g| statements::body(g, 2));
    }
    if g.choices.chance(20) {
        g.block("finally:", |g| statements::body(g, 2));
    }
    true
}

fn handler(g: &mut Generator) {
    g.show("error");
    match g.choices.below(8) {
        0 | 1 => g.line("raise"),
        2 => {
            let label = g.name("e");
            g.line(&format!("raise RuntimeError(\"{label}\") from error"));
        }
        3 => g.show("error.__context__"),
        4 | 5 => statements::body(g, 2),
        _ => {}
    }
}

pub fn try_finally(g: &mut Generator) -> bool {
    if !g.may_nest() {
        return false;
    }
    g.block("try:", |g| statements::body(g, 3));
    g.block("finally:", |g| {
        g.say();
        statements::body(g, 2);
        if g.current < g.functions && g.choices.chance(4) {
            g.show("\"lost\"");
        }
    });
    true
}

pub fn except_star(g: &mut Generator) -> bool {
    if !g.may_nest() {
        return false;
    }
    g.block("try:", |g| statements::body(g, 3));
    let caught = g.choices.pick(&["ValueError", "Exception", "KeyError", "asyncio.CancelledError"]);
    g.block(&format!("except* {caught} as error:"), |g| {
        g.show("error");
        if g.choices.chance(30) {
            statements::body(g, 2);
        }
    });
    true
}

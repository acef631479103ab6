//! Generators and asynchronous generators.

use super::generator::{Generator, Shared};
use super::statements;

pub fn async_for(g: &mut Generator) -> bool {
    if !g.may_nest() {
        return false;
    }
    g.uses(Shared::AsyncGenerator);
    let (count, duration) = (g.choices.between(1, 3), g.duration());
    g.block(&format!("async for n in produce({count}, {duration}):"), |g| {
        g.show("n");
        if g.choices.chance(50) {
            statements::body(g, 2);
        }
        if g.choices.chance(20) {
            g.line("break");
        }
    });
    true
}

pub fn by_hand(g: &mut Generator) -> bool {
    g.uses(Shared::AsyncGenerator);
    let (name, duration) = (g.name("source"), g.duration());
    g.line(&format!("{name} = produce(3, {duration})"));
    g.show(&format!("await anext({name})"));
    for _ in 0..g.choices.between(0, 2) {
        match g.choices.below(5) {
            0 => g.show(&format!("await {name}.asend(\"sent\")")),
            1 => g.show(&format!("await {name}.athrow(ValueError(\"thrown\"))")),
            2 => g.show(&format!("await anext({name}, \"over\")")),
            3 => g.say(),
            _ => g.show(&format!("await {name}.aclose()")),
        }
    }
    true
}

pub fn comprehension(g: &mut Generator) -> bool {
    g.uses(Shared::AsyncGenerator);
    let duration = g.duration();
    match g.choices.below(3) {
        0 => g.show(&format!("[n async for n in produce(3, {duration}) if n != 1]")),
        1 => g.show(&format!("{{n: await asyncio.sleep({duration}, n * n) for n in range(2)}}")),
        _ => g.show(&format!("[n for n in range(3) if await asyncio.sleep({duration}, n)]")),
    }
    true
}

pub fn plain(g: &mut Generator) -> bool {
    g.uses(Shared::Generator);
    let name = g.name("counter");
    g.line(&format!("{name} = count(3)"));
    g.show(&format!("next({name})"));
    match g.choices.below(4) {
        0 => g.show(&format!("{name}.send(\"sent\")")),
        1 => g.show(&format!("{name}.throw(ValueError(\"thrown\"))")),
        2 => g.show(&format!("list({name})")),
        _ => g.show(&format!("{name}.close()")),
    }
    true
}

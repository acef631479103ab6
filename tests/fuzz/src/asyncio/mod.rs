//! The grammar of asyncio programs: a few coroutines that call, start, cancel and wait for each other by every means of asyncio.
//!
//! A program ends: loops are bounded, functions call only those after them, and `main` stands under a timeout. What it prints is
//! defined: it looks at no set's order and at no address.
//!
//! | file | what |
//! | --- | --- |
//! | [`generator`] | [`Generator`]: the program being written, the names that can be seen |
//! | [`frame`] | the program around the statements: declarations, functions, how `main` is run |
//! | [`statements`] | which statement comes next |
//! | [`awaitables`] | expressions that can be awaited |
//! | [`tasks`], [`waiting`], [`timeouts`], [`groups`], [`locks`], [`queues`], [`futures`], [`callbacks`], [`generators`], [`contexts`], [`failures`], [`threads`] | statements, one concept a file |

mod awaitables;
mod callbacks;
mod contexts;
mod failures;
mod frame;
mod futures;
mod generator;
mod generators;
mod groups;
mod locks;
mod queues;
mod statements;
mod tasks;
mod threads;
mod timeouts;
mod waiting;

use generator::Generator;

/// The program of a seed.
pub fn program(seed: u64) -> String {
    frame::write(Generator::new(seed))
}

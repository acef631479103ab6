//! A differential fuzzer: seeded random Python programs, run by Loopscope and by CPython, compared line by line with their times.
//!
//! `cargo xtask fuzz --seeds 1..1000` runs it; CPython is that of `tests/oracle`. The same seed gives the same program on every machine.
//!
//! | file | what |
//! | --- | --- |
//! | [`choices`], [`writer`] | what a grammar draws from and writes to |
//! | [`asyncio`] | the grammar |
//! | [`machine`], [`oracle`] | a program's outcome here, and under CPython |
//! | [`records`] | what CPython is known to do |
//! | [`check`] | seeds to differences, several at a time |
//! | [`shrink`] | the least program that still shows a difference |

pub mod asyncio;
pub mod check;
mod choices;
pub mod machine;
pub mod oracle;
#[path = "../../report/outcome.rs"]
pub mod outcome;
pub mod records;
pub mod shrink;
mod writer;

/// What programs are made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grammar {
    Asyncio,
}

impl Grammar {
    /// The grammar of that name.
    pub fn named(name: &str) -> Option<Grammar> {
        match name {
            "asyncio" => Some(Grammar::Asyncio),
            _ => None,
        }
    }

    /// The program of a seed.
    pub fn program(self, seed: u64) -> String {
        match self {
            Grammar::Asyncio => asyncio::program(seed),
        }
    }
}

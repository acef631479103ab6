//! The fuzzer in a terminal: `cargo xtask fuzz`.

use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use fuzz::Grammar;
use fuzz::check::{Verdict, judge, judge_all};
use fuzz::oracle::Oracle;
use fuzz::records::Records;
use fuzz::shrink::shrink;
use serde_json::json;

const USAGE: &str = "usage: cargo xtask fuzz --seeds A..B [--grammar asyncio] [--folder DIR] [--record FILE] [--known FILE] [--jobs N] [--shrink N]
       cargo xtask fuzz --print SEED [--grammar asyncio]

Runs the programs of the seeds A to B - 1 here and under CPython and says where they differ. Programs that differ are written to
DIR (target/fuzz); the first N (5) of them also as small as they still differ. --record writes the programs that do not differ, with CPython's records.
--known keeps all of CPython's records in a file, and takes them from there the next time.";

struct Arguments {
    grammar: Grammar,
    seeds: Range<u64>,
    folder: PathBuf,
    record: Option<PathBuf>,
    known: Option<PathBuf>,
    print: Option<u64>,
    jobs: usize,
    /// How many programs to shrink at most: it takes some hundred runs each.
    shrink: usize,
}

fn main() -> ExitCode {
    let arguments = match parse(std::env::args().skip(1)) {
        Ok(arguments) => arguments,
        Err(fault) => {
            eprintln!("fuzz: {fault}\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    if let Some(seed) = arguments.print {
        print!("{}", arguments.grammar.program(seed));
        return ExitCode::SUCCESS;
    }
    match run(&arguments) {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("fuzz: {error}");
            ExitCode::FAILURE
        }
    }
}

fn parse(mut given: impl Iterator<Item = String>) -> Result<Arguments, String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/fuzz");
    let mut arguments =
        Arguments { grammar: Grammar::Asyncio, seeds: 0..0, folder, record: None, known: None, print: None, jobs: 2, shrink: 5 };
    while let Some(option) = given.next() {
        let value = given.next().ok_or_else(|| format!("{option} needs a value"))?;
        let number = |text: &str| text.parse().map_err(|_| format!("{text:?} is no number"));
        match option.as_str() {
            "--grammar" => arguments.grammar = Grammar::named(&value).ok_or_else(|| format!("there is no grammar {value:?}"))?,
            "--seeds" => {
                let (start, end) = value.split_once("..").ok_or("seeds are a range, as in 1..1000")?;
                arguments.seeds = number(start)?..number(end)?;
            }
            "--folder" => arguments.folder = value.into(),
            "--record" => arguments.record = Some(value.into()),
            "--known" => arguments.known = Some(value.into()),
            "--print" => arguments.print = Some(number(&value)?),
            "--jobs" => arguments.jobs = number(&value)?.max(1) as usize,
            "--shrink" => arguments.shrink = number(&value)? as usize,
            _ => return Err(format!("there is no option {option}")),
        }
    }
    Ok(arguments)
}

/// What came of the seeds so far.
#[derive(Default)]
struct Tally {
    same: usize,
    deadlocks: usize,
    unknown: usize,
    different: usize,
    /// Lines of the file of records, by seed.
    records: Vec<(u64, String)>,
}

/// Gives the number of programs that differ, or of which nothing is known.
fn run(arguments: &Arguments) -> Result<usize, String> {
    fs::create_dir_all(&arguments.folder).map_err(|error| format!("{}: {error}", arguments.folder.display()))?;
    let mut tally = Tally::default();
    let known = match &arguments.known {
        Some(path) => Records::of_file(path).map_err(|error| format!("{}: {error}", path.display()))?,
        None => Records::default(),
    };
    judge_all(arguments.grammar, &known, arguments.seeds.clone(), arguments.jobs, |oracle, seed, source, verdict| match verdict {
        Verdict::Same(record) => {
            tally.same += 1;
            if arguments.record.is_some() {
                let line = json!({ "file": format!("seed {seed}"), "program": source, "out": record.out, "err": record.err, "end": record.end, "error": record.error, "traceback": record.traceback });
                tally.records.push((seed, format!("{line}\n")));
            }
        }
        Verdict::Deadlock => tally.deadlocks += 1,
        Verdict::Unknown(message) => {
            tally.unknown += 1;
            println!("seed {seed}: {message}");
        }
        Verdict::Different { text, errors } => {
            tally.different += 1;
            let shown = if tally.different > arguments.shrink {
                write(&arguments.folder, &format!("{seed}.py"), source).map(|_| text + &shown_errors(&errors))
            } else {
                shrunk(arguments, oracle, seed, source, &text, &errors)
            };
            println!("seed {seed}: {}", shown.unwrap_or_else(|error| error));
        }
    });
    if let Some(path) = &arguments.record {
        tally.records.sort();
        let text: String = tally.records.into_iter().map(|(_, line)| line).collect();
        fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    println!("{} the same, {} different, {} deadlocks, {} unknown", tally.same, tally.different, tally.deadlocks, tally.unknown);
    Ok(tally.different + tally.unknown)
}

/// Writes the program and the least one like it; gives the difference of the latter.
fn shrunk(
    arguments: &Arguments,
    oracle: &mut Oracle,
    seed: u64,
    source: &str,
    text: &str,
    errors: &Errors,
) -> Result<String, String> {
    let mut shown = text.to_owned() + &shown_errors(errors);
    let least = shrink(source, |candidate| match judge(oracle, candidate) {
        Verdict::Different { text: other, errors: others } if same_kind(text, &other) && same_errors(errors, &others) => {
            shown = other + &shown_errors(&others);
            true
        }
        _ => false,
    });
    write(&arguments.folder, &format!("{seed}.py"), source)?;
    let path = write(&arguments.folder, &format!("{seed}.min.py"), &least)?;
    Ok(format!("{shown}\n    {}", path.display()))
}

fn write(folder: &Path, name: &str, source: &str) -> Result<PathBuf, String> {
    let path = folder.join(name);
    fs::write(&path, source).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(path)
}

/// The errors with which CPython and Loopscope ended.
type Errors = [Option<String>; 2];

/// What tells the cause if the two ended in different ways.
fn shown_errors(errors: &Errors) -> String {
    if errors[0] == errors[1] { String::new() } else { format!("\n    errors: {errors:?}") }
}

/// Whether a smaller program probably shows the same fault: it differs in the same stream, and taking away has not unbound a name.
fn same_kind(text: &str, other: &str) -> bool {
    let stream = |text: &str| text.split_whitespace().next().map(str::to_owned);
    let names = |text: &str| text.contains("NameError") || text.contains("UnboundLocalError");
    stream(text) == stream(other) && (names(text) || !names(other))
}

/// Whether both sides end as before: with errors of the same types, or without.
fn same_errors(errors: &Errors, others: &Errors) -> bool {
    let kind = |error: &Option<String>| error.as_deref().map(|error| error.split(':').next().unwrap_or(error).to_owned());
    errors.iter().map(kind).eq(others.iter().map(kind))
}

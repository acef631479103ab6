//! `cargo xtask`: builds, serves and tests Loopscope, and installs what that needs. `cargo xtask help` lists the commands.

mod bench;
mod browser;
mod page;
mod policy;
mod process;
mod stages;
mod tools;
mod versions;

use page::Build;
use process::{Result, cargo, run};
use std::process::ExitCode;

/// The port of `serve`, unless another is given.
const PORT: u16 = 8080;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(arguments: &[String]) -> Result {
    let (command, rest) = arguments.split_first().map_or(("help", &[][..]), |(command, rest)| (command.as_str(), rest));
    match command {
        "serve" => page::serve(port(rest)?),
        "build" => page::build(build(rest)?),
        "test" => stages::run_stages(option("--only", rest)?),
        "browser-tests" => stages::browser_tests(rest),
        "screenshots" => stages::screenshots(rest),
        "bench" => bench::bench(rest),
        "fuzz" => run(cargo().args(["run", "--quiet", "--package", "fuzz", "--"]).args(rest)),
        "help" | "--help" | "-h" => {
            print_help();
            Ok(())
        }
        _ => Err(format!("there is no command {command:?}; see `cargo xtask help`")),
    }
}

fn print_help() {
    println!(
        "cargo xtask serve [--port N]      build the release page, serve it on 127.0.0.1 and print the address
cargo xtask build [--debug]       build the page into dist/, a folder for any web server and any path on it; --debug is quicker
cargo xtask test [--only A,B]     run all checks, or some of: {}
cargo xtask browser-tests [NAME]  run the browser tests against dist/, or those whose name contains NAME
cargo xtask screenshots [#LINK]   write screenshots of dist/ to target/screenshots, of the page behind a link
cargo xtask bench [ARGUMENTS]     run the benchmarks
cargo xtask bench --page          run the interpreter's benchmarks in a browser, beside Pyodide
cargo xtask fuzz --seeds A..B     run random programs here and under CPython (tests/oracle) and say where they differ
cargo xtask help                  print this

Missing tools are installed on the way: pinned versions, into LOOPSCOPE_TOOLS or the user's cache folder.",
        stages::names()
    );
}

fn build(arguments: &[String]) -> Result<Build> {
    match arguments {
        [] => Ok(Build::Release),
        [debug] if debug == "--debug" => Ok(Build::Debug),
        [unexpected, ..] => Err(format!("unexpected argument {unexpected:?}; see `cargo xtask help`")),
    }
}

/// The value of the one option that a command takes.
fn option<'a>(name: &str, arguments: &'a [String]) -> Result<Option<&'a str>> {
    match arguments {
        [] => Ok(None),
        [given, value] if given == name => Ok(Some(value)),
        _ => Err(format!("expected `{name} VALUE` and nothing else; see `cargo xtask help`")),
    }
}

fn port(arguments: &[String]) -> Result<u16> {
    option("--port", arguments)?
        .map_or(Ok(PORT), |port| port.parse().map_err(|_| format!("{port:?} is not a port: expected a number up to 65535")))
}

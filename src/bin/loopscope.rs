//! The machine in a terminal.

use std::fs;
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use loopscope::session::terminal::arguments::{Format, Log};
use loopscope::session::terminal::{Arguments, Command, Echo, USAGE, faults, log, report};
use loopscope::session::{Diagnostic, End, Options, Progress, Recording, Run};
use loopscope::timeline::{self, Timeline, text};
use loopscope::trace::Time;

/// Instructions between two looks at what was printed.
const SLICE: u64 = 1_000_000;
/// Width of a drawing, in columns.
const WIDTH: usize = 100;

fn main() -> ExitCode {
    let arguments = match Arguments::parse(std::env::args_os().skip(1)) {
        Ok(arguments) => arguments,
        Err(fault) => {
            eprint!("loopscope: {fault}\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    match execute(&arguments) {
        Ok(code) => code,
        // Whoever reads has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("loopscope: {error}");
            ExitCode::FAILURE
        }
    }
}

fn execute(arguments: &Arguments) -> io::Result<ExitCode> {
    let file = arguments.file.display();
    let source = match fs::read(&arguments.file) {
        Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
        Err(error) => {
            eprintln!("loopscope: cannot read {file}: {error}");
            return Ok(ExitCode::from(2));
        }
    };
    let options = Options { settings: arguments.settings.clone(), ..Options::default() };
    match (arguments.command, Run::new(&base_name(&arguments.file), &source, &options)) {
        (Command::Run { format: Format::Json, .. }, Err(diagnostics)) => {
            writeln!(io::stdout(), "{}", report::report_faults(&diagnostics))?;
            Ok(ExitCode::FAILURE)
        }
        (_, Err(diagnostics)) => complain(arguments, &diagnostics),
        (Command::Check, Ok(_)) => Ok(ExitCode::SUCCESS),
        (Command::Trace(form), Ok(run)) => {
            let recording = run.complete();
            let text = match form {
                Log::Events => recording.trace().to_text(),
                Log::Sentences => log::sentences(&recording),
                Log::Chrome => recording.trace().to_chrome_json(),
            };
            write!(io::stdout(), "{text}")?;
            Ok(ExitCode::SUCCESS)
        }
        (Command::Run { format: Format::Json, .. }, Ok(run)) => {
            let recording = run.complete();
            writeln!(io::stdout(), "{}", report::report(&recording))?;
            Ok(exit_code(recording.end()))
        }
        (Command::Run { format: Format::Text, gantt }, Ok(run)) => {
            let recording = run_aloud(run)?;
            if gantt {
                draw(&recording)?;
            }
            Ok(exit_code(recording.end()))
        }
    }
}

/// Runs a program and passes on what it prints.
fn run_aloud(mut run: Run) -> io::Result<Recording> {
    let (mut out, mut err) = (io::stdout().lock(), io::stderr().lock());
    let mut echo = Echo::default();
    loop {
        let progress = run.advance(SLICE);
        echo.pass_on(&run, &mut out, &mut err)?;
        if let Progress::Done(end) = progress {
            if let End::Limit(text) | End::Deadlock(text) = end {
                writeln!(err, "{text}")?;
            }
            return Ok(run.finish());
        }
    }
}

fn draw(recording: &Recording) -> io::Result<()> {
    let timeline = Timeline::build(recording.trace(), &timeline::Options::default());
    write!(io::stdout(), "{}", text::draw(&timeline, Time::ZERO, WIDTH))
}

/// Lists what keeps a program from being run: on stdout if that was the question.
fn complain(arguments: &Arguments, diagnostics: &[Diagnostic]) -> io::Result<ExitCode> {
    let list = faults::list(&arguments.file.to_string_lossy(), diagnostics);
    match arguments.command {
        Command::Check => write!(io::stdout(), "{list}")?,
        Command::Run { .. } | Command::Trace(_) => write!(io::stderr(), "{list}")?,
    }
    Ok(ExitCode::FAILURE)
}

/// Tracebacks and warnings call a program by it.
fn base_name(file: &Path) -> String {
    file.file_name().unwrap_or(file.as_os_str()).to_string_lossy().into_owned()
}

/// A process's exit status is the lowest byte.
fn exit_code(end: &End) -> ExitCode {
    ExitCode::from((end.exit_code() & 0xff) as u8)
}

//! The command line.

use std::ffi::OsString;
use std::path::PathBuf;

use crate::sim::Settings;
use crate::trace::Span;

pub const USAGE: &str = "\
usage: loopscope run FILE.py [options]       run a program; exit as Python would
       loopscope trace FILE.py [options]     run a program and print what happened, an event a line
       loopscope check FILE.py               print what keeps a program from being run

options:
  --instruction-cost NS    virtual time that one instruction takes (default 20)
  --cores N                number of CPU cores (default 4)
  --free-threaded          without a GIL
  --format text|json       run: what the program prints, or one line of JSON (default text)
  --gantt                  run: draw the lanes below what the program prints
  --explain                trace: in sentences; the steps are marked
  --chrome                 trace: Chrome's trace event format, for Perfetto
";

/// What the command line asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arguments {
    pub command: Command,
    pub file: PathBuf,
    pub settings: Settings,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    Run { format: Format, gantt: bool },
    Trace(Log),
    Check,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Text,
    Json,
}

/// How a trace is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Log {
    Events,
    Sentences,
    Chrome,
}

impl Arguments {
    /// Reads the arguments that follow the program's name.
    ///
    /// # Errors
    /// What cannot be understood, for the user.
    pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Arguments, String> {
        let mut arguments = arguments.into_iter();
        let mut command = match arguments.next().map(text) {
            None => return Err("a command is missing".to_string()),
            Some(command) => match command.as_str() {
                "run" => Command::Run { format: Format::Text, gantt: false },
                "trace" => Command::Trace(Log::Events),
                "check" => Command::Check,
                other => return Err(format!("unknown command: {other}")),
            },
        };
        let mut file = None;
        let mut settings = Settings::default();
        while let Some(argument) = arguments.next() {
            let option = argument.to_string_lossy();
            if !option.starts_with("--") {
                if file.replace(PathBuf::from(&argument)).is_some() {
                    return Err(format!("one file at a time: {option}"));
                }
                continue;
            }
            let mut value = || arguments.next().map(text).ok_or_else(|| format!("{option} needs a value"));
            match (&*option, &mut command) {
                ("--instruction-cost", _) => settings.instruction_cost = Span(number(&option, &value()?)?),
                ("--cores", _) => settings.cores = cores(&option, &value()?)?,
                ("--free-threaded", _) => settings.free_threaded = true,
                ("--gantt", Command::Run { gantt, .. }) => *gantt = true,
                ("--chrome", Command::Trace(log)) => *log = Log::Chrome,
                ("--explain", Command::Trace(log)) => *log = Log::Sentences,
                ("--format", Command::Run { format, .. }) => *format = Format::parse(&value()?)?,
                _ => return Err(format!("unknown option: {option}")),
            }
        }
        Ok(Arguments { command, file: file.ok_or("a file is missing")?, settings })
    }
}

impl Format {
    fn parse(text: &str) -> Result<Format, String> {
        match text {
            "text" => Ok(Format::Text),
            "json" => Ok(Format::Json),
            other => Err(format!("--format is text or json, not {other}")),
        }
    }
}

fn text(argument: OsString) -> String {
    argument.to_string_lossy().into_owned()
}

fn number(option: &str, text: &str) -> Result<u64, String> {
    text.parse().map_err(|_| format!("{option} needs a whole number, not {text}"))
}

fn cores(option: &str, text: &str) -> Result<u16, String> {
    let count = number(option, text)?;
    u16::try_from(count).ok().filter(|&count| count > 0).ok_or_else(|| format!("{option} must be from 1 to {}", u16::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Result<Arguments, String> {
        Arguments::parse(line.split_whitespace().map(OsString::from))
    }

    fn check(line: &str, expected: &str) {
        assert_eq!(parse(line).expect_err(line), expected);
    }

    #[test]
    fn options_may_stand_on_both_sides_of_the_file() {
        let arguments =
            parse("run --cores 2 a.py --format json --free-threaded --instruction-cost 0 --gantt").expect("a good line");
        assert_eq!(arguments.command, Command::Run { format: Format::Json, gantt: true });
        assert_eq!(arguments.file, PathBuf::from("a.py"));
        let settings = Settings { cores: 2, free_threaded: true, instruction_cost: Span::ZERO, ..Settings::default() };
        assert_eq!(arguments.settings, settings);
    }

    #[test]
    fn without_options_the_defaults_hold() {
        let settings = Settings::default();
        assert_eq!(parse("check a.py"), Ok(Arguments { command: Command::Check, file: "a.py".into(), settings }));
    }

    #[test]
    fn mistakes_are_named() {
        check("", "a command is missing");
        check("walk", "unknown command: walk");
        check("run", "a file is missing");
        check("run a.py b.py", "one file at a time: b.py");
        check("run a.py --fast", "unknown option: --fast");
        check("check a.py --gantt", "unknown option: --gantt");
        check("run a.py --cores", "--cores needs a value");
        check("run a.py --cores two", "--cores needs a whole number, not two");
        check("run a.py --cores 0", "--cores must be from 1 to 65535");
        check("run a.py --instruction-cost -1", "--instruction-cost needs a whole number, not -1");
        check("run a.py --format xml", "--format is text or json, not xml");
    }
}

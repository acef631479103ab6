//! What a program printed, in lines.

use std::rc::Rc;

use crate::trace::event::Stream;
use crate::trace::ids::{TaskId, ThreadId};
use crate::trace::{Event, Time, Trace, What};

/// The lines that a run printed, in the order in which they were completed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Console {
    pub lines: Vec<ConsoleLine>,
}

/// A line, without its newline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConsoleLine {
    pub text: Rc<str>,
    pub stream: Stream,
    /// When its newline was printed; for a last line without one, when its last piece was.
    pub at: Time,
    /// The event that printed its end, as an index into the trace.
    pub event: usize,
    pub thread: ThreadId,
    pub task: Option<TaskId>,
    /// It belongs to the traceback of the exception that ended the program.
    pub in_traceback: bool,
}

impl Console {
    /// What `trace` says was printed. `traceback` is that of the exception which ended the main thread, if one did.
    pub fn of(trace: &Trace, traceback: Option<&str>) -> Console {
        let mut builder = Builder::default();
        for (index, event) in trace.events.iter().enumerate() {
            match event.what {
                What::Printed { stream, text } => builder.print(index, event, stream, trace.text(text)),
                What::Uncaught { .. } if event.thread == ThreadId::MAIN => {
                    builder.traceback(index, event, traceback.unwrap_or_default());
                }
                _ => {}
            }
        }
        builder.finish()
    }

    /// The lines of one stream.
    pub fn of_stream(&self, stream: Stream) -> impl Iterator<Item = &ConsoleLine> {
        self.lines.iter().filter(move |line| line.stream == stream)
    }
}

#[derive(Default)]
struct Builder {
    lines: Vec<ConsoleLine>,
    /// For each stream the line that has no newline yet.
    open: [Option<ConsoleLine>; 2],
}

impl Builder {
    fn print(&mut self, index: usize, event: &Event, stream: Stream, text: &str) {
        let begun = self.open[stream as usize].take();
        let mut line = begun.map_or_else(String::new, |line| line.text.to_string());
        for piece in text.split_inclusive('\n') {
            line.push_str(piece);
            if line.ends_with('\n') {
                line.pop();
                self.lines.push(new_line(index, event, stream, &line));
                line.clear();
            }
        }
        if !line.is_empty() {
            self.open[stream as usize] = Some(new_line(index, event, stream, &line));
        }
    }

    fn traceback(&mut self, index: usize, event: &Event, text: &str) {
        let line = |text| ConsoleLine { in_traceback: true, ..new_line(index, event, Stream::Err, text) };
        self.lines.extend(text.lines().map(line));
    }

    fn finish(self) -> Console {
        let mut lines = self.lines;
        lines.extend(self.open.into_iter().flatten());
        // The last lines of the two streams can be older than the last line.
        lines.sort_by_key(|line| line.event);
        Console { lines }
    }
}

fn new_line(index: usize, event: &Event, stream: Stream, text: &str) -> ConsoleLine {
    ConsoleLine {
        text: text.into(),
        stream,
        at: event.at,
        event: index,
        thread: event.thread,
        task: event.task,
        in_traceback: false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trace::Recorder;

    fn trace(prints: &[(u64, Stream, &str)]) -> Trace {
        let mut recorder = Recorder::recording();
        for &(at, stream, text) in prints {
            recorder.record(|strings| Event {
                at: Time(at),
                thread: ThreadId::MAIN,
                line: 1,
                task: None,
                what: What::Printed { stream, text: strings.intern(text) },
            });
        }
        recorder.take().expect("it keeps the trace")
    }

    fn check(prints: &[(u64, Stream, &str)], expected: &[(u64, Stream, &str)]) {
        let console = Console::of(&trace(prints), None);
        let lines: Vec<_> = console.lines.iter().map(|line| (line.at.0, line.stream, &*line.text)).collect();
        assert_eq!(lines, expected);
    }

    #[test]
    fn a_line_has_the_time_of_its_newline() {
        use Stream::Out;
        check(&[(1, Out, "a"), (2, Out, "b"), (3, Out, "\n")], &[(3, Out, "ab")]);
        check(&[(1, Out, "a\nb\n\nc"), (2, Out, "\n")], &[(1, Out, "a"), (1, Out, "b"), (1, Out, ""), (2, Out, "c")]);
    }

    #[test]
    fn a_last_line_needs_no_newline() {
        check(&[(1, Stream::Out, "a\n"), (2, Stream::Out, "b")], &[(1, Stream::Out, "a"), (2, Stream::Out, "b")]);
    }

    #[test]
    fn streams_do_not_mix() {
        use Stream::{Err, Out};
        check(&[(1, Out, "a"), (2, Err, "x\n"), (3, Out, "b\n"), (4, Err, "y")], &[(2, Err, "x"), (3, Out, "ab"), (4, Err, "y")]);
        check(&[(1, Out, "a"), (2, Err, "x\n")], &[(1, Out, "a"), (2, Err, "x")]);
    }
}

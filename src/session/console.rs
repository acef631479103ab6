//! What a program printed, in lines.

use std::rc::Rc;

use crate::trace::event::Stream;
use crate::trace::ids::{TaskId, ThreadId};
use crate::trace::{Time, Trace, What};

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
}

impl Console {
    pub fn of(trace: &Trace) -> Console {
        let mut console = Console::default();
        let mut open: [Option<ConsoleLine>; 2] = [None, None];
        for (index, event) in trace.events.iter().enumerate() {
            let What::Printed { stream, text } = event.what else { continue };
            let begun = open[stream as usize].take();
            let mut line = begun.map_or_else(String::new, |line| line.text.to_string());
            let close = |text: &str| ConsoleLine {
                text: text.into(),
                stream,
                at: event.at,
                event: index,
                thread: event.thread,
                task: event.task,
            };
            for piece in trace.text(text).split_inclusive('\n') {
                line.push_str(piece);
                if line.ends_with('\n') {
                    line.pop();
                    console.lines.push(close(&line));
                    line.clear();
                }
            }
            if !line.is_empty() {
                open[stream as usize] = Some(close(&line));
            }
        }
        console.lines.extend(open.into_iter().flatten());
        // The last lines of the two streams can be older than the last line.
        console.lines.sort_by_key(|line| line.event);
        console
    }

    /// The lines of one stream.
    pub fn of_stream(&self, stream: Stream) -> impl Iterator<Item = &ConsoleLine> {
        self.lines.iter().filter(move |line| line.stream == stream)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trace::{Event, Recorder};

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
        let console = Console::of(&trace(prints));
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

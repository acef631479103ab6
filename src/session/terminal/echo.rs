//! What a program prints, as it prints it.

use std::io::{self, Write};

use crate::session::Run;
use crate::trace::What;
use crate::trace::event::Stream;
use crate::trace::ids::ThreadId;

/// Passes on what a run prints.
#[derive(Clone, Copy, Debug, Default)]
pub struct Echo {
    /// How many of the run's events have been looked at.
    seen: usize,
}

impl Echo {
    /// Writes what the run printed since the last time; the traceback of an exception that nobody caught goes to `err`.
    ///
    /// # Errors
    /// Those of the streams.
    pub fn pass_on(&mut self, run: &Run, out: &mut impl Write, err: &mut impl Write) -> io::Result<()> {
        let trace = run.trace();
        for event in &trace.events[self.seen..] {
            match event.what {
                What::Printed { stream: Stream::Out, text } => out.write_all(trace.text(text).as_bytes())?,
                What::Printed { stream: Stream::Err, text } => {
                    // On a terminal the two streams must appear in their order.
                    out.flush()?;
                    err.write_all(trace.text(text).as_bytes())?;
                }
                What::Uncaught { .. } if event.thread == ThreadId::MAIN => {
                    out.flush()?;
                    err.write_all(run.traceback().unwrap_or_default().as_bytes())?;
                }
                _ => {}
            }
        }
        self.seen = trace.events.len();
        out.flush()
    }
}

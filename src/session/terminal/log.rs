//! A trace in sentences, an event a line.

use crate::session::Recording;

/// The event's number, time and line, then its sentence: "    12* 0.000001000 s     4  `A` takes its first step." Steps are marked
/// with `*`.
pub fn sentences(recording: &Recording) -> String {
    let trace = recording.trace();
    let mut text = String::new();
    for (index, event) in trace.events.iter().enumerate() {
        let step = recording.steps().step_at_event(index);
        let mark = if recording.steps().event(step) == index { '*' } else { ' ' };
        let line = if event.line == 0 { String::new() } else { event.line.to_string() };
        let explanation = recording.explain(index);
        text += &format!("{index:6}{mark} {} {line:>5}  {}\n", event.at, explanation.sentence);
    }
    text
}

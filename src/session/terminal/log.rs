//! A trace as text, an event a line.

use crate::session::Recording;

/// "0.000001000 s  line 4  `A` takes its first step." for every event, with a number in front. Steps are marked with `*`.
pub fn log(recording: &Recording) -> String {
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

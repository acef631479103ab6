//! What the run of a program says about its lines.

use yew::prelude::*;

use crate::session::lines::{Lines, lines_at};
use crate::session::{Recording, line_times::LineTime};
use crate::ui::marks;
use crate::ui::picture::{Ran, Variant};
use crate::ui::shared::Shared;

/// The marks beside a program's lines at a step and that many lines after it; none while the picture is that of another text.
#[hook]
pub fn use_marks(variant: Option<&Variant>, source: &str, at: (usize, usize)) -> AttrValue {
    let ran = variant.filter(|variant| variant.program.source == source).and_then(Variant::ran);
    let ran = ran.filter(|ran| ran.refused.is_none());
    let recording = ran.map(|ran: &Ran| ran.recording.clone());
    let lanes = ran.map(|ran| ran.full.clone());
    let times =
        use_memo(recording.clone(), |recording| recording.as_ref().map_or_else(Vec::new, |recording| recording.line_times()));
    let marks = use_memo((recording, at, Shared::from(times), lanes), |(recording, at, times, lanes)| {
        let labels = lanes.as_ref().map_or(&[][..], |lanes| &lanes.names.tasks);
        describe(recording.as_ref(), *at, times, labels)
    });
    (*marks).clone()
}

fn describe(
    recording: Option<&Shared<Recording>>,
    (step, after): (usize, usize),
    times: &[LineTime],
    labels: &[String],
) -> AttrValue {
    let lines = recording.map_or_else(Lines::default, |recording| lines_at(recording, step, after));
    marks::marks(&lines, times, labels).into()
}

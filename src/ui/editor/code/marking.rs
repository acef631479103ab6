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
    let recording = ran.filter(|ran| ran.refused.is_none()).map(|ran: &Ran| ran.recording.clone());
    let times =
        use_memo(recording.clone(), |recording| recording.as_ref().map_or_else(Vec::new, |recording| recording.line_times()));
    let marks = use_memo((recording, at, Shared::from(times)), |(recording, at, times)| describe(recording.as_ref(), *at, times));
    (*marks).clone()
}

fn describe(recording: Option<&Shared<Recording>>, (step, after): (usize, usize), times: &[LineTime]) -> AttrValue {
    let lines = recording.map_or_else(Lines::default, |recording| lines_at(recording, step, after));
    marks::marks(&lines, times).into()
}

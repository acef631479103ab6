//! The marks on lanes. They differ in shape: a ring is a beginning, a diamond output, a barred ring a cancellation, a cross a failure.

use yew::prelude::*;

use crate::timeline::layout::PlacedMark;
use crate::timeline::track::MarkKind;

/// The mark of a lane whose bars are between `top` and `bottom`, in px. Ends that are as they should be show by themselves.
pub fn mark(placed: &PlacedMark, top: f64, bottom: f64) -> Html {
    let middle = (top + bottom) / 2.0;
    let y = match placed.mark.kind {
        MarkKind::Printed(_) => bottom - 1.0,
        MarkKind::CancelRequested => top + 1.0,
        _ => middle,
    };
    shape(placed.mark.kind, placed.x, y)
}

pub fn shape(kind: MarkKind, x: f64, y: f64) -> Html {
    let ring = |class: &'static str, radius: f64, inside: String| {
        let (cx, cy) = (format!("{x:.1}"), format!("{y:.1}"));
        html! { <g class={classes!("point", class)}><circle {cx} {cy} r={radius.to_string()} /><path d={inside} /></g> }
    };
    let plain = |class: &'static str, path: String| {
        html! { <g class={classes!("point", class)}><path class="point-halo" d={path.clone()} /><path d={path} /></g> }
    };
    match kind {
        MarkKind::Done => Html::default(),
        MarkKind::Created => ring("created", 2.5, String::new()),
        MarkKind::Printed(_) => plain("printed", format!("M{x:.1} {:.1}l4.5 4.5-4.5 4.5-4.5-4.5z", y - 4.5)),
        MarkKind::CancelRequested => plain("cancel-requested", format!("M{x:.1} {:.1}l-4-6h8z", y + 4.0)),
        MarkKind::Cancelled => ring("cancelled", 5.5, format!("M{:.1} {:.1}l7.6-7.6", x - 3.8, y + 3.8)),
        MarkKind::Failed => plain("failed", format!("M{:.1} {:.1}l10 10m-10 0l10-10", x - 5.0, y - 5.0)),
    }
}

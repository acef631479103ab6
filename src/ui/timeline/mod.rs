//! The lanes of a run, or of all variants under each other on one time axis. Geometry comes from `crate::timeline::layout`; here it is
//! only placed.

mod axis;
mod bars;
mod gestures;
mod head;
mod legend;
mod marks;
mod menu;
mod minimap;
mod names;
mod plot;
mod progress;
mod ruler;
mod scroll;
mod selection;
mod table;
mod tooltip;
mod variant;

use web_sys::Element;
use yew::prelude::*;

use crate::timeline::rows::{Arrangement, Content, Fold, LaneRow, opens_by_itself, rows};
use crate::timeline::{Actor, Timeline, TrackKind};
use crate::trace::Time;
use crate::ui::hooks::{use_printing, use_width, use_window_height};
use crate::ui::picture::{Picture, Variant, options};
use crate::ui::platform::dom;
use crate::ui::shared::Shared;
use crate::ui::state::stepping::Selection;
use crate::ui::state::view::Window;
use crate::ui::state::{Mode, Progress, View};
use crate::ui::store::Dispatch;
use axis::Axis;
use gestures::{Scene, use_gestures};
use head::{ModeSwitch, Tools};
use legend::Legend;
use minimap::Minimap;
use progress::ProgressLine;
use ruler::Ruler;
use scroll::{sight, use_in_sight, use_scroll};
use variant::VariantRow;

/// Of a lane with the gap below it, in px: as high as there is room for, within these bounds.
const PITCH: (f64, f64) = (24.0, 44.0);
/// The part of the window's height that the lanes should take; on a projector there is less beside them.
const LANES_SHARE: f64 = 0.36;
const LANES_SHARE_PROJECTED: f64 = 0.46;
/// Lanes on paper: more would be a book.
const MOST_PRINTED: f64 = 300.0;
/// Between the lanes of two variants, in px.
const VARIANT_GAP: f64 = 9.0;

#[derive(Properties, PartialEq)]
pub struct TimelineProps {
    pub picture: Option<Shared<Picture>>,
    /// The selected one.
    pub variant: usize,
    /// Where the playhead stands.
    pub time: Time,
    /// What comes after that event of the selected variant is not shown.
    pub until: Option<usize>,
    pub selection: Option<Selection>,
    /// Who does what happens at the step.
    pub acting: Option<Selection>,
    pub progress: Option<Progress>,
    /// The picture is that of an earlier version of the scenario.
    pub outdated: bool,
    pub view: View,
    pub onstop: Callback<()>,
    pub dispatch: Dispatch,
}

/// A variant with the rows that are shown of it.
#[derive(Clone, PartialEq)]
struct Shown {
    index: usize,
    variant: Variant,
    /// None where the program could not be run.
    timeline: Option<Shared<Timeline>>,
    rows: Shared<Vec<LaneRow>>,
}

#[component]
pub fn TimelineView(props: &TimelineProps) -> Html {
    let TimelineProps { picture, variant, time, view, selection, acting, dispatch, .. } = props;
    let (ruler, body) = (use_node_ref(), use_node_ref());
    let width = use_width(ruler.clone());
    let (window_height, scale) = (use_window_height(), dom::text_scale());
    let now = view.hide_finished.then_some(*time);
    let what = (picture.clone(), *variant, View { window: None, selected: None, ..view.clone() }, now, props.until);
    let shown = use_memo(what, |(picture, variant, view, now, until)| shown(picture.as_deref(), *variant, view, *now, *until));
    let lanes = match (props.until, picture.as_ref().and_then(|picture| picture.variants.get(*variant)?.ran())) {
        // Lanes that are still to come have their place.
        (Some(_), Some(ran)) => ran.full.tracks.len(),
        _ => shown.iter().map(|shown| shown.rows.len()).sum(),
    };
    let pitch = pitch(window_height / scale, lanes);
    let end = end(&shown, view.mode, picture.as_deref());
    let axis = Axis { seen: view.span(end), end, width: f64::from(width) / scale, pitch, scale };
    use_pitch(&body, axis);
    let scene = use_mut_ref(Scene::default);
    let selected = view.selected.map(|selected| Window { from: selected.from, to: selected.to });
    *scene.borrow_mut() = Scene { axis: Some(axis), selected };
    use_gestures(body.clone(), ruler.clone(), scene, dispatch);
    let (scrolled, height) = use_scroll(body.clone(), window_height);
    let seen = match use_printing() {
        true => (0.0, MOST_PRINTED * pitch),
        false => (scrolled / scale, height / scale),
    };
    use_in_sight(&body, *selection, place_of(&shown, *variant, *selection, axis));
    let mut offset = 0.0;
    let row = |shown: &Shown| {
        let sight = sight(seen, offset, pitch);
        offset += shown.rows.len() as f64 * pitch + VARIANT_GAP;
        html! {
            <VariantRow
                key={shown.index}
                variant={shown.variant.clone()}
                index={shown.index}
                is_stepped={shown.index == *variant}
                mode={view.mode}
                timeline={shown.timeline.clone()}
                rows={shown.rows.clone()}
                {axis}
                {sight}
                time={*time}
                selected={view.selected}
                selection={selection.filter(|_| shown.index == *variant)}
                acting={acting.filter(|_| shown.index == *variant)}
                table={view.table}
                dispatch={dispatch.clone()}
            />
        }
    };
    let variants: Html = shown.iter().map(row).collect();
    let mode = if view.mode == Mode::OneRun { "one-run" } else { "compare" };
    html! {
        <div class={classes!("timeline", mode, props.outdated.then_some("outdated"), view.table.then_some("as-table"))}>
            { head(props, &shown, axis) }
            <div class="timeline-body" ref={body} tabindex="0" role="group" aria-label="Lanes and bars">
                <div class="timeline-top">
                    { minimap(&shown, axis, *time, dispatch) }
                    <div class="ruler-row">
                        <div class="ruler-space"></div>
                        <div class="ruler-box" ref={ruler}><Ruler {axis} time={*time} variant={*variant} dispatch={dispatch.clone()} /></div>
                    </div>
                </div>
                <div class="variants">{ variants }</div>
                <p class="empty">{ nothing_to_see(props, &shown) }</p>
            </div>
        </div>
    }
}

/// Why there are no lanes; empty if there are.
fn nothing_to_see(props: &TimelineProps, shown: &[Shown]) -> &'static str {
    match (&props.picture, props.until) {
        (None, _) => "Running…",
        (Some(_), Some(_)) if shown.iter().all(|shown| shown.rows.is_empty()) => {
            "Nothing has happened yet. What you are asked for appears here once you have answered."
        }
        _ => "",
    }
}

/// Where the first lane of the selected task or thread is: from the top of the lanes, and how high it is, in px of the page.
fn place_of(shown: &[Shown], variant: usize, selection: Option<Selection>, axis: Axis) -> Option<(f64, f64)> {
    let before = shown.iter().take_while(|shown| shown.index != variant);
    let above: f64 = before.map(|shown| shown.rows.len() as f64 * axis.pitch + VARIANT_GAP).sum();
    let this = shown.iter().find(|shown| shown.index == variant)?;
    let timeline = this.timeline.as_ref()?;
    let is_it = |row: &LaneRow| selects(timeline.tracks.get(row.track).and_then(|track| track.actor), selection);
    let row = this.rows.iter().position(is_it)?;
    Some(((above + row as f64 * axis.pitch) * axis.scale, axis.pitch * axis.scale))
}

/// Is it the lane of what is selected?
fn selects(actor: Option<Actor>, selection: Option<Selection>) -> bool {
    actor.is_some_and(|actor| selection == Some(actor.into()))
}

/// Tells the style how far apart lanes are.
#[hook]
fn use_pitch(body: &NodeRef, axis: Axis) {
    use_effect_with((body.clone(), (axis.pitch * axis.scale).to_bits()), move |(body, _)| {
        if let Some(body) = body.cast::<Element>() {
            dom::set_style(&body, "--pitch", &format!("{}px", axis.pitch * axis.scale));
        }
    });
}

/// Of the lanes, in px: all of them in the window, as far as they stay legible.
fn pitch(window_height: f64, lanes: usize) -> f64 {
    let share = if dom::has_root_attribute("data-projector") { LANES_SHARE_PROJECTED } else { LANES_SHARE };
    (window_height * share / lanes.max(1) as f64).floor().clamp(PITCH.0, PITCH.1)
}

fn head(props: &TimelineProps, shown: &[Shown], axis: Axis) -> Html {
    let TimelineProps { picture, view, dispatch, .. } = props;
    let several = picture.as_ref().is_some_and(|picture| picture.variants.len() > 1);
    let switch = several.then(|| html! { <ModeSwitch mode={view.mode} dispatch={dispatch.clone()} /> });
    let one = shown.first().filter(|_| view.mode == Mode::OneRun);
    let total = one.and_then(|one| Some((one.variant.name(), one.variant.ran()?.total.clone())));
    let total = total.map(|(name, total)| html! { <p class="one-total"><strong>{ name }</strong>{ " " }{ &*total }</p> });
    let kinds = shown.iter().filter_map(|shown| Some(legend::kinds(shown.timeline.as_ref()?)));
    html! {
        <div class="timeline-head">
            <div class="timeline-what">
                <h2 class="panel-title">{ "Timeline" }</h2>
                { switch.unwrap_or_default() }
                { total.unwrap_or_default() }
            </div>
            <ProgressLine progress={props.progress} onstop={props.onstop.clone()} />
            <Legend kinds={kinds.fold(0, |kinds, more| kinds | more)} />
            <Tools view={view.clone()} {axis} folds={folds(shown)} dispatch={dispatch.clone()} />
        </div>
    }
}

/// Whether a lane shows its calls; none if no lane has any.
fn folds(shown: &[Shown]) -> Option<bool> {
    let folds = shown.iter().flat_map(|shown| shown.rows.iter()).filter_map(|row| match row.content {
        Content::Lane { fold: Fold::Open } => Some(true),
        Content::Lane { fold: Fold::Closed } => Some(false),
        _ => None,
    });
    folds.reduce(|one, other| one || other)
}

fn minimap(shown: &[Shown], axis: Axis, time: Time, dispatch: &Dispatch) -> Html {
    let first = shown.first().filter(|_| axis.is_zoomed());
    let Some((first, timeline)) = first.and_then(|first| Some((first, first.timeline.clone()?))) else { return Html::default() };
    html! {
        <div class="minimap-row">
            <div class="ruler-space"></div>
            <Minimap {timeline} rows={first.rows.clone()} {axis} {time} dispatch={dispatch.clone()} />
        </div>
    }
}

/// The variants that the mode shows.
fn shown(picture: Option<&Picture>, selected: usize, view: &View, now: Option<Time>, until: Option<usize>) -> Vec<Shown> {
    let variants = picture.map(|picture| &*picture.variants).unwrap_or_default().iter().enumerate();
    let chosen = variants.filter(|(index, _)| view.mode == Mode::Compare || *index == selected);
    let of = |(index, variant): (usize, &Variant)| {
        let timeline = variant.ran().map(|ran| match until {
            Some(event) => Shared::new(Timeline::build_until(ran.recording.trace(), &options(&variant.program), event + 1)),
            None => axis::lanes(ran, view.mode).clone(),
        });
        let rows = timeline.as_ref().map(|timeline| rows_of(timeline, view, now)).unwrap_or_default();
        Shown { index, variant: variant.clone(), timeline, rows: Shared::new(rows) }
    };
    chosen.map(of).collect()
}

fn rows_of(timeline: &Timeline, view: &View, now: Option<Time>) -> Vec<LaneRow> {
    let arrangement = Arrangement { grouped: view.grouped, sort: view.sort, over_by: now };
    let by_itself = opens_by_itself(timeline);
    let mut rows = rows(timeline, &arrangement, |track| view.is_open(track.kind, by_itself));
    if view.mode == Mode::Compare {
        // Who ran on which core is for a closer look.
        rows.retain(|row| !matches!(timeline.tracks[row.track].kind, TrackKind::Core(_)));
    }
    rows
}

fn end(shown: &[Shown], mode: Mode, picture: Option<&Picture>) -> Time {
    let one = shown.first().and_then(|shown| shown.variant.ran()).filter(|_| mode == Mode::OneRun);
    one.map(|ran| ran.full.end).or(picture.map(|picture| picture.end)).unwrap_or(Time::ZERO)
}

//! One variant: its name and total, its lanes, and how it ended if not well.

use yew::prelude::*;

use super::Axis;
use super::plot::Plot;
use crate::session::Diagnostic;
use crate::trace::Time;
use crate::ui::picture::{Outcome, Ran, Variant};
use crate::ui::state::Action;
use crate::ui::store::Dispatch;

/// A total of more characters is written smaller.
const SHORT: usize = 7;

#[derive(Properties, PartialEq)]
pub struct VariantRowProps {
    pub variant: Variant,
    pub index: usize,
    pub selected: bool,
    pub axis: Axis,
    pub time: Time,
    pub dispatch: Dispatch,
}

#[component]
pub fn VariantRow(props: &VariantRowProps) -> Html {
    let VariantRowProps { variant, index, selected, axis, time, dispatch } = props;
    let name = AttrValue::from(variant.name().to_string());
    let content = match &variant.outcome {
        Outcome::Ran(ran) => {
            html! { <Lanes ran={ran.clone()} index={*index} axis={*axis} time={*time} dispatch={dispatch.clone()} /> }
        }
        Outcome::Refused(diagnostics) => html! { <div class="diagnostics">{ for diagnostics.iter().map(diagnostic) }</div> },
    };
    let (total, ratio) = variant.ran().map_or(("", ""), |ran| (&*ran.total, &*ran.ratio));
    html! {
        <section class={classes!("variant", selected.then_some("selected"))} role="group" aria-label={name.clone()}>
            <Card {name} total={total.to_string()} ratio={ratio.to_string()} index={*index} selected={*selected} dispatch={dispatch.clone()} />
            { content }
        </section>
    }
}

fn diagnostic(diagnostic: &Diagnostic) -> Html {
    let Diagnostic { message, hint, line, column, .. } = diagnostic;
    let hint = hint.as_ref().map(|hint| format!(" {hint}")).unwrap_or_default();
    html! { <p class="ending">{ format!("Line {line}, column {column}: {message}{hint}") }</p> }
}

#[derive(Properties, PartialEq)]
struct CardProps {
    name: AttrValue,
    total: AttrValue,
    ratio: AttrValue,
    index: usize,
    selected: bool,
    dispatch: Dispatch,
}

/// Selects the variant.
#[component]
fn Card(props: &CardProps) -> Html {
    let CardProps { name, total, ratio, index, selected, dispatch } = props;
    let onclick =
        use_callback((dispatch.clone(), *index), |_: MouseEvent, (dispatch, index)| dispatch.dispatch(Action::Select(*index)));
    let faster = ratio.contains("faster").then_some("faster");
    html! {
        <button type="button" class="card" aria-pressed={if *selected { "true" } else { "false" }} title={format!("Step through {name}")} {onclick}>
            <span class="card-name">{ name }</span>
            <span class={classes!("card-total", (total.chars().count() > SHORT).then_some("long"))}>{ total }</span>
            <span class={classes!("card-ratio", faster)}>{ ratio }</span>
        </button>
    }
}

#[derive(Properties, PartialEq)]
struct LanesProps {
    ran: Ran,
    index: usize,
    axis: Axis,
    time: Time,
    dispatch: Dispatch,
}

#[component]
fn Lanes(props: &LanesProps) -> Html {
    let LanesProps { ran, index, axis, time, dispatch } = props;
    let name = |track: &crate::timeline::track::Track| html! { <li title={track.label.clone()}>{ &track.label }</li> };
    html! {
        <>
            <ol class="lane-names">{ for ran.timeline.tracks.iter().map(name) }</ol>
            <Plot ran={ran.clone()} index={*index} axis={*axis} time={*time} dispatch={dispatch.clone()} />
            <p class="ending">{ ran.recording.end().error().unwrap_or_default().to_string() }</p>
        </>
    }
}

//! One variant: its lanes, and how it ended if not well; where several are compared, its name and total beside them.

use yew::prelude::*;

use super::axis::{Axis, Sight};
use super::names::Names;
use super::plot::Plot;
use super::table::BarTable;
use crate::session::Diagnostic;
use crate::timeline::rows::LaneRow;
use crate::timeline::track::Timeline;
use crate::trace::Time;
use crate::ui::picture::{Outcome, Ran, Variant};
use crate::ui::shared::Shared;
use crate::ui::state::stepping::Selection;
use crate::ui::state::view::Selected;
use crate::ui::state::{Action, Mode};
use crate::ui::store::Dispatch;

/// A total of more characters is written smaller.
const SHORT: usize = 7;

#[derive(Properties, PartialEq)]
pub struct VariantRowProps {
    pub variant: Variant,
    pub index: usize,
    pub is_stepped: bool,
    pub mode: Mode,
    /// Its lanes; none where the program could not be run.
    pub timeline: Option<Shared<Timeline>>,
    pub rows: Shared<Vec<LaneRow>>,
    pub axis: Axis,
    pub sight: Sight,
    pub time: Time,
    pub selected: Option<Selected>,
    pub selection: Option<Selection>,
    pub acting: Option<Selection>,
    /// Shows the bars as a table.
    pub table: bool,
    pub dispatch: Dispatch,
}

#[component]
pub fn VariantRow(props: &VariantRowProps) -> Html {
    let VariantRowProps { variant, index, is_stepped, mode, dispatch, .. } = props;
    let name = AttrValue::from(variant.name().to_string());
    let content = match (&variant.outcome, &props.timeline) {
        (Outcome::Ran(ran), Some(timeline)) => lanes(props, ran, timeline, &name),
        (Outcome::Ran(_), None) => Html::default(),
        (Outcome::Refused(diagnostics), _) => html! { <div class="diagnostics">{ for diagnostics.iter().map(diagnostic) }</div> },
    };
    let (total, ratio) = variant.ran().map_or(("", ""), |ran| (&*ran.total, &*ran.ratio));
    let card = (*mode == Mode::Compare).then(|| html! {
        <Card name={name.clone()} total={total.to_string()} ratio={ratio.to_string()} index={*index} selected={*is_stepped} dispatch={dispatch.clone()} />
    });
    let selected = (*is_stepped && *mode == Mode::Compare).then_some("selected");
    html! {
        <section class={classes!("variant", selected)} role="group" aria-label={name.clone()}>
            { card.unwrap_or_default() }
            { content }
        </section>
    }
}

fn lanes(props: &VariantRowProps, ran: &Ran, timeline: &Shared<Timeline>, name: &AttrValue) -> Html {
    let VariantRowProps { index, is_stepped, mode, rows, axis, sight, time, selected, selection, acting, dispatch, .. } = props;
    let first = (sight.top / axis.pitch) as usize;
    let count = (sight.height / axis.pitch).ceil() as usize;
    let drawing = match props.table {
        true => html! { <BarTable timeline={timeline.clone()} index={*index} name={name.clone()} dispatch={dispatch.clone()} /> },
        false => html! {
            <>
                <Names
                    timeline={timeline.clone()}
                    rows={rows.clone()}
                    {first}
                    {count}
                    pitch={axis.pitch * axis.scale}
                    details={*mode == Mode::OneRun}
                    variant={*index}
                    is_stepped={*is_stepped}
                    selection={*selection}
                    acting={*acting}
                    dispatch={dispatch.clone()}
                />
                <Plot
                    timeline={timeline.clone()}
                    rows={rows.clone()}
                    index={*index}
                    axis={*axis}
                    sight={*sight}
                    time={*time}
                    selected={selected.filter(|selected| selected.variant == *index)}
                    selection={*selection}
                    dispatch={dispatch.clone()}
                />
            </>
        },
    };
    html! {
        <>
            { drawing }
            <p class="ending">{ ran.recording.end().error().unwrap_or_default().to_string() }</p>
        </>
    }
}

fn diagnostic(diagnostic: &Diagnostic) -> Html {
    let Diagnostic { line, column, .. } = diagnostic;
    html! { <p class="ending">{ format!("Line {line}, column {column}: {}", diagnostic.advice()) }</p> }
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

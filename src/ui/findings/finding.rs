//! One finding.

use yew::prelude::*;

use crate::session::{Finding, words};
use crate::trace::Span;
use crate::ui::parts::prose;
use crate::ui::shared::Shared;
use crate::ui::state::Action;
use crate::ui::store::Dispatch;

#[derive(Properties, PartialEq)]
pub struct CardProps {
    pub finding: Shared<Finding>,
    /// The position of the variant it is about.
    pub variant: usize,
    pub dispatch: Dispatch,
}

#[component]
pub fn Card(props: &CardProps) -> Html {
    let CardProps { finding, variant, dispatch } = props;
    let cost = if finding.cost > Span(0) { words::span(finding.cost) } else { String::new() };
    let fix = finding.repaired.as_ref().map(|source| {
        html! { <Fix source={AttrValue::from(source.clone())} variant={*variant} dispatch={dispatch.clone()} /> }
    });
    html! {
        <li class="finding">
            <h3 class="finding-title">{ finding.kind.title() }</h3>
            <p class="finding-cost" title="What it cost">{ cost }</p>
            <p class="finding-text">{ prose(&finding.text) }</p>
            <div class="finding-actions">
                <Place event={finding.event} line={finding.line} variant={*variant} dispatch={dispatch.clone()} />
                { for fix }
            </div>
        </li>
    }
}

#[derive(Properties, PartialEq)]
struct PlaceProps {
    event: usize,
    line: Option<u32>,
    variant: usize,
    dispatch: Dispatch,
}

/// Goes to where it is seen.
#[component]
fn Place(props: &PlaceProps) -> Html {
    let onclick =
        use_callback((props.dispatch.clone(), props.variant, props.event), |_: MouseEvent, (dispatch, variant, event)| {
            dispatch.dispatch(Action::GoToEvent { variant: *variant, event: *event });
        });
    let place = props.line.map_or("Go to its step".to_string(), |line| format!("Go to line {line}"));
    html! { <button type="button" class="button" {onclick}>{ place }</button> }
}

#[derive(Properties, PartialEq)]
struct FixProps {
    /// The mended program.
    source: AttrValue,
    variant: usize,
    dispatch: Dispatch,
}

#[component]
fn Fix(props: &FixProps) -> Html {
    let onclick = use_callback(
        (props.dispatch.clone(), props.variant, props.source.clone()),
        |_: MouseEvent, (dispatch, variant, source)| {
            dispatch.dispatch(Action::Repair { variant: *variant, source: source.as_str().into() });
        },
    );
    html! {
        <button type="button" class="button main" title="Adds a variant with the program mended, to compare" {onclick}>{ "Fix" }</button>
    }
}

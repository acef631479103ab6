//! One activity: its name, how many copies of it there are, and its segments.

use yew::prelude::*;

use super::grip::Grip;
use super::segment::SegmentRow;
use super::segment_bar::SegmentBar;
use crate::scenario::{Activity, Blocks, Body, Scenario};
use crate::trace::Span;
use crate::ui::edit::{Edit, RowKeys};
use crate::ui::entry;
use crate::ui::parts::{Field, Icon, IconButton, Shape};
use crate::ui::shared::Shared;
use crate::ui::state::Action;
use crate::ui::store::Dispatch;

#[derive(Properties, PartialEq)]
pub struct ActivityCardProps {
    pub scenario: Shared<Scenario>,
    pub row_keys: Shared<RowKeys>,
    /// Its position.
    pub index: usize,
    /// What the width of all bars stands for.
    pub scale: Span,
    /// Is told when dragging in a bar begins and ends.
    pub onhold: Callback<bool>,
    pub dispatch: Dispatch,
}

#[component]
pub fn ActivityCard(props: &ActivityCardProps) -> Html {
    let index = props.index;
    let Body::Blocks(blocks) = &props.scenario.body else { return html! { <li></li> } };
    let (Some(activity), Some(row)) = (blocks.activities.get(index), props.row_keys.activities.get(index)) else {
        return html! { <li></li> };
    };
    let name = AttrValue::from(activity.name.clone());
    let full = activity.segments.len() >= Activity::MAX_SEGMENTS;
    let segment = |(position, &key): (usize, &u32)| {
        html! {
            <SegmentRow
                {key}
                id={key}
                activity={index}
                name={name.clone()}
                {position}
                segment={activity.segments[position]}
                {full}
                dispatch={props.dispatch.clone()}
            />
        }
    };
    html! {
        <li class="activity">
            <Head id={row.key} {index} name={name.clone()} copies={activity.copies} count={blocks.activities.len()} dispatch={props.dispatch.clone()} />
            <SegmentBar
                activity={index}
                name={name.clone()}
                segments={activity.segments.clone()}
                keys={row.segments.clone()}
                scale={props.scale}
                onhold={props.onhold.clone()}
                dispatch={props.dispatch.clone()}
            />
            <ol class="segments">{ for row.segments.iter().enumerate().map(segment) }</ol>
            <AddSegment activity={index} name={name.clone()} {full} dispatch={props.dispatch.clone()} />
        </li>
    }
}

#[derive(Properties, PartialEq)]
struct HeadProps {
    id: u32,
    index: usize,
    name: AttrValue,
    copies: u32,
    /// The number of activities.
    count: usize,
    dispatch: Dispatch,
}

#[component]
fn Head(props: &HeadProps) -> Html {
    let HeadProps { id, index, name, dispatch, .. } = props;
    let deps = (dispatch.clone(), *index);
    let rename = use_callback(deps.clone(), |text: AttrValue, (dispatch, activity)| match entry::check_name(&text) {
        Ok(()) => {
            dispatch.dispatch(Action::Edit(Edit::Rename { activity: *activity, name: text.as_str().into() }));
            None
        }
        Err(message) => Some(AttrValue::from(message)),
    });
    let copies =
        use_callback(deps.clone(), |text: AttrValue, (dispatch, activity)| match entry::parse_count(&text, Activity::MAX_COPIES) {
            Ok(copies) => {
                dispatch.dispatch(Action::Edit(Edit::Copies { activity: *activity, copies }));
                None
            }
            Err(message) => Some(AttrValue::from(message)),
        });
    let duplicate = use_callback(deps.clone(), |_: MouseEvent, (dispatch, activity)| {
        dispatch.dispatch(Action::Edit(Edit::DuplicateActivity(*activity)));
    });
    let remove = use_callback(deps, |_: MouseEvent, (dispatch, activity)| {
        dispatch.dispatch(Action::Edit(Edit::RemoveActivity(*activity)));
    });
    html! {
        <div class="activity-head">
            <Grip {index} count={props.count} name={name.clone()} dispatch={dispatch.clone()} />
            <Field
                class="activity-name"
                id={format!("name-{id}")}
                name={format!("Name of activity {}", index + 1)}
                value={name.clone()}
                accept={rename}
            />
            <span class="times" aria-hidden="true">{ "×" }</span>
            <Field
                class="short"
                id={format!("copies-{id}")}
                name={format!("Copies of {name}")}
                value={props.copies.to_string()}
                inputmode="numeric"
                accept={copies}
            />
            <IconButton
                shape={Shape::Copy}
                class="quiet"
                name={format!("Duplicate activity {name}")}
                disabled={props.count >= Blocks::MAX_ACTIVITIES}
                onclick={duplicate}
            />
            <IconButton shape={Shape::Close} class="quiet" name={format!("Remove activity {name}")} disabled={props.count == 1} onclick={remove} />
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct AddSegmentProps {
    activity: usize,
    name: AttrValue,
    full: bool,
    dispatch: Dispatch,
}

#[component]
fn AddSegment(props: &AddSegmentProps) -> Html {
    let onclick = use_callback((props.dispatch.clone(), props.activity), |_: MouseEvent, (dispatch, activity)| {
        dispatch.dispatch(Action::Edit(Edit::AddSegment { activity: *activity }));
    });
    html! {
        <button
            type="button"
            class="button quiet add-segment"
            aria-label={format!("Add segment to {}", props.name)}
            disabled={props.full}
            {onclick}
        >
            <Icon shape={Shape::Add} />
            { "Segment" }
        </button>
    }
}

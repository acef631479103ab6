//! What an activity is taken by to be moved among the others, by pointer or by keys.

use web_sys::Element;
use yew::prelude::*;

use crate::ui::edit::Edit;
use crate::ui::hooks::use_drag;
use crate::ui::parts::{Icon, Shape};
use crate::ui::state::Action;
use crate::ui::state::editing::EditingAction;
use crate::ui::store::Dispatch;

#[derive(Properties, PartialEq)]
pub struct GripProps {
    /// The activity's position, of so many.
    pub index: usize,
    pub count: usize,
    pub name: AttrValue,
    pub dispatch: Dispatch,
}

#[component]
pub fn Grip(props: &GripProps) -> Html {
    let GripProps { index, count, dispatch, .. } = props;
    let (index, count) = (*index, *count);
    let node = use_node_ref();
    let onmove = use_callback((node.clone(), index, dispatch.clone()), |(_, y): (f64, f64), (node, index, dispatch)| {
        if let Some(to) = position(node, y).filter(|to| to != index) {
            dispatch.dispatch(Action::Edit(Edit::MoveActivity { from: *index, to }));
        }
    });
    let onend = use_callback(dispatch.clone(), |(), dispatch| dispatch.dispatch(Action::Editing(EditingAction::Pause)));
    let onpointerdown = use_drag(onmove, onend);
    let onkeydown = use_callback((index, count, dispatch.clone()), |event: KeyboardEvent, (index, count, dispatch)| {
        let to = match event.key().as_str() {
            "ArrowUp" if *index > 0 => index - 1,
            "ArrowDown" if index + 1 < *count => index + 1,
            _ => return,
        };
        event.prevent_default();
        dispatch.dispatch(Action::Edit(Edit::MoveActivity { from: *index, to }));
    });
    html! {
        <button
            type="button"
            class="icon-button quiet grip"
            aria-label={format!("Move activity {}", props.name)}
            title="Drag, or press the up and down arrows"
            data-own-keys=""
            ref={node}
            {onpointerdown}
            {onkeydown}
        >
            <Icon shape={Shape::Grip} />
        </button>
    }
}

/// The position of the activity at that height of the window: it is taken over its middle.
fn position(grip: &NodeRef, y: f64) -> Option<usize> {
    let own = grip.cast::<Element>()?.closest(".activity").ok()??;
    let rows = own.parent_element()?.children();
    let places = (0..rows.length()).filter_map(|index| rows.item(index)).map(|row| row.get_bounding_client_rect());
    let places: Vec<(f64, f64)> = places.map(|place| (place.top(), place.bottom())).collect();
    let own = own.get_bounding_client_rect();
    let at = places.iter().position(|&(top, bottom)| (top..=bottom).contains(&y))?;
    let (top, bottom) = places[at];
    // Of a higher row only so much counts as the own one will cover: else the two would change places again and again.
    let passed = if top < own.top() { y < top + own.height() } else { y > bottom - own.height() };
    passed.then_some(at)
}

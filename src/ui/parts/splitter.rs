//! The border between two panels, to be drawn by pointer or moved by the arrow keys.

use web_sys::{Element, KeyboardEvent};
use yew::prelude::*;

use crate::ui::platform::dom;

#[derive(Clone, Copy, PartialEq)]
pub enum Along {
    /// Changes the width of what is on its left.
    Width,
    /// Changes the height of what is below it.
    Height,
}

#[derive(Properties, PartialEq)]
pub struct SplitterProps {
    pub name: AttrValue,
    pub along: Along,
    /// Selects the element that is made larger or smaller.
    pub of: AttrValue,
    /// The size that was chosen, in px; none for the usual one.
    pub size: Option<u32>,
    pub onresize: Callback<Option<u32>>,
}

/// The smallest size of a panel, and what has to be left for the others, in px.
const LEAST: u32 = 160;
const LEFT_FOR_OTHERS: u32 = 320;
/// How far an arrow key goes, in px.
const KEY: u32 = 24;

#[component]
pub fn Splitter(props: &SplitterProps) -> Html {
    let SplitterProps { name, along, of, size, onresize } = props;
    let measured = use_state_eq(|| LEAST);
    let set = measured.setter();
    use_effect_with((of.clone(), *along, *size), move |(of, along, _)| set.set(measure(of, *along)));
    let dragging = use_mut_ref(|| false);
    let onpointerdown = {
        let dragging = dragging.clone();
        Callback::from(move |event: PointerEvent| {
            event.prevent_default();
            *dragging.borrow_mut() = true;
            if let Some(element) = event.target_dyn_into::<Element>() {
                // Fails for a pointer that is gone.
                let _ = element.set_pointer_capture(event.pointer_id());
            }
        })
    };
    let onpointermove = {
        let (dragging, along, of, onresize) = (dragging.clone(), *along, of.clone(), onresize.clone());
        Callback::from(move |event: PointerEvent| {
            if *dragging.borrow()
                && let Some(size) = drawn(&of, along, &event)
            {
                onresize.emit(Some(bounded(size, along)));
            }
        })
    };
    let onpointerup = Callback::from(move |_: PointerEvent| *dragging.borrow_mut() = false);
    let ondblclick = use_callback(onresize.clone(), |_: MouseEvent, onresize| onresize.emit(None));
    let onkeydown = use_callback((onresize.clone(), of.clone(), *along), |event: KeyboardEvent, (onresize, of, along)| {
        if let Some(size) = moved(&event.key(), measure(of, *along), *along) {
            event.prevent_default();
            onresize.emit(size);
        }
    });
    let (class, orientation) = match along {
        Along::Width => ("splitter upright", "vertical"),
        Along::Height => ("splitter flat", "horizontal"),
    };
    html! {
        <div
            {class}
            role="separator"
            tabindex="0"
            data-own-keys=""
            aria-label={name.clone()}
            title={format!("{name}: draw it, or use the arrow keys; Enter resets")}
            aria-orientation={orientation}
            aria-valuenow={measured.to_string()}
            aria-valuemin={LEAST.to_string()}
            aria-valuemax={most(*along).to_string()}
            onpointercancel={onpointerup.clone()}
            {onpointerdown} {onpointermove} {onpointerup} {ondblclick} {onkeydown}
        ></div>
    }
}

/// The size after a key; none inside for the usual one.
fn moved(key: &str, size: u32, along: Along) -> Option<Option<u32>> {
    let size = match (key, along) {
        ("ArrowLeft", Along::Width) | ("ArrowDown", Along::Height) => size.saturating_sub(KEY),
        ("ArrowRight", Along::Width) | ("ArrowUp", Along::Height) => size + KEY,
        ("Home", _) => LEAST,
        ("End", _) => most(along),
        ("Enter", _) => return Some(None),
        _ => return None,
    };
    Some(Some(bounded(size, along)))
}

fn bounded(size: u32, along: Along) -> u32 {
    size.clamp(LEAST, most(along))
}

fn most(along: Along) -> u32 {
    let (width, height) = dom::window_size();
    let room = if along == Along::Width { width } else { height };
    (room as u32).saturating_sub(LEFT_FOR_OTHERS).max(LEAST)
}

fn element(of: &str) -> Option<Element> {
    dom::document().query_selector(of).ok().flatten()
}

fn measure(of: &str, along: Along) -> u32 {
    let Some(rectangle) = element(of).map(|element| element.get_bounding_client_rect()) else { return LEAST };
    let size = if along == Along::Width { rectangle.width() } else { rectangle.height() };
    size.round() as u32
}

/// The size that the pointer draws.
fn drawn(of: &str, along: Along, event: &PointerEvent) -> Option<u32> {
    let rectangle = element(of)?.get_bounding_client_rect();
    let size = match along {
        Along::Width => f64::from(event.client_x()) - rectangle.left(),
        Along::Height => rectangle.bottom() - f64::from(event.client_y()),
    };
    Some(size.max(0.0) as u32)
}

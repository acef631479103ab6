//! Something small that floats beside what it is about.

use web_sys::Element;
use yew::prelude::*;

use crate::ui::platform::dom;

#[derive(Properties, PartialEq)]
pub struct FloatingProps {
    /// The middle of the thing, in px from the left edge of the window.
    pub x: f64,
    /// The thing's top and bottom, in px from the top of the window.
    pub top: f64,
    pub bottom: f64,
    pub children: Html,
}

/// Below the thing, or above where there is no room; never outside of the window.
#[component]
pub fn Floating(props: &FloatingProps) -> Html {
    let node = use_node_ref();
    use_effect_with((node.clone(), props.x, props.top, props.bottom), |(node, x, top, bottom)| {
        if let Some(element) = node.cast::<Element>() {
            place(&element, *x, *top, *bottom);
        }
    });
    html! { <div class="floating" role="tooltip" ref={node}>{ props.children.clone() }</div> }
}

const GAP: f64 = 6.0;

fn place(element: &Element, x: f64, top: f64, bottom: f64) {
    let size = element.get_bounding_client_rect();
    let room = f64::from(dom::document().document_element().map_or(0, |root| root.client_width()));
    let left = (x - size.width() / 2.0).min(room - size.width() - GAP).max(GAP);
    let below = bottom + GAP;
    let fits = below + size.height() <= dom::window_height();
    let y = if fits { below } else { (top - GAP - size.height()).max(GAP) };
    dom::set_style(element, "left", &format!("{left}px"));
    dom::set_style(element, "top", &format!("{y}px"));
}

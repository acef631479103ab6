//! Which part of the lanes is in sight, so that only those are drawn.

use gloo_events::EventListener;
use web_sys::Element;
use yew::prelude::*;

use super::axis::Sight;
use crate::ui::state::stepping::Selection;

/// Lanes that are drawn out of sight, above and below, so that scrolling does not show a gap.
const SPARE: f64 = 12.0;

/// What is scrolled out above and how much can be seen of an element's content at most, in px.
#[hook]
pub fn use_scroll(node: NodeRef, window_height: f64) -> (f64, f64) {
    let seen = use_state_eq(|| (0.0, window_height));
    let set = seen.setter();
    use_effect_with((node, window_height.to_bits()), move |(node, _)| {
        let element = node.cast::<Element>();
        let look = move |element: &Element| set.set((f64::from(element.scroll_top()), window_height));
        let listener = element.map(|element| {
            look(&element);
            let watched = element.clone();
            EventListener::new(&element, "scroll", move |_| look(&watched))
        });
        move || drop(listener)
    });
    *seen
}

/// Scrolls an element as far as needed to see a place of its content when what is selected changes. The place is given in px from the
/// top of the lanes, and its height.
#[hook]
pub fn use_in_sight(node: &NodeRef, selection: Option<Selection>, place: Option<(f64, f64)>) {
    let node = node.clone();
    use_effect_with(selection, move |_| {
        let Some((element, (top, height))) = node.cast::<Element>().zip(place) else { return };
        // What stays above the lanes.
        let above = element.query_selector(".timeline-top").ok().flatten().map_or(0, |above| above.client_height());
        let (scrolled, room) = (f64::from(element.scroll_top()), f64::from(element.client_height() - above));
        if top < scrolled {
            element.set_scroll_top((top - height).max(0.0) as i32);
        } else if top + height > scrolled + room {
            element.set_scroll_top((top + 2.0 * height - room) as i32);
        }
    });
}

/// The lanes of a drawing to make, `offset` px below the top of what is scrolled; all in px of the drawing.
pub fn sight((scrolled, height): (f64, f64), offset: f64, pitch: f64) -> Sight {
    let step = pitch * SPARE;
    let from = ((scrolled - offset) / step).floor() * step - step;
    let to = ((scrolled - offset + height) / step).ceil() * step + step;
    let top = from.max(0.0);
    Sight { top, height: (to - top).max(0.0) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_drawn_contains_what_is_seen_and_changes_in_steps() {
        for scrolled in [0.0, 17.0, 240.0, 5000.0] {
            let Sight { top, height } = sight((scrolled, 300.0), 100.0, 24.0);
            assert!(top <= (scrolled - 100.0_f64).max(0.0) && top + height >= scrolled + 200.0, "{scrolled}: {top} {height}");
            assert!(height <= 300.0 + 4.0 * 24.0 * SPARE);
        }
        assert_eq!(sight((1000.0, 300.0), 0.0, 24.0), sight((1001.0, 300.0), 0.0, 24.0));
        assert_eq!(sight((0.0, 300.0), 10_000.0, 24.0).height, 0.0);
    }
}

//! Zooming and panning by wheel, by drag, by two fingers and by keys. As in Perfetto: the wheel scrolls lanes, with Ctrl it zooms, with
//! Shift it pans; W and S zoom, A and D pan.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent, PointerEvent, WheelEvent};
use yew::prelude::*;

use super::axis::Axis;
use crate::trace::Time;
use crate::ui::platform::dom;
use crate::ui::state::view::Window;
use crate::ui::state::{Action, ViewAction};
use crate::ui::store::Dispatch;

/// A turn of the wheel by that many px zooms by a factor of e.
const WHEEL: f64 = 300.0;
/// Of a press of a key or button.
pub const ZOOM_STEP: f64 = 1.6;
/// The part of what is seen by which a key pans.
const PAN_STEP: f64 = 0.2;
/// A pointer that moved less far has clicked, in px.
const CLICK: f64 = 4.0;
/// px of a line of a wheel that counts lines.
const LINE: f64 = 16.0;
/// Where a drag does not pan.
const NOT_DRAGGED: &str = "button, .ruler-row, .minimap-row, .lane-names, input, label";

/// What gestures need to know, as it was drawn last.
#[derive(Clone, Default)]
pub struct Scene {
    pub axis: Option<Axis>,
    /// The bar that is selected.
    pub selected: Option<Window>,
}

/// A finger or mouse button that is down.
#[derive(Clone, Copy)]
struct Pointer {
    id: i32,
    x: f64,
    /// How far it moved, in px.
    travelled: f64,
}

struct Gestures {
    scene: Rc<RefCell<Scene>>,
    /// What the axis stands over.
    ruler: NodeRef,
    pointers: RefCell<Vec<Pointer>>,
    dispatch: Dispatch,
}

#[hook]
pub fn use_gestures(body: NodeRef, ruler: NodeRef, scene: Rc<RefCell<Scene>>, dispatch: &Dispatch) {
    use_effect_with((body, dispatch.clone()), move |(body, dispatch)| {
        let gestures = Rc::new(Gestures { scene, ruler, pointers: RefCell::default(), dispatch: dispatch.clone() });
        let listeners = body.cast::<Element>().map(|element| listen(&element, &gestures));
        move || drop(listeners)
    });
}

fn listen(element: &Element, gestures: &Rc<Gestures>) -> Vec<EventListener> {
    let on = |name: &'static str, act: fn(&Gestures, &Element, &Event)| {
        let (gestures, target) = (gestures.clone(), element.clone());
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(element, name, options, move |event| act(&gestures, &target, event))
    };
    vec![
        on("wheel", |gestures, _, event| _ = event.dyn_ref().map(|event| gestures.wheel(event))),
        on("pointerdown", |gestures, _, event| _ = event.dyn_ref().map(|event| gestures.down(event))),
        on("pointermove", |gestures, target, event| _ = event.dyn_ref().map(|event| gestures.moved(target, event))),
        on("pointerup", |gestures, _, event| _ = event.dyn_ref().map(|event| gestures.up(event))),
        on("pointercancel", |gestures, _, event| _ = event.dyn_ref().map(|event| gestures.up(event))),
        on("keydown", |gestures, target, event| _ = event.dyn_ref().map(|event| gestures.key(target, event))),
    ]
}

impl Gestures {
    fn axis(&self) -> Option<Axis> {
        self.scene.borrow().axis.filter(|axis| axis.width > 0.0)
    }

    fn send(&self, action: ViewAction) {
        self.dispatch.dispatch(Action::View(action));
    }

    /// The time below a place, in px of the window.
    fn time_at(&self, client_x: f64) -> Option<Time> {
        let axis = self.axis()?;
        let left = self.ruler.cast::<Element>()?.get_bounding_client_rect().left();
        Some(axis.times().time_at(((client_x - left) / axis.scale).clamp(0.0, axis.width)))
    }

    fn wheel(&self, event: &WheelEvent) {
        let Some(axis) = self.axis() else { return };
        let unit = if event.delta_mode() == WheelEvent::DOM_DELTA_PIXEL { 1.0 } else { LINE };
        let (x, y) = (event.delta_x() * unit, event.delta_y() * unit);
        if event.ctrl_key() || event.meta_key() {
            event.prevent_default();
            if let Some(around) = self.time_at(f64::from(event.client_x())) {
                self.send(ViewAction::Zoom { factor: (-y / WHEEL).exp(), around });
            }
        } else if event.shift_key() || x.abs() > y.abs() {
            event.prevent_default();
            let by = if x == 0.0 { y } else { x };
            self.send(ViewAction::Pan(by / (axis.width * axis.scale)));
        }
    }

    fn down(&self, event: &PointerEvent) {
        if event.button() != 0 || dom::is_within(event.target(), NOT_DRAGGED) {
            return;
        }
        let mut pointers = self.pointers.borrow_mut();
        pointers.retain(|pointer| pointer.id != event.pointer_id());
        pointers.push(Pointer { id: event.pointer_id(), x: f64::from(event.client_x()), travelled: 0.0 });
    }

    fn moved(&self, target: &Element, event: &PointerEvent) {
        let x = f64::from(event.client_x());
        let mut pointers = self.pointers.borrow_mut();
        let Some(index) = pointers.iter().position(|pointer| pointer.id == event.pointer_id()) else { return };
        let before = pointers.clone();
        let pointer = &mut pointers[index];
        let by = x - pointer.x;
        pointer.travelled += by.abs();
        pointer.x = x;
        let travelled = pointer.travelled;
        drop(pointers);
        let Some(axis) = self.axis().filter(|_| travelled >= CLICK) else { return };
        // What a captured pointer does is no click on a bar. It cannot be captured if it is gone, and then nothing is dragged.
        let _ = target.set_pointer_capture(event.pointer_id());
        match &before[..] {
            [_] => self.send(ViewAction::Pan(-by / (axis.width * axis.scale))),
            [one, other] => {
                let fixed = if index == 0 { other.x } else { one.x };
                let (apart, now) = ((one.x - other.x).abs().max(1.0), (x - fixed).abs().max(1.0));
                if let Some(around) = self.time_at(fixed) {
                    self.send(ViewAction::Zoom { factor: now / apart, around });
                }
            }
            _ => {}
        }
    }

    fn up(&self, event: &PointerEvent) {
        self.pointers.borrow_mut().retain(|pointer| pointer.id != event.pointer_id());
    }

    fn key(&self, body: &Element, event: &KeyboardEvent) {
        let modified = event.ctrl_key() || event.alt_key() || event.meta_key();
        let Some(axis) = self.axis().filter(|_| !modified && !dom::is_within(event.target(), "input, select")) else { return };
        let on_body = event.target().and_then(|target| target.dyn_into::<Element>().ok()).as_ref() == Some(body);
        if let Some(action) = key_action(&event.key(), on_body || event.shift_key(), &axis, self.scene.borrow().selected) {
            event.prevent_default();
            event.stop_propagation();
            self.send(action);
        }
    }
}

/// What a key does; `pans` says whether arrows are there for that.
fn key_action(key: &str, pans: bool, axis: &Axis, selected: Option<Window>) -> Option<ViewAction> {
    let middle = Time(axis.seen.from.0 + (axis.seen.to - axis.seen.from).0 / 2);
    let around = selected.map_or(middle, |bar| Time(bar.from.0 + (bar.to - bar.from).0 / 2));
    let around = if axis.seen.from <= around && around <= axis.seen.to { around } else { middle };
    match key {
        "+" | "=" | "w" | "W" => Some(ViewAction::Zoom { factor: ZOOM_STEP, around }),
        "-" | "s" | "S" => Some(ViewAction::Zoom { factor: 1.0 / ZOOM_STEP, around }),
        "0" => Some(ViewAction::Fit),
        "f" | "F" => selected.map(ViewAction::Show),
        "a" | "A" => Some(ViewAction::Pan(-PAN_STEP)),
        "d" | "D" => Some(ViewAction::Pan(PAN_STEP)),
        "ArrowLeft" if pans && axis.is_zoomed() => Some(ViewAction::Pan(-PAN_STEP)),
        "ArrowRight" if pans && axis.is_zoomed() => Some(ViewAction::Pan(PAN_STEP)),
        _ => None,
    }
}

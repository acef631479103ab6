//! The controls above the lanes: what is shown, how much of the time, and how the lanes stand.

use yew::prelude::*;

use super::axis::Axis;
use super::gestures::ZOOM_STEP;
use super::menu::LanesMenu;
use crate::trace::Time;
use crate::ui::parts::{IconButton, Shape};
use crate::ui::state::view::Window;
use crate::ui::state::{Action, Mode, View, ViewAction};
use crate::ui::store::Dispatch;

const MODES: [(Mode, &str); 2] = [(Mode::OneRun, "One run"), (Mode::Compare, "Compare")];

#[derive(Properties, PartialEq)]
pub struct ModeSwitchProps {
    pub mode: Mode,
    pub dispatch: Dispatch,
}

/// One run, or all of them under each other.
#[component]
pub fn ModeSwitch(props: &ModeSwitchProps) -> Html {
    let ModeSwitchProps { mode, dispatch } = props;
    let choice = |(this, name): (Mode, &'static str)| {
        let onclick = send(dispatch, ViewAction::SetMode(this));
        let pressed = if this == *mode { "true" } else { "false" };
        html! { <button type="button" class="mode" aria-pressed={pressed} {onclick}>{ name }</button> }
    };
    html! { <div class="mode-switch" role="group" aria-label="What the timeline shows">{ for MODES.map(choice) }</div> }
}

#[derive(Properties, PartialEq)]
pub struct ToolsProps {
    pub view: View,
    pub axis: Axis,
    /// The lanes that could be opened, and whether some are.
    pub folds: Option<bool>,
    pub dispatch: Dispatch,
}

#[component]
pub fn Tools(props: &ToolsProps) -> Html {
    let ToolsProps { view, axis, folds, dispatch } = props;
    let middle = Time(axis.seen.from.0 + (axis.seen.to - axis.seen.from).0 / 2);
    let zoom = |factor| send(dispatch, ViewAction::Zoom { factor, around: middle });
    let bar = view.selected.map(|selected| Window { from: selected.from, to: selected.to });
    let to_bar = bar.map(|bar| {
        let onclick = send(dispatch, ViewAction::Show(bar));
        html! { <IconButton class="tool" shape={Shape::FitBar} name="Zoom to the selected bar (F)" {onclick} /> }
    });
    let table = if view.table { "true" } else { "false" };
    html! {
        <div class="tools" role="group" aria-label="View of the timeline">
            { to_bar.unwrap_or_default() }
            <IconButton class="tool" shape={Shape::Remove} name="Zoom out (-)" disabled={!axis.is_zoomed()} onclick={zoom(1.0 / ZOOM_STEP)} />
            <IconButton class="tool" shape={Shape::Add} name="Zoom in (+)" onclick={zoom(ZOOM_STEP)} />
            <IconButton class="tool" shape={Shape::Fit} name="Show all of the time (0)" disabled={!axis.is_zoomed()} onclick={send(dispatch, ViewAction::Fit)} />
            <LanesMenu grouped={view.grouped} sort={view.sort} hide_finished={view.hide_finished} folds={*folds} dispatch={dispatch.clone()} />
            <button type="button" class="button tool-button" aria-pressed={table} onclick={send(dispatch, ViewAction::Table(!view.table))}>
                { "Table" }
            </button>
        </div>
    }
}

fn send(dispatch: &Dispatch, action: ViewAction) -> Callback<MouseEvent> {
    let dispatch = dispatch.clone();
    Callback::from(move |_| dispatch.dispatch(Action::View(action.clone())))
}

//! The line of the caret, and the ways of a run to it.

use std::collections::BTreeSet;
use std::rc::Rc;

use yew::prelude::*;

use crate::ui::parts::{IconButton, Shape};
use crate::ui::state::Action;
use crate::ui::state::editing::{Direction, EditingAction};
use crate::ui::store::Dispatch;

#[derive(Properties, PartialEq)]
pub struct LineBarProps {
    /// Of the caret, from 1.
    pub line: u32,
    /// The program's key.
    pub id: u32,
    pub breakpoints: Rc<BTreeSet<u32>>,
    /// Why the run went nowhere.
    pub remark: Option<AttrValue>,
    pub dispatch: Dispatch,
}

#[component]
pub fn LineBar(props: &LineBarProps) -> Html {
    let LineBarProps { line, id, breakpoints, dispatch, .. } = props;
    let (line, id) = (*line, *id);
    let send = |action: EditingAction| {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Editing(action.clone())))
    };
    let is_set = breakpoints.contains(&line);
    let toggled: Vec<u32> = match is_set {
        true => breakpoints.iter().copied().filter(|&other| other != line).collect(),
        false => breakpoints.iter().copied().chain([line]).collect(),
    };
    let toggle = send(EditingAction::Breakpoints { key: id, lines: toggled });
    let run_to = |direction| send(EditingAction::RunTo { line, direction });
    let next = |direction| send(EditingAction::RunToBreakpoint(direction));
    let none = breakpoints.is_empty();
    html! {
        <div class="line-bar" role="group" aria-label="Line">
            <span class="line-number">{ format!("Line {line}") }</span>
            <button
                type="button"
                class="button quiet breakpoint-toggle"
                aria-pressed={if is_set { "true" } else { "false" }}
                title="Breakpoint in this line (F9)"
                onclick={toggle}
            >
                <span class="breakpoint-dot" aria-hidden="true"></span>
                { "Breakpoint" }
            </button>
            <button type="button" class="button quiet" title="Back to this line (Ctrl+Shift+Enter)" onclick={run_to(Direction::Back)}>
                { "Back to here" }
            </button>
            <button type="button" class="button quiet" title="Run to this line (Ctrl+Enter)" onclick={run_to(Direction::Forward)}>
                { "Run to here" }
            </button>
            <span class="line-bar-end">
                <IconButton
                    shape={Shape::BreakpointBack}
                    class="quiet"
                    name="Back to a breakpoint"
                    disabled={none}
                    onclick={next(Direction::Back)}
                />
                <IconButton
                    shape={Shape::BreakpointForward}
                    class="quiet"
                    name="Run to a breakpoint"
                    disabled={none}
                    onclick={next(Direction::Forward)}
                />
            </span>
            <p class="remark" role="status">{ props.remark.clone().unwrap_or_default() }</p>
        </div>
    }
}

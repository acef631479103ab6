//! The programs of a scenario: those that are edited, and those that blocks stand for, which can be read.

mod faults;
mod line_bar;
mod marking;
mod tabs;
mod variant_tools;
mod view;

use std::rc::Rc;

use yew::prelude::*;

use crate::scenario::{Body, Scenario};
use crate::session::check::check;
use crate::ui::edit::Edit;
use crate::ui::picture::Variant;
use crate::ui::shared::Shared;
use crate::ui::state::Action;
use crate::ui::state::editing::{Direction, Editing, EditingAction};
use crate::ui::store::Dispatch;
use faults::Faults;
use line_bar::LineBar;
use marking::use_marks;
use tabs::Tabs;
use variant_tools::VariantTools;
use view::{CodeView, Request};

#[derive(Properties, PartialEq)]
pub struct CodeProps {
    pub scenario: Shared<Scenario>,
    /// The selected variant and its run, as far as they are there.
    pub variant: usize,
    pub ran: Option<Variant>,
    pub step: usize,
    /// Lines executed after the step.
    pub lines: usize,
    /// The keys of the programs.
    pub keys: Rc<[u32]>,
    pub editing: Editing,
    /// Is the editor's element there?
    pub ready: bool,
    pub dispatch: Dispatch,
}

#[component]
pub fn Code(props: &CodeProps) -> Html {
    let CodeProps { scenario, variant, dispatch, editing, .. } = props;
    let programs = use_memo(scenario.clone(), |scenario| scenario.programs());
    let names = use_memo(programs.clone(), |programs| {
        programs.iter().map(|program| AttrValue::from(program.name.clone())).collect::<Vec<_>>()
    });
    let source = use_memo((programs.clone(), *variant), |(programs, variant)| {
        programs.get(*variant).map(|program| program.source.clone()).unwrap_or_default()
    });
    let faults = use_memo(source.clone(), |source| check(source));
    let marks = use_marks(props.ran.as_ref(), &source, (props.step, props.lines));
    let line = use_state_eq(|| 1_u32);
    let request = use_state_eq(|| None::<Request>);
    let key = props.keys.get(*variant).copied().unwrap_or_default();
    let breakpoints = editing.breakpoints(key);
    let written = matches!(scenario.body, Body::Code(_));
    let name = names.get(*variant).cloned().unwrap_or_default();
    let tell = use_callbacks(dispatch, *variant, key);
    let oncaret = use_callback(line.setter(), |at: u32, line| line.set(at));
    let onfault = {
        let request = request.clone();
        Callback::from(move |line| request.set(Some(Request::after(*request, line))))
    };
    html! {
        <div class="code-part">
            <Tabs names={names.clone()} variant={*variant} writable={written} dispatch={dispatch.clone()} />
            <VariantTools
                variant={*variant}
                count={names.len()}
                name={name.clone()}
                {written}
                id={key}
                source={source.clone()}
                dispatch={dispatch.clone()}
            />
            <CodeView
                id={key}
                source={source.clone()}
                label={format!("Program {name}")}
                read_only={!written}
                ready={props.ready}
                faults={faults.clone()}
                {marks}
                breakpoints={breakpoints.clone()}
                request={*request}
                onedit={tell.edit}
                onbreakpoints={tell.breakpoints}
                onrun={tell.run}
                {oncaret}
            />
            <LineBar
                line={*line}
                id={key}
                {breakpoints}
                remark={editing.remark.clone().map(AttrValue::from)}
                dispatch={dispatch.clone()}
            />
            <Faults {faults} {onfault} />
        </div>
    }
}

/// What the editor's element tells.
struct Told {
    edit: Callback<AttrValue>,
    breakpoints: Callback<Vec<u32>>,
    run: Callback<(u32, bool)>,
}

#[hook]
fn use_callbacks(dispatch: &Dispatch, variant: usize, key: u32) -> Told {
    let deps = (dispatch.clone(), variant, key);
    Told {
        edit: use_callback(deps.clone(), |text: AttrValue, (dispatch, variant, _)| {
            dispatch.dispatch(Action::Edit(Edit::Source { variant: *variant, source: text.as_str().into() }));
        }),
        breakpoints: use_callback(deps.clone(), |lines: Vec<u32>, (dispatch, _, key)| {
            dispatch.dispatch(Action::Editing(EditingAction::Breakpoints { key: *key, lines }));
        }),
        run: use_callback(deps, |(line, back): (u32, bool), (dispatch, ..)| {
            let direction = if back { Direction::Back } else { Direction::Forward };
            dispatch.dispatch(Action::Editing(EditingAction::RunTo { line, direction }));
        }),
    }
}

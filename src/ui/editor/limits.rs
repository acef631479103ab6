//! What bounds the activities: how many at once, the cores, the GIL.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::scenario::{Blocks, Body, MachineSettings, Scenario};
use crate::ui::edit::Edit;
use crate::ui::entry;
use crate::ui::parts::Field;
use crate::ui::shared::Shared;
use crate::ui::state::Action;
use crate::ui::store::Dispatch;

#[derive(Properties, PartialEq)]
pub struct LimitsProps {
    pub scenario: Shared<Scenario>,
    pub dispatch: Dispatch,
}

#[component]
pub fn Limits(props: &LimitsProps) -> Html {
    let LimitsProps { scenario, dispatch } = props;
    let at_most = match &scenario.body {
        Body::Blocks(blocks) => html! { <AtMost at_most={blocks.at_most} dispatch={dispatch.clone()} /> },
        Body::Code(_) => html! { <div class="limit"></div> },
    };
    html! {
        <fieldset class="limits">
            <legend>{ "Machine" }</legend>
            { at_most }
            <Cores cores={scenario.machine.cores} dispatch={dispatch.clone()} />
            <FreeThreaded on={scenario.machine.free_threaded} dispatch={dispatch.clone()} />
        </fieldset>
    }
}

#[derive(Properties, PartialEq)]
struct AtMostProps {
    at_most: Option<u32>,
    dispatch: Dispatch,
}

#[component]
fn AtMost(props: &AtMostProps) -> Html {
    let accept = use_callback(props.dispatch.clone(), |text: AttrValue, dispatch| {
        let at_most = if text.trim().is_empty() { Ok(None) } else { entry::parse_count(&text, Blocks::MAX_INSTANCES).map(Some) };
        match at_most {
            Ok(at_most) => {
                dispatch.dispatch(Action::Edit(Edit::AtMost(at_most)));
                None
            }
            Err(message) => Some(AttrValue::from(message)),
        }
    });
    html! {
        <div class="limit">
            <label for="at-most">{ "At most at once" }</label>
            <Field
                class="short"
                id="at-most"
                name="At most at once"
                value={props.at_most.map(|at_most| at_most.to_string()).unwrap_or_default()}
                placeholder="all"
                inputmode="numeric"
                {accept}
            />
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct CoresProps {
    cores: u8,
    dispatch: Dispatch,
}

#[component]
fn Cores(props: &CoresProps) -> Html {
    let accept = use_callback(props.dispatch.clone(), |text: AttrValue, dispatch| {
        match entry::parse_count(&text, u32::from(MachineSettings::MAX_CORES)) {
            Ok(cores) => {
                // `parse_count` keeps to the limit, which is a `u8`.
                dispatch.dispatch(Action::Edit(Edit::Cores(cores as u8)));
                None
            }
            Err(message) => Some(AttrValue::from(message)),
        }
    });
    html! {
        <div class="limit">
            <label for="cores">{ "Cores" }</label>
            <Field class="short" id="cores" name="Cores" value={props.cores.to_string()} inputmode="numeric" {accept} />
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct FreeThreadedProps {
    on: bool,
    dispatch: Dispatch,
}

#[component]
fn FreeThreaded(props: &FreeThreadedProps) -> Html {
    let onchange = use_callback(props.dispatch.clone(), |event: Event, dispatch| {
        if let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
            dispatch.dispatch(Action::Edit(Edit::FreeThreaded(input.checked())));
        }
    });
    html! {
        <div class="limit">
            <label for="free-threaded">{ "Free-threaded (no GIL)" }</label>
            <input id="free-threaded" class="switch" type="checkbox" role="switch" checked={props.on} {onchange} />
        </div>
    }
}

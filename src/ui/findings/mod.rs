//! What of the selected variant's run is likely a mistake, beside what it printed.

mod finding;
mod use_findings;

use yew::prelude::*;

use crate::session::Finding;
use crate::ui::console::Console;
use crate::ui::parts::{Tab, Tabs};
use crate::ui::picture::Variant;
use crate::ui::shared::Shared;
use crate::ui::state::stepping::Selection;
use crate::ui::store::Dispatch;
use finding::Card;
use use_findings::use_findings;

#[derive(Properties, PartialEq)]
pub struct OutputProps {
    /// The selected one, once it ran.
    pub variant: Option<Variant>,
    /// Its position.
    pub index: usize,
    pub step: usize,
    /// What comes later is not to be seen.
    pub predicting: bool,
    pub selection: Option<Selection>,
    pub dispatch: Dispatch,
}

/// Console and findings, one at a time.
#[component]
pub fn Output(props: &OutputProps) -> Html {
    let OutputProps { variant, index, step, predicting, selection, dispatch } = props;
    let chosen = use_state_eq(|| 0);
    let selected = if *predicting { 0 } else { *chosen };
    let found = use_findings(variant);
    let tabs = [
        Tab { id: "console-tab", name: "Console", count: None },
        Tab { id: "findings-tab", name: "Findings", count: found.as_ref().filter(|_| !predicting).map(|found| found.len()) },
    ];
    let content = if selected == 0 {
        html! { <Console variant={variant.clone()} index={*index} step={*step} selection={*selection} dispatch={dispatch.clone()} /> }
    } else {
        html! { <Findings {found} index={*index} dispatch={dispatch.clone()} /> }
    };
    let tab = tabs[selected].id;
    let setter = chosen.setter();
    html! {
        <section class="panel output">
            <Tabs<2> label="Output" {tabs} selected={selected} onselect={Callback::from(move |tab| setter.set(tab))} />
            <div class="output-panel" id={format!("{tab}-panel")} role="tabpanel" aria-labelledby={tab} tabindex="0">{ content }</div>
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct FindingsProps {
    /// None until they are known.
    found: Option<Shared<Vec<Finding>>>,
    /// The position of their variant.
    index: usize,
    dispatch: Dispatch,
}

#[component]
fn Findings(props: &FindingsProps) -> Html {
    let FindingsProps { found, index, dispatch } = props;
    match found {
        None => html! { <p class="empty">{ "Likely mistakes of the program are shown here, once it ran." }</p> },
        Some(found) if found.is_empty() => {
            html! { <p class="empty">{ "Nothing to point out: no blocking call, no lost task, no coroutine without its await." }</p> }
        }
        Some(found) => {
            let card = |finding: &Finding| html! { <Card finding={Shared::new(finding.clone())} variant={*index} dispatch={dispatch.clone()} /> };
            html! { <ul class="findings">{ for found.iter().map(card) }</ul> }
        }
    }
}

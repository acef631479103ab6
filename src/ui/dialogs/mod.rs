//! What opens over the page, one at a time.

mod help;
mod scenarios;
mod share;

use yew::prelude::*;

use crate::scenario::Scenario;
use crate::ui::picture::Variant;
use crate::ui::shared::Shared;
use crate::ui::state::{Action, Dialog, View};
use crate::ui::store::Dispatch;
use help::HelpDialog;
use scenarios::ScenariosDialog;
use share::ShareDialog;

#[derive(Properties, PartialEq)]
pub struct DialogsProps {
    pub open: Option<Dialog>,
    pub scenario: Shared<Scenario>,
    /// The fragment of a link to what is seen now, while it is shared.
    pub link: AttrValue,
    /// The selected one, once it ran.
    pub selected: Option<Variant>,
    pub view: View,
    pub dispatch: Dispatch,
}

#[component]
pub fn Dialogs(props: &DialogsProps) -> Html {
    let onclose = use_callback(props.dispatch.clone(), |(), dispatch| dispatch.dispatch(Action::CloseDialog));
    let dialog = match props.open {
        None => html! {},
        Some(Dialog::Scenarios) => html! { <ScenariosDialog {onclose} dispatch={props.dispatch.clone()} /> },
        Some(Dialog::Share) => {
            html! {
                <ShareDialog
                    {onclose}
                    link={props.link.clone()}
                    scenario={props.scenario.clone()}
                    selected={props.selected.clone()}
                    view={props.view.clone()}
                />
            }
        }
        Some(Dialog::Help) => html! { <HelpDialog {onclose} /> },
    };
    html! { <div class="dialogs">{ dialog }</div> }
}

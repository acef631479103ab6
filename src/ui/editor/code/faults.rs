//! What is wrong with the program, in words.

use std::rc::Rc;

use yew::prelude::*;

use crate::session::check::{Fault, Severity};
use crate::ui::marks;

#[derive(Properties, PartialEq)]
pub struct FaultsProps {
    pub faults: Rc<Vec<Fault>>,
    /// Is given the line to go to.
    pub onfault: Callback<u32>,
}

#[component]
pub fn Faults(props: &FaultsProps) -> Html {
    let fault = |fault: &Fault| {
        let (onfault, line) = (props.onfault.clone(), fault.start.0);
        let class = match fault.severity {
            Severity::Error => "fault",
            Severity::Warning => "fault warning",
        };
        html! {
            <li>
                <button type="button" {class} onclick={move |_| onfault.emit(line)}>
                    <span class="fault-line">{ format!("Line {line}") }</span>
                    { " " }
                    { fault.message.clone() }
                </button>
            </li>
        }
    };
    html! {
        <div class="faults">
            <p class="faults-summary" role="status">{ marks::summary(&props.faults) }</p>
            <ol aria-label="What is wrong">{ for props.faults.iter().map(fault) }</ol>
        </div>
    }
}

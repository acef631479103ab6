//! How far the runs are, for runs that take long.

use yew::prelude::*;

use crate::session::words;
use crate::ui::state::Progress;

#[derive(Properties, PartialEq)]
pub struct ProgressLineProps {
    pub progress: Option<Progress>,
    pub onstop: Callback<()>,
}

/// Nobody knows how long a program will run, so the bar shows that it does, not how much is left.
#[component]
pub fn ProgressLine(props: &ProgressLineProps) -> Html {
    let onstop = props.onstop.clone();
    let content = props.progress.map(|progress| {
        let text =
            format!("{} instructions, {} of virtual time", words::grouped(progress.instructions), words::instant(progress.now));
        html! {
            <>
                <progress aria-label="Running"></progress>
                <span class="progress-text">{ text }</span>
                <button type="button" class="button" onclick={move |_| onstop.emit(())}>{ "Stop" }</button>
            </>
        }
    });
    html! { <div class="progress">{ content.unwrap_or_default() }</div> }
}

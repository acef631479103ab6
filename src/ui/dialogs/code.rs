//! The Python programs that are run, to read and to copy.

use yew::platform::spawn_local;
use yew::prelude::*;

use crate::scenario::{Program, Scenario};
use crate::ui::highlight::{Kind, pieces};
use crate::ui::parts::Modal;
use crate::ui::platform::clipboard;
use crate::ui::shared::Shared;

#[derive(Properties, PartialEq)]
pub struct CodeDialogProps {
    pub scenario: Shared<Scenario>,
    /// The program that is shown first.
    pub variant: usize,
    pub onclose: Callback<()>,
}

#[component]
pub fn CodeDialog(props: &CodeDialogProps) -> Html {
    let programs = use_memo(props.scenario.clone(), |scenario| scenario.programs());
    let chosen = use_state_eq(|| props.variant);
    let Some(program) = programs.get(*chosen) else { return html! { <div></div> } };
    let onclose = props.onclose.clone();
    html! {
        <Modal title="Code" class="wide" {onclose}>
            <div class="code-head">
                <div class="tabs" role="tablist" aria-label="Variants">
                    { for programs.iter().enumerate().map(|(index, program)| tab(program, index, &chosen)) }
                </div>
                <CopyButton key={*chosen} text={AttrValue::from(program.source.clone())} />
            </div>
            <div class="code-panel" id="code-panel" role="tabpanel" aria-label={program.name.clone()} tabindex="0">
                <Listing source={AttrValue::from(program.source.clone())} />
            </div>
        </Modal>
    }
}

fn tab(program: &Program, index: usize, chosen: &UseStateHandle<usize>) -> Html {
    let selected = index == **chosen;
    let set = chosen.setter();
    html! {
        <button
            type="button"
            class="tab"
            role="tab"
            aria-selected={if selected { "true" } else { "false" }}
            aria-controls="code-panel"
            onclick={move |_| set.set(index)}
        >
            { program.name.clone() }
        </button>
    }
}

#[derive(Properties, PartialEq)]
struct ListingProps {
    source: AttrValue,
}

/// The line numbers stand in the style sheet, so that they are not selected with the source.
#[component]
fn Listing(props: &ListingProps) -> Html {
    let line = |line: &str| {
        let piece = |(kind, text): (Kind, &str)| html! { <span class={kind.class()}>{ text.to_string() }</span> };
        html! { <span class="code-line">{ for pieces(line).into_iter().map(piece) }{ "\n" }</span> }
    };
    html! { <pre class="code"><code>{ for props.source.lines().map(line) }</code></pre> }
}

#[derive(Properties, PartialEq)]
struct CopyButtonProps {
    text: AttrValue,
}

#[component]
fn CopyButton(props: &CopyButtonProps) -> Html {
    let label = use_state_eq(|| "Copy");
    let onclick = use_callback((props.text.clone(), label.setter()), |_: MouseEvent, (text, label)| {
        let (text, label) = (text.clone(), label.clone());
        spawn_local(async move {
            label.set(if clipboard::copy(&text).await { "Copied" } else { "Select the text and copy it" });
        });
    });
    html! { <button type="button" class="button" aria-live="polite" {onclick}>{ *label }</button> }
}

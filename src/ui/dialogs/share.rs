//! A link to the scenario, the variant and the step that are seen.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::ui::parts::Modal;
use crate::ui::platform::{address, clipboard};

/// Longer links are cut by many chat programs, in characters.
const LONG: usize = 2000;

#[derive(Properties, PartialEq)]
pub struct ShareDialogProps {
    /// The fragment.
    pub link: AttrValue,
    pub onclose: Callback<()>,
}

#[derive(Clone, Copy, PartialEq)]
enum Copied {
    NotYet,
    Done,
    Refused,
}

/// Copies the link at once. The page's address becomes the link too, so that a reload or a bookmark keeps it.
#[component]
pub fn ShareDialog(props: &ShareDialogProps) -> Html {
    let copied = use_state_eq(|| Copied::NotYet);
    let address = use_memo(props.link.clone(), |link| AttrValue::from(address::with_fragment(link)));
    let copy = use_callback(((*address).clone(), copied.setter()), |(), (address, copied)| {
        let (address, copied) = (address.clone(), copied.clone());
        spawn_local(async move {
            copied.set(if clipboard::copy(&address).await { Copied::Done } else { Copied::Refused });
        });
    });
    use_effect_with(((*address).clone(), copy.clone()), |(address, copy)| {
        address::replace(address);
        copy.emit(());
    });
    let feedback = match *copied {
        Copied::NotYet => "",
        Copied::Done => "Link copied",
        Copied::Refused => "The browser did not allow copying: select the link and copy it.",
    };
    let long = if address.chars().count() > LONG { "This link is long: some chat programs may cut it." } else { "" };
    html! {
        <Modal title="Share" onclose={props.onclose.clone()}>
            <p>{ "This link opens the scenario as you see it, at this step." }</p>
            <div class="share-row">
                <input
                    type="text"
                    class="share-link"
                    readonly=true
                    aria-label="Link"
                    value={(*address).clone()}
                    onfocus={Callback::from(|event: FocusEvent| select_all(&event))}
                />
                <button type="button" class="button main" onclick={move |_| copy.emit(())}>{ "Copy link" }</button>
            </div>
            <p class="feedback" role="status">{ feedback }</p>
            <p class="hint">{ long }</p>
        </Modal>
    }
}

fn select_all(event: &FocusEvent) {
    if let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
        input.select();
    }
}

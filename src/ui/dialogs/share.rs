//! A link to the scenario, the variant and the step that are seen, and other ways to take it elsewhere.

mod files;
mod qr;

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::scenario::Scenario;
use crate::ui::parts::Modal;
use crate::ui::picture::Variant;
use crate::ui::platform::{address, clipboard};
use crate::ui::shared::Shared;
use crate::ui::state::View;
use files::Files;
use qr::QrCode;

/// Longer links are cut by many chat programs, in characters.
const LONG: usize = 2000;

#[derive(Properties, PartialEq)]
pub struct ShareDialogProps {
    /// The fragment.
    pub link: AttrValue,
    pub scenario: Shared<Scenario>,
    /// The selected one, once it ran.
    pub selected: Option<Variant>,
    pub view: View,
    pub onclose: Callback<()>,
}

/// Copies the link at once. The page's address becomes the link too, so that a reload or a bookmark keeps it.
#[component]
pub fn ShareDialog(props: &ShareDialogProps) -> Html {
    let ShareDialogProps { link, scenario, selected, view, onclose } = props;
    let address = use_memo(link.clone(), |link| AttrValue::from(address::with_fragment(link)));
    use_effect_with((*address).clone(), |address| address::replace(address));
    let long = if address.chars().count() > LONG { "This link is long: some chat programs may cut it." } else { "" };
    let embed = AttrValue::from(embedding(&address, &scenario.title));
    html! {
        <Modal title="Share" class="wide" {onclose}>
            <p>{ "This link opens the scenario as you see it, at this step. Nothing is stored anywhere else." }</p>
            <div class="share">
                <div class="share-texts">
                    <Copied name="Link" button="Copy link" done="Link copied" text={(*address).clone()} at_once={true} main={true} />
                    <p class="hint">{ long }</p>
                    <Copied name="Code to embed" button="Copy code" done="Code copied" text={embed} />
                    <Files scenario={scenario.clone()} selected={selected.clone()} view={view.clone()} />
                </div>
                <QrCode text={(*address).clone()} />
            </div>
        </Modal>
    }
}

/// HTML that shows the page inside of another one.
fn embedding(address: &str, title: &str) -> String {
    let escaped = |text: &str| text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;");
    let (address, title) = (escaped(address), escaped(title));
    format!(r#"<iframe src="{address}" title="{title}" width="100%" height="480" loading="lazy"></iframe>"#)
}

#[derive(Clone, Copy, PartialEq)]
enum Copying {
    NotYet,
    Done,
    Refused,
}

#[derive(Properties, PartialEq)]
struct CopiedProps {
    name: AttrValue,
    button: AttrValue,
    /// What is said when it is in the clipboard.
    done: AttrValue,
    text: AttrValue,
    /// It is copied as soon as it is shown.
    #[prop_or_default]
    at_once: bool,
    #[prop_or_default]
    main: bool,
}

/// A text to be copied.
#[component]
fn Copied(props: &CopiedProps) -> Html {
    let CopiedProps { name, button, done, text, at_once, main } = props;
    let copied = use_state_eq(|| Copying::NotYet);
    let copy = use_callback((text.clone(), copied.setter()), |(), (text, copied)| {
        let (text, copied) = (text.clone(), copied.clone());
        spawn_local(async move {
            copied.set(if clipboard::copy(&text).await { Copying::Done } else { Copying::Refused });
        });
    });
    use_effect_with((*at_once, copy.clone()), |(at_once, copy)| {
        if *at_once {
            copy.emit(());
        }
    });
    let feedback = match *copied {
        Copying::NotYet => AttrValue::from(""),
        Copying::Done => done.clone(),
        Copying::Refused => AttrValue::from("The browser did not allow copying: select the text and copy it."),
    };
    html! {
        <div class="share-item">
            <h3>{ name }</h3>
            <div class="share-row">
                <input
                    type="text"
                    class="share-link"
                    readonly=true
                    aria-label={name.clone()}
                    value={text.clone()}
                    onfocus={Callback::from(|event: FocusEvent| select_all(&event))}
                />
                <button type="button" class={classes!("button", main.then_some("main"))} onclick={move |_| copy.emit(())}>{ button }</button>
            </div>
            <p class="feedback" role="status">{ feedback }</p>
        </div>
    }
}

fn select_all(event: &FocusEvent) {
    if let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
        input.select();
    }
}

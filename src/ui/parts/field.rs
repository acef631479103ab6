//! A text field whose value has to be understood. What was typed stays, with what is wrong with it, until it is.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct FieldProps {
    /// Unique in the page: the message is connected with the field by it.
    pub id: AttrValue,
    pub name: AttrValue,
    /// The text of the value that counts now.
    pub value: AttrValue,
    /// Is given what is typed. Uses it and returns `None`, or says what is wrong with it.
    pub accept: Callback<AttrValue, Option<AttrValue>>,
    #[prop_or_default]
    pub placeholder: AttrValue,
    /// The keyboard that a phone shows: "text", "decimal" or "numeric".
    #[prop_or(AttrValue::Static("text"))]
    pub inputmode: AttrValue,
    #[prop_or_default]
    pub class: Classes,
}

/// What is being typed.
#[derive(Clone, PartialEq)]
struct Draft {
    text: AttrValue,
    message: Option<AttrValue>,
}

#[component]
pub fn Field(props: &FieldProps) -> Html {
    let draft = use_state_eq(|| None::<Draft>);
    let oninput = use_callback((props.accept.clone(), draft.setter()), |event: InputEvent, (accept, draft)| {
        let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else { return };
        let text = AttrValue::from(input.value());
        draft.set(Some(Draft { message: accept.emit(text.clone()), text }));
    });
    let onblur = {
        let draft = draft.clone();
        // What was understood is shown as the page writes it; what was not stays.
        Callback::from(move |_: FocusEvent| {
            if draft.as_ref().is_some_and(|draft| draft.message.is_none()) {
                draft.set(None);
            }
        })
    };
    let text = draft.as_ref().map_or_else(|| props.value.clone(), |draft| draft.text.clone());
    let message = draft.as_ref().and_then(|draft| draft.message.clone());
    let message_id = AttrValue::from(format!("{}-message", props.id));
    html! {
        <span class={classes!("field", props.class.clone())}>
            <input
                id={props.id.clone()}
                type="text"
                autocomplete="off"
                spellcheck="false"
                inputmode={props.inputmode.clone()}
                aria-label={props.name.clone()}
                title={props.name.clone()}
                placeholder={props.placeholder.clone()}
                aria-invalid={message.is_some().then_some("true")}
                aria-describedby={message.is_some().then(|| message_id.clone())}
                value={text}
                {oninput}
                {onblur}
            />
            <span class="field-message" id={message_id} role="alert">{ message.unwrap_or_default() }</span>
        </span>
    }
}

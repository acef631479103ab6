//! The menu of how the page is shown: theme and projector mode.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::ui::state::display::DisplayAction;
use crate::ui::state::{Action, Theme};
use crate::ui::store::Dispatch;

const THEMES: [(Theme, &str); 3] = [(Theme::System, "System"), (Theme::Light, "Light"), (Theme::Dark, "Dark")];

#[derive(Properties, PartialEq)]
pub struct DisplayMenuProps {
    pub theme: Theme,
    pub projector: bool,
    pub dispatch: Dispatch,
}

/// A popover of the browser's own: it closes by Escape and by a click elsewhere.
#[component]
pub fn DisplayMenu(props: &DisplayMenuProps) -> Html {
    let DisplayMenuProps { theme, projector, dispatch } = props;
    let onprojector = use_callback(dispatch.clone(), |event: Event, dispatch| {
        if let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
            dispatch.dispatch(Action::Display(DisplayAction::Projector(input.checked())));
        }
    });
    let option = |(of, name): (Theme, &'static str)| {
        let dispatch = dispatch.clone();
        let onchange = move |_: Event| dispatch.dispatch(Action::SetTheme(of));
        html! { <label><input type="radio" name="theme" checked={of == *theme} {onchange} />{ name }</label> }
    };
    html! {
        <>
            <button type="button" class="button" aria-haspopup="dialog" popovertarget="display-menu">{ "Display" }</button>
            <div id="display-menu" class="display-menu" popover="auto" role="dialog" aria-label="Display">
                <fieldset class="display-group"><legend>{ "Theme" }</legend>{ for THEMES.map(option) }</fieldset>
                <label class="display-switch">
                    <span>{ "Projector" }<small>{ "Larger type, fewer panels" }</small></span>
                    <input type="checkbox" class="switch" role="switch" aria-label="Projector" checked={*projector} onchange={onprojector} />
                </label>
            </div>
        </>
    }
}

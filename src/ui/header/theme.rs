//! The choice of light and dark.

use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::ui::state::{Action, Theme};
use crate::ui::store::Dispatch;

const THEMES: [(Theme, &str, &str); 3] =
    [(Theme::System, "system", "System"), (Theme::Light, "light", "Light"), (Theme::Dark, "dark", "Dark")];

#[derive(Properties, PartialEq)]
pub struct ThemeSelectProps {
    pub theme: Theme,
    pub dispatch: Dispatch,
}

#[component]
pub fn ThemeSelect(props: &ThemeSelectProps) -> Html {
    let onchange = use_callback(props.dispatch.clone(), |event: Event, dispatch| {
        let Some(select) = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok()) else { return };
        if let Some((theme, ..)) = THEMES.iter().find(|(_, value, _)| *value == select.value()) {
            dispatch.dispatch(Action::SetTheme(*theme));
        }
    });
    let option = |(theme, value, label): (Theme, &'static str, &'static str)| {
        html! { <option {value} selected={theme == props.theme}>{ label }</option> }
    };
    html! {
        <select class="theme-select" aria-label="Theme" title="Theme" {onchange}>{ for THEMES.map(option) }</select>
    }
}

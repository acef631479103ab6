//! The picture and the scenario as files.

use yew::prelude::*;

use crate::scenario::Scenario;
use crate::timeline::palette::Palette;
use crate::timeline::rows::{Arrangement, opens_by_itself, rows};
use crate::timeline::svg::{Drawing, draw};
use crate::ui::picture::{Ran, Variant};
use crate::ui::shared::Shared;
use crate::ui::state::View;

/// Of the drawing, in px.
const WIDTH: f64 = 1200.0;

#[derive(Properties, PartialEq)]
pub struct FilesProps {
    pub scenario: Shared<Scenario>,
    /// The selected one, once it ran.
    pub selected: Option<Variant>,
    /// Lanes that are open there are open in the drawing.
    pub view: View,
}

#[component]
pub fn Files(props: &FilesProps) -> Html {
    let FilesProps { scenario, selected, view } = props;
    let json = use_memo(scenario.clone(), |scenario| data("application/json", &scenario.to_json()));
    let svg = use_memo((scenario.clone(), selected.clone(), view.clone()), |(scenario, selected, view)| {
        let ran = selected.as_ref()?.ran()?;
        Some(data("image/svg+xml", &drawing(&scenario.title, selected.as_ref()?, ran, view)))
    });
    let name = file_name(&scenario.title);
    let drawing = (*svg).clone().map(|address| {
        html! { <a class="button" href={address} download={format!("{name}.svg")}>{ "Timeline as SVG" }</a> }
    });
    html! {
        <div class="share-item">
            <h3>{ "Files" }</h3>
            <div class="share-row">
                { for drawing }
                <a class="button" href={(*json).clone()} download={format!("{name}.json")}>{ "Scenario as JSON" }</a>
            </div>
        </div>
    }
}

fn drawing(title: &str, variant: &Variant, ran: &Ran, view: &View) -> String {
    let title = format!("{title}: {}", variant.name());
    let by_itself = opens_by_itself(&ran.timeline);
    let rows = rows(&ran.timeline, &Arrangement::PLAIN, |track| view.is_open(track.kind, by_itself));
    draw(&ran.timeline, &rows, &Drawing { title, palette: Palette::LIGHT, width: WIDTH, until: ran.timeline.end })
}

/// An address that holds the file itself.
fn data(kind: &str, text: &str) -> AttrValue {
    AttrValue::from(format!("data:{kind};charset=utf-8,{}", String::from(js_sys::encode_uri_component(text))))
}

/// Letters and digits of the title, joined by hyphens.
fn file_name(title: &str) -> String {
    let words: Vec<&str> = title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    if words.is_empty() { "loopscope".to_string() } else { words.join("-").to_lowercase() }
}

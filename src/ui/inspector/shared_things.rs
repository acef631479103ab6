//! Locks, semaphores, events, conditions, barriers and queues: who has them, who waits, what is in them.

use yew::prelude::*;

use super::chip::Names;
use crate::session::Snapshot;
use crate::session::snapshot::{Party, SharedView};
use crate::ui::shared::Shared;

/// More who wait are counted only.
const MOST: usize = 8;

#[derive(Properties, PartialEq)]
pub struct SharedThingsProps {
    pub snapshot: Shared<Snapshot>,
    pub names: Names,
}

/// Nothing where the program has none of them.
#[component]
pub fn SharedThings(props: &SharedThingsProps) -> Html {
    let SharedThingsProps { snapshot, names } = props;
    let things = &snapshot.shared;
    let content = if things.is_empty() {
        html! { <p class="empty">{ "No lock, semaphore, event, condition, barrier or queue." }</p> }
    } else {
        html! {
            <table class="rows shared" aria-label="Locks and queues">
                <thead>
                    <tr>
                        <th scope="col">{ "Name" }</th>
                        <th scope="col">{ "State" }</th>
                        <th scope="col">{ "Held by" }</th>
                        <th scope="col" title="In the order in which it is their turn">{ "Waiting" }</th>
                    </tr>
                </thead>
                <tbody>{ for things.iter().map(|thing| row(snapshot, thing, names)) }</tbody>
            </table>
        }
    };
    html! {
        <section class="block" aria-label="Locks and queues">
            <h3>{ "Locks and queues" }<span class="count">{ things.len() }</span></h3>
            { content }
        </section>
    }
}

fn row(snapshot: &Snapshot, thing: &SharedView, names: &Names) -> Html {
    let class = thing.class.rsplit('.').next().unwrap_or_default().to_string();
    html! {
        <tr>
            <th scope="row" title={thing.class.clone()}><span class="thing">{ &thing.name }</span><small>{ class }</small></th>
            <td class="thing-state">{ &thing.state }{ contents(thing) }</td>
            <td>{ parties(snapshot, &thing.holders, names) }</td>
            <td>{ parties(snapshot, &thing.waiters, names) }</td>
        </tr>
    }
}

fn contents(thing: &SharedView) -> Html {
    if thing.contents.is_empty() {
        return Html::default();
    }
    let more = (thing.more > 0).then(|| html! { <li class="more">{ format!("{} more", thing.more) }</li> });
    html! {
        <ol class="contents" aria-label={format!("Contents of {}", thing.name)}>
            { for thing.contents.iter().map(|item| html! { <li><code>{ item }</code></li> }) }
            { for more }
        </ol>
    }
}

fn parties(snapshot: &Snapshot, parties: &[Party], names: &Names) -> Html {
    if parties.is_empty() {
        return html! { <span class="nobody">{ "–" }</span> };
    }
    let more = parties.len().saturating_sub(MOST);
    let more = (more > 0).then(|| html! { <li class="more">{ format!("{more} more") }</li> });
    html! {
        <ol class="parties">
            { for parties.iter().take(MOST).map(|&party| html! { <li>{ names.party(snapshot, party) }</li> }) }
            { for more }
        </ol>
    }
}

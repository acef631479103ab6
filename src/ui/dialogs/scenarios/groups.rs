//! The groups of the library, one of which may be chosen.

use yew::prelude::*;

use crate::scenario::library::Entry;

#[derive(Clone, Properties)]
pub struct GroupsProps {
    /// What the search found.
    pub found: Vec<&'static Entry>,
    pub chosen: Option<&'static str>,
    pub onchoose: Callback<Option<&'static str>>,
}

impl PartialEq for GroupsProps {
    fn eq(&self, other: &GroupsProps) -> bool {
        let ids = |props: &GroupsProps| props.found.iter().map(|entry| entry.id).collect::<Vec<_>>();
        self.chosen == other.chosen && ids(self) == ids(other)
    }
}

#[component]
pub fn Groups(props: &GroupsProps) -> Html {
    let GroupsProps { found, chosen, onchoose } = props;
    let group = |group: Option<&'static str>, count: usize| {
        let onchoose = onchoose.clone();
        let is_chosen = *chosen == group;
        html! {
            <li>
                <button
                    type="button"
                    class="group"
                    aria-pressed={if is_chosen { "true" } else { "false" }}
                    onclick={move |_: MouseEvent| onchoose.emit(group)}
                >
                    <span>{ group.unwrap_or("All") }</span><span class="group-count">{ count }</span>
                </button>
            </li>
        }
    };
    let groups = found.chunk_by(|entry, next| entry.group == next.group);
    html! {
        <ul class="groups" aria-label="Groups">
            { group(None, found.len()) }
            { for groups.map(|entries| group(Some(entries[0].group), entries.len())) }
        </ul>
    }
}

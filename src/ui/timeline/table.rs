//! The bars as a table, for who cannot see them and for who wants the numbers.

use yew::prelude::*;

use crate::timeline::table::{HEADINGS, TextRow, row_count, rows, summary};
use crate::timeline::track::Timeline;
use crate::ui::shared::Shared;
use crate::ui::state::Action;
use crate::ui::store::Dispatch;

/// Rows at first, and that many more each time.
const PAGE: usize = 200;

#[derive(Properties, PartialEq)]
pub struct TableProps {
    pub timeline: Shared<Timeline>,
    /// The variant's.
    pub index: usize,
    pub name: AttrValue,
    pub dispatch: Dispatch,
}

#[component]
pub fn BarTable(props: &TableProps) -> Html {
    let TableProps { timeline, index, name, dispatch } = props;
    let most = use_state_eq(|| PAGE);
    let shown = use_memo((timeline.clone(), *most), |(timeline, most)| rows(timeline).take(*most).collect::<Vec<_>>());
    let left = row_count(timeline).saturating_sub(shown.len());
    let more = use_callback((*most, most.setter()), |_: MouseEvent, (most, set)| set.set(most + PAGE));
    let variant = *index;
    let row = |row: &TextRow| {
        let (dispatch, event) = (dispatch.clone(), row.step as usize);
        let onclick = Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::GoToEvent { variant, event }));
        html! {
            <tr>
                <th scope="row">{ &row.lane }</th>
                <td>{ row.state }</td>
                <td>{ &row.reason }</td>
                <td class="number"><button type="button" class="link" {onclick}>{ &row.from }</button></td>
                <td class="number">{ &row.to }</td>
                <td class="number">{ &row.duration }</td>
            </tr>
        }
    };
    let heading = |name: &'static str| html! { <th scope="col">{ name }</th> };
    html! {
        <div class="bar-table">
            <table>
                <caption>{ format!("{name}: {}. A time in the column From goes to its step.", summary(timeline)) }</caption>
                <thead><tr>{ for HEADINGS.map(heading) }</tr></thead>
                <tbody>{ for shown.iter().map(row) }</tbody>
            </table>
            { if left > 0 { html! { <button type="button" class="button" onclick={more}>{ format!("Show more ({left} left)") }</button> } } else { Html::default() } }
        </div>
    }
}

//! What can be done with the selected program as a whole.

use yew::prelude::*;

use crate::scenario::Variant;
use crate::ui::edit::Edit;
use crate::ui::file;
use crate::ui::parts::{Field, IconButton, Shape};
use crate::ui::platform::files;
use crate::ui::state::Action;
use crate::ui::store::Dispatch;

#[derive(Properties, PartialEq)]
pub struct VariantToolsProps {
    /// Its position, of so many.
    pub variant: usize,
    pub count: usize,
    pub name: AttrValue,
    /// It is no program that blocks stand for.
    pub written: bool,
    pub id: u32,
    pub source: std::rc::Rc<String>,
    pub dispatch: Dispatch,
}

#[component]
pub fn VariantTools(props: &VariantToolsProps) -> Html {
    let VariantToolsProps { variant, count, name, dispatch, .. } = props;
    let (variant, count) = (*variant, *count);
    let edit = |edit: Edit| {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Edit(edit.clone())))
    };
    let download = use_callback((name.clone(), props.source.clone()), |_: MouseEvent, (name, source)| {
        files::download(&file::name(name), source);
    });
    let save = html! { <IconButton shape={Shape::Save} class="quiet" name="Download this program" onclick={download} /> };
    if !props.written {
        return html! {
            <div class="variant-tools">
                <p class="hint">{ "This program is made from the blocks." }</p>
                <button type="button" class="button" onclick={edit(Edit::ContinueAsCode)}>{ "Continue as code" }</button>
                { save }
            </div>
        };
    }
    html! {
        <div class="variant-tools">
            <Rename key={props.id} id={props.id} {variant} name={name.clone()} dispatch={dispatch.clone()} />
            <IconButton
                shape={Shape::Left}
                class="quiet"
                name="Move program to the left"
                disabled={variant == 0}
                onclick={edit(Edit::MoveVariant { from: variant, to: variant.saturating_sub(1) })}
            />
            <IconButton
                shape={Shape::Right}
                class="quiet"
                name="Move program to the right"
                disabled={variant + 1 >= count}
                onclick={edit(Edit::MoveVariant { from: variant, to: variant + 1 })}
            />
            { save }
            <IconButton
                shape={Shape::Close}
                class="quiet"
                name={format!("Remove program {name}")}
                disabled={count < 2}
                onclick={edit(Edit::RemoveVariant(variant))}
            />
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct RenameProps {
    id: u32,
    variant: usize,
    name: AttrValue,
    dispatch: Dispatch,
}

#[component]
fn Rename(props: &RenameProps) -> Html {
    let accept = use_callback((props.dispatch.clone(), props.variant), |text: AttrValue, (dispatch, variant)| {
        if text.trim().is_empty() {
            return Some("Enter a name.".into());
        }
        if text.chars().count() > Variant::MAX_NAME {
            return Some(format!("A name has at most {} characters.", Variant::MAX_NAME).into());
        }
        dispatch.dispatch(Action::Edit(Edit::RenameVariant { variant: *variant, name: text.as_str().into() }));
        None
    });
    html! {
        <Field
            class="variant-name"
            id={format!("variant-name-{}", props.id)}
            name="Name of this program"
            value={props.name.clone()}
            {accept}
        />
    }
}

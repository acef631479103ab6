//! The text of a program: the editor's element, or a plain text field until its code is there. What is typed into either is told at once.

use std::collections::BTreeSet;
use std::rc::Rc;

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlTextAreaElement};
use yew::prelude::*;

use crate::session::check::Fault;
use crate::ui::marks;
use crate::ui::platform::code_editor;

#[derive(Clone, Properties, PartialEq)]
pub struct CodeViewProps {
    /// Tells the texts apart.
    pub id: u32,
    pub source: Rc<String>,
    pub label: AttrValue,
    pub read_only: bool,
    /// Is the editor's element there?
    pub ready: bool,
    pub faults: Rc<Vec<Fault>>,
    /// JSON, see [`marks`].
    pub marks: AttrValue,
    pub breakpoints: Rc<BTreeSet<u32>>,
    /// The line that the focus was last wished to.
    pub request: Option<Request>,
    pub onedit: Callback<AttrValue>,
    pub onbreakpoints: Callback<Vec<u32>>,
    /// The line to run to, and whether to look for it backwards.
    pub onrun: Callback<(u32, bool)>,
    /// The line of the caret.
    pub oncaret: Callback<u32>,
}

/// A wish to have the focus at a line. Wishes for the same line are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Request {
    pub line: u32,
    number: u32,
}

impl Request {
    pub fn after(before: Option<Request>, line: u32) -> Request {
        Request { line, number: before.map_or(0, |before| before.number.wrapping_add(1)) }
    }
}

#[component]
pub fn CodeView(props: &CodeViewProps) -> Html {
    let caret = use_mut_ref(|| None::<u32>);
    let oninput = use_callback((props.onedit.clone(), caret.clone()), |event: InputEvent, (onedit, caret)| {
        if let Some(field) = event.target().and_then(|target| target.dyn_into::<HtmlTextAreaElement>().ok()) {
            *caret.borrow_mut() = field.selection_start().ok().flatten();
            onedit.emit(field.value().into());
        }
    });
    let onblur = use_callback(caret.clone(), |_: FocusEvent, caret| *caret.borrow_mut() = None);
    if props.ready {
        // Who was typing goes on where the caret was.
        let caret = caret.borrow_mut().take();
        return html! { <Rich view={props.clone()} {caret} /> };
    }
    html! {
        <div class="code-box">
            <textarea
                class="code-plain"
                aria-label={props.label.clone()}
                readonly={props.read_only}
                spellcheck="false"
                autocomplete="off"
                wrap="off"
                value={(*props.source).clone()}
                {oninput}
                {onblur}
            />
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct RichProps {
    view: CodeViewProps,
    /// Where the focus goes at first, if somewhere.
    caret: Option<u32>,
}

#[component]
fn Rich(props: &RichProps) -> Html {
    let RichProps { view, caret } = props;
    let node = use_node_ref();
    use_listeners(&node, view);
    use_told(&node, view.label.clone(), |editor, label| code_editor::set_label(editor, label));
    use_told(&node, view.read_only, |editor, read_only| code_editor::set_read_only(editor, *read_only));
    // The text comes before what is said about it.
    use_told(&node, (view.id, view.source.clone()), |editor, (id, source)| code_editor::open(editor, *id, source));
    use_told(&node, (view.id, view.breakpoints.clone()), |editor, (_, lines)| {
        code_editor::set_breakpoints(editor, lines.iter().copied())
    });
    use_told(&node, (view.id, view.faults.clone()), |editor, (_, faults)| {
        code_editor::set_diagnostics(editor, &marks::faults(faults));
    });
    use_told(&node, (view.id, view.marks.clone()), |editor, (_, marks)| code_editor::set_marks(editor, marks));
    use_told(&node, view.request, |editor, request| {
        if let Some(request) = request {
            code_editor::focus_line(editor, request.line);
        }
    });
    let caret = *caret;
    use_effect_with(node.clone(), move |node| {
        if let (Some(editor), Some(caret)) = (node.cast::<Element>(), caret) {
            code_editor::focus_at(&editor, caret);
        }
    });
    html! { <div class="code-box"><loopscope-editor class="code-rich" data-own-keys="" ref={node}></loopscope-editor></div> }
}

/// Tells the editor's element something, again whenever it changes.
#[hook]
fn use_told<T: PartialEq + 'static>(node: &NodeRef, what: T, tell: impl Fn(&Element, &T) + 'static) {
    use_effect_with((node.clone(), what), move |(node, what)| {
        if let Some(editor) = node.cast::<Element>() {
            tell(&editor, what);
        }
    });
}

/// Passes on what the editor's element tells.
#[hook]
fn use_listeners(node: &NodeRef, view: &CodeViewProps) {
    let callbacks = (view.onedit.clone(), view.onbreakpoints.clone(), view.onrun.clone(), view.oncaret.clone());
    use_effect_with((node.clone(), callbacks), |(node, (onedit, onbreakpoints, onrun, oncaret))| {
        let listeners = node.cast::<Element>().map(|editor| {
            let (onedit, onbreakpoints, onrun, oncaret) = (onedit.clone(), onbreakpoints.clone(), onrun.clone(), oncaret.clone());
            let text = editor.clone();
            [
                EventListener::new(&editor, "edit", move |_| onedit.emit(code_editor::value(&text).into())),
                EventListener::new(&editor, "breakpoints", move |event| onbreakpoints.emit(code_editor::numbers(event))),
                EventListener::new(&editor, "run", move |event| {
                    if let Some(line_and_back) = code_editor::line_and_back(event) {
                        onrun.emit(line_and_back);
                    }
                }),
                EventListener::new(&editor, "caret", move |event| {
                    if let Some(line) = code_editor::number(event) {
                        oncaret.emit(line);
                    }
                }),
            ]
        });
        move || drop(listeners)
    });
}

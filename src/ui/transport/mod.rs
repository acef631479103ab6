//! Stepping and playing the selected variant.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::session::{StepSize, words};
use crate::trace::Time;
use crate::ui::parts::{IconButton, Shape};
use crate::ui::picture::Variant;
use crate::ui::platform::dom;
use crate::ui::state::stepping::SteppingAction;
use crate::ui::state::{Action, Move, SPEEDS};
use crate::ui::store::Dispatch;

#[derive(Properties, PartialEq)]
pub struct TransportProps {
    /// The selected one, once it ran.
    pub variant: Option<Variant>,
    pub size: StepSize,
    /// Lines executed after the step.
    pub lines: usize,
    pub step: usize,
    pub last: usize,
    pub time: Time,
    pub playing: bool,
    pub speed: u32,
    pub dispatch: Dispatch,
}

#[component]
pub fn Transport(props: &TransportProps) -> Html {
    let TransportProps { variant, size, lines, step, last, time, playing, speed, dispatch } = props;
    let of = format!("{} / {}", words::grouped(*step as u64), words::grouped(*last as u64));
    let position = if *lines == 0 { of } else { format!("{of}, line +{lines}") };
    html! {
        <div class="transport" role="group" aria-label="Transport">
            <Buttons
                at_first={*step == 0 && *lines == 0}
                at_last={step >= last}
                nothing={*last == 0}
                playing={*playing}
                dispatch={dispatch.clone()}
            />
            <Scrubber
                variant={variant.clone()}
                lines={*lines}
                step={*step}
                last={*last}
                time={*time}
                dispatch={dispatch.clone()}
            />
            <p class="position">
                <span class="position-step">{ position }</span>
                <span class="position-time">{ words::instant(*time) }</span>
            </p>
            <SizeSelect size={*size} dispatch={dispatch.clone()} />
            <SpeedSelect speed={*speed} dispatch={dispatch.clone()} />
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct ButtonsProps {
    at_first: bool,
    at_last: bool,
    /// There is no run to play.
    nothing: bool,
    playing: bool,
    dispatch: Dispatch,
}

#[component]
fn Buttons(props: &ButtonsProps) -> Html {
    let ButtonsProps { at_first, at_last, nothing, playing, dispatch } = props;
    let go = |to: Move| {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Move(to)))
    };
    let play = {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::TogglePlay))
    };
    let (play_shape, play_name) = if *playing { (Shape::Pause, "Pause") } else { (Shape::Play, "Play") };
    html! {
        <div class="transport-buttons">
            <IconButton shape={Shape::First} name="First step" disabled={*at_first} onclick={go(Move::First)} />
            <IconButton shape={Shape::Back} name="Step back" disabled={*at_first} onclick={go(Move::Back)} />
            <IconButton shape={play_shape} class="main" name={play_name} disabled={*nothing} onclick={play} />
            <IconButton shape={Shape::Forward} name="Step forward" disabled={*at_last} onclick={go(Move::Forward)} />
            <IconButton shape={Shape::Last} name="Last step" disabled={*at_last} onclick={go(Move::Last)} />
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct ScrubberProps {
    variant: Option<Variant>,
    lines: usize,
    step: usize,
    last: usize,
    time: Time,
    dispatch: Dispatch,
}

#[component]
fn Scrubber(props: &ScrubberProps) -> Html {
    let ScrubberProps { variant, lines, step, last, time, dispatch } = props;
    let sentence = use_memo((variant.clone(), *step, *lines), |(variant, step, lines)| {
        let recording = &variant.as_ref()?.ran()?.recording;
        Some(recording.explain_line(*step, *lines).sentence.replace('`', ""))
    });
    let told = sentence.as_ref().as_ref().map(|sentence| format!(": {sentence}")).unwrap_or_default();
    let scrubbing = |on: bool| {
        let dispatch = dispatch.clone();
        Callback::from(move |_: FocusEvent| dispatch.dispatch(Action::Stepping(SteppingAction::Scrubbing(on))))
    };
    let input = use_node_ref();
    use_effect_with((input.clone(), *step, *last), |(input, step, last)| {
        if let Some(input) = input.cast::<Element>() {
            // The middle of the thumb, which stays inside of the track.
            let done = *step as f64 / (*last).max(1) as f64;
            dom::set_style(&input, "--done", &format!("calc(0.5625rem + {done:.4} * (100% - 1.125rem))"));
        }
    });
    let oninput = use_callback(dispatch.clone(), |event: InputEvent, dispatch| {
        let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        if let Some(step) = input.and_then(|input| input.value().parse().ok()) {
            dispatch.dispatch(Action::GoToStep(step));
        }
    });
    html! {
        <input
            ref={input}
            type="range"
            class="scrubber"
            aria-label="Step"
            aria-valuetext={format!("Step {step} of {last}, at {}{told}", words::instant(*time))}
            title="Step"
            disabled={*last == 0}
            onfocus={scrubbing(true)}
            onblur={scrubbing(false)}
            min="0"
            max={last.to_string()}
            step="1"
            value={step.to_string()}
            {oninput}
        />
    }
}

#[derive(Properties, PartialEq)]
struct SizeSelectProps {
    size: StepSize,
    dispatch: Dispatch,
}

#[component]
fn SizeSelect(props: &SizeSelectProps) -> Html {
    let onchange = use_callback(props.dispatch.clone(), |event: Event, dispatch| {
        let select = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
        if let Some(size) = select.and_then(|select| StepSize::from_slug(&select.value())) {
            dispatch.dispatch(Action::Stepping(SteppingAction::SetSize(size)));
        }
    });
    let option = |size: StepSize| html! { <option value={size.slug()} selected={size == props.size}>{ size.label() }</option> };
    html! {
        <label class="step-size">
            <span>{ "Step by" }</span>
            <select aria-label="Step size" title="Step size" {onchange}>{ for StepSize::ALL.map(option) }</select>
        </label>
    }
}

#[derive(Properties, PartialEq)]
struct SpeedSelectProps {
    speed: u32,
    dispatch: Dispatch,
}

#[component]
fn SpeedSelect(props: &SpeedSelectProps) -> Html {
    let onchange = use_callback(props.dispatch.clone(), |event: Event, dispatch| {
        let select = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
        if let Some(speed) = select.and_then(|select| select.value().parse().ok()) {
            dispatch.dispatch(Action::SetSpeed(speed));
        }
    });
    let option = |speed: u32| {
        let label = if speed == 1 { "1 step/s".to_string() } else { format!("{speed} steps/s") };
        html! { <option value={speed.to_string()} selected={speed == props.speed}>{ label }</option> }
    };
    html! { <select class="speed" aria-label="Speed" title="Speed" {onchange}>{ for SPEEDS.map(option) }</select> }
}

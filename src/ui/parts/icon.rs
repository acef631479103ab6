//! The page's icons, drawn on a grid of 16 px in the colour of the text.

use yew::prelude::*;

#[derive(Clone, Copy, PartialEq)]
pub enum Shape {
    First,
    Back,
    Play,
    Pause,
    Forward,
    Last,
    Add,
    Remove,
    Up,
    Close,
}

impl Shape {
    fn path(self) -> &'static str {
        match self {
            Shape::First => "M3 3h2v10H3zM13 3v10L6 8z",
            Shape::Back => "M12 3v10L5 8z",
            Shape::Play => "M4 2.5v11L13.5 8z",
            Shape::Pause => "M4 3h3v10H4zM9 3h3v10H9z",
            Shape::Forward => "M4 3v10l7-5z",
            Shape::Last => "M11 3h2v10h-2zM3 3v10l7-5z",
            Shape::Add => "M7.2 3h1.6v4.2H13v1.6H8.8V13H7.2V8.8H3V7.2h4.2z",
            Shape::Remove => "M3 7.2h10v1.6H3z",
            Shape::Up => "M8 4.5l5 5-1.1 1.1L8 6.7l-3.9 3.9L3 9.5z",
            Shape::Close => "M4.1 3L8 6.9 11.9 3 13 4.1 9.1 8l3.9 3.9-1.1 1.1L8 9.1 4.1 13 3 11.9 6.9 8 3 4.1z",
        }
    }
}

#[derive(Properties, PartialEq)]
pub struct IconProps {
    pub shape: Shape,
}

#[component]
pub fn Icon(props: &IconProps) -> Html {
    html! {
        <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false"><path d={props.shape.path()} /></svg>
    }
}

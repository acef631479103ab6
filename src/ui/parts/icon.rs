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
    Left,
    Right,
    Undo,
    Redo,
    Open,
    Save,
    Copy,
    Grip,
    BreakpointBack,
    BreakpointForward,
    Chevron,
    /// All of the time.
    Fit,
    /// From one bar's beginning to its end.
    FitBar,
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
            Shape::Chevron => "M5.5 3L11 8l-5.5 5-1.1-1.1L8.7 8 4.4 4.1z",
            Shape::Fit => "M2 3h1.5v10H2zM12.5 3H14v10h-1.5zM4.5 8L7 5.5v1.8h2V5.5L11.5 8 9 10.5V8.7H7v1.8z",
            Shape::FitBar => "M2 3h1.5v10H2zM12.5 3H14v10h-1.5zM5 5.5h6v5H5z",
            Shape::Close => "M4.1 3L8 6.9 11.9 3 13 4.1 9.1 8l3.9 3.9-1.1 1.1L8 9.1 4.1 13 3 11.9 6.9 8 3 4.1z",
            Shape::Left => "M10.5 3l1.1 1.1L7.7 8l3.9 3.9-1.1 1.1-5-5z",
            Shape::Right => "M5.5 3L4.4 4.1 8.3 8l-3.9 3.9 1.1 1.1 5-5z",
            Shape::Undo => "M6.5 2.5v3h3a4.25 4.25 0 0 1 0 8.5H5v-1.6h4.5a2.65 2.65 0 0 0 0-5.3h-3v3L2 6.3z",
            Shape::Redo => "M9.5 2.5v3h-3a4.25 4.25 0 0 0 0 8.5H11v-1.6H6.5a2.65 2.65 0 0 1 0-5.3h3v3L14 6.3z",
            Shape::Open => "M2 3h4l1.5 1.6H14V13H2zm1.6 3v5.4h8.8V6z",
            Shape::Save => "M7.2 2h1.6v5.8l2.1-2.1L12 6.8l-4 4-4-4 1.1-1.1 2.1 2.1zM3 12.2h10v1.6H3z",
            Shape::Copy => "M5 2h9v9h-3v3H2V5h3zm1.6 3H11v4.4h1.4V3.6H6.6zM3.6 6.6v5.8h5.8V6.6z",
            Shape::Grip => "M5 3h2v2H5zM9 3h2v2H9zM5 7h2v2H5zM9 7h2v2H9zM5 11h2v2H5zM9 11h2v2H9z",
            Shape::BreakpointBack => "M10.5 4.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7zM6 4v8L1.5 8z",
            Shape::BreakpointForward => "M5.5 4.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM10 4v8l4.5-4z",
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

//! Mounts the page.

#[cfg(target_arch = "wasm32")]
fn main() {
    yew::Renderer::<Page>::new().render();
}

#[cfg(target_arch = "wasm32")]
#[yew::component]
fn Page() -> yew::Html {
    yew::html! { <main><h1>{ "Loopscope" }</h1></main> }
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This is the page's program: build it with `cargo xtask build`. The terminal's is `loopscope`.");
    std::process::exit(2);
}

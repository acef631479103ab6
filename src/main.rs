//! Mounts the page.

#[cfg(target_arch = "wasm32")]
fn main() {
    yew::Renderer::<loopscope::ui::app::App>::new().render();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This is the page's program: build it with `cargo xtask build`. The terminal's is `loopscope`.");
    std::process::exit(2);
}

//! How the page is shown: projector, sizes, the first steps.

use browser_tests::{Key, run};

#[test]
fn the_projector_mode_is_remembered() {
    run("", async |page| {
        page.find("button", "Display").await.click().await;
        page.find("switch", "Projector").await.click().await;
        page.until_gone("region", "Editor").await;
        page.reload().await;
        page.find("region", "Timeline").await;
        assert!(!page.has("region", "Editor").await);
    });
}

#[test]
fn the_first_steps_never_return_once_closed() {
    run("", async |page| {
        page.find("button", "Close the first steps").await.click().await;
        page.until_gone("region", "First steps").await;
        page.reload().await;
        page.find("region", "Timeline").await;
        assert!(!page.has("region", "First steps").await);
    });
}

#[test]
fn a_panel_is_resized_by_the_arrow_keys() {
    run("", async |page| {
        page.resize(1440, 900).await;
        let editor = page.find("region", "Editor").await;
        let (_, _, before, _) = editor.rectangle().await;
        page.find("separator", "Width of the editor").await.type_keys(Key::Right).await;
        page.until("a wider editor", async || editor.rectangle().await.2 > before).await;
    });
}

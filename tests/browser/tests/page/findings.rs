//! Likely mistakes stand beside the console, and a click mends what can be mended.

use crate::parts::{card, open_scenario};
use browser_tests::{Key, run};

#[test]
fn a_finding_is_shown_and_mended() {
    run("", async |page| {
        open_scenario(page, "time.sleep in a coroutine").await;
        page.find("tab", "Findings (1)").await.click().await;
        let panel = page.find("tabpanel", "Findings (1)").await;
        panel.until_text("Blocking call in a coroutine").await;
        panel.find("button", "Go to line 7").await.click().await;
        assert_ne!(page.find("slider", "Step").await.value().await, "0");
        panel.find("button", "Fix").await.click().await;
        page.find("group", "Repaired 2").await.until_text("faster").await;
        assert_eq!(card(page, "Repaired 2").await.attribute("aria-pressed").await.as_deref(), Some("true"));
        page.find("tab", "Findings (0)").await;
    });
}

#[test]
fn the_arrow_keys_choose_the_tab() {
    run("", async |page| {
        page.find("tab", "Console").await.type_keys(Key::Right).await;
        assert_eq!(page.focused().await.1, "Findings (0)");
        page.find("tabpanel", "Findings (0)").await.until_text("Nothing to point out").await;
        page.press(Key::Home).await;
        page.find("region", "Console").await;
    });
}

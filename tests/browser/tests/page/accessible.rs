//! axe-core finds nothing to complain about, in any state and either theme.

use browser_tests::{Page, Theme, run};

async fn check(page: &Page, state: &str) {
    for theme in [Theme::Light, Theme::Dark] {
        page.prefer(theme).await;
        let violations = page.axe().await;
        assert!(violations.is_empty(), "{state}, {theme:?}: {violations:#?}");
    }
}

#[test]
fn the_page_is_accessible() {
    run("", async |page| {
        page.find("group", "Concurrent").await.until_text("3.00 s").await;
        check(page, "compare").await;
        page.find("tab", "Findings (0)").await.click().await;
        check(page, "findings").await;
    });
}

#[test]
fn dialogs_are_accessible() {
    run("", async |page| {
        for dialog in ["Scenarios", "Share", "Help"] {
            page.find("button", dialog).await.click().await;
            let opened = page.find("dialog", dialog).await;
            check(page, dialog).await;
            opened.find("button", "Close").await.click().await;
            page.until_gone("dialog", dialog).await;
        }
    });
}

#[test]
fn questions_and_errors_are_accessible() {
    run("#s=forgotten-await&v=0&q=1", async |page| {
        page.find("region", "Predict").await;
        check(page, "predict").await;
    });
    run("#s=no-such-scenario", async |page| {
        page.until_text("There is no scenario").await;
        check(page, "notice").await;
    });
}

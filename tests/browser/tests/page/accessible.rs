//! axe-core finds nothing to complain about, in any state and either theme.

use crate::code::{retype, until_editor};
use crate::parts::until_totals;
use browser_tests::{Key, Page, Theme, run};

async fn check(page: &Page, state: &str) {
    for theme in [Theme::Light, Theme::Dark] {
        page.prefer(theme).await;
        let violations = page.axe().await;
        assert!(violations.is_empty(), "{state}, {theme:?}: {violations:#?}");
    }
}

async fn press(page: &Page, button: &str) {
    page.find("button", button).await.click().await;
}

#[test]
fn the_page_is_accessible() {
    run("", async |page| {
        until_totals(page, ["9.00 s", "3.00 s", "3.00 s", "3.00 s"]).await;
        check(page, "compare").await;
        page.find("tab", "Findings (0)").await.click().await;
        check(page, "findings").await;
        press(page, "Lanes").await;
        page.find("group", "Lane options").await;
        check(page, "menu of lanes").await;
        press(page, "Lanes").await;
        press(page, "Display").await;
        page.find("switch", "Projector").await;
        check(page, "menu of the display").await;
        press(page, "Display").await;
        press(page, "Table").await;
        check(page, "table").await;
        press(page, "Table").await;
        page.find("textbox", "Seconds of segment 1 of A").await.fill("soon").await;
        page.until_text("is not a number of seconds").await;
        check(page, "a field with an error").await;
        page.resize(390, 844).await;
        check(page, "phone").await;
    });
}

#[test]
fn dialogs_are_accessible() {
    run("", async |page| {
        until_totals(page, ["9.00 s", "3.00 s", "3.00 s", "3.00 s"]).await;
        for dialog in ["Scenarios", "Share", "Help"] {
            press(page, dialog).await;
            let opened = page.find("dialog", dialog).await;
            check(page, dialog).await;
            if dialog == "Scenarios" {
                opened.find("searchbox", "Search scenarios").await.type_keys("no such scenario").await;
                opened.until_text("No scenario has all of these words.").await;
                check(page, "nothing found").await;
            }
            page.resize(390, 844).await;
            check(page, &format!("{dialog} on a phone")).await;
            opened.find("button", "Close").await.click().await;
            page.until_gone("dialog", dialog).await;
            page.resize(1440, 900).await;
        }
    });
}

#[test]
fn programs_and_what_is_wrong_with_them_are_accessible() {
    run("#s=no-such-scenario", async |page| {
        page.until_text("There is no scenario").await;
        check(page, "notice").await;
        page.goto("#s=time-sleep&v=0&k=9").await;
        until_editor(page).await;
        page.find("tab", "Findings (1)").await.click().await;
        check(page, "a finding").await;
        retype(page, "import asyncio\nprint(1 is 1)\nx = = 1").await;
        page.until_text("SyntaxError: invalid syntax").await;
        check(page, "a program that cannot be run").await;
        page.press_holding(&[Key::Control], 'f').await;
        page.until("the search", async || {
            page.evaluate("return document.querySelector('loopscope-editor').shadowRoot.querySelector('.cm-search') != null").await
                == true
        })
        .await;
        check(page, "search in the program").await;
        page.press(Key::Escape).await;
        retype(page, "raise ValueError('x')").await;
        page.find("tab", "Console").await.click().await;
        page.until_text("ValueError: x").await;
        check(page, "an error of the program").await;
        retype(page, "import asyncio\nasyncio.run(asyncio.Event().wait())").await;
        page.until_text("Deadlock").await;
        check(page, "a deadlock").await;
        retype(page, "").await;
        check(page, "an empty program").await;
    });
}

#[test]
fn long_runs_and_the_projector_are_accessible() {
    run("#s=deadlock&v=0&k=0", async |page| {
        page.until_text("nobody has painted anything").await;
        check(page, "locks").await;
        press(page, "Display").await;
        page.find("switch", "Projector").await.click().await;
        page.press(Key::Escape).await;
        check(page, "projector").await;
    });
}

#[test]
fn questions_are_accessible() {
    run("#s=order-of-results&v=0&q=1", async |page| {
        let panel = page.find("region", "Predict").await;
        check(page, "question").await;
        panel.find("button", "Hint").await.click().await;
        check(page, "hint").await;
        page.press("1").await;
        panel.find("button", "Next").await;
        check(page, "answer").await;
        page.until("the last question", async || {
            page.press(Key::Enter).await;
            page.press("1").await;
            panel.has("button", "Show the run").await
        })
        .await;
        check(page, "score").await;
    });
}

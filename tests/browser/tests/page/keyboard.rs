//! All of the page by keyboard alone, with a focus that is seen.

use crate::code::{text, until_editor};
use browser_tests::{Key, Page, run};
use serde_json::Value;

/// More key presses lead nowhere: the page has fewer elements with a focus.
const MOST: usize = 150;

/// Does the element with the focus, or what stands for it, show that it has it? And is it in sight?
const FOCUS_IS_SEEN: &str = "
    let element = document.activeElement;
    const { top, bottom, left, right } = element.getBoundingClientRect();
    const inSight = bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
    const bar = element.matches('.bar') ? element : element.querySelector(':scope > .bar');
    let seen = bar !== null && parseFloat(getComputedStyle(bar).strokeWidth) >= 2;
    for (let up = 0; element !== null && up < 3; up++, element = element.parentElement) {
        const style = getComputedStyle(element);
        seen ||= style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
    }
    return seen && inSight;";

/// Presses Tab until the element with that role has the focus, and a name that begins like that. In a program Tab indents, unless
/// Escape comes first.
async fn tab_to(page: &Page, role: &str, name: &str) {
    for _ in 0..MOST {
        page.press(Key::Escape + Key::Tab).await;
        let (focused_role, focused_name) = page.focused().await;
        if focused_role == role && focused_name.starts_with(name) {
            return;
        }
    }
    panic!("Tab does not lead to the {role} {name:?}");
}

#[test]
fn from_picking_a_scenario_to_sharing_it() {
    run("", async |page| {
        page.clipboard().await;
        page.find("heading", "Three waits of three seconds").await;
        tab_to(page, "button", "Scenarios").await;
        page.press(Key::Enter + "").await;
        page.find("dialog", "Scenarios").await;
        assert_eq!(page.focused().await.0, "searchbox");
        page.press("producer consumer").await;
        page.press(Key::Down + "").await;
        assert!(page.focused().await.1.starts_with("Producer and consumer"));
        page.press(Key::Enter + "").await;
        page.find("heading", "Producer and consumer").await;
        until_editor(page).await;
        tab_to(page, "textbox", "Program Program").await;
        page.press_holding(&[Key::Control], Key::End.value()).await;
        page.press("print('typed by hand')").await;
        assert!(text(page).await.contains("typed by hand"));
        let console = page.find("region", "Console").await;
        console.until_text("typed by hand").await;
        page.press(Key::Escape + "").await;
        tab_to(page, "button", "Breakpoint").await;
        page.press(Key::End + "").await;
        page.find("region", "Inspector").await.until_text("The program ends").await;
        page.press(Key::Left + Key::Left).await;
        tab_to(page, "button", "Predict").await;
        page.press(Key::Enter + "").await;
        let panel = page.find("region", "Predict").await;
        panel.until_text("Question 1 of").await;
        page.press("1").await;
        panel.find("button", "Next").await;
        page.press(Key::Enter + "").await;
        panel.until_text("Question 2 of").await;
        tab_to(page, "button", "Stop predicting").await;
        page.press(Key::Enter + "").await;
        page.find("region", "Inspector").await;
        tab_to(page, "button", "Share").await;
        page.press(Key::Enter + "").await;
        let dialog = page.find("dialog", "Share").await;
        dialog.until_text("Link copied").await;
        page.press(Key::Escape + "").await;
        page.until_gone("dialog", "Share").await;
        assert_eq!(page.focused().await, ("button".to_string(), "Share".to_string()));
    });
}

#[test]
fn the_focus_is_seen_wherever_it_goes() {
    for link in ["", "#s=producer-consumer"] {
        run(link, async |page| {
            page.find("slider", "Step").await;
            if !link.is_empty() {
                until_editor(page).await;
            }
            let mut stops = 0;
            for _ in 0..MOST {
                page.press(Key::Escape + Key::Tab).await;
                if page.evaluate("return document.activeElement === document.body").await == true {
                    break;
                }
                stops += 1;
                let seen = page.evaluate(FOCUS_IS_SEEN).await;
                assert_eq!(seen, Value::Bool(true), "{:?}", page.focused().await);
            }
            assert!((20..MOST).contains(&stops), "{stops} stops");
        });
    }
}

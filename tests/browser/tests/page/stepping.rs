//! Stepping through a variant, forwards, backwards and by itself.

use crate::parts::{card, select, until_step, until_totals};
use browser_tests::{Key, Page, run};

async fn ready(page: &Page) {
    until_totals(page, ["9.00 s", "3.00 s", "3.00 s", "3.00 s"]).await;
}

async fn press(page: &Page, button: &str) {
    page.find("button", button).await.click().await;
}

/// The last step of the selected variant.
async fn last(page: &Page) -> usize {
    let last = page.find("slider", "Step").await.attribute("max").await;
    last.and_then(|last| last.parse().ok()).expect("the slider has a maximum")
}

#[test]
fn buttons_step() {
    run("", async |page| {
        ready(page).await;
        select(page, "Concurrent").await;
        press(page, "Step forward").await;
        press(page, "Step forward").await;
        until_step(page, 2).await;
        press(page, "Step back").await;
        until_step(page, 1).await;
        press(page, "Last step").await;
        until_step(page, last(page).await).await;
        press(page, "Step forward").await;
        until_step(page, last(page).await).await;
        press(page, "First step").await;
        until_step(page, 0).await;
    });
}

#[test]
fn keys_step_except_in_text_fields() {
    run("", async |page| {
        ready(page).await;
        page.press(Key::Right + Key::Right + Key::Right + Key::Left).await;
        until_step(page, 2).await;
        page.press(Key::End).await;
        until_step(page, last(page).await).await;
        page.press(Key::Home).await;
        until_step(page, 0).await;
        page.press(Key::Right).await;
        until_step(page, 1).await;
        let field = page.find("textbox", "Name of activity 1").await;
        field.type_keys(Key::Home + Key::Right + " " + Key::End).await;
        until_step(page, 1).await;
        page.find("button", "Play").await;
        assert_eq!(field.value().await, "A ");
    });
}

#[test]
fn the_size_of_a_step_is_chosen_and_shift_goes_to_the_next_task() {
    run("", async |page| {
        ready(page).await;
        select(page, "Concurrent").await;
        press(page, "First step").await;
        let inspector = page.find("region", "Inspector").await;
        page.find("combobox", "Step size").await.type_keys("Loop").await;
        press(page, "Step forward").await;
        inspector.until_text("Iteration 1 of the event loop begins").await;
        press(page, "Step forward").await;
        inspector.until_text("Iteration 2 of the event loop begins: 3 handles are ready").await;
        page.press_holding(&[Key::Shift], Key::Right).await;
        inspector.until_text("takes its first step").await;
        press(page, "First step").await;
        page.find("combobox", "Step size").await.type_keys("Line").await;
        press(page, "Step forward").await;
        inspector.until_text("The main thread comes to line").await;
        let slider = page.find("slider", "Step").await;
        let told = slider.attribute("aria-valuetext").await.unwrap_or_default();
        assert!(told.contains("The main thread comes to line"), "{told}");
        until_step(page, 0).await;
    });
}

#[test]
fn the_slider_goes_to_any_step() {
    run("", async |page| {
        ready(page).await;
        let slider = page.find("slider", "Step").await;
        slider.type_keys(Key::End).await;
        until_step(page, last(page).await).await;
        slider.type_keys(Key::Left + Key::Left).await;
        until_step(page, last(page).await - 2).await;
    });
}

#[test]
fn it_plays_to_the_end_and_pauses() {
    run("", async |page| {
        ready(page).await;
        let speed = page.find("combobox", "Speed").await;
        speed.type_keys("1 step").await;
        press(page, "Play").await;
        until_step(page, 1).await;
        press(page, "Pause").await;
        page.find("button", "Play").await;
        speed.type_keys("30").await;
        press(page, "Play").await;
        until_step(page, last(page).await).await;
        page.find("button", "Play").await;
    });
}

#[test]
fn the_state_at_a_step_is_the_same_however_it_is_reached() {
    run("", async |page| {
        ready(page).await;
        select(page, "Concurrent").await;
        press(page, "First step").await;
        let inspector = page.find("region", "Inspector").await;
        let mut forwards = Vec::new();
        for step in 0..12 {
            until_step(page, step).await;
            forwards.push(inspector.text().await);
            press(page, "Step forward").await;
        }
        press(page, "Last step").await;
        until_step(page, last(page).await).await;
        press(page, "First step").await;
        until_step(page, 0).await;
        assert_eq!(inspector.text().await, forwards[0]);
        for _ in 0..11 {
            press(page, "Step forward").await;
        }
        for step in (0..12).rev() {
            until_step(page, step).await;
            assert_eq!(inspector.text().await, forwards[step], "step {step}");
            press(page, "Step back").await;
        }
    });
}

#[test]
fn the_inspector_says_what_happened_and_what_waits() {
    run("", async |page| {
        ready(page).await;
        let inspector = page.find("region", "Inspector").await;
        inspector.until_text("This variant has no event loop.").await;
        select(page, "Concurrent").await;
        page.until("three timers and four tasks", async || {
            press(page, "Step forward").await;
            let text = inspector.text().await;
            text.contains("Scheduled timers\n3") || text.contains("Scheduled timers3")
        })
        .await;
        for part in ["Ready queue", "Task-1", "Task-4", "asyncio.sleep(3): until 3.00 s", "MainThread", "GIL"] {
            inspector.until_text(part).await;
        }
    });
}

#[test]
fn the_playhead_stands_on_all_variants() {
    run("", async |page| {
        ready(page).await;
        press(page, "Last step").await;
        until_step(page, last(page).await).await;
        let heads =
            page.evaluate("return [...document.querySelectorAll('.playhead')].map(head => head.getBoundingClientRect().x)").await;
        let heads: Vec<f64> = heads.as_array().into_iter().flatten().filter_map(|x| x.as_f64()).collect();
        assert_eq!(heads.len(), 4);
        assert!(heads.iter().all(|x| (x - heads[0]).abs() < 0.5), "{heads:?}");
        // At the end of the longest variant, which is that of the axis.
        let right = page.evaluate("return document.querySelector('.plot svg').getBoundingClientRect().right").await;
        assert!((right.as_f64().expect("a place") - heads[0]).abs() < 2.0, "{right} {heads:?}");
    });
}

#[test]
fn a_selected_variant_keeps_the_time() {
    run("", async |page| {
        ready(page).await;
        assert_eq!(card(page, "Sequential").await.attribute("aria-pressed").await.as_deref(), Some("true"));
        press(page, "Last step").await;
        select(page, "Concurrent").await;
        until_step(page, last(page).await).await;
        assert_eq!(card(page, "Concurrent").await.attribute("aria-pressed").await.as_deref(), Some("true"));
        assert_eq!(card(page, "Sequential").await.attribute("aria-pressed").await.as_deref(), Some("false"));
    });
}

#[test]
fn a_line_of_output_leads_to_its_step() {
    run("", async |page| {
        ready(page).await;
        let console = page.find("region", "Console").await;
        console.until_text("9.00 s in total").await;
        let line =
            console.names("button").await.into_iter().find(|name| name.contains("in total")).expect("the line that is printed");
        console.find("button", &line).await.click().await;
        page.find("region", "Inspector").await.until_text("in total").await;
    });
}

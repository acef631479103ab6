//! The timeline: lanes, modes, zoom, selection, calls, order, table.

use crate::parts::{link_to, open_scenario, until_totals};
use browser_tests::{Element, Key, Page, run};

async fn press(page: &Page, button: &str) {
    page.find("button", button).await.click().await;
}

async fn timeline(page: &Page) -> Element {
    page.find("region", "Timeline").await
}

/// The names of all bars.
async fn bars(page: &Page) -> Vec<String> {
    let buttons = timeline(page).await.names("button").await;
    buttons.into_iter().filter(|name| name.contains(" s to ")).collect()
}

/// Waits for a bar whose name begins and ends like that.
async fn bar(page: &Page, start: &str, end: &str) -> Element {
    let fits = |name: &String| name.starts_with(start) && name.ends_with(end);
    page.until(&format!("a bar {start} ... {end}"), async || bars(page).await.iter().any(fits)).await;
    let name = bars(page).await.into_iter().find(fits).expect("it was there");
    page.find("button", &name).await
}

/// The labels of the ruler and where they stand.
async fn ticks(page: &Page) -> String {
    let ticks = page
        .evaluate(
            "return [...document.querySelectorAll('.tick text')].map(tick => tick.getAttribute('x') + tick.textContent).join(' ')",
        )
        .await;
    ticks.as_str().unwrap_or_default().to_owned()
}

#[test]
fn lanes_are_called_as_the_program_calls_them() {
    run("", async |page| {
        open_scenario(page, "Three workers share a list of jobs").await;
        for lane in ["main", "ann", "bob", "cid"] {
            bar(page, &format!("{lane}: waiting"), " s").await;
        }
        let bars = bars(page).await;
        assert!(bars.iter().all(|bar| !bar.contains("Task-") && !bar.contains("shutdown")), "{bars:?}");
    });
}

#[test]
fn one_run_or_all_of_them() {
    run("", async |page| {
        until_totals(page, ["9.00 s", "3.00 s", "3.00 s", "3.00 s"]).await;
        assert_eq!(page.find("button", "Compare").await.attribute("aria-pressed").await.as_deref(), Some("true"));
        press(page, "One run").await;
        page.until_gone("group", "Concurrent").await;
        // The full lanes: the thread, and the activities as its calls.
        bar(page, "MainThread: waiting", "3.00 s").await;
        press(page, "Compare").await;
        page.find("group", "Concurrent").await;
        open_scenario(page, "Three workers share a list of jobs").await;
        page.until_gone("button", "Compare").await;
    });
}

#[test]
fn zoom_by_button_key_and_wheel() {
    run("", async |page| {
        until_totals(page, ["9.00 s", "3.00 s", "3.00 s", "3.00 s"]).await;
        let all = ticks(page).await;
        press(page, "Zoom in (+)").await;
        page.find("group", "The part of the time that is seen").await;
        assert_ne!(ticks(page).await, all);
        press(page, "Show all of the time (0)").await;
        page.until_gone("group", "The part of the time that is seen").await;
        let lanes = page.find("group", "Lanes and bars").await;
        lanes.type_keys("+").await;
        page.until("another ruler", async || ticks(page).await != all).await;
        let zoomed = ticks(page).await;
        lanes.type_keys("" + Key::Left).await;
        page.until("a ruler further left", async || ticks(page).await != zoomed).await;
        lanes.type_keys("0").await;
        page.until("all of the time", async || ticks(page).await == all).await;
        page.evaluate(
            "const plot = document.querySelector('.plot svg'), place = plot.getBoundingClientRect(); \
             plot.dispatchEvent(new WheelEvent('wheel', {deltaY: -300, ctrlKey: true, bubbles: true, cancelable: true, \
             clientX: place.x + place.width / 2, clientY: place.y + 5}))",
        )
        .await;
        page.until("another ruler", async || ticks(page).await != all).await;
    });
}

#[test]
fn two_fingers_zoom_and_a_drag_pans() {
    run("", async |page| {
        page.resize(390, 844).await;
        until_totals(page, ["9.00 s", "3.00 s", "3.00 s", "3.00 s"]).await;
        let all = ticks(page).await;
        page.pinch(middle_of_lanes(page).await, 30.0, 120.0).await;
        page.until("a ruler of less time", async || ticks(page).await != all).await;
        let zoomed = ticks(page).await;
        let (x, y) = middle_of_lanes(page).await;
        page.drag((x, y), (x - 80.0, y)).await;
        page.until("a ruler further right", async || ticks(page).await != zoomed).await;
        page.pinch(middle_of_lanes(page).await, 120.0, 10.0).await;
        page.until("all of the time", async || ticks(page).await == all).await;
    });
}

/// Of the lanes of the first variant, in px of the window.
async fn middle_of_lanes(page: &Page) -> (f64, f64) {
    let place = "const { x, y, width, height } = document.querySelector('.plot svg').getBoundingClientRect();
        return [x + width / 2, y + height / 2]";
    serde_json::from_value(page.evaluate(place).await).expect("two numbers")
}

#[test]
fn a_selected_bar_shows_who_woke_it_and_goes_to_its_step() {
    run("", async |page| {
        open_scenario(page, "Awaits that need not wait for each other").await;
        bar(page, "load_weather: waiting", "1.00 s").await.click().await;
        page.find("region", "Inspector").await.until_text("sleep").await;
        page.find("button", "Zoom to the selected bar (F)").await;
        bar(page, "main: waiting", "2.00 s").await;
        let main = "[...document.querySelectorAll('.bar')].filter(bar => (bar.ariaLabel ?? '').startsWith('main: waiting')).at(-1)";
        page.evaluate(&format!("{main}.dispatchEvent(new MouseEvent('click', {{bubbles: true}}))")).await;
        page.until("an arrow", async || page.evaluate("return document.querySelectorAll('.arrow.woke').length").await == 1).await;
        press(page, "Zoom to the selected bar (F)").await;
        page.find("group", "The part of the time that is seen").await;
    });
}

#[test]
fn a_lane_opens_to_its_calls() {
    run("", async |page| {
        open_scenario(page, "A chain of awaits").await;
        bar(page, "read_sensor() in main: waiting", "500 ms").await;
        let fold = page.find("button", "Calls of main").await;
        assert_eq!(fold.attribute("aria-expanded").await.as_deref(), Some("true"));
        fold.click().await;
        page.until("no calls", async || bars(page).await.iter().all(|bar| !bar.contains("read_sensor"))).await;
        fold.click().await;
        bar(page, "read_sensor() in main: waiting", "500 ms").await;
    });
}

const WORK: &str = "\
import asyncio, time

def work():
    time.sleep(1)

async def main():
    await asyncio.sleep(0.5)
    work()

asyncio.run(main())
";

#[test]
fn a_plain_function_that_takes_long_has_a_bar_too() {
    run(&link_to(WORK), async |page| {
        bar(page, "work() in main: blocking the loop: sleep", "1.00 s").await;
        page.find("button", "Share").await.click().await;
        let dialog = page.find("dialog", "Share").await;
        let drawing = dialog.find("link", "Timeline as SVG").await.attribute("href").await.unwrap_or_default();
        assert!(drawing.contains("work()%20in%20main%2C%201.00%20s%20in%20all%3A%20blocking%20the%20loop"), "{drawing}");
        dialog.find("button", "Close").await.click().await;
        page.find("button", "Calls of main").await.click().await;
        page.until("no calls", async || bars(page).await.iter().all(|bar| !bar.contains("work()"))).await;
        press(page, "Table").await;
        let table = page.find("table", "Program: 2 lanes, 1.50 s. A time in the column From goes to its step.").await;
        table.until_text("work() in main").await;
    });
}

#[test]
fn lanes_are_sorted_and_hidden_by_the_menu() {
    run("", async |page| {
        open_scenario(page, "Three workers share a list of jobs").await;
        bar(page, "main: waiting", "5.00 s").await;
        let order = async || {
            let names = "return [...document.querySelectorAll('.lane-label')].map(name => name.textContent).join(' ')";
            page.evaluate(names).await.as_str().unwrap_or_default().to_owned()
        };
        assert_eq!(order().await, "MainThread main ann bob cid");
        press(page, "Lanes").await;
        page.find("radio", "Name").await.click().await;
        page.until("lanes by name", async || order().await == "MainThread ann bob cid main").await;
        page.find("checkbox", "Grouped by thread").await.click().await;
        page.until("flat lanes", async || order().await == "ann bob cid main MainThread").await;
        page.find("checkbox", "Hide those that are over").await.click().await;
        press(page, "Last step").await;
        page.until("no lane that is over", async || order().await == "MainThread").await;
    });
}

#[test]
fn the_bars_are_a_table_too() {
    run("", async |page| {
        open_scenario(page, "Three workers share a list of jobs").await;
        bar(page, "ann: waiting", "3.00 s").await;
        press(page, "Table").await;
        let table = page.find("table", "Program: 5 lanes, 5.00 s. A time in the column From goes to its step.").await;
        table.until_text("sleep").await;
        press(page, "Table").await;
        bar(page, "ann: waiting", "3.00 s").await;
    });
}

#[test]
fn all_lanes_are_printed() {
    run("#s=too-many-at-once&v=0&k=0", async |page| {
        page.find("group", "Mistake").await;
        page.resize(800, 500).await;
        let lanes = async || page.evaluate("return document.querySelectorAll('.lane-name').length").await.as_u64().unwrap_or(0);
        page.until("the lanes in sight", async || (1..80).contains(&lanes().await)).await;
        page.as_on_paper().await;
        page.until("all lanes", async || lanes().await >= 80).await;
    });
}

//! Clicking a thing selects it everywhere: lanes, the inspector's tables, the console.

use crate::parts::open_scenario;
use browser_tests::{Element, Key, Page, run};

async fn is_pressed(within: &Element, name: &str) -> bool {
    within.find("button", name).await.attribute("aria-pressed").await.as_deref() == Some("true")
}

/// Waits until the lane of that name is selected, or is not.
async fn until_lane(page: &Page, name: &str, selected: bool) {
    let lanes = page.find("group", "Lanes and bars").await;
    page.until(&format!("{name} selected: {selected}"), async || is_pressed(&lanes, name).await == selected).await;
}

/// Clicks the first line of the console with that text.
async fn go_to_line(page: &Page, text: &str) {
    let console = page.find("region", "Console").await;
    page.until(&format!("{text:?} in the console"), async || console.text().await.contains(text)).await;
    let names = console.names("button").await;
    let name = names.into_iter().find(|name| name.contains(text)).expect("it was there");
    console.find("button", &name).await.click().await;
}

async fn parts(page: &Page) -> (Element, Element) {
    (page.find("group", "Lanes and bars").await, page.find("table", "Tasks").await)
}

#[test]
fn a_lane_a_task_and_a_line_of_output_are_one_selection() {
    run("", async |page| {
        open_scenario(page, "Three workers share a list of jobs").await;
        page.find("button", "Last step").await.click().await;
        page.find("button", "Step back").await.click().await;
        let (lanes, tasks) = parts(page).await;
        // A lane's name.
        lanes.find("button", "bob").await.click().await;
        until_lane(page, "bob", true).await;
        assert!(is_pressed(&tasks, "bob").await);
        page.find("region", "Inspector").await.until_text("Await chain").await;
        // The table of tasks.
        tasks.find("button", "cid").await.click().await;
        until_lane(page, "cid", true).await;
        until_lane(page, "bob", false).await;
        // The same again gives it back.
        tasks.find("button", "cid").await.click().await;
        until_lane(page, "cid", false).await;
        // A line of the console goes to its step and selects who printed it.
        go_to_line(page, "ann takes wash").await;
        until_lane(page, "ann", true).await;
        // By keys: the names are gone through by arrows.
        lanes.find("button", "bob").await.type_keys(Key::Up + "").await;
        assert_eq!(page.focused().await.1, "ann");
        page.press(Key::Enter + "").await;
        until_lane(page, "ann", false).await;
        // A bar selects its task, too.
        let bar = "[...document.querySelectorAll('.bar')].find(bar => (bar.ariaLabel ?? '').startsWith('cid: waiting'))";
        page.evaluate(&format!("{bar}.dispatchEvent(new MouseEvent('click', {{bubbles: true}}))")).await;
        until_lane(page, "cid", true).await;
    });
}

#[test]
fn the_queue_of_the_loop_names_tasks_that_can_be_selected() {
    run("", async |page| {
        open_scenario(page, "Three workers share a list of jobs").await;
        page.find("combobox", "Step size").await.type_keys("Loop").await;
        page.find("button", "First step").await.click().await;
        for _ in 0..2 {
            page.find("button", "Step forward").await.click().await;
        }
        let queue = page.find("list", "Ready queue").await;
        queue.until_text("first step").await;
        queue.find("button", "bob").await.click().await;
        until_lane(page, "bob", true).await;
        page.find("button", "Follow the step").await.click().await;
        until_lane(page, "bob", false).await;
    });
}

#[test]
fn the_inspector_shows_what_is_shared_and_what_changed() {
    run("", async |page| {
        open_scenario(page, "Producer and consumer").await;
        go_to_line(page, "put 5").await;
        let shared = page.find("table", "Locks and queues").await;
        shared.until_text("Queue").await;
        page.find("list", "Contents of queue").await.until_text("4").await;
        go_to_line(page, "put 1").await;
        page.find("button", "Step forward").await.click().await;
        let inspector = page.find("region", "Inspector").await;
        inspector.until_text("changed").await;
        // What `asyncio.run` does at the end is nobody's task.
        page.find("button", "Last step").await.click().await;
        let tasks = page.find("table", "Tasks").await.text().await;
        assert!(!tasks.contains("shutdown"), "{tasks}");
    });
}

#[test]
fn holders_and_waiters_are_named_in_order() {
    run("#s=at-most-three&v=1&k=40", async |page| {
        let shared = page.find("table", "Locks and queues").await;
        shared.until_text("Semaphore").await;
        shared.until_text("places").await;
        let cores = page.find("region", "Inspector").await.names("image").await;
        assert!(cores.is_empty() || cores[0].starts_with("Core 0"), "{cores:?}");
    });
}

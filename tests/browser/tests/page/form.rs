//! The page in sizes from a phone to a wall, on paper, inside of another page, by touch, and with little motion.

use crate::parts::{until_step, until_totals};
use browser_tests::{Page, run};

/// The page is no wider than its window, and no text of a button is cut off.
async fn check_fit(page: &Page, state: &str) {
    let wide = "return document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth";
    assert_eq!(page.evaluate(wide).await, 0, "{state}: the page is wider than its window");
    let cut = "return [...document.querySelectorAll('button, h2, h3, label')].filter(element => element.checkVisibility()
        && !element.closest('.tabs, .scenario-title, svg') && element.scrollWidth > element.clientWidth + 1).map(element => element.outerHTML)";
    assert_eq!(page.evaluate(cut).await, serde_json::json!([]), "{state}: cut off");
}

#[test]
fn it_fits_into_windows_of_every_size() {
    run("", async |page| {
        until_totals(page, ["9.00 s", "3.00 s", "3.00 s", "3.00 s"]).await;
        for (width, height) in
            [(360, 640), (390, 844), (768, 1024), (1024, 600), (1280, 720), (1440, 900), (2560, 1440), (3840, 2160)]
        {
            page.resize(width, height).await;
            check_fit(page, &format!("{width}x{height}")).await;
            page.find("button", "Share").await;
            page.find("button", "Step forward").await;
        }
        page.resize(390, 844).await;
        for dialog in ["Scenarios", "Share", "Help"] {
            page.find("button", dialog).await.click().await;
            let opened = page.find("dialog", dialog).await;
            check_fit(page, dialog).await;
            opened.find("button", "Close").await.click().await;
        }
        // On a phone the timeline comes first.
        let (_, timeline, ..) = page.find("region", "Timeline").await.rectangle().await;
        let (_, editor, ..) = page.find("region", "Editor").await.rectangle().await;
        assert!(timeline < editor);
    });
}

#[test]
fn segments_are_dragged_by_touch() {
    run("", async |page| {
        page.resize(390, 844).await;
        until_totals(page, ["9.00 s", "3.00 s", "3.00 s", "3.00 s"]).await;
        let segment = page.find("slider", "Segment 1 of A").await;
        page.evaluate("document.querySelector('.segment-bar').scrollIntoView({ block: 'center' })").await;
        let place = "const { x, y, width, height } = document.querySelector('.segment-part').getBoundingClientRect(); return [x, y, width, height]";
        let place: Vec<f64> = serde_json::from_value(page.evaluate(place).await).expect("four numbers");
        let (x, y, width, height) = (place[0], place[1], place[2], place[3]);
        let end = (x + width - 4.0, y + height / 2.0);
        page.drag_by_touch(end, (x + width / 2.0 - 4.0, end.1)).await;
        page.until("about half of the duration", async || {
            let seconds = segment.attribute("aria-valuenow").await.unwrap_or_default();
            seconds.parse::<f64>().is_ok_and(|seconds| (1.3..1.7).contains(&seconds))
        })
        .await;
    });
}

#[test]
fn on_paper_there_are_the_timeline_the_notes_and_the_programs() {
    run("#s=time-sleep", async |page| {
        page.find("group", "Repaired").await;
        page.show_as_printed(true).await;
        page.until("the programs", async || page.text().await.contains("await asyncio.sleep(1)")).await;
        assert!(!page.has("button", "Share").await && !page.has("region", "Editor").await && !page.has("slider", "Step").await);
        page.find("group", "Repaired").await;
        let paper = page.text().await;
        assert!(paper.contains("time.sleep blocks the loop's thread"), "{paper}");
        check_fit(page, "paper").await;
    });
}

#[test]
fn little_motion_is_respected() {
    run("", async |page| {
        page.find("region", "Timeline").await;
        page.prefer_little_motion().await;
        let moving = "return [...document.querySelectorAll('*')].filter(element => ['', '::before', '::after'].some(part => {
            const style = getComputedStyle(element, part || null);
            return style.animationName !== 'none' || parseFloat(style.transitionDuration) > 0;
        })).map(element => element.outerHTML)";
        assert_eq!(page.evaluate(moving).await, serde_json::json!([]));
    });
}

#[test]
fn in_a_frame_the_title_leads_to_the_whole_page() {
    run("", async |page| {
        page.embed("#s=time-sleep&v=1&k=3", (860, 480)).await;
        let title = page.find("link", "time.sleep in a coroutine").await;
        assert!(title.attribute("href").await.is_some_and(|address| address.ends_with("#s=time-sleep&v=1&k=3")));
        assert_eq!(title.attribute("target").await.as_deref(), Some("_blank"));
        assert!(!page.has("button", "time.sleep in a coroutine").await && !page.has("button", "Scenarios").await);
        until_step(page, 3).await;
        page.find("button", "Step forward").await.click().await;
        until_step(page, 4).await;
    });
}

#[test]
fn inside_of_another_page_it_shows_what_was_shared() {
    run("#s=time-sleep&v=1&k=3", async |page| {
        page.find("group", "Repaired").await;
        // What the page does where it finds itself in a frame: no page of this server may have one.
        page.resize(860, 480).await;
        page.evaluate("document.documentElement.setAttribute('data-embedded', '')").await;
        for (role, name) in [("button", "Scenarios"), ("region", "Editor"), ("region", "Console")] {
            page.until_gone(role, name).await;
        }
        page.find("heading", "time.sleep in a coroutine").await;
        check_fit(page, "frame").await;
        let (_, top, _, height) = page.find("region", "Inspector").await.rectangle().await;
        assert!(top + height <= 480.0, "the sentence ends at {}", top + height);
        until_step(page, 3).await;
        page.find("button", "Step forward").await.click().await;
        until_step(page, 4).await;
    });
}

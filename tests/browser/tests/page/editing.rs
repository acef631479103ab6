//! Changes to the scenario: the picture follows at once, and what is wrong is said where it was typed.

use crate::parts::{VARIANTS, until_totals};
use browser_tests::{Page, run};
use thirtyfour::Key;

async fn fill(page: &Page, field: &str, text: &str) {
    page.find("textbox", field).await.fill(text).await;
}

#[test]
fn the_picture_follows_a_duration() {
    run("", async |page| {
        fill(page, "Seconds of segment 1 of B", "5").await;
        until_totals(page, ["11.00 s", "5.00 s", "5.00 s", "5.00 s"]).await;
        fill(page, "Seconds of segment 1 of B", "0,25").await;
        until_totals(page, ["6.25 s", "3.00 s", "3.00 s", "3.00 s"]).await;
    });
}

#[test]
fn activities_come_go_and_change_their_names() {
    run("", async |page| {
        page.find("button", "Add activity").await.click().await;
        until_totals(page, ["12.00 s", "3.00 s", "3.00 s", "3.00 s"]).await;
        fill(page, "Name of activity 4", "Tea").await;
        for variant in VARIANTS {
            page.find("group", variant).await.until_text("Tea").await;
        }
        fill(page, "Copies of Tea", "2").await;
        page.find("group", "Threads").await.until_text("Tea 2").await;
        until_totals(page, ["15.00 s", "3.00 s", "3.00 s", "3.00 s"]).await;
        page.find("button", "Remove activity Tea").await.click().await;
        page.find("button", "Remove activity A").await.click().await;
        until_totals(page, ["6.00 s", "3.00 s", "3.00 s", "3.00 s"]).await;
    });
}

#[test]
fn segments_come_go_and_change_their_kind_and_order() {
    run("", async |page| {
        page.find("button", "Add segment to A").await.click().await;
        until_totals(page, ["12.00 s", "6.00 s", "6.00 s", "6.00 s"]).await;
        page.find("combobox", "Kind of segment 2 of A").await.type_keys("Blocking").await;
        page.find("button", "Move segment 2 of A up").await.click().await;
        page.until("a blocking bar in the first place", async || {
            let bars = page.find("group", "Concurrent").await.names("button").await;
            bars.iter().any(|bar| bar.starts_with("A: blocking the loop") && bar.ends_with("3.00 s"))
                && bars.iter().any(|bar| bar.starts_with("B: ready (queued)") && bar.ends_with("3.00 s"))
        })
        .await;
        page.find("button", "Remove segment 1 of A").await.click().await;
        until_totals(page, ["9.00 s", "3.00 s", "3.00 s", "3.00 s"]).await;
    });
}

#[test]
fn at_most_so_many_run_at_once() {
    run("", async |page| {
        fill(page, "At most at once", "1").await;
        until_totals(page, ["9.00 s", "9.00 s", "9.00 s", "9.00 s"]).await;
        fill(page, "At most at once", "2").await;
        until_totals(page, ["9.00 s", "6.00 s", "6.00 s", "6.00 s"]).await;
    });
}

#[test]
fn what_cannot_be_understood_stays_in_its_field_with_the_reason() {
    run("", async |page| {
        until_totals(page, ["9.00 s", "3.00 s", "3.00 s", "3.00 s"]).await;
        let wrong = [
            ("Seconds of segment 1 of A", "-1", "A duration cannot be negative."),
            ("Seconds of segment 1 of B", "1e99", "A duration is at most 3600 seconds."),
            ("Seconds of segment 1 of C", "soon", "“soon” is not a number of seconds."),
            ("Name of activity 2", " ", "Enter a name."),
            ("Cores", "0", "Enter a whole number from 1 to 64."),
        ];
        for (field, text, message) in wrong {
            fill(page, field, text).await;
            page.until_text(message).await;
            let field = page.find("textbox", field).await;
            assert_eq!(field.value().await, text);
            assert_eq!(field.attribute("aria-invalid").await.as_deref(), Some("true"));
        }
        // What was understood last counts: of 1e99 that is its 1.
        until_totals(page, ["7.00 s", "3.00 s", "3.00 s", "3.00 s"]).await;
        fill(page, "Seconds of segment 1 of A", "1").await;
        until_totals(page, ["5.00 s", "3.00 s", "3.00 s", "3.00 s"]).await;
    });
}

#[test]
fn more_copies_than_can_be_shown_are_refused() {
    run("", async |page| {
        for activity in ["A", "B"] {
            fill(page, &format!("Copies of {activity}"), "100").await;
        }
        page.until_text("All copies together are 201; the limit is 200.").await;
    });
}

#[test]
fn segments_are_resized_by_keys_and_by_dragging_their_end() {
    run("", async |page| {
        page.resize(1440, 900).await;
        let segment = page.find("slider", "Segment 1 of A").await;
        segment.type_keys(Key::Right + "").await;
        until_totals(page, ["9.05 s", "3.05 s", "3.05 s", "3.05 s"]).await;
        segment.type_keys(Key::Left + "").await;
        until_totals(page, ["9.00 s", "3.00 s", "3.00 s", "3.00 s"]).await;
        let (x, y, width, height) = segment.rectangle().await;
        let end = (x + width - 4.0, y + height / 2.0);
        page.drag(end, (x + width / 2.0 - 4.0, end.1)).await;
        page.until("about half of the duration", async || {
            let seconds = page.find("textbox", "Seconds of segment 1 of A").await.value().await;
            seconds.parse::<f64>().is_ok_and(|seconds| (1.3..1.7).contains(&seconds))
        })
        .await;
        page.find("button", "Undo").await.click().await;
        until_totals(page, ["9.00 s", "3.00 s", "3.00 s", "3.00 s"]).await;
    });
}

#[test]
fn segments_and_activities_are_moved_by_dragging_and_by_keys() {
    run("", async |page| {
        page.resize(1440, 900).await;
        page.find("button", "Add segment to A").await.click().await;
        fill(page, "Seconds of segment 2 of A", "1").await;
        let (x, y, width, height) = page.find("slider", "Segment 1 of A").await.rectangle().await;
        let middle = (x + width / 2.0, y + height / 2.0);
        page.drag(middle, (x + width * 1.3, middle.1)).await;
        page.find("textbox", "Seconds of segment 1 of A").await.until_value("1").await;
        let names = async || {
            let names = page.find("region", "Editor").await.names("textbox").await;
            let names: Vec<String> = names.into_iter().filter(|name| name.starts_with("Copies of ")).collect();
            names.join(",")
        };
        page.find("button", "Move activity A").await.type_keys(Key::Down + "").await;
        page.until("A after B", async || names().await == "Copies of B,Copies of A,Copies of C").await;
        let (x, y, ..) = page.find("button", "Move activity C").await.rectangle().await;
        let (_, top, ..) = page.find("button", "Move activity B").await.rectangle().await;
        page.drag((x + 8.0, y + 8.0), (x + 8.0, top + 2.0)).await;
        page.until("C first", async || names().await == "Copies of C,Copies of B,Copies of A").await;
    });
}

#[test]
fn activities_and_segments_are_duplicated() {
    run("", async |page| {
        page.find("button", "Duplicate activity A").await.click().await;
        until_totals(page, ["12.00 s", "3.00 s", "3.00 s", "3.00 s"]).await;
        page.find("button", "Duplicate segment 1 of A").await.click().await;
        until_totals(page, ["15.00 s", "6.00 s", "6.00 s", "6.00 s"]).await;
        page.find("slider", "Segment 2 of A").await.type_keys(Key::Delete + "").await;
        until_totals(page, ["12.00 s", "3.00 s", "3.00 s", "3.00 s"]).await;
        page.press_holding(&[Key::Control], 'z').await;
        until_totals(page, ["15.00 s", "6.00 s", "6.00 s", "6.00 s"]).await;
    });
}

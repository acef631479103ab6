//! The same work in four ways, on one axis.

use crate::parts::{VARIANTS, open_scenario, until_totals};
use browser_tests::run;

#[test]
fn the_page_opens_on_three_waits_in_four_variants() {
    run("", async |page| {
        page.find("heading", "Three waits of three seconds").await;
        until_totals(page, ["9.00 s", "3.00 s", "3.00 s", "3.00 s"]).await;
        for variant in &VARIANTS[1..] {
            page.find("group", variant).await.until_text("3.0× faster").await;
        }
        for region in ["Editor", "Timeline", "Inspector", "Console"] {
            page.find("region", region).await;
        }
    });
}

#[test]
fn every_variant_has_a_lane_for_each_activity() {
    run("", async |page| {
        until_totals(page, ["9.00 s", "3.00 s", "3.00 s", "3.00 s"]).await;
        for variant in VARIANTS {
            let group = page.find("group", variant).await;
            assert_eq!(lanes(&group.text().await), ["A", "B", "C"], "{variant}");
            let bars = group.names("button").await;
            for lane in ["A", "B", "C"] {
                let waits = |bar: &&String| bar.starts_with(&format!("{lane}: waiting")) && bar.ends_with("3.00 s");
                assert_eq!(bars.iter().filter(waits).count(), 1, "{variant}: {bars:?}");
            }
        }
    });
}

/// The lines of a variant's text that are names of lanes.
fn lanes(text: &str) -> Vec<&str> {
    text.lines().map(str::trim).filter(|line| line.len() == 1).collect()
}

#[test]
fn computing_gets_faster_on_cores_and_in_threads_without_a_gil() {
    run("", async |page| {
        open_scenario(page, "Computing without waiting").await;
        page.find("group", "Concurrent").await.until_text("same").await;
        page.find("group", "Threads").await.until_text("same").await;
        page.find("group", "Parallel").await.until_text("3.0× faster").await;
        page.find("switch", "Free-threaded (no GIL)").await.click().await;
        page.find("group", "Threads").await.until_text("3.0× faster").await;
        page.find("textbox", "Cores").await.fill("1").await;
        page.find("group", "Parallel").await.until_text("same").await;
    });
}

#[test]
fn a_blocking_wait_keeps_the_loop_from_what_is_ready() {
    run("", async |page| {
        open_scenario(page, "A blocking wait inside a coroutine").await;
        let concurrent = page.find("group", "Concurrent").await;
        concurrent.until_text("5.00 s").await;
        let bars = concurrent.names("button").await;
        assert!(bars.iter().any(|bar| bar.starts_with("B: blocking the loop")), "{bars:?}");
        assert!(bars.iter().any(|bar| bar.starts_with("C: ready (queued)") && bar.ends_with("3.00 s")), "{bars:?}");
    });
}

#[test]
fn scenarios_of_activities_run_in_every_variant() {
    run("", async |page| {
        for title in ["Computing and waiting", "More activities than cores", "Three waits of three seconds"] {
            open_scenario(page, title).await;
            for variant in VARIANTS {
                page.find("group", variant).await.until_text(" s").await;
            }
        }
    });
}

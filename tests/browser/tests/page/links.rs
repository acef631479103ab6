//! A link opens what was seen when it was made.

use crate::parts::{card, open_scenario, select, until_step, until_totals};
use browser_tests::{Page, run};

/// Makes a link to what is seen.
async fn share(page: &Page) -> String {
    // Reading also allows what follows to write.
    page.clipboard().await;
    page.find("button", "Share").await.click().await;
    let dialog = page.find("dialog", "Share").await;
    dialog.until_text("Link copied").await;
    let link = dialog.find("textbox", "Link").await.value().await;
    assert_eq!(page.clipboard().await, link);
    assert_eq!(page.address().await, link);
    link
}

#[test]
fn a_link_opens_the_scenario_the_variant_and_the_step() {
    let link = run("", async |page| {
        open_scenario(page, "A blocking wait inside a coroutine").await;
        page.find("textbox", "Seconds of segment 1 of B").await.fill("4").await;
        until_totals(page, ["8.00 s", "6.00 s", "4.00 s", "4.00 s"]).await;
        select(page, "Threads").await;
        for _ in 0..7 {
            page.find("button", "Step forward").await.click().await;
        }
        until_step(page, 7).await;
        share(page).await
    });
    run(&link, async |page| {
        until_totals(page, ["8.00 s", "6.00 s", "4.00 s", "4.00 s"]).await;
        until_step(page, 7).await;
        assert_eq!(card(page, "Threads").await.attribute("aria-pressed").await.as_deref(), Some("true"));
        assert!(page.address().await.ends_with(&link[link.find('#').expect("a fragment")..]));
    });
}

#[test]
fn a_link_to_an_unchanged_scenario_is_short() {
    run("", async |page| {
        until_totals(page, ["9.00 s", "3.00 s", "3.00 s", "3.00 s"]).await;
        assert!(share(page).await.ends_with("#s=three-waits&v=0&k=0"));
    });
}

#[test]
fn a_link_that_cannot_be_opened_says_why() {
    let broken = [
        ("#s=no-such-scenario", "There is no scenario named 'no-such-scenario'."),
        ("#d=AXicbroken&v=1", "The link is cut off or damaged"),
        ("#s=three-waits&v=9", "no variant 9"),
        ("#something", "The link names no scenario."),
    ];
    run("", async |page| {
        for (fragment, message) in broken {
            page.goto(fragment).await;
            page.until_text(message).await;
            page.find("heading", "Three waits of three seconds").await;
            until_totals(page, ["9.00 s", "3.00 s", "3.00 s", "3.00 s"]).await;
            assert!(page.address().await.ends_with(fragment));
        }
        page.find("button", "Dismiss").await.click().await;
        page.until_gone("button", "Dismiss").await;
    });
}

/// Makes the data of a link that is short and unpacks to 30 MB of JSON.
const BOMB: &str = "
    const stream = new Blob([' '.repeat(30_000_000)]).stream().pipeThrough(new CompressionStream('deflate'));
    return new Response(stream).bytes().then(packed => new Uint8Array([1, ...packed]).toBase64({ alphabet: 'base64url', omitPadding: true }));
";

#[test]
fn a_link_that_unpacks_to_megabytes_is_refused_and_nothing_is_lost() {
    run("", async |page| {
        open_scenario(page, "A blocking wait inside a coroutine").await;
        page.find("textbox", "Seconds of segment 1 of B").await.fill("4").await;
        until_totals(page, ["8.00 s", "6.00 s", "4.00 s", "4.00 s"]).await;
        let bomb = page.evaluate(BOMB).await.as_str().expect("it is packed").to_owned();
        assert!(bomb.len() < 50_000, "{} characters", bomb.len());
        page.goto(&format!("#d={bomb}&v=0&k=0")).await;
        page.until_text("The scenario in the link is longer than 262144 bytes.").await;
        page.find("heading", "A blocking wait inside a coroutine").await;
        until_totals(page, ["8.00 s", "6.00 s", "4.00 s", "4.00 s"]).await;
    });
}

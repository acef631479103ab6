//! The page opens without a network.

use browser_tests::run;

#[test]
fn the_page_opens_without_a_network_after_the_first_visit() {
    run("", async |page| {
        page.until("the worker", async || {
            let active = "return navigator.serviceWorker.getRegistration().then(found => found?.active?.state === 'activated')";
            page.evaluate(active).await == true
        })
        .await;
        page.go_offline().await;
        page.reload().await;
        page.find("group", "Concurrent").await.until_text("3.00 s").await;
    });
}

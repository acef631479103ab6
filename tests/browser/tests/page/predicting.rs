//! Predicting hides what comes next, asks for it by keyboard, and tells why.

use crate::parts::until_step;
use browser_tests::{Key, run};

#[test]
fn questions_are_answered_by_keys() {
    run("#s=order-of-results&q=1", async |page| {
        let panel = page.find("region", "Predict").await;
        panel.until_text("How long does the run take in total?").await;
        panel.until_text("Question 1 of").await;
        until_step(page, 0).await;
        page.press(Key::End).await;
        panel.find("button", "Hint").await.click().await;
        panel.until_text("overlap").await;
        page.press("1").await;
        panel.until_text("The run ends at 3.00 s.").await;
        assert_eq!(page.find("slider", "Step").await.value().await, "0");
        page.press(Key::Enter).await;
        panel.until_text("Question 2 of").await;
        panel.find("button", "Stop predicting").await.click().await;
        page.find("region", "Inspector").await;
    });
}

#[test]
fn a_puzzle_opens_with_its_questions() {
    run("", async |page| {
        page.find("button", "Scenarios").await.click().await;
        page.find("searchbox", "Search scenarios").await.type_keys("who prints first" + Key::Enter).await;
        page.find("region", "Predict").await.until_text("Question 1 of").await;
    });
}

#[test]
fn nothing_that_comes_later_is_there() {
    run("#s=worker-pool&v=0&k=0&q=1", async |page| {
        let panel = page.find("region", "Predict").await;
        panel.until_text("Question 1 of").await;
        page.press("1").await;
        page.press(Key::Enter).await;
        panel.until_text("Question 2 of").await;
        let timeline = page.find("region", "Timeline").await;
        let lanes = "return [...document.querySelectorAll('.lane-label')].map(name => name.textContent)";
        page.until("the lane of the main task", async || page.evaluate(lanes).await.to_string().contains("main")).await;
        // Bars end at the playhead, and what was not made yet has no lane.
        let ends = "const at = document.querySelector('.playhead').getBBox().x;
            return [...document.querySelectorAll('.bars .bar')].filter(bar => bar.getBBox().x + bar.getBBox().width > at + 3).length";
        assert_eq!(page.evaluate(ends).await, 0);
        assert!(!timeline.text().await.contains("Failed"));
    });
}

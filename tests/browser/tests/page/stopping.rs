//! Runs that take long: the page stays usable, says how far they are, and can stop them.

use browser_tests::run;
use loopscope::scenario::{Body, Link, MachineSettings, Scenario, Variant};

/// The link of a code scenario with one program.
fn link(source: &str) -> String {
    let variant = Variant { name: "Endless".to_owned(), source: source.to_owned() };
    let body = Body::Code(vec![variant]);
    let scenario = Scenario { title: "A long run".to_owned(), notes: String::new(), machine: MachineSettings::default(), body };
    format!("#{}", Link { scenario, variant: 0, step: 0, predict: false }.to_fragment())
}

#[test]
fn an_endless_loop_can_be_stopped() {
    run(&link("print('before')\nwhile True:\n    pass\n"), async |page| {
        page.find("progressbar", "Running").await;
        page.find("button", "Stop").await.click().await;
        page.until_gone("button", "Stop").await;
        page.find("region", "Timeline").await.until_text("Stopped").await;
        page.find("region", "Console").await.until_text("before").await;
    });
}

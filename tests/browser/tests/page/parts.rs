//! Parts of the page, as tests speak of them.

use browser_tests::{Element, Page};
use loopscope::scenario::{Body, Link, MachineSettings, Scenario, Variant};

pub const VARIANTS: [&str; 4] = ["Sequential", "Concurrent", "Threads", "Parallel"];

/// A link to a scenario of one program.
pub fn link_to(source: &str) -> String {
    let body = Body::Code(vec![Variant { name: "Program".to_owned(), source: source.to_owned() }]);
    let scenario = Scenario { title: "A program".to_owned(), notes: String::new(), machine: MachineSettings::default(), body };
    format!("#{}", Link { scenario, variant: 0, step: 0, predict: false }.to_fragment())
}

/// Waits until the variants have these totals, in their order.
pub async fn until_totals(page: &Page, totals: [&str; 4]) {
    for (variant, total) in VARIANTS.into_iter().zip(totals) {
        page.find("group", variant).await.until_text(total).await;
    }
}

/// Selects a variant by its name and total.
pub async fn select(page: &Page, variant: &str) {
    card(page, variant).await.click().await;
}

/// The button that selects a variant.
pub async fn card(page: &Page, variant: &str) -> Element {
    let group = page.find("group", variant).await;
    let names = group.names("button").await;
    let name = names.iter().find(|name| name.starts_with(variant)).unwrap_or_else(|| panic!("no button of {variant}: {names:?}"));
    group.find("button", name).await
}

/// Waits until the selected variant stands at a step.
pub async fn until_step(page: &Page, step: usize) {
    page.find("slider", "Step").await.until_value(&step.to_string()).await;
}

/// Opens a scenario of the library by its title.
pub async fn open_scenario(page: &Page, title: &str) {
    page.find("button", "Scenarios").await.click().await;
    let dialog = page.find("dialog", "Scenarios").await;
    let names = dialog.names("button").await;
    let name = names.iter().find(|name| name.starts_with(title)).unwrap_or_else(|| panic!("no scenario {title:?}: {names:?}"));
    dialog.find("button", name).await.click().await;
    page.find("heading", title).await;
}

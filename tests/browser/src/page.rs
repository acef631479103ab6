//! The page in a browser, and the frame of every test.

use crate::driver::{Driver, setting};
use crate::element::Element;
use crate::roles::{Scope, focused};
use serde_json::{Value, json};
use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use tempfile::TempDir;
use thirtyfour::error::WebDriverResult;
use thirtyfour::{Key, TypingData, WebDriver};
use xtask::server::Server;

/// How long anything may take to appear; generous, for busy machines.
const PATIENCE: Duration = Duration::from_secs(60);

/// The time between two looks.
const PAUSE: Duration = Duration::from_millis(25);

/// Where the page is on its server: not at the root, as on a course site.
const PREFIX: &str = "/loopscope/";

/// Light or dark, as the system asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    Light,
    Dark,
}

/// The page, opened in a browser window.
pub struct Page {
    driver: WebDriver,
    url: String,
    requests: RefCell<Vec<String>>,
    /// Servers of pages that have this one in a frame, and their folders.
    others: RefCell<Vec<(Server, TempDir)>>,
}

/// The scroller of CodeMirror is scrolled by the keys of the text in it, which axe does not take for something with the focus.
const SCAN: &str = "return axe.run({ exclude: ['.cm-scroller'] }, { resultTypes: ['violations'] })";

/// Opens the page and runs a test on it, then checks the console and the requests. `link` is empty, a fragment (`#...`) or a whole
/// address, of which the fragment counts.
///
/// # Panics
/// When the test does, leaving a screenshot in `target/screenshots`, or when one of the checks fails.
pub fn run<T>(link: &str, test: impl AsyncFnOnce(&Page) -> T) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let server = Server::start(&setting("LOOPSCOPE_DIST"), PREFIX, 0).expect("dist can be served");
    let profile = tempfile::tempdir().expect("a temporary folder");
    let chromedriver = Driver::start();
    let browser = runtime.block_on(chromedriver.open_browser(profile.path()));
    let page = Page { driver: browser, url: server.url(), requests: RefCell::default(), others: RefCell::default() };
    let outcome = catch_unwind(AssertUnwindSafe(|| {
        runtime.block_on(async {
            page.goto(link).await;
            let result = test(&page).await;
            page.check_requests().await;
            page.check_console().await;
            result
        })
    }));
    if outcome.is_err() {
        runtime.block_on(page.save_failure());
    }
    // A browser that crashed cannot be asked to quit; chromedriver ends either way.
    runtime.block_on(page.driver.quit()).ok();
    outcome.unwrap_or_else(|panic| resume_unwind(panic))
}

impl Page {
    /// Waits for the one element with a role and an accessible name.
    pub async fn find(&self, role: &str, name: &str) -> Element {
        self.scope().find(role, name).await
    }

    /// Whether such an element is there now.
    pub async fn has(&self, role: &str, name: &str) -> bool {
        !done("the page could not be searched", self.scope().matching(role, name).await).is_empty()
    }

    /// Waits until there is no such element.
    pub async fn until_gone(&self, role: &str, name: &str) {
        wait(&format!("no {role} {name:?}"), async || Ok(self.scope().matching(role, name).await?.is_empty().then_some(()))).await;
    }

    /// Role and accessible name of the element that has the focus.
    pub async fn focused(&self) -> (String, String) {
        wait("an element with the focus", async || Ok(Some(focused(&self.driver).await?))).await
    }

    /// Waits until the page shows a text.
    pub async fn until_text(&self, part: &str) {
        wait(&format!("{part:?} on the page"), async || Ok(self.text().await.contains(part).then_some(()))).await;
    }

    /// The accessible names of all elements with a role.
    pub async fn names(&self, role: &str) -> Vec<String> {
        self.scope().all_names(role).await
    }

    fn scope(&self) -> Scope {
        Scope::Page(self.driver.clone())
    }

    /// Waits until a condition holds that no method here knows. `what` is for the message when it does not.
    pub async fn until(&self, what: &str, mut condition: impl AsyncFnMut() -> bool) {
        wait(what, async || Ok(condition().await.then_some(()))).await;
    }

    /// Loads the page afresh, behind a link as [`run`] takes it.
    pub async fn goto(&self, link: &str) {
        let fragment = link.find('#').map_or("", |start| &link[start..]);
        // The same document with another fragment would not be loaded again.
        done("could not leave the page", self.driver.goto("about:blank").await);
        done("the page did not load", self.driver.goto(format!("{}{fragment}", self.url)).await);
    }

    /// Shows the page behind a link in a frame of that size, in px, of a page of another server; what follows looks into the frame.
    pub async fn embed(&self, fragment: &str, (width, height): (u32, u32)) {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let frame =
            format!(r#"<iframe src="{}{fragment}" width="{width}" height="{height}" title="Loopscope"></iframe>"#, self.url);
        let html = format!(r#"<!doctype html><title>Course</title><link rel="icon" href="data:,">{frame}"#);
        std::fs::write(folder.path().join("index.html"), html).expect("a temporary file");
        let server = Server::start(folder.path(), "/", 0).expect("a folder can be served");
        let address = server.url();
        self.others.borrow_mut().push((server, folder));
        done("the page did not load", self.driver.goto(address).await);
        done("there is no frame", self.driver.enter_frame(0).await);
    }

    pub async fn reload(&self) {
        done("the page did not reload", self.driver.refresh().await);
    }

    /// The title of the document.
    pub async fn title(&self) -> String {
        done("there is no title", self.driver.title().await)
    }

    /// The address in the address bar.
    pub async fn address(&self) -> String {
        done("there is no address", self.driver.current_url().await).to_string()
    }

    /// All text of the page as it is shown.
    pub async fn text(&self) -> String {
        self.evaluate("return document.body.innerText").await.as_str().unwrap_or_default().to_owned()
    }

    /// Presses keys wherever the focus is.
    pub async fn press(&self, keys: impl Into<TypingData>) {
        done("keys could not be pressed", self.driver.action_chain().send_keys(keys).perform().await);
    }

    /// Presses a key while others are held down.
    pub async fn press_holding(&self, held: &[Key], key: impl Into<char>) {
        let chain = held.iter().fold(self.driver.action_chain(), |chain, held| chain.key_down(held.value()));
        let key: char = key.into();
        let chain = chain.key_down(key).key_up(key);
        let chain = held.iter().fold(chain, |chain, held| chain.key_up(held.value()));
        done("keys could not be pressed", chain.perform().await);
    }

    /// Drags with the mouse, from one place in the window to another, in px.
    pub async fn drag(&self, from: (f64, f64), to: (f64, f64)) {
        let px = |at: (f64, f64)| (at.0.round() as i64, at.1.round() as i64);
        let ((x, y), (to_x, to_y)) = (px(from), px(to));
        let chain = self.driver.action_chain().move_to(x, y).click_and_hold();
        // In two moves, as a hand does it.
        let chain = chain.move_to((x + to_x) / 2, (y + to_y) / 2).move_to(to_x, to_y).release();
        done("nothing could be dragged", chain.perform().await);
    }

    /// Drags with a finger, from one place in the window to another, in px.
    pub async fn drag_by_touch(&self, from: (f64, f64), to: (f64, f64)) {
        let middle = ((from.0 + to.0) / 2.0, (from.1 + to.1) / 2.0);
        for (kind, at) in [("touchStart", from), ("touchMove", middle), ("touchMove", to)] {
            let points = json!([{ "x": at.0.round(), "y": at.1.round() }]);
            self.devtools("Input.dispatchTouchEvent", json!({ "type": kind, "touchPoints": points })).await;
        }
        self.devtools("Input.dispatchTouchEvent", json!({ "type": "touchEnd", "touchPoints": [] })).await;
    }

    /// Moves two fingers that are on one level, from one distance of theirs to another, around a place in the window, in px.
    pub async fn pinch(&self, (x, y): (f64, f64), from: f64, to: f64) {
        for (kind, apart) in [("touchStart", from), ("touchMove", (from + to) / 2.0), ("touchMove", to)] {
            let finger = |id: u8, side: f64| json!({ "x": (x + side * apart / 2.0).round(), "y": y.round(), "id": id });
            let points = json!([finger(0, -1.0), finger(1, 1.0)]);
            self.devtools("Input.dispatchTouchEvent", json!({ "type": kind, "touchPoints": points })).await;
        }
        self.devtools("Input.dispatchTouchEvent", json!({ "type": "touchEnd", "touchPoints": [] })).await;
    }

    /// From now on what is downloaded goes into that folder.
    pub async fn download_into(&self, folder: &Path) {
        self.devtools("Browser.setDownloadBehavior", json!({ "behavior": "allow", "downloadPath": folder })).await;
    }

    /// Has the page look as it is printed, or as on a screen again.
    pub async fn show_as_printed(&self, printed: bool) {
        self.devtools("Emulation.setEmulatedMedia", json!({ "media": if printed { "print" } else { "screen" } })).await;
    }

    /// Has the page asked for as little motion as possible, as the system's setting does.
    pub async fn prefer_little_motion(&self) {
        let features = json!({ "features": [{ "name": "prefers-reduced-motion", "value": "reduce" }] });
        self.devtools("Emulation.setEmulatedMedia", features).await;
    }

    /// Waits until the page no longer shows a text.
    pub async fn until_text_gone(&self, part: &str) {
        wait(&format!("no {part:?} on the page"), async || Ok((!self.text().await.contains(part)).then_some(()))).await;
    }

    /// Runs JavaScript, for what a person sees but WebDriver cannot ask for; `return` gives the result.
    pub async fn evaluate(&self, script: &str) -> Value {
        done("the script failed", self.driver.execute(script, Vec::new()).await).json().clone()
    }

    /// The text on the clipboard.
    pub async fn clipboard(&self) -> String {
        self.devtools("Browser.grantPermissions", json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] }))
            .await;
        let script = "navigator.clipboard.readText().then(arguments[0], error => arguments[0](String(error)))";
        let text = done("the clipboard could not be read", self.driver.execute_async(script, Vec::new()).await);
        text.json().as_str().unwrap_or_default().to_owned()
    }

    /// Gives the page a size, in px.
    pub async fn resize(&self, width: u32, height: u32) {
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600 });
        self.devtools("Emulation.setDeviceMetricsOverride", size).await;
    }

    /// Asks for a theme, as the system's setting does.
    pub async fn prefer(&self, theme: Theme) {
        let value = if theme == Theme::Dark { "dark" } else { "light" };
        let features = json!({ "features": [{ "name": "prefers-color-scheme", "value": value }] });
        self.devtools("Emulation.setEmulatedMedia", features).await;
    }

    /// Shows the page as it is printed.
    pub async fn as_on_paper(&self) {
        self.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" })).await;
    }

    /// From now on there is no network.
    pub async fn go_offline(&self) {
        self.devtools("Network.enable", json!({})).await;
        let conditions = json!({ "offline": true, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
        self.devtools("Network.emulateNetworkConditions", conditions).await;
    }

    /// What axe-core finds wrong with the page as it is: the rule and the elements.
    pub async fn axe(&self) -> Vec<String> {
        let source = std::fs::read_to_string(setting("AXE")).expect("axe-core is installed");
        self.evaluate(&source).await;
        let result = self.evaluate(SCAN).await;
        let violations = result["violations"].as_array().cloned().unwrap_or_default();
        let text = |violation: &Value| {
            let nodes = violation["nodes"].as_array().cloned().unwrap_or_default();
            let places: Vec<String> = nodes.iter().map(|node| format!("{} {}", node["html"], node["failureSummary"])).collect();
            format!("{}: {}", violation["id"], places.join("; "))
        };
        violations.iter().map(text).collect()
    }

    /// Writes a picture of what is shown as PNG.
    pub async fn screenshot(&self, path: &Path) {
        done("there is no screenshot", self.driver.screenshot(path).await);
    }

    async fn devtools(&self, command: &str, parameters: Value) {
        done(command, self.driver.cdp().send_raw(command, parameters).await);
    }

    /// The addresses of all requests over the network so far.
    pub async fn requests(&self) -> Vec<String> {
        let entries = done("there is no log of requests", self.driver.get_log("performance").await);
        let urls = entries.iter().filter_map(|entry| {
            let event: Value = serde_json::from_str(&entry.message).ok()?;
            let event = &event["message"];
            let url = match event["method"].as_str()? {
                "Network.requestWillBeSent" => &event["params"]["request"]["url"],
                "Network.webSocketCreated" => &event["params"]["url"],
                _ => return None,
            };
            url.as_str().filter(|url| url.starts_with("http") || url.starts_with("ws")).map(str::to_owned)
        });
        self.requests.borrow_mut().extend(urls);
        self.requests.borrow().clone()
    }

    async fn check_requests(&self) {
        let mut requests = self.requests().await;
        let others: Vec<String> = self.others.borrow().iter().map(|(server, _)| server.url()).collect();
        requests.retain(|url| !url.starts_with(&self.url) && !others.contains(url));
        assert!(requests.is_empty(), "the page requested what is not its own: {requests:?}");
    }

    async fn check_console(&self) {
        let mut entries = done("there is no console", self.driver.browser_log().await);
        entries.retain(|entry| entry.level == "SEVERE");
        let messages: Vec<&str> = entries.iter().map(|entry| entry.message.as_str()).collect();
        assert!(messages.is_empty(), "errors on the console: {messages:#?}");
    }

    /// Leaves what helps to find out why a test failed. Its own failures must not hide the test's.
    async fn save_failure(&self) {
        let test = std::thread::current().name().unwrap_or("test").replace("::", "-");
        let path = screenshots_folder().join(format!("failed-{test}.png"));
        if self.driver.screenshot(&path).await.is_ok() {
            eprintln!("screenshot: {}", path.display());
        }
        for entry in self.driver.browser_log().await.unwrap_or_default() {
            eprintln!("console: {} {}", entry.level, entry.message);
        }
    }
}

/// Where pictures go: `target/screenshots` of the checkout.
pub fn screenshots_folder() -> PathBuf {
    let checkout = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).expect("this package is two folders deep");
    let folder = checkout.join("target").join("screenshots");
    std::fs::create_dir_all(&folder).expect("target can be written");
    folder
}

/// Tries until there is a value. What fails now, for example because the page replaced an element, may succeed a moment later.
pub(crate) async fn wait<T>(what: &str, mut attempt: impl AsyncFnMut() -> WebDriverResult<Option<T>>) -> T {
    let deadline = Instant::now() + PATIENCE;
    loop {
        let error = match attempt().await {
            Ok(Some(value)) => return value,
            Ok(None) => String::new(),
            Err(error) => format!("; last error: {error}"),
        };
        assert!(Instant::now() < deadline, "waited {} s for {what}{error}", PATIENCE.as_secs());
        tokio::time::sleep(PAUSE).await;
    }
}

fn done<T>(failure: &str, result: WebDriverResult<T>) -> T {
    result.unwrap_or_else(|error| panic!("{failure}: {error}"))
}

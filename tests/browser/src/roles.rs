//! Finding elements as assistive technology sees them: by role and accessible name.
//!
//! A selector picks candidates that may have a role; which role and name they have is the browser's answer (`computedRole` and
//! `computedName`, which Chromium gives to scripts under [`FLAG`]: one question to the browser instead of three an element).

use std::sync::Arc;

use serde_json::{Value, json};
use thirtyfour::error::WebDriverResult;
use thirtyfour::session::handle::SessionHandle;
use thirtyfour::session::scriptret::ScriptRet;
use thirtyfour::{WebDriver, WebElement};

/// What Chromium has to be started with.
pub(crate) const FLAG: &str = "--enable-blink-features=ComputedAccessibilityInfo";

/// The shown elements with a role, in the order of the document: rendered, visible, and not behind a modal dialog. Arguments: where to look
/// (nothing for the whole page), a selector for candidates, the role, and the name, if only elements with that name are wanted.
///
/// The browser computes each role and each name for tens of milliseconds. So it is asked last, and not for elements around which a word
/// of the name does not occur at all: neither in them nor in what labels them.
const SHOWN: &str = r"
const [inside, candidates, role, name] = arguments;
const modal = document.querySelector('dialog:modal');
const reached = (element) => !modal || modal.contains(element);
const words = (name ?? '').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
const labels = (element) => [
    ...(element.labels ?? []),
    ...(element.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => id && document.getElementById(id)),
];
const canBeCalled = (element) => {
    const around = [element, ...labels(element)].map((each) => each?.outerHTML ?? '').join(' ').toLowerCase();
    return words.every((word) => around.includes(word));
};
const shown = [...(inside ?? document).querySelectorAll(candidates)].filter((element) =>
    reached(element) && element.checkVisibility({ visibilityProperty: true }) && canBeCalled(element) && element.computedRole === role);
";

/// Where to look: in the whole page or inside an element.
#[derive(Clone)]
pub(crate) enum Scope {
    Page(WebDriver),
    Inside(WebElement),
}

impl Scope {
    /// The shown elements with this role and name, as they are now.
    pub(crate) async fn matching(&self, role: &str, name: &str) -> WebDriverResult<Vec<WebElement>> {
        let script = "return shown.filter((element) => element.computedName === name)";
        self.ask(script, role, json!(name)).await?.elements()
    }

    /// The accessible names of the shown elements with this role, in the order of the document.
    pub(crate) async fn names(&self, role: &str) -> WebDriverResult<Vec<String>> {
        self.ask("return shown.map((element) => element.computedName)", role, Value::Null).await?.convert()
    }

    async fn ask(&self, script: &str, role: &str, argument: Value) -> WebDriverResult<ScriptRet> {
        let (handle, inside): (&Arc<SessionHandle>, Value) = match self {
            Scope::Page(driver) => (driver.handle(), Value::Null),
            Scope::Inside(element) => (element.handle(), element.to_json()?),
        };
        handle.execute(format!("{SHOWN}{script}"), vec![inside, json!(candidates(role)), json!(role), argument]).await
    }
}

/// Role and accessible name of the element that has the focus.
pub(crate) async fn focused(driver: &WebDriver) -> WebDriverResult<(String, String)> {
    // Of an element with a shadow root, what is in there has it.
    let script = "let focused = document.activeElement;
        while (focused.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
        return [focused.computedRole, focused.computedName]";
    driver.execute(script, Vec::new()).await?.convert()
}

/// The elements of HTML that have a role without being told; all others have an attribute `role`.
fn candidates(role: &str) -> String {
    let native = match role {
        "button" => "button, summary, input[type=button], input[type=submit]",
        "checkbox" => "input[type=checkbox]",
        "combobox" => "select, input[list]",
        "dialog" => "dialog",
        "group" => "fieldset, details, optgroup",
        "heading" => "h1, h2, h3, h4, h5, h6",
        "link" => "a[href]",
        "list" => "ul, ol",
        "listitem" => "li",
        "main" => "main",
        "banner" => "header",
        "option" => "option",
        "progressbar" => "progress",
        "radio" => "input[type=radio]",
        "region" => "section",
        "row" => "tr",
        "rowheader" | "columnheader" => "th",
        "cell" => "td",
        "searchbox" => "input[type=search]",
        "slider" => "input[type=range]",
        "spinbutton" => "input[type=number]",
        "status" => "output",
        "switch" => "input[type=checkbox][switch]",
        "table" => "table",
        "textbox" => "input, textarea",
        _ => return format!("[role={role}]"),
    };
    format!("{native}, [role={role}]")
}

//! Finding elements as assistive technology sees them: by role and accessible name.
//!
//! A selector picks candidates that may have a role; which role and name they have is the browser's answer (WebDriver's "computed
//! role" and "computed label").

use thirtyfour::common::command::FormatRequestData;
use thirtyfour::common::types::{ElementId, SessionId};
use thirtyfour::error::WebDriverResult;
use thirtyfour::{RequestData, WebElement};

/// The elements of HTML that have a role without being told; all others have an attribute `role`.
pub fn candidates(role: &str) -> String {
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

/// Whether an element is shown and has a role and an accessible name.
pub async fn is(element: &WebElement, role: &str, name: &str) -> WebDriverResult<bool> {
    Ok(computed(element, "computedlabel").await? == name
        && computed(element, "computedrole").await? == role
        && element.is_displayed().await?)
}

/// What the browser computes for an element: `computedrole` or `computedlabel`.
pub async fn computed(element: &WebElement, what: &'static str) -> WebDriverResult<String> {
    element.handle().cmd(Computed { element: element.element_id(), what }).await?.value()
}

#[derive(Debug)]
struct Computed {
    element: ElementId,
    what: &'static str,
}

impl FormatRequestData for Computed {
    fn format_request(&self, session: &SessionId) -> RequestData {
        RequestData::new(http::Method::GET, format!("session/{session}/element/{}/{}", self.element, self.what))
    }
}

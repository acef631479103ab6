//! An element of the page, found by role and accessible name.

use crate::page::wait;
use crate::roles::Scope;
use thirtyfour::error::WebDriverResult;
use thirtyfour::{Key, TypingData, WebElement};

impl Scope {
    /// Waits for exactly one element with this role and name.
    pub(crate) async fn find(&self, role: &str, name: &str) -> Element {
        let what = format!("{role} {name:?}");
        let inner = wait(&format!("one {what}"), async || {
            let mut matching = self.matching(role, name).await?;
            Ok(if matching.len() == 1 { matching.pop() } else { None })
        })
        .await;
        Element { inner, what }
    }

    /// The accessible names of the shown elements with this role, in the order of the document.
    pub(crate) async fn all_names(&self, role: &str) -> Vec<String> {
        wait(&format!("the names of every {role}"), async || Ok(Some(self.names(role).await?))).await
    }
}

/// An element. A failing action panics and says which element it was.
#[derive(Clone)]
pub struct Element {
    inner: WebElement,
    what: String,
}

impl Element {
    /// Waits for the one element inside this one with a role and an accessible name.
    pub async fn find(&self, role: &str, name: &str) -> Element {
        Scope::Inside(self.inner.clone()).find(role, name).await
    }

    /// Whether such an element is inside this one now.
    pub async fn has(&self, role: &str, name: &str) -> bool {
        let matching = Scope::Inside(self.inner.clone()).matching(role, name).await;
        !self.done("could not be searched", matching).is_empty()
    }

    /// The accessible names of all elements with a role inside this one.
    pub async fn names(&self, role: &str) -> Vec<String> {
        Scope::Inside(self.inner.clone()).all_names(role).await
    }

    /// The text as it is shown.
    pub async fn text(&self) -> String {
        self.done("has no text", self.inner.text().await)
    }

    /// Waits until the shown text contains `part`.
    pub async fn until_text(&self, part: &str) {
        wait(&format!("{part:?} in {}", self.what), async || Ok(self.inner.text().await?.contains(part).then_some(()))).await;
    }

    /// Clicks it, after scrolling it into view.
    pub async fn click(&self) {
        self.done("could not be clicked", self.inner.click().await);
    }

    /// Gives it the focus and types; [`Key`] for keys without a character.
    pub async fn type_keys(&self, keys: impl Into<TypingData>) {
        self.done("could not be typed into", self.inner.send_keys(keys).await);
    }

    /// Replaces the content of a field and leaves the field, as a person does.
    pub async fn fill(&self, text: &str) {
        self.type_keys(Key::Control + "a").await;
        self.type_keys(text).await;
        self.type_keys(Key::Tab).await;
    }

    /// The current value of a field or slider.
    pub async fn value(&self) -> String {
        self.done("has no value", self.inner.value().await).unwrap_or_default()
    }

    /// Waits until a field or slider has this value.
    pub async fn until_value(&self, value: &str) {
        wait(&format!("value {value:?} of {}", self.what), async || {
            Ok((self.inner.value().await?.as_deref() == Some(value)).then_some(()))
        })
        .await;
    }

    /// An attribute, such as `aria-pressed`.
    pub async fn attribute(&self, name: &str) -> Option<String> {
        self.done("could not be read", self.inner.attr(name).await)
    }

    /// Whether it can be used.
    pub async fn is_enabled(&self) -> bool {
        self.done("could not be read", self.inner.is_enabled().await)
    }

    /// The place of its top left corner and its size: x, y, width, height, in px.
    pub async fn rectangle(&self) -> (f64, f64, f64, f64) {
        let rectangle = self.done("has no place", self.inner.rect().await);
        (rectangle.x, rectangle.y, rectangle.width, rectangle.height)
    }

    fn done<T>(&self, failure: &str, result: WebDriverResult<T>) -> T {
        result.unwrap_or_else(|error| panic!("{} {failure}: {error}", self.what))
    }
}

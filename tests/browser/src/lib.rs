//! Tests of the built page, as a person uses it: in a real browser, over HTTP, by roles and accessible names.
//!
//! - [`run`] gives a test a [`Page`]: a browser of its own with a fresh profile, and the page under `/loopscope/` of a server of
//!   its own. After the test it checks what holds for every test: no errors on the console, no request but for the page's own files.
//! - [`Page`] and [`Element`] find things and act on them. They wait until what they look for is there, and panic with what was
//!   looked for when it does not come.
//!
//! `cargo xtask browser-tests` builds on the environment variables `LOOPSCOPE_DIST`, `CHROMIUM` and `CHROMEDRIVER`.

mod driver;
mod element;
mod page;
mod roles;

pub use element::Element;
pub use page::{Page, Theme, run, screenshots_folder};
pub use thirtyfour::Key;

//! The real clock: only for how long a slice of a run may take, never for what happens in a run.

/// Milliseconds since some moment.
pub fn now() -> f64 {
    super::dom::window().performance().map_or_else(js_sys::Date::now, |performance| performance.now())
}

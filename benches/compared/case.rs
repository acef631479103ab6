//! What is measured.

/// A program to be measured.
pub struct Case {
    pub name: &'static str,
    /// Defines `work()`.
    pub text: &'static str,
    /// What there is `items` of in a call of `work()`: "calls", "switches".
    pub unit: &'static str,
    pub items: u64,
}

/// The program that calls `work()` and prints how many seconds that took.
pub fn timed(text: &str) -> String {
    format!("import time\n\n{text}\nstarted = time.perf_counter()\nwork()\nprint(time.perf_counter() - started)\n")
}

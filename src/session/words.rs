//! Numbers, instants and spans as text.

use crate::trace::{Span, Time};

/// A span to about three digits: "3.00 s", "250 ms", "1.5 ms", "20 µs", "0 s".
pub fn span(span: Span) -> String {
    let ns = span.0;
    match ns {
        0 => "0 s".to_string(),
        // What would round to a second is one.
        999_500_000.. => format!("{:.2} s", ns as f64 / 1e9),
        999_500.. => scaled(ns, 1_000_000, "ms"),
        1_000.. => scaled(ns, 1_000, "µs"),
        _ => format!("{ns} ns"),
    }
}

/// An instant, in the same form as a [`span`] from the start of the run.
pub fn instant(time: Time) -> String {
    span(time.since(Time::ZERO))
}

/// "200,000,000".
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.char_indices() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// "1 thing", "2 things".
pub fn counted(count: u64, thing: &str) -> String {
    format!("{} {thing}{}", grouped(count), if count == 1 { "" } else { "s" })
}

/// One decimal below ten, if it is not zero.
fn scaled(ns: u64, unit: u64, name: &str) -> String {
    let tenths = (ns * 10 + unit / 2) / unit;
    if tenths >= 100 || tenths.is_multiple_of(10) {
        format!("{} {name}", (ns + unit / 2) / unit)
    } else {
        format!("{}.{} {name}", tenths / 10, tenths % 10)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(ns: u64, expected: &str) {
        assert_eq!(span(Span(ns)), expected);
    }

    #[test]
    fn spans_have_about_three_digits() {
        check(0, "0 s");
        check(20, "20 ns");
        check(1_000, "1 µs");
        check(1_540, "1.5 µs");
        check(12_499, "12 µs");
        check(999_499, "999 µs");
        check(999_500, "1 ms");
        check(250_000_000, "250 ms");
        check(999_499_999, "999 ms");
        check(999_500_000, "1.00 s");
        check(3_000_123_456, "3.00 s");
        check(61_005_000_000, "61.01 s");
    }

    #[test]
    fn thousands_are_grouped() {
        assert_eq!(grouped(0), "0");
        assert_eq!(grouped(999), "999");
        assert_eq!(grouped(1_000), "1,000");
        assert_eq!(grouped(200_000_000), "200,000,000");
        assert_eq!(counted(1, "handle"), "1 handle");
        assert_eq!(counted(0, "handle"), "0 handles");
    }
}

//! What people type into fields: text to values and back. An error is a sentence that says what to type instead.

use crate::scenario::{Activity, Segment};
use crate::trace::Span;

/// Seconds, as in "0.25", from none to an hour. A comma will do as well as a point.
///
/// # Errors
/// Why it is not a duration.
pub fn parse_seconds(text: &str) -> Result<Span, String> {
    let text = text.trim();
    if text.is_empty() {
        return Err("Enter a number of seconds, such as 0.5.".to_string());
    }
    let Some(seconds) = number(&text.replace(',', ".")) else {
        return Err(format!("“{}” is not a number of seconds.", shortened(text)));
    };
    let most = Segment::MAX_DURATION.as_secs();
    if seconds < 0.0 {
        Err("A duration cannot be negative.".to_string())
    } else if seconds > most {
        Err(format!("A duration is at most {most} seconds."))
    } else {
        Ok(Span::from_secs(seconds))
    }
}

/// The shortest text that [`parse_seconds`] turns into that duration.
pub fn format_seconds(span: Span) -> String {
    let (seconds, rest) = (span.0 / Span::SECOND.0, span.0 % Span::SECOND.0);
    if rest == 0 { seconds.to_string() } else { format!("{seconds}.{rest:09}").trim_end_matches('0').to_string() }
}

/// A whole number from 1 to `most`.
///
/// # Errors
/// Why it is not.
pub fn parse_count(text: &str, most: u32) -> Result<u32, String> {
    let in_range = |count: &u32| (1..=most).contains(count);
    text.trim().parse().ok().filter(in_range).ok_or_else(|| format!("Enter a whole number from 1 to {most}."))
}

/// An activity's name.
///
/// # Errors
/// Why it is not.
pub fn check_name(text: &str) -> Result<(), String> {
    if text.trim().is_empty() {
        Err("Enter a name.".to_string())
    } else if text.chars().count() > Activity::MAX_NAME {
        Err(format!("A name has at most {} characters.", Activity::MAX_NAME))
    } else {
        Ok(())
    }
}

/// Digits, and what numbers are made of besides: not "inf" and "nan", which Rust would read too.
fn number(text: &str) -> Option<f64> {
    if text.chars().any(|c| c.is_ascii_alphabetic() && !matches!(c, 'e' | 'E')) { None } else { text.parse().ok() }
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(12) {
        Some((cut, _)) => format!("{}…", &text[..cut]),
        None => text.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_are_read_and_written_exactly() {
        let check = |text: &str, ns: u64, back: &str| {
            assert_eq!(parse_seconds(text), Ok(Span(ns)), "{text}");
            assert_eq!(format_seconds(Span(ns)), back);
        };
        check("3", 3_000_000_000, "3");
        check(" 0,25 ", 250_000_000, "0.25");
        check(".5", 500_000_000, "0.5");
        check("1e-3", 1_000_000, "0.001");
        check("0", 0, "0");
        check("3600", 3_600_000_000_000, "3600");
    }

    #[test]
    fn other_text_is_refused_with_a_reason() {
        let check = |text: &str, part: &str| {
            let message = parse_seconds(text).expect_err(text);
            assert!(message.contains(part), "{text}: {message}");
        };
        check("", "such as");
        check("-1", "negative");
        check("1e99", "at most 3600");
        check("3600.1", "at most 3600");
        check("three", "“three” is not a number");
        check("inf", "not a number");
        check("nan", "not a number");
    }

    #[test]
    fn counts_have_bounds() {
        assert_eq!(parse_count(" 12 ", 64), Ok(12));
        for text in ["0", "65", "-1", "1.5", "", "99999999999"] {
            assert_eq!(parse_count(text, 64), Err("Enter a whole number from 1 to 64.".to_string()), "{text}");
        }
    }
}

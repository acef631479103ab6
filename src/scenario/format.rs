//! Scenarios as versioned JSON: `{"version": 1, "scenario": {...}}`. Durations are whole ns; fields that have their default are
//! left out. The links that people keep hold this text, so a change to it needs a new version, and the old ones must stay
//! readable.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::definition::Scenario;
use super::problem::Problem;

/// The version that [`Scenario::to_json`] writes.
pub const VERSION: u32 = 1;

/// Why a text is not a scenario that can be run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FormatError {
    /// A version later than [`VERSION`].
    Newer(u32),
    /// Not JSON, or not that of a scenario; says where.
    Malformed(String),
    /// A scenario that breaks a limit.
    Invalid(Problem),
}

impl fmt::Display for FormatError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            FormatError::Newer(version) => write!(f, "The scenario was made by a newer Loopscope (format {version})."),
            FormatError::Malformed(detail) => write!(f, "The scenario cannot be read: {detail}."),
            FormatError::Invalid(problem) => write!(f, "The scenario cannot be run. {problem}"),
        }
    }
}

impl std::error::Error for FormatError {}

impl From<serde_json::Error> for FormatError {
    fn from(error: serde_json::Error) -> FormatError {
        FormatError::Malformed(error.to_string())
    }
}

/// Read first and on its own: what stands beside it depends on it.
#[derive(Deserialize)]
struct Version {
    version: u32,
}

#[derive(Serialize)]
struct Written<'a> {
    version: u32,
    scenario: &'a Scenario,
}

#[derive(Deserialize)]
struct Read {
    scenario: Scenario,
}

impl Scenario {
    /// The scenario as one line of JSON.
    pub fn to_json(&self) -> String {
        serde_json::to_string(&Written { version: VERSION, scenario: self })
            .expect("strings, numbers and lists always have a JSON form")
    }

    /// The scenario that [`Scenario::to_json`] wrote, checked against all limits.
    pub fn from_json(json: &str) -> Result<Scenario, FormatError> {
        match serde_json::from_str::<Version>(json)?.version {
            VERSION => {}
            0 => return Err(FormatError::Malformed("there is no format 0".into())),
            newer => return Err(FormatError::Newer(newer)),
        }
        let Read { scenario } = serde_json::from_str(json)?;
        match scenario.problems().into_iter().next() {
            Some(problem) => Err(FormatError::Invalid(problem)),
            None => Ok(scenario),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{Activity, Blocks, Body, MachineSettings, Segment, Variant};
    use crate::trace::Span;

    fn check(scenario: Scenario, expected: &str) {
        assert_eq!(scenario.to_json(), expected);
        assert_eq!(Scenario::from_json(expected), Ok(scenario));
    }

    fn check_refused(json: &str, expected: &str) {
        assert_eq!(Scenario::from_json(json).expect_err("must be refused").to_string(), expected);
    }

    // These texts are in links that people have kept: never change them, only add the next version's.
    #[test]
    fn version_1_stays_as_it_is() {
        let segments = [Segment::Compute(Span(1)), Segment::Io(Span::SECOND), Segment::Blocking(Span::ZERO)];
        check(
            Scenario {
                title: "All".into(),
                notes: "Look.".into(),
                machine: MachineSettings { cores: 2, free_threaded: true, instruction_cost: 0 },
                body: Body::Blocks(Blocks {
                    activities: vec![Activity { copies: 3, ..Activity::new("A", segments) }],
                    at_most: Some(2),
                }),
            },
            concat!(
                r#"{"version":1,"scenario":{"title":"All","notes":"Look.","#,
                r#""machine":{"cores":2,"free_threaded":true,"instruction_cost":0},"#,
                r#""body":{"blocks":{"activities":[{"name":"A","#,
                r#""segments":[{"compute":1},{"io":1000000000},{"blocking":0}],"copies":3}],"#,
                r#""at_most":2}}}}"#
            ),
        );
        check(
            Scenario {
                title: "Code".into(),
                notes: String::new(),
                machine: MachineSettings::default(),
                body: Body::Code(vec![Variant { name: "Before".into(), source: "x = 1\n".into() }]),
            },
            r#"{"version":1,"scenario":{"title":"Code","body":{"code":[{"name":"Before","source":"x = 1\n"}]}}}"#,
        );
    }

    #[test]
    fn other_texts_are_refused_with_the_reason() {
        check_refused(r#"{"version":9,"anything":[]}"#, "The scenario was made by a newer Loopscope (format 9).");
        check_refused(r#"{"version":0}"#, "The scenario cannot be read: there is no format 0.");
        check_refused(
            "[]",
            "The scenario cannot be read: invalid length 0, expected struct Version with 1 element at line 1 column 2.",
        );
        check_refused(
            r#"{"version":1,"scenario":{"title":"T","body":{"code":[]}}}"#,
            "The scenario cannot be run. Variants: There must be 1 to 4 variants.",
        );
        check_refused(
            r#"{"version":1,"scenario":{"title":"T","colour":1}}"#,
            "The scenario cannot be read: unknown field `colour`, \
             expected one of `title`, `notes`, `machine`, `body` at line 1 column 45.",
        );
    }
}

//! A scenario, the variant that is looked at and the step it stands at, as the fragment of an address (what follows the `#`).
//!
//! A scenario of the library that was not changed is named: `s=three-waits&v=1&k=12`. Any other is carried along:
//! `d=<data>&v=1&k=12`. `v` is the variant and `k` the step, both from 0; each may be missing and is 0 then. `q=1` opens with questions. The data is
//! base64url without padding of one byte that says how the rest is packed, [`PACKING`], and the scenario's JSON
//! ([`Scenario::to_json`]) as a zlib stream, whose checksum tells a damaged link from a whole one.
//!
//! Keys that are not known are ignored, so that later pages can add how the scenario is looked at without shutting older pages
//! out. What changes the scenario itself goes into its JSON, whose version older pages refuse. Of a key that is repeated the
//! last counts.

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use miniz_oxide::deflate::compress_to_vec_zlib;
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_zlib_with_limit};

use super::definition::Scenario;
use super::format::FormatError;
use super::library;

/// What a link opens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    pub scenario: Scenario,
    /// Position among the scenario's programs, from 0.
    pub variant: u8,
    /// The step it stands at, from 0. May be beyond the end of the run.
    pub step: u32,
    /// It opens with questions about the run.
    pub predict: bool,
}

/// Why a link cannot be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkError {
    /// Neither `s` nor `d` is there.
    Nothing,
    /// The library has no scenario with this id.
    UnknownScenario(String),
    /// The data is packed in a way later than [`PACKING`], or its scenario is of a later version.
    Newer(u32),
    /// The data is not what was once written; says what does not fit.
    Damaged(&'static str),
    /// The scenario unpacks to more than [`MAX_JSON`] bytes.
    TooLong,
    /// The data is whole, but the scenario in it is not one that can be run.
    Scenario(FormatError),
    /// The value of `v` or `k` is not a number.
    NotANumber { key: &'static str, value: String },
    /// The scenario has no variant at this position.
    UnknownVariant(u8),
}

/// How the data is packed: zlib. The only way so far.
pub const PACKING: u8 = 1;

/// Limit of the unpacked scenario, in bytes: a link of a few thousand characters could unpack to megabytes. Every valid
/// scenario stays below it.
pub const MAX_JSON: usize = 256 * 1024;

impl fmt::Display for LinkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            LinkError::Nothing => write!(f, "The link names no scenario."),
            LinkError::UnknownScenario(id) => write!(f, "There is no scenario named '{id}'."),
            LinkError::Newer(format) => write!(f, "This link was made by a newer Loopscope (format {format})."),
            LinkError::Damaged(what) => write!(f, "The link is cut off or damaged: {what}."),
            LinkError::TooLong => write!(f, "The scenario in the link is longer than {MAX_JSON} bytes."),
            LinkError::Scenario(error) => error.fmt(f),
            LinkError::NotANumber { key, value } => {
                write!(f, "The link is cut off or damaged: {key}={value} is not a number in range.")
            }
            LinkError::UnknownVariant(variant) => write!(f, "The link's scenario has no variant {variant}, counted from 0."),
        }
    }
}

impl std::error::Error for LinkError {}

impl Link {
    /// The fragment, without the `#`. It holds letters, digits and `-_=&` only.
    pub fn to_fragment(&self) -> String {
        let scenario = match library::all().iter().find(|entry| entry.scenario() == self.scenario) {
            Some(entry) => format!("s={}", entry.id),
            None => format!("d={}", pack(&self.scenario)),
        };
        let questions = if self.predict { "&q=1" } else { "" };
        format!("{scenario}&v={}&k={}{questions}", self.variant, self.step)
    }

    /// Reads a fragment, with or without its `#`.
    pub fn from_fragment(fragment: &str) -> Result<Link, LinkError> {
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        let value =
            |key| fragment.split('&').filter_map(|pair| pair.split_once('=')).rfind(|pair| pair.0 == key).map(|pair| pair.1);
        let scenario = match (value("d"), value("s")) {
            (Some(data), _) => unpack(data)?,
            (None, Some(id)) => library::by_id(id).ok_or_else(|| LinkError::UnknownScenario(id.to_string()))?.scenario(),
            (None, None) => return Err(LinkError::Nothing),
        };
        let variant = number("v", value("v"))?;
        if usize::from(variant) >= scenario.body.variant_count() {
            return Err(LinkError::UnknownVariant(variant));
        }
        Ok(Link { scenario, variant, step: number("k", value("k"))?, predict: value("q") == Some("1") })
    }
}

fn number<T: std::str::FromStr + Default>(key: &'static str, value: Option<&str>) -> Result<T, LinkError> {
    let Some(value) = value else { return Ok(T::default()) };
    value.parse().map_err(|_| LinkError::NotANumber { key, value: value.to_string() })
}

fn pack(scenario: &Scenario) -> String {
    // 9 is zlib's best level; scenarios are too short for its speed to matter.
    let packed = compress_to_vec_zlib(scenario.to_json().as_bytes(), 9);
    URL_SAFE_NO_PAD.encode([&[PACKING], &packed[..]].concat())
}

fn unpack(data: &str) -> Result<Scenario, LinkError> {
    let bytes = URL_SAFE_NO_PAD.decode(data).map_err(|_| LinkError::Damaged("its data is not base64url"))?;
    let (packing, packed) = bytes.split_first().ok_or(LinkError::Damaged("its data is empty"))?;
    match *packing {
        PACKING => {}
        0 => return Err(LinkError::Damaged("there is no format 0")),
        newer => return Err(LinkError::Newer(newer.into())),
    }
    let json = decompress_to_vec_zlib_with_limit(packed, MAX_JSON).map_err(|error| match error.status {
        TINFLStatus::HasMoreOutput => LinkError::TooLong,
        _ => LinkError::Damaged("its data cannot be unpacked"),
    })?;
    let json = String::from_utf8(json).map_err(|_| LinkError::Damaged("its data is not text"))?;
    Scenario::from_json(&json).map_err(|error| match error {
        FormatError::Newer(version) => LinkError::Newer(version),
        other => LinkError::Scenario(other),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{Activity, Blocks, Body, MachineSettings, Segment, Variant};
    use crate::trace::Span;

    fn edited() -> Scenario {
        let mut scenario = library::default_entry().scenario();
        let Body::Blocks(blocks) = &mut scenario.body else { unreachable!("the default is made of blocks") };
        blocks.activities[1].segments[0] = Segment::Io(Span(4_500_000_000));
        scenario
    }

    fn code(source: &str) -> Scenario {
        let variant = |name: &str| Variant { name: name.into(), source: source.into() };
        Scenario { body: Body::Code(vec![variant("Before"), variant("After")]), ..edited() }
    }

    fn check_round_trip(scenario: Scenario) -> String {
        let last = u8::try_from(scenario.body.variant_count() - 1).expect("there are few variants");
        let link = Link { scenario, variant: last, step: 12, predict: false };
        let fragment = link.to_fragment();
        assert_eq!(Link::from_fragment(&fragment).as_ref(), Ok(&link), "{fragment}");
        assert_eq!(Link::from_fragment(&format!("#{fragment}")), Ok(link));
        fragment
    }

    fn check_refused(fragment: &str, expected: &str) {
        assert_eq!(Link::from_fragment(fragment).expect_err("must be refused").to_string(), expected, "{fragment}");
    }

    /// The fragment for any text in the place of the JSON.
    fn packed(packing: u8, text: &[u8]) -> String {
        format!("d={}", URL_SAFE_NO_PAD.encode([&[packing], &compress_to_vec_zlib(text, 9)[..]].concat()))
    }

    #[test]
    fn scenarios_of_the_library_are_named() {
        assert_eq!(check_round_trip(library::default_entry().scenario()), "s=three-waits&v=3&k=12");
        for entry in library::all() {
            let fragment = check_round_trip(entry.scenario());
            assert!(fragment.split('&').any(|part| part == format!("s={}", entry.id)), "{fragment}");
        }
    }

    #[test]
    fn other_scenarios_are_carried_along() {
        let fragment = check_round_trip(edited());
        assert!(fragment.starts_with("d=") && fragment.len() < 300, "{} characters: {fragment}", fragment.len());
        check_round_trip(code("print('ä \u{0}\r\n\t🦀')\n"));
        check_round_trip(Scenario { machine: MachineSettings { cores: 1, ..MachineSettings::default() }, ..edited() });
    }

    // Nothing that can be edited may fail to be shared: the worst that the limits allow.
    #[test]
    fn the_longest_scenario_fits() {
        let longest = |body| Scenario {
            title: "\u{1}".repeat(Scenario::MAX_TITLE),
            notes: "\u{1}".repeat(Scenario::MAX_NOTES),
            machine: MachineSettings { cores: 64, free_threaded: true, instruction_cost: MachineSettings::MAX_INSTRUCTION_COST },
            body,
        };
        let segments = [Segment::Blocking(Segment::MAX_DURATION); Activity::MAX_SEGMENTS];
        let activity = Activity { copies: 4, ..Activity::new("\u{1}".repeat(Activity::MAX_NAME), segments) };
        check_round_trip(longest(Body::Blocks(Blocks { activities: vec![activity; 50], at_most: Some(200) })));
        let quarter = "\u{1}".repeat(Variant::MAX_SOURCES / Variant::MAX_VARIANTS);
        let variant = Variant { name: "\u{1}".repeat(Variant::MAX_NAME), source: quarter };
        check_round_trip(longest(Body::Code(vec![variant; Variant::MAX_VARIANTS])));
    }

    #[test]
    fn what_is_missing_is_zero_and_what_is_unknown_is_ignored() {
        let scenario = library::default_entry().scenario();
        let expected = Ok(Link { scenario: scenario.clone(), variant: 0, step: 0, predict: false });
        assert_eq!(Link::from_fragment("s=three-waits"), expected);
        assert_eq!(Link::from_fragment("zoom=3&s=no-such&s=three-waits&&x"), expected);
        assert_eq!(
            Link::from_fragment("k=4294967295&v=3&s=three-waits"),
            Ok(Link { scenario, variant: 3, step: u32::MAX, predict: false })
        );
    }

    #[test]
    fn a_link_can_ask_questions() {
        let link = Link { scenario: edited(), variant: 1, step: 0, predict: true };
        assert_eq!(Link::from_fragment(&link.to_fragment()), Ok(link));
        assert!(!Link::from_fragment("s=three-waits&q=0").is_ok_and(|link| link.predict));
    }

    #[test]
    fn broken_links_say_what_is_wrong() {
        check_refused("", "The link names no scenario.");
        check_refused("#top", "The link names no scenario.");
        check_refused("s=three-wai", "There is no scenario named 'three-wai'.");
        check_refused("s=three-waits&v=4", "The link's scenario has no variant 4, counted from 0.");
        check_refused("s=three-waits&v=256", "The link is cut off or damaged: v=256 is not a number in range.");
        check_refused("s=three-waits&k=-1", "The link is cut off or damaged: k=-1 is not a number in range.");
        check_refused("d=", "The link is cut off or damaged: its data is empty.");
        check_refused("d=AQ!", "The link is cut off or damaged: its data is not base64url.");
        check_refused("d=AAAA", "The link is cut off or damaged: there is no format 0.");
        check_refused(&packed(9, b"{}"), "This link was made by a newer Loopscope (format 9).");
        check_refused(&packed(1, br#"{"version":7}"#), "This link was made by a newer Loopscope (format 7).");
        check_refused(&packed(1, b"\xff"), "The link is cut off or damaged: its data is not text.");
        check_refused(&packed(1, &vec![b' '; MAX_JSON + 1]), "The scenario in the link is longer than 262144 bytes.");
        check_refused(
            &packed(1, br#"{"version":1,"scenario":{"title":"T","body":{"code":[]}}}"#),
            "The scenario cannot be run. Variants: There must be 1 to 4 variants.",
        );
    }

    #[test]
    fn deep_nesting_does_not_overflow_the_stack() {
        let text = format!(r#"{{"version":1,"scenario":{}"#, "[".repeat(200_000));
        assert!(matches!(Link::from_fragment(&packed(1, text.as_bytes())), Err(LinkError::Scenario(FormatError::Malformed(_)))));
    }

    // Whatever happens to a link on its way, it is refused or still means the same.
    #[test]
    fn damage_is_noticed() {
        for scenario in [edited(), code("async def main():\n    pass\n")] {
            let link = Link { scenario, variant: 0, step: 0, predict: false };
            let fragment = format!("d={}", pack(&link.scenario));
            for cut in 0..fragment.len() {
                check_refused_or_same(&fragment[..cut], &link);
            }
            for position in 2..fragment.len() {
                for replacement in ["A", "_", "x", "%", "\u{e9}"] {
                    check_refused_or_same(&format!("{}{replacement}{}", &fragment[..position], &fragment[position + 1..]), &link);
                }
            }
        }
    }

    fn check_refused_or_same(fragment: &str, link: &Link) {
        if let Ok(opened) = Link::from_fragment(fragment) {
            assert_eq!(&opened, link, "{fragment}");
        }
    }
}

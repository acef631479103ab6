//! Stands in for the crate `unicode_names2`, which `ruff_python_parser` asks for the character behind `\N{NAME}`.
//!
//! The whole Unicode name table is 300 KB compressed, more than the rest of the parser, and the page must load quickly. This
//! crate knows the names below, the Greek alphabet and the plain Latin letters. For every other name the parser reports a
//! syntax error at the name: a refusal with a place, never a wrong character.

/// Finds the character called `name`, in upper or lower case, or `None` where this table does not have it.
pub fn character(name: &str) -> Option<char> {
    let name = name.to_ascii_uppercase();
    NAMES.iter().find(|(known, _)| *known == name).map(|&(_, character)| character).or_else(|| letter(&name))
}

/// Reads `LATIN SMALL LETTER A`, `GREEK CAPITAL LETTER OMEGA` and their like.
fn letter(name: &str) -> Option<char> {
    let (alphabet, rest) = name.split_once(' ')?;
    let (case, rest) = rest.split_once(' ')?;
    let letter = rest.strip_prefix("LETTER ")?;
    let capital = match alphabet {
        "LATIN" => match letter.as_bytes() {
            [byte @ b'A'..=b'Z'] => char::from(*byte),
            _ => return None,
        },
        "GREEK" => {
            let index = GREEK.iter().position(|known| *known == letter)?;
            let gap = u32::from(index > GREEK_RHO); // U+03A2, the capital of the final sigma, is not assigned
            char::from_u32(0x391 + u32::try_from(index).ok()? + gap)?
        }
        _ => return None,
    };
    match case {
        "CAPITAL" => Some(capital),
        "SMALL" => capital.to_lowercase().next(),
        _ => None,
    }
}

/// The Greek alphabet in its order, by Unicode's names.
const GREEK: [&str; 24] = [
    "ALPHA", "BETA", "GAMMA", "DELTA", "EPSILON", "ZETA", "ETA", "THETA", "IOTA", "KAPPA", "LAMDA", "MU", "NU", "XI", "OMICRON",
    "PI", "RHO", "SIGMA", "TAU", "UPSILON", "PHI", "CHI", "PSI", "OMEGA",
];

/// The last letter before the gap in the code points.
const GREEK_RHO: usize = 16;

const NAMES: &[(&str, char)] = &[
    // Punctuation and signs.
    ("NO-BREAK SPACE", '\u{A0}'),
    ("POUND SIGN", '\u{A3}'),
    ("SECTION SIGN", '\u{A7}'),
    ("COPYRIGHT SIGN", '\u{A9}'),
    ("LEFT-POINTING DOUBLE ANGLE QUOTATION MARK", '\u{AB}'),
    ("REGISTERED SIGN", '\u{AE}'),
    ("DEGREE SIGN", '\u{B0}'),
    ("PLUS-MINUS SIGN", '\u{B1}'),
    ("MICRO SIGN", '\u{B5}'),
    ("MIDDLE DOT", '\u{B7}'),
    ("RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK", '\u{BB}'),
    ("VULGAR FRACTION ONE HALF", '\u{BD}'),
    ("MULTIPLICATION SIGN", '\u{D7}'),
    ("DIVISION SIGN", '\u{F7}'),
    ("EN DASH", '\u{2013}'),
    ("EM DASH", '\u{2014}'),
    ("LEFT SINGLE QUOTATION MARK", '\u{2018}'),
    ("RIGHT SINGLE QUOTATION MARK", '\u{2019}'),
    ("LEFT DOUBLE QUOTATION MARK", '\u{201C}'),
    ("RIGHT DOUBLE QUOTATION MARK", '\u{201D}'),
    ("BULLET", '\u{2022}'),
    ("HORIZONTAL ELLIPSIS", '\u{2026}'),
    ("EURO SIGN", '\u{20AC}'),
    ("TRADE MARK SIGN", '\u{2122}'),
    ("ZERO WIDTH SPACE", '\u{200B}'),
    ("ZERO WIDTH JOINER", '\u{200D}'),
    ("ZERO WIDTH NO-BREAK SPACE", '\u{FEFF}'),
    // Accented letters.
    ("LATIN CAPITAL LETTER A WITH DIAERESIS", '\u{C4}'),
    ("LATIN CAPITAL LETTER A WITH RING ABOVE", '\u{C5}'),
    ("LATIN CAPITAL LETTER C WITH CEDILLA", '\u{C7}'),
    ("LATIN CAPITAL LETTER N WITH TILDE", '\u{D1}'),
    ("LATIN CAPITAL LETTER O WITH DIAERESIS", '\u{D6}'),
    ("LATIN CAPITAL LETTER U WITH DIAERESIS", '\u{DC}'),
    ("LATIN SMALL LETTER SHARP S", '\u{DF}'),
    ("LATIN SMALL LETTER A WITH GRAVE", '\u{E0}'),
    ("LATIN SMALL LETTER A WITH ACUTE", '\u{E1}'),
    ("LATIN SMALL LETTER A WITH DIAERESIS", '\u{E4}'),
    ("LATIN SMALL LETTER A WITH RING ABOVE", '\u{E5}'),
    ("LATIN SMALL LETTER C WITH CEDILLA", '\u{E7}'),
    ("LATIN SMALL LETTER E WITH GRAVE", '\u{E8}'),
    ("LATIN SMALL LETTER E WITH ACUTE", '\u{E9}'),
    ("LATIN SMALL LETTER E WITH CIRCUMFLEX", '\u{EA}'),
    ("LATIN SMALL LETTER I WITH ACUTE", '\u{ED}'),
    ("LATIN SMALL LETTER N WITH TILDE", '\u{F1}'),
    ("LATIN SMALL LETTER O WITH ACUTE", '\u{F3}'),
    ("LATIN SMALL LETTER O WITH DIAERESIS", '\u{F6}'),
    ("LATIN SMALL LETTER O WITH STROKE", '\u{F8}'),
    ("LATIN SMALL LETTER U WITH ACUTE", '\u{FA}'),
    ("LATIN SMALL LETTER U WITH DIAERESIS", '\u{FC}'),
    ("COMBINING ACUTE ACCENT", '\u{301}'),
    ("COMBINING DIAERESIS", '\u{308}'),
    // Arrows.
    ("LEFTWARDS ARROW", '\u{2190}'),
    ("UPWARDS ARROW", '\u{2191}'),
    ("RIGHTWARDS ARROW", '\u{2192}'),
    ("DOWNWARDS ARROW", '\u{2193}'),
    ("LEFT RIGHT ARROW", '\u{2194}'),
    ("RIGHTWARDS DOUBLE ARROW", '\u{21D2}'),
    // Mathematics.
    ("FOR ALL", '\u{2200}'),
    ("THERE EXISTS", '\u{2203}'),
    ("ELEMENT OF", '\u{2208}'),
    ("N-ARY SUMMATION", '\u{2211}'),
    ("SQUARE ROOT", '\u{221A}'),
    ("INFINITY", '\u{221E}'),
    ("LOGICAL AND", '\u{2227}'),
    ("LOGICAL OR", '\u{2228}'),
    ("ALMOST EQUAL TO", '\u{2248}'),
    ("NOT EQUAL TO", '\u{2260}'),
    ("LESS-THAN OR EQUAL TO", '\u{2264}'),
    ("GREATER-THAN OR EQUAL TO", '\u{2265}'),
    // Blocks and lines, for bars drawn as text.
    ("BOX DRAWINGS LIGHT HORIZONTAL", '\u{2500}'),
    ("BOX DRAWINGS LIGHT VERTICAL", '\u{2502}'),
    ("BOX DRAWINGS LIGHT DOWN AND RIGHT", '\u{250C}'),
    ("BOX DRAWINGS LIGHT DOWN AND LEFT", '\u{2510}'),
    ("BOX DRAWINGS LIGHT UP AND RIGHT", '\u{2514}'),
    ("BOX DRAWINGS LIGHT UP AND LEFT", '\u{2518}'),
    ("FULL BLOCK", '\u{2588}'),
    ("LIGHT SHADE", '\u{2591}'),
    ("MEDIUM SHADE", '\u{2592}'),
    ("DARK SHADE", '\u{2593}'),
    ("BLACK SQUARE", '\u{25A0}'),
    ("WHITE SQUARE", '\u{25A1}'),
    ("BLACK RIGHT-POINTING TRIANGLE", '\u{25B6}'),
    ("WHITE CIRCLE", '\u{25CB}'),
    ("BLACK CIRCLE", '\u{25CF}'),
    // Marks, weather and hearts.
    ("BLACK SUN WITH RAYS", '\u{2600}'),
    ("CLOUD", '\u{2601}'),
    ("SNOWMAN", '\u{2603}'),
    ("BLACK STAR", '\u{2605}'),
    ("WHITE STAR", '\u{2606}'),
    ("BLACK TELEPHONE", '\u{260E}'),
    ("WHITE SMILING FACE", '\u{263A}'),
    ("BLACK SPADE SUIT", '\u{2660}'),
    ("BLACK CLUB SUIT", '\u{2663}'),
    ("BLACK HEART SUIT", '\u{2665}'),
    ("BLACK DIAMOND SUIT", '\u{2666}'),
    ("WARNING SIGN", '\u{26A0}'),
    ("HIGH VOLTAGE SIGN", '\u{26A1}'),
    ("WHITE HEAVY CHECK MARK", '\u{2705}'),
    ("CHECK MARK", '\u{2713}'),
    ("HEAVY CHECK MARK", '\u{2714}'),
    ("BALLOT X", '\u{2717}'),
    ("SPARKLES", '\u{2728}'),
    ("CROSS MARK", '\u{274C}'),
    ("HEAVY BLACK HEART", '\u{2764}'),
    // Emoji.
    ("SNAKE", '\u{1F40D}'),
    ("EARTH GLOBE EUROPE-AFRICA", '\u{1F30D}'),
    ("PARTY POPPER", '\u{1F389}'),
    ("WAVING HAND SIGN", '\u{1F44B}'),
    ("THUMBS UP SIGN", '\u{1F44D}'),
    ("SKULL", '\u{1F480}'),
    ("SLEEPING SYMBOL", '\u{1F4A4}'),
    ("FIRE", '\u{1F525}'),
    ("GRINNING FACE", '\u{1F600}'),
    ("FACE WITH TEARS OF JOY", '\u{1F602}'),
    ("ROCKET", '\u{1F680}'),
    ("THINKING FACE", '\u{1F914}'),
    ("ALARM CLOCK", '\u{23F0}'),
    ("HOURGLASS WITH FLOWING SAND", '\u{23F3}'),
    ("HOT BEVERAGE", '\u{2615}'),
];

#[cfg(test)]
mod tests {
    use super::character;

    #[track_caller]
    fn check(name: &str, expected: Option<char>) {
        assert_eq!(character(name), expected, "{name}");
    }

    #[test]
    fn names_in_the_table() {
        check("BULLET", Some('•'));
        check("rightwards arrow", Some('→'));
        check("Full Block", Some('█'));
        check("SNAKE", Some('🐍'));
    }

    #[test]
    fn letters() {
        check("LATIN SMALL LETTER A", Some('a'));
        check("LATIN CAPITAL LETTER Z", Some('Z'));
        check("GREEK SMALL LETTER ALPHA", Some('α'));
        check("GREEK CAPITAL LETTER RHO", Some('Ρ'));
        check("GREEK SMALL LETTER SIGMA", Some('σ'));
        check("GREEK CAPITAL LETTER OMEGA", Some('Ω'));
        check("GREEK SMALL LETTER LAMDA", Some('λ'));
    }

    #[test]
    fn other_names_are_unknown() {
        check("", None);
        check("NONSENSE", None);
        check("LATIN SMALL LETTER", None);
        check("LATIN SMALL LETTER AB", None);
        check("LATIN MIDDLE LETTER A", None);
        check("CYRILLIC SMALL LETTER A", None);
    }
}

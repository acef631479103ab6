//! What Python's `str` methods ask about characters and Rust's `char` does not answer the same way.

/// The zeros of the runs of ten decimal digits (general category Nd).
#[rustfmt::skip]
const ZEROS: [u32; 68] = [
    0x30, 0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0, 0xf20, 0x1040,
    0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0,
    0xaa50, 0xabf0, 0xff10, 0x104a0, 0x10d30, 0x11066, 0x110f0, 0x11136, 0x111d0, 0x112f0, 0x11450, 0x114d0, 0x11650, 0x116c0,
    0x11730, 0x118e0, 0x11950, 0x11c50, 0x11d50, 0x11da0, 0x11f50, 0x16a60, 0x16ac0, 0x16b50, 0x1d7ce, 0x1d7d8, 0x1d7e2, 0x1d7ec,
    0x1d7f6, 0x1e140, 0x1e2f0, 0x1e4f0, 0x1e950, 0x1fbf0,
];

/// Digits that are not decimal: superscripts, circled digits and the like (Numeric_Type=Digit).
#[rustfmt::skip]
const DIGITS: [(u32, u32); 20] = [
    (178, 179), (185, 185), (4969, 4977), (6618, 6618), (8304, 8304), (8308, 8313), (8320, 8329), (9312, 9320), (9332, 9340),
    (9352, 9360), (9450, 9450), (9461, 9469), (9471, 9471), (10102, 10110), (10112, 10120), (10122, 10130), (68160, 68163),
    (69216, 69224), (69714, 69722), (127232, 127242),
];

/// The value of a decimal digit of any script.
pub fn decimal(c: char) -> Option<u32> {
    if c.is_ascii() {
        return c.to_digit(10);
    }
    let run = ZEROS.partition_point(|&zero| zero <= c as u32).checked_sub(1)?;
    Some(c as u32 - ZEROS[run]).filter(|&digit| digit < 10)
}

pub fn is_decimal(c: char) -> bool {
    decimal(c).is_some()
}

pub fn is_digit(c: char) -> bool {
    is_decimal(c) || DIGITS.iter().any(|&(first, last)| (first..=last).contains(&(c as u32)))
}

/// `str.isnumeric` of one character. Numerals among the ideographs, such as 三, are not known.
pub fn is_numeric(c: char) -> bool {
    c.is_numeric() || is_digit(c)
}

/// `str.isalpha` of one character: a letter. Rust's `is_alphabetic` adds numerals and circled letters, which are not.
pub fn is_alpha(c: char) -> bool {
    c.is_alphabetic() && !c.is_numeric() && !matches!(c as u32, 0x345 | 0x24b6..=0x24e9 | 0x1f130..=0x1f189)
}

/// `str.isspace` of one character. Python adds the four separators of ASCII to Unicode's white space.
pub fn is_space(c: char) -> bool {
    c.is_whitespace() || ('\x1c'..='\x1f').contains(&c)
}

/// Whether `repr` shows the character itself.
pub fn is_printable(c: char) -> bool {
    if c.is_ascii() {
        return (' '..='~').contains(&c);
    }
    // `str::escape_debug` escapes what is not printable by the same definition, and combining marks only at the start.
    let mut buffer = [0; 5];
    buffer[0] = b'.';
    let end = 1 + c.encode_utf8(&mut buffer[1..]).len();
    let text = std::str::from_utf8(&buffer[..end]).expect("ASCII and one character");
    text.escape_debug().nth(1) == Some(c)
}

/// The characters a line ends at for `str.splitlines`.
pub fn is_line_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\x0b' | '\x0c' | '\x1c'..='\x1e' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

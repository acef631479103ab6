//! The line of a program that is wrong, as CPython shows it in a SyntaxError.

/// A line of a program that is wrong, with carets under the characters from `start` to before `end`, from 1
/// (`TracebackException._format_syntax_error`).
pub fn marked_line(line: &str, start: Option<usize>, end: Option<usize>) -> String {
    let line = line.trim_end_matches('\n');
    let shown = line.trim_start_matches([' ', '\n', '\x0c']);
    let mut text = format!("    {shown}\n");
    let length = line.chars().count();
    let spaces = length - shown.chars().count();
    if let Some(start) = start.map(|start| start.min(length + 1)).filter(|&start| start > spaces) {
        let end = end.filter(|&end| end != 0).unwrap_or(start).min(length + 1).max(start + 1);
        let before = shown.chars().take(start - 1 - spaces).map(|letter| if letter.is_whitespace() { letter } else { ' ' });
        text.push_str(&format!("    {}{}\n", before.collect::<String>(), "^".repeat(end - start)));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::marked_line;

    #[test]
    fn carets_stand_under_the_marked_characters() {
        assert_eq!(marked_line("    x = = 1\n", Some(9), Some(10)), "    x = = 1\n        ^\n");
        assert_eq!(marked_line("print(1", Some(6), Some(0)), "    print(1\n         ^\n");
        assert_eq!(marked_line("x", Some(9), Some(12)), "    x\n     ^\n");
        assert_eq!(marked_line("x = 1", None, None), "    x = 1\n");
    }
}

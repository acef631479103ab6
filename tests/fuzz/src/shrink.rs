//! The least program that still shows a difference, by taking away statements as long as it does.

/// Programs tried at most.
const TRIALS: usize = 400;

/// Takes away what `is_interesting` does not need.
pub fn shrink(source: &str, mut is_interesting: impl FnMut(&str) -> bool) -> String {
    let mut lines: Vec<String> = source.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned).collect();
    let mut trials = 0;
    loop {
        let before = lines.len();
        let mut at = 0;
        while at < lines.len() {
            let better = reductions(&lines, at).into_iter().find(|candidate| {
                trials += 1;
                trials <= TRIALS && is_interesting(&text(candidate))
            });
            match better {
                Some(candidate) => lines = candidate,
                None => at += 1,
            }
        }
        if lines.len() == before || trials >= TRIALS {
            return text(&lines);
        }
    }
}

fn text(lines: &[String]) -> String {
    lines.iter().map(|line| format!("{line}\n")).collect()
}

/// The programs that are smaller by the statement that begins at a line: without it, or with its body in its place.
fn reductions(lines: &[String], at: usize) -> Vec<Vec<String>> {
    let end = end_of_block(lines, at);
    let end_of_clauses = end_of_clauses(lines, at, end);
    let mut found = vec![without(lines, at, end_of_clauses)];
    if end_of_clauses != end {
        found.push(without(lines, end, end_of_clauses));
    }
    if end > at + 1 {
        let body = lines[at + 1..end].iter().map(|line| line.strip_prefix("    ").unwrap_or(line).to_owned());
        found.push(lines[..at].iter().cloned().chain(body).chain(lines[end_of_clauses..].iter().cloned()).collect());
    }
    found.retain(|candidate| candidate.as_slice() != lines);
    found
}

/// Removes lines; a header that loses its whole body gets a `pass`.
fn without(lines: &[String], start: usize, end: usize) -> Vec<String> {
    let mut kept = lines[..start].to_vec();
    let header = kept.last().filter(|line| line.ends_with(':')).map(|line| indentation(line));
    let next = lines.get(end).map_or(0, |line| indentation(line));
    if let Some(header) = header
        && next <= header
    {
        kept.push(format!("{}pass", " ".repeat(header + 4)));
    }
    kept.extend_from_slice(&lines[end..]);
    kept
}

fn indentation(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

/// The line after what stands under a line.
fn end_of_block(lines: &[String], at: usize) -> usize {
    let depth = indentation(&lines[at]);
    let under = lines[at + 1..].iter().take_while(|line| indentation(line) > depth).count();
    at + 1 + under
}

/// The line after the `except`, `else` and `finally` that go with a statement.
fn end_of_clauses(lines: &[String], at: usize, end: usize) -> usize {
    let depth = indentation(&lines[at]);
    let mut end = end;
    while let Some(line) = lines.get(end) {
        let clause = ["except", "else:", "finally:", "elif"].iter().any(|word| line.trim_start().starts_with(word));
        if indentation(line) != depth || !clause {
            break;
        }
        end = end_of_block(lines, end);
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_needed_goes() {
        let source = "a\ntry:\n    b\n    needed\nexcept E:\n    c\nfor x in y:\n    d\n";
        assert_eq!(shrink(source, |text| text.contains("needed")), "needed\n");
    }

    #[test]
    fn an_empty_body_passes() {
        let source = "while x:\n    a\n    b\n";
        assert_eq!(shrink(source, |text| text.contains("while")), "while x:\n    pass\n");
    }
}

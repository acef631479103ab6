//! "Did you mean": the closest of some names, as `_compute_suggestion_error` (Lib/traceback.py) chooses it.

const MOVE_COST: usize = 2;
const CASE_COST: usize = 1;
const MAX_CANDIDATES: usize = 750;
const MAX_LENGTH: usize = 40;

/// The candidate most similar to `wrong`, if one is similar enough.
pub fn closest<'a>(wrong: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    if wrong.len() > MAX_LENGTH {
        return None;
    }
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates.take(MAX_CANDIDATES).filter(|&candidate| candidate != wrong) {
        // No more than a third of the involved characters should need to change.
        let mut limit = (candidate.len() + wrong.len() + 3) * MOVE_COST / 6;
        if let Some((distance, _)) = best {
            limit = limit.min(distance - 1);
        }
        let distance = distance(wrong, candidate);
        if distance <= limit {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// The Levenshtein distance, with a change of case at half the cost.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).map(|i| i * MOVE_COST).collect();
    for (i, x) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = (i + 1) * MOVE_COST;
        for (j, &y) in b.iter().enumerate() {
            let substitute = diagonal + substitution_cost(x, y);
            diagonal = row[j + 1];
            row[j + 1] = substitute.min(row[j] + MOVE_COST).min(row[j + 1] + MOVE_COST);
        }
    }
    row[b.len()]
}

fn substitution_cost(a: char, b: char) -> usize {
    if a == b {
        0
    } else if a.eq_ignore_ascii_case(&b) {
        CASE_COST
    } else {
        MOVE_COST
    }
}

#[cfg(test)]
mod tests {
    use super::closest;

    #[test]
    fn the_closest_name_is_suggested() {
        let names = ["append", "extend", "insert"];
        assert_eq!(closest("apend", names.into_iter()), Some("append"));
        assert_eq!(closest("Append", names.into_iter()), Some("append"));
        assert_eq!(closest("add", names.into_iter()), None);
    }
}

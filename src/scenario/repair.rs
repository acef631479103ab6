//! A scenario with a program of it mended, the mended one beside the one it was made from.

use super::definition::{Body, Scenario, Variant};

const NAME: &str = "Repaired";

impl Scenario {
    /// The scenario with `source` as a variant after the variant at position `variant`, and the position it has then; `None` if there is no
    /// such variant. Where no place is left, the mended program takes that of the variant after it, or of the one before the last. A scenario
    /// of blocks becomes one of code, of the program before and after.
    pub fn with_repaired(&self, variant: usize, source: &str) -> Option<(Scenario, usize)> {
        let mut variants = match &self.body {
            Body::Code(variants) => variants.clone(),
            Body::Blocks(_) => Vec::new(),
        };
        let mut at = variant;
        if variants.is_empty() {
            let program = self.programs().into_iter().nth(variant)?;
            variants.push(Variant { name: program.name, source: program.source });
            at = 0;
        }
        if at >= variants.len() {
            return None;
        }
        if variants.len() == Variant::MAX_VARIANTS {
            let replaced = if at + 1 < variants.len() { at + 1 } else { at - 1 };
            variants.remove(replaced);
            at -= usize::from(replaced < at);
        }
        let name = free_name(&variants);
        variants.insert(at + 1, Variant { name, source: source.to_string() });
        Some((Scenario { body: Body::Code(variants), ..self.clone() }, at + 1))
    }
}

fn free_name(variants: &[Variant]) -> String {
    let taken = |name: &String| variants.iter().any(|variant| variant.name == *name);
    let numbered = (2_u32..).map(|number| format!("{NAME} {number}"));
    std::iter::once(NAME.to_string()).chain(numbered).find(|name| !taken(name)).expect("there is no end of numbers")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::library;

    fn code(names: &[&str]) -> Scenario {
        let variant = |name: &&str| Variant { name: name.to_string(), source: format!("print('{name}')\n") };
        Scenario { body: Body::Code(names.iter().map(variant).collect()), ..library::default_entry().scenario() }
    }

    fn check(names: &[&str], variant: usize, expected: Option<(&[&str], usize)>) {
        let repaired = code(names).with_repaired(variant, "pass\n");
        let actual = repaired.map(|(scenario, at)| {
            let Body::Code(variants) = scenario.body else { panic!("it is made of code") };
            assert_eq!(variants[at].source, "pass\n");
            (variants.into_iter().map(|variant| variant.name).collect::<Vec<_>>(), at)
        });
        let expected = expected.map(|(names, at)| (names.iter().map(|name| name.to_string()).collect(), at));
        assert_eq!(actual, expected);
    }

    #[test]
    fn the_mended_program_stands_beside_the_one_it_was_made_from() {
        check(&["A"], 0, Some((&["A", "Repaired"], 1)));
        check(&["A", "Repaired"], 0, Some((&["A", "Repaired 2", "Repaired"], 1)));
        check(&["A"], 1, None);
    }

    #[test]
    fn where_there_is_no_place_it_replaces_a_neighbour() {
        check(&["A", "B", "C", "D"], 1, Some((&["A", "B", "Repaired", "D"], 2)));
        check(&["A", "B", "C", "D"], 3, Some((&["A", "B", "D", "Repaired"], 3)));
    }

    #[test]
    fn blocks_become_code() {
        let scenario = library::default_entry().scenario();
        let (repaired, at) = scenario.with_repaired(1, "pass\n").expect("there is a second variant");
        let Body::Code(variants) = &repaired.body else { panic!("it is made of code") };
        assert_eq!((at, variants.len(), variants[0].name.as_str()), (1, 2, "Concurrent"));
        assert_eq!(variants[0].source, scenario.programs()[1].source);
        assert_eq!(repaired.problems(), []);
    }
}

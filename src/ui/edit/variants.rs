//! Changes to the programs of a scenario.

use crate::scenario::{Body, Scenario, Variant};

use super::keys::{RowKeys, fresh};
use super::{Edit, move_within};

/// `keys` are those of the variants; `next` is the last one that was given.
pub(super) fn apply(edit: &Edit, variants: &mut Vec<Variant>, keys: &mut Vec<u32>, next: &mut u32) {
    match *edit {
        Edit::Source { variant, ref source } => {
            if let Some(variant) = variants.get_mut(variant) {
                variant.source = source.to_string();
            }
        }
        Edit::RenameVariant { variant, ref name } => {
            if let Some(variant) = variants.get_mut(variant) {
                variant.name = name.to_string();
            }
        }
        Edit::DuplicateVariant(variant) if variant < variants.len() && variants.len() < Variant::MAX_VARIANTS => {
            let copy = Variant { name: free_name(variants, &variants[variant].name), source: variants[variant].source.clone() };
            variants.insert(variant + 1, copy);
            keys.insert(variant + 1, fresh(next));
        }
        Edit::RemoveVariant(variant) if variant < variants.len() && variants.len() > 1 => {
            variants.remove(variant);
            keys.remove(variant);
        }
        Edit::MoveVariant { from, to } => {
            move_within(variants, from, to);
            move_within(keys, from, to);
        }
        _ => {}
    }
}

/// The programs keep their names and keys.
pub(super) fn continue_as_code(scenario: &mut Scenario, keys: &mut RowKeys) {
    if let Body::Blocks(_) = scenario.body {
        let variant = |program: crate::scenario::Program| Variant { name: program.name, source: program.source };
        scenario.body = Body::Code(scenario.programs().into_iter().map(variant).collect());
        keys.activities.clear();
    }
}

/// "After 2" for a copy of "After", or the first number that is free.
fn free_name(variants: &[Variant], name: &str) -> String {
    let stem = name.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end();
    let stem: String = if stem.is_empty() { name } else { stem }.chars().take(Variant::MAX_NAME - 4).collect();
    let mut numbered = (2_u32..).map(|number| format!("{stem} {number}"));
    let taken = |name: &str| variants.iter().any(|variant| variant.name == name);
    numbered.find(|name| !taken(name)).expect("there is no end of numbers")
}

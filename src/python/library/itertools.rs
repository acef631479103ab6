//! The types of `itertools`: their constructors hand over to generator functions of the prelude, whose generators stand for them.

use crate::python::builtins::TypeDef;
use crate::python::builtins::iterators::METHODS;
use crate::python::core::{TypeKind, core};
use crate::python::native::{Def, Flow, Result};
use crate::python::object::{Layout, Namespace, Sym, Value};
use crate::python::vm::Cx;

/// A call of a function of the prelude with all arguments; those that were not given are `None`.
fn prelude(cx: &mut Cx<'_>, name: &str, args: &[Value]) -> Result<Flow> {
    let given = args.iter().map(|value| if value.is_unset() { Value::None } else { value.clone() });
    Ok(cx.call_prelude(name, given.collect()))
}

const fn callable(kind: TypeKind, new: Def) -> TypeDef {
    TypeDef { kind, base: TypeKind::Object, layout: Layout::Final, new: Some(new), methods: METHODS }
}

/// `chain.from_iterable(iterables)`
const FROM_ITERABLE: TypeDef = TypeDef {
    kind: TypeKind::Chain,
    base: TypeKind::Object,
    layout: Layout::Final,
    new: None,
    methods: &[Def::control("from_iterable(cls, iterable, /)", |cx, args| prelude(cx, "_chain", &args[1..])).class_method()],
};

pub const TYPES: &[&TypeDef] = &[
    &callable(
        TypeKind::Accumulate,
        Def::control("accumulate(iterable, func=None, *, initial=None)", |cx, args| prelude(cx, "_accumulate", args)),
    ),
    &callable(TypeKind::Batched, Def::control("batched(iterable, n, *, strict=False)", |cx, args| prelude(cx, "_batched", args))),
    &callable(TypeKind::Chain, Def::control("chain(*iterables)", |cx, args| prelude(cx, "_chain", args))),
    &FROM_ITERABLE,
    &callable(TypeKind::Combinations, Def::control("combinations(iterable, r)", |cx, args| prelude(cx, "_combinations", args))),
    &callable(
        TypeKind::CombinationsWithReplacement,
        Def::control("combinations_with_replacement(iterable, r)", |cx, args| prelude(cx, "_combinations_with_replacement", args)),
    ),
    &callable(TypeKind::Compress, Def::control("compress(data, selectors)", |cx, args| prelude(cx, "_compress", args))),
    &callable(TypeKind::Cycle, Def::control("cycle(iterable, /)", |cx, args| prelude(cx, "_cycle", args))),
    &callable(TypeKind::DropWhile, Def::control("dropwhile(predicate, iterable, /)", |cx, args| prelude(cx, "_dropwhile", args))),
    &callable(
        TypeKind::FilterFalse,
        Def::control("filterfalse(function, iterable, /)", |cx, args| prelude(cx, "_filterfalse", args)),
    ),
    &callable(TypeKind::GroupBy, Def::control("groupby(iterable, key=None)", |cx, args| prelude(cx, "_groupby", args))),
    &TypeDef::internal(TypeKind::Grouper, METHODS),
    &callable(TypeKind::ISlice, Def::control("islice(iterable, /, *args)", |cx, args| prelude(cx, "_islice", args))),
    &callable(TypeKind::Pairwise, Def::control("pairwise(iterable, /)", |cx, args| prelude(cx, "_pairwise", args))),
    &callable(
        TypeKind::Permutations,
        Def::control("permutations(iterable, r=None)", |cx, args| prelude(cx, "_permutations", args)),
    ),
    &callable(TypeKind::Product, Def::control("product(*iterables, repeat=1)", product)),
    &callable(TypeKind::StarMap, Def::control("starmap(function, iterable, /)", |cx, args| prelude(cx, "_starmap", args))),
    &callable(TypeKind::TakeWhile, Def::control("takewhile(predicate, iterable, /)", |cx, args| prelude(cx, "_takewhile", args))),
    &TypeDef::internal(TypeKind::Tee, METHODS),
    &callable(
        TypeKind::ZipLongest,
        Def::control("zip_longest(*iterables, fillvalue=None)", |cx, args| prelude(cx, "_zip_longest", args)),
    ),
];

fn product(cx: &mut Cx<'_>, args: &[Value]) -> Result<Flow> {
    let repeat = if args[1].is_unset() { Value::Int(1) } else { args[1].clone() };
    prelude(cx, "_product", &[args[0].clone(), repeat])
}

/// The iterator types that generator functions of the prelude implement.
pub const ITERATORS: &[(&str, TypeKind)] = &[
    ("_accumulated", TypeKind::Accumulate),
    ("_batches", TypeKind::Batched),
    ("_chained", TypeKind::Chain),
    ("_combined", TypeKind::Combinations),
    ("_repeatedly_combined", TypeKind::CombinationsWithReplacement),
    ("_compressed", TypeKind::Compress),
    ("_cycled", TypeKind::Cycle),
    ("_dropped", TypeKind::DropWhile),
    ("_rejected", TypeKind::FilterFalse),
    ("_groups", TypeKind::GroupBy),
    ("_one_group", TypeKind::Grouper),
    ("_sliced", TypeKind::ISlice),
    ("_pairs", TypeKind::Pairwise),
    ("_permuted", TypeKind::Permutations),
    ("_multiplied", TypeKind::Product),
    ("_starmapped", TypeKind::StarMap),
    ("_taken", TypeKind::TakeWhile),
    ("_teed", TypeKind::Tee),
    ("_zipped_longest", TypeKind::ZipLongest),
];

/// The types as names of the module.
pub fn constants(namespace: &Namespace) {
    for &(_, kind) in ITERATORS {
        namespace.set(Sym::new(kind.name()), Value::Obj(core().class(kind).clone()));
    }
}

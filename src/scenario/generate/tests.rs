use std::path::PathBuf;

use super::*;
use crate::scenario::{Activity, Body, Segment, library};
use crate::trace::Span;

/// Compares with the files of `tests/golden/generated`, which are there to be read; `UPDATE_GOLDEN=1` writes them anew.
#[test]
fn programs_of_the_library_are_as_recorded() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden/generated");
    for entry in library::all() {
        let Body::Blocks(blocks) = entry.scenario().body else { continue };
        for kind in VariantKind::ALL {
            let path = folder.join(format!("{}.{}.py", entry.id, kind.label().to_lowercase()));
            check_recorded(&path, &generate(&blocks, kind).source);
        }
    }
}

fn check_recorded(path: &PathBuf, source: &str) {
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::create_dir_all(path.parent().expect("it is in a folder")).expect("the folder can be made");
        std::fs::write(path, source).expect("the file can be written");
    }
    let recorded = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    assert_eq!(source, recorded, "{}", path.display());
}

fn every_feature(names: [&str; 3]) -> Blocks {
    let second = Span::SECOND;
    let [a, b, c] = names;
    Blocks {
        activities: vec![
            Activity::new(a, [Segment::Io(Span::MILLISECOND), Segment::Compute(second)]),
            Activity { copies: 3, ..Activity::new(b, [Segment::Blocking(second)]) },
            Activity::new(c, []),
        ],
        at_most: Some(2),
    }
}

#[test]
fn a_limit_becomes_a_semaphore_or_the_size_of_a_pool() {
    let blocks = every_feature(["Fetch", "Store a page", "Nothing"]);
    let check = |kind, expected: &str| {
        let source = generate(&blocks, kind).source;
        assert!(source.contains(expected), "{expected:?} is not in\n{source}");
    };
    check(VariantKind::Sequential, "    fetch()\n    for number in range(1, 4):\n        store_a_page(number)\n    nothing()\n");
    check(
        VariantKind::Concurrent,
        "    limit = asyncio.Semaphore(2)
    await asyncio.gather(
        limited(limit, fetch()),
        *(limited(limit, store_a_page(number)) for number in range(1, 4)),
        limited(limit, nothing()),
    )
",
    );
    let pool = |name| {
        format!(
            "    with {name}(max_workers=2) as pool:
        futures = [
            pool.submit(fetch),
            *(pool.submit(store_a_page, number) for number in range(1, 4)),
            pool.submit(nothing),
        ]
        for future in futures:
            future.result()
"
        )
    };
    check(VariantKind::Threads, &pool("ThreadPoolExecutor"));
    check(VariantKind::Parallel, &pool("ProcessPoolExecutor"));
}

#[test]
fn more_than_a_line_holds_is_broken() {
    let name = "An activity whose name is quite long";
    let blocks = Blocks { activities: vec![Activity { copies: 100, ..Activity::new(name, []) }], at_most: Some(1) };
    let source = generate(&blocks, VariantKind::Concurrent).source;
    let expected = "    await asyncio.gather(
        *(
            limited(limit, an_activity_whose_name_is_quite_long(number))
            for number in range(1, 101)
        ),
    )
";
    assert!(source.contains(expected), "{source}");
}

#[test]
fn functions_are_the_same_in_every_variant() {
    let blocks = every_feature(["Fetch", " Fetch ", "main"]);
    let expected = [("fetch", "Fetch", 1), ("fetch_2", "Fetch", 3), ("main_", "main", 1)];
    for kind in VariantKind::ALL {
        let Generated { source, functions } = generate(&blocks, kind);
        let found: Vec<_> = functions.iter().map(|f| (f.function.as_str(), f.label.as_str(), f.copies)).collect();
        assert_eq!(found, expected);
        for (function, _, _) in expected {
            assert_eq!(source.matches(&format!("def {function}(")).count(), 1, "{source}");
        }
    }
}

/// Whatever the names are, only docstrings differ: the rest of the program is that of plain names.
#[test]
fn names_cannot_become_code() {
    let nasty = [
        ["\"\"\"", "'''", "\\"],
        ["\"\"\"\nimport os\n\"\"\"", "x\\\"\"\"", "\\\\\""],
        ["\r", "\u{2028}#\u{85}", "\u{0c}\u{1c}"],
        ["{}", "%s\\N{BEL}", "\\x22\\u0022"],
    ];
    for kind in VariantKind::ALL {
        for names in nasty {
            let Generated { source, functions } = generate(&every_feature(names), kind);
            let plain = generate(&every_feature(["Fetch", "Store", "Nothing"]), kind);
            assert_eq!(skeleton(&source, &functions), skeleton(&plain.source, &plain.functions), "{names:?}");
        }
    }
}

/// The program without its docstrings, its functions' names replaced by numbers. Panics where a docstring is not a whole line.
fn skeleton(source: &str, functions: &[ActivityFunction]) -> String {
    let mut out = String::new();
    for line in source.split('\n') {
        match line.trim_start_matches(' ').strip_prefix("\"\"\"") {
            Some(rest) => check_ends_literal(rest),
            None => out.push_str(line),
        }
        out.push('\n');
    }
    for function in functions {
        for (before, after) in [("def ", "("), (" ", "("), ("(", ","), ("(", ")"), ("*(", "(")] {
            let with = |name: &str| format!("{before}{name}{after}");
            out = out.replace(&with(&function.function), &with(&function.activity.to_string()));
        }
    }
    out
}

/// Checks that the first three quotes of `rest` that are not escaped are its last three characters, and that no line ends inside.
fn check_ends_literal(rest: &str) {
    assert!(!rest.chars().any(|c| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')), "{rest:?}");
    let unescaped = rest.replace("\\\\", "").replace("\\\"", "");
    assert_eq!(unescaped.find('"'), Some(unescaped.len() - 3), "{rest:?}");
    assert!(unescaped.ends_with("\"\"\""), "{rest:?}");
}

#[test]
fn lanes_are_numbered_where_there_are_copies() {
    let functions = generate(&every_feature(["A", "B", "C"]), VariantKind::Threads).functions;
    assert_eq!(functions[0].lane_label(0), "A");
    assert_eq!([functions[1].lane_label(0), functions[1].lane_label(2)], ["B 1", "B 3"]);
}

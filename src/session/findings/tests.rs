use super::*;
use crate::scenario::library;
use crate::session::{Comparison, Options, Run};
use crate::sim::Settings;

fn check(source: &str, expected: &[(&str, u32, &str)]) -> Vec<Finding> {
    let options = Options { settings: Settings::default(), watched: Default::default() };
    let recording = Run::new("program.py", source, &options).unwrap_or_else(|faults| panic!("{faults:?}")).complete();
    let found = findings(&recording, source);
    let actual: Vec<_> = found.iter().map(|f| (f.kind.title(), f.line.unwrap_or(0), words(f.cost))).collect();
    let actual: Vec<_> = actual.iter().map(|(title, line, cost)| (*title, *line, cost.as_str())).collect();
    assert_eq!(actual, expected, "{found:#?}");
    found
}

fn words(span: Span) -> String {
    crate::session::words::span(span)
}

#[test]
fn a_blocking_call_is_found_where_it_stands() {
    let found = check(
        "import asyncio, time\nasync def f():\n    for _ in range(3):\n        time.sleep(0.5)\nasyncio.run(f())\n",
        &[("Blocking call in a coroutine", 4, "1.50 s")],
    );
    assert!(found[0].text.contains("(3 calls)"), "{}", found[0].text);
    assert!(found[0].repaired.as_ref().is_some_and(|text| text.contains("        await asyncio.sleep(0.5)\n")));
}

#[test]
fn a_blocking_function_is_moved_to_a_thread() {
    let found = check(
        "import asyncio, time\ndef work(x):\n    time.sleep(1)\n    return x\nasync def f():\n    print(work(2))\nasyncio.run(f())\n",
        &[("Blocking call in a coroutine", 3, "1.00 s")],
    );
    assert!(found[0].repaired.as_ref().is_some_and(|text| text.contains("print(await asyncio.to_thread(work, 2))")));
}

#[test]
fn a_long_computation_is_found_in_its_loop() {
    let source = "import asyncio\ndef count(n):\n    for i in range(n):\n        pass\nasync def f():\n    count(5_000_000)\nasyncio.run(f())\n";
    let found = check_kinds(source);
    assert_eq!(found, [(FindingKind::LongComputation, Some(3))]);
}

fn check_kinds(source: &str) -> Vec<(FindingKind, Option<u32>)> {
    let options = Options { settings: Settings::default(), watched: Default::default() };
    let recording = Run::new("program.py", source, &options).unwrap_or_else(|faults| panic!("{faults:?}")).complete();
    findings(&recording, source).iter().map(|finding| (finding.kind, finding.line)).collect()
}

#[test]
fn ordinary_programs_have_no_findings() {
    let program = |body: &str| {
        format!(
            "import asyncio, time\nasync def f(x):\n    await asyncio.sleep(1)\n    return x\nasync def main():\n{body}asyncio.run(main())\n"
        )
    };
    for body in [
        "    await asyncio.gather(f(1), f(2))\n",
        "    a = await f(1)\n    print(await f(a))\n",
        "    t = asyncio.create_task(f(1))\n    t.cancel()\n    await asyncio.wait([t])\n",
        "    try:\n        async with asyncio.timeout(0.1):\n            await f(1)\n    except TimeoutError:\n        pass\n    await asyncio.sleep(1)\n",
        "    await asyncio.to_thread(time.sleep, 1)\n",
    ] {
        assert_eq!(check_kinds(&program(body)), [], "{body}");
    }
}

/// The scenarios that show a mistake, with the variant that makes it and what is found.
const MISTAKES: [(&str, usize, FindingKind); 13] = [
    ("blocking-in-coroutine", 1, FindingKind::BlockingCall),
    ("cpu-bound", 1, FindingKind::LongComputation),
    ("more-activities-than-cores", 1, FindingKind::LongComputation),
    ("compute-and-wait", 1, FindingKind::LongComputation),
    ("one-cook", 0, FindingKind::SequentialAwaits),
    ("lost-at-the-end", 0, FindingKind::LostTask),
    ("never-retrieved", 0, FindingKind::NeverRetrieved),
    ("frozen-clock", 0, FindingKind::BlockingCall),
    ("forgotten-await", 0, FindingKind::NeverAwaited),
    ("time-sleep", 0, FindingKind::BlockingCall),
    ("one-after-another", 0, FindingKind::SequentialAwaits),
    ("run-inside-a-loop", 0, FindingKind::NeverAwaited),
    ("swallowed-cancel", 0, FindingKind::CancelIgnored),
];

#[test]
fn the_library_has_the_findings_it_means_to_show_and_no_others() {
    let mut wrong = Vec::new();
    for entry in library::all() {
        let mut comparison = Comparison::new(&entry.scenario());
        while !comparison.is_over() {
            comparison.advance(1_000_000);
        }
        for (index, variant) in comparison.finish().iter().enumerate() {
            let Ok(recording) = &variant.result else { continue };
            let mut kinds: Vec<FindingKind> = findings(recording, &variant.program.source).iter().map(|f| f.kind).collect();
            kinds.dedup();
            let meant = MISTAKES.iter().filter(|(id, at, _)| *id == entry.id && *at == index).map(|(_, _, kind)| *kind);
            if kinds != meant.collect::<Vec<_>>() {
                wrong.push(format!("{}, {}: {kinds:?}", entry.id, variant.program.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

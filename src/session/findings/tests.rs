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

/// Checks what is found in a program with `main`, and what is found once the first finding is mended.
fn check_mended(body: &str, kind: FindingKind, line: u32) -> Finding {
    let source = format!("import asyncio\n\n{body}\nasyncio.run(main())\n");
    let found = {
        let options = Options { settings: Settings::default(), watched: Default::default() };
        let recording = Run::new("program.py", &source, &options).unwrap_or_else(|faults| panic!("{faults:?}")).complete();
        findings(&recording, &source)
    };
    let kinds: Vec<_> = found.iter().map(|finding| (finding.kind, finding.line)).collect();
    assert_eq!(kinds, [(kind, Some(line))], "{found:#?}");
    let mended = found[0].repaired.as_ref().unwrap_or_else(|| panic!("it is not mended: {found:#?}"));
    assert_eq!(check_kinds(mended), [], "{mended}");
    found[0].clone()
}

#[test]
fn a_missing_await_of_a_lock_or_queue_is_found_and_mended() {
    let lock = "lock = asyncio.Lock()\nasync def main():\n    lock.acquire()\n    print(1)\n";
    check_mended(lock, FindingKind::NeverAwaited, 5);
    let queue = "async def main():\n    queue = asyncio.Queue()\n    queue.put(1)\n    await asyncio.sleep(1)\n";
    check_mended(queue, FindingKind::NeverAwaited, 5);
}

#[test]
fn the_wrong_form_is_found_and_mended() {
    check_mended("async def main():\n    lock = asyncio.Lock()\n    with lock:\n        print(1)\n", FindingKind::WrongForm, 5);
    let source = "async def items():\n    yield 1\n\nasync def main():\n    for item in items():\n        print(item)\n";
    check_mended(source, FindingKind::WrongForm, 7);
    check_mended("async def main():\n    async for item in [1]:\n        print(item)\n", FindingKind::WrongForm, 4);
}

#[test]
fn a_loop_of_awaits_is_found_and_mended() {
    let source =
        "async def f(x):\n    await asyncio.sleep(x)\n    return x\n\nasync def main():\n    print([await f(x) for x in (1, 2)])\n";
    let found = check_mended(source, FindingKind::SequentialAwaits, 8);
    assert_eq!(words(found.cost), "1.00 s");
}

#[test]
fn a_dropped_task_is_found_and_kept() {
    let source = "async def f():\n    await asyncio.sleep(1)\n\nasync def main():\n    asyncio.create_task(f())\n    await asyncio.sleep(2)\n";
    check_mended(source, FindingKind::UnkeptTask, 7);
}

#[test]
fn a_lost_task_is_awaited() {
    let source = "async def f():\n    await asyncio.sleep(2)\n\nasync def main():\n    asyncio.create_task(f())\n    await asyncio.sleep(1)\n";
    check_mended(source, FindingKind::LostTask, 7);
}

#[test]
fn a_lost_update_is_found_and_locked() {
    let source = "count = 0\nasync def f():\n    global count\n    seen = count\n    await asyncio.sleep(0)\n    count = seen + 1\n\n\
                  async def main():\n    await asyncio.gather(f(), f())\n";
    check_mended(source, FindingKind::LostUpdate, 8);
    // One after the other nothing is lost.
    let alone = "import asyncio\ncount = 0\nasync def f():\n    global count\n    seen = count\n    await asyncio.sleep(0)\n    count = seen + 1\n\
                 async def main():\n    for _ in range(2):\n        await f()\nasyncio.run(main())\n";
    assert_eq!(check_kinds(alone), []);
}

#[test]
fn an_update_is_lost_of_the_same_object_only() {
    let source = |calls: &str| {
        format!(
            "import asyncio\nclass Box:\n    n = 0\n    async def add(self):\n        seen = self.n\n        await asyncio.sleep(0.1)\n        self.n = seen + 1\n\
             async def main():\n    a, b = Box(), Box()\n    await asyncio.gather({calls})\nasyncio.run(main())\n"
        )
    };
    assert_eq!(check_kinds(&source("a.add(), b.add()")), []);
    assert_eq!(check_kinds(&source("a.add(), b.add(), a.add()")), [(FindingKind::LostUpdate, Some(7))]);
}

#[test]
fn requests_in_a_coroutine_block() {
    let source = "import requests\nasync def main():\n    print(requests.get('https://example.com').status_code)\n";
    let found = check_mended(source, FindingKind::BlockingCall, 5);
    assert!(found.text.contains("httpx"), "{}", found.text);
}

/// The scenarios that show a mistake, with the variant that makes it and what is found.
const MISTAKES: [(&str, usize, FindingKind); 19] = [
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
    ("run-inside-a-loop", 0, FindingKind::RunInsideLoop),
    ("awaited-twice", 0, FindingKind::AwaitedTwice),
    ("too-many-at-once", 0, FindingKind::TooManyAtOnce),
    ("lost-update", 0, FindingKind::LostUpdate),
    ("swallowed-cancel", 0, FindingKind::CancelIgnored),
    ("debug-mode", 0, FindingKind::BlockingCall),
    ("no-running-loop", 0, FindingKind::NeverAwaited),
    ("plain-for", 0, FindingKind::WrongForm),
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

/// What is mended has that finding no more.
#[test]
fn repairs_of_the_library_mend_it() {
    let mut mended = 0;
    for (id, at, kind) in MISTAKES {
        let scenario = library::by_id(id).expect("it is in the library").scenario();
        let program = &scenario.programs()[at];
        let options = Options::for_program(&scenario.machine, program);
        let run =
            |source: &str| Run::new("program.py", source, &options).unwrap_or_else(|faults| panic!("{id}: {faults:?}")).complete();
        let found = findings(&run(&program.source), &program.source);
        for repaired in found.into_iter().filter(|finding| finding.kind == kind).filter_map(|finding| finding.repaired) {
            let left = findings(&run(&repaired), &repaired);
            assert!(left.iter().all(|finding| finding.kind != kind), "{id}: {left:#?}\n{repaired}");
            mended += 1;
        }
    }
    assert!(mended >= 10, "{mended}");
}

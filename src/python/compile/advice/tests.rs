use super::*;

const FUNCTIONS: &str = "\
import asyncio
async def f(x=0):
    return x
async def g():
    return 2
";

fn program(body: &str) -> String {
    format!("{FUNCTIONS}async def main():\n{body}")
}

/// The body of `main` after the sequences in it were put together; `None` if there are none.
fn check_sequences(body: &str, expected: Option<&str>) {
    let text = program(body);
    let found = sequences(&text);
    let edits: Vec<Edit> = found.into_iter().flat_map(|sequence| sequence.edits).collect();
    let actual = (!edits.is_empty()).then(|| apply(&text, &edits));
    assert_eq!(actual, expected.map(program), "{body}");
}

#[test]
fn awaits_that_do_not_depend_on_each_other_are_put_together() {
    check_sequences("    a = await f(1)\n    b = await g()\n", Some("    a, b = await asyncio.gather(f(1), g())\n"));
    check_sequences("    await f(1)\n    await f(2)\n    await g()\n", Some("    await asyncio.gather(f(1), f(2), g())\n"));
    check_sequences("    await g()\n    b = await f(3)\n", Some("    _, b = await asyncio.gather(g(), f(3))\n"));
}

#[test]
fn awaits_that_depend_on_each_other_are_left_alone() {
    check_sequences("    a = await f(1)\n    b = await f(a)\n", None);
    check_sequences("    a = await f(1)\n    b = await f(x=[a])\n", None);
    check_sequences("    a = await g()\n    print(a)\n    b = await g()\n", None);
    check_sequences("    await asyncio.sleep(1)\n    await asyncio.sleep(2)\n", None);
    check_sequences("    if True:\n        await f()\n        await g()\n", None);
    // What depends begins a sequence of its own.
    check_sequences(
        "    a = await g()\n    b = await f(a)\n    c = await g()\n",
        Some("    a = await g()\n    b, c = await asyncio.gather(f(a), g())\n"),
    );
}

fn check_repair(repair: impl Fn(&str) -> Option<Vec<Edit>>, text: &str, expected: Option<&str>) {
    let actual = repair(text).map(|edits| apply(text, &edits));
    assert_eq!(actual.as_deref(), expected, "{text}");
}

#[test]
fn sleep_is_awaited() {
    let repair = |text: &str| await_sleep(text, 3);
    check_repair(
        repair,
        "import time\nasync def f():\n    time.sleep(1)\n",
        Some("import asyncio\nimport time\nasync def f():\n    await asyncio.sleep(1)\n"),
    );
    check_repair(
        repair,
        "import asyncio; from time import sleep\nasync def f():\n    sleep(1 + 1)\n",
        Some("import asyncio; from time import sleep\nasync def f():\n    await asyncio.sleep(1 + 1)\n"),
    );
    check_repair(repair, "import time\ndef f():\n    time.sleep(1)\n", None);
    check_repair(repair, "import time\nasync def f():\n    time.sleep(1); time.sleep(2)\n", None);
    check_repair(repair, "import time\nasync def f():\n    pass\n", None);
    check_repair(repair, "not a program\nasync def f():\n    time.sleep(1)\n", None);
}

#[test]
fn blocking_functions_go_to_a_thread() {
    let repair = |text: &str| run_in_thread(text, 3, "work");
    check_repair(
        repair,
        "import asyncio\nasync def f():\n    x = work(1, y=2)\n",
        Some("import asyncio\nasync def f():\n    x = await asyncio.to_thread(work, 1, y=2)\n"),
    );
    check_repair(
        repair,
        "import asyncio\nasync def f():\n    work()\n",
        Some("import asyncio\nasync def f():\n    await asyncio.to_thread(work)\n"),
    );
    check_repair(repair, "import asyncio\ndef f():\n    work()\n", None);
}

#[test]
fn a_call_is_awaited() {
    let repair = |text: &str| await_call(text, 2, "Client.send");
    check_repair(repair, "async def f():\n    client.send(1)\n", Some("async def f():\n    await client.send(1)\n"));
    check_repair(repair, "async def f():\n    x = send(1)\n", Some("async def f():\n    x = await send(1)\n"));
    check_repair(repair, "async def f():\n    await send(1)\n", None);
    check_repair(repair, "async def f():\n    send(1).text\n", None);
    check_repair(repair, "def f():\n    send(1)\n", None);
}

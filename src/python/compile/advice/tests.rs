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
    check_repair(repair, "async def f():\n    send(1).text\n", Some("async def f():\n    (await send(1)).text\n"));
    check_repair(repair, "def f():\n    send(1)\n", None);
}

#[test]
fn what_takes_a_part_of_the_result_keeps_it() {
    check_repair(
        |text| run_in_thread(text, 3, "work"),
        "import asyncio\nasync def f():\n    x = work(1).size\n",
        Some("import asyncio\nasync def f():\n    x = (await asyncio.to_thread(work, 1)).size\n"),
    );
    check_repair(
        |text| await_call(text, 2, "send"),
        "async def f():\n    x = send(1)[0]\n",
        Some("async def f():\n    x = (await send(1))[0]\n"),
    );
}

#[test]
fn turns_of_a_loop_are_put_together() {
    check_sequences("    r = [await f(x) for x in (1, 2)]\n", Some("    r = await asyncio.gather(*[f(x) for x in (1, 2)])\n"));
    check_sequences(
        "    r = []\n    for x in (1, 2):\n        r.append(await f(x))\n    print(r)\n",
        Some("    r = []\n    r.extend(await asyncio.gather(*(f(x) for x in (1, 2))))\n    print(r)\n"),
    );
    check_sequences(
        "    print([await f(x) for x in (1, 2)][0])\n",
        Some("    print((await asyncio.gather(*[f(x) for x in (1, 2)]))[0])\n"),
    );
    check_sequences("    r = []\n    for x in (1, 2):\n        r.append(await f(r))\n", None);
    check_sequences("    for x in (1, 2):\n        await f(x)\n", None);
    check_sequences("    r = [await asyncio.sleep(x) for x in (1, 2)]\n", None);
}

#[test]
fn a_nested_run_is_awaited() {
    let repair = |text: &str| await_instead_of_run(text, "g").map(|(_, edits)| edits);
    let program = |body: &str| format!("import asyncio\nasync def f():\n    {body}\n");
    check_repair(repair, &program("x = asyncio.run(g(1))"), Some(&program("x = await g(1)")));
    check_repair(repair, &program("x = asyncio.run(g(1)).size"), Some(&program("x = (await g(1)).size")));
    check_repair(repair, "import asyncio\ndef f():\n    asyncio.run(g())\n", None);
    assert_eq!(await_instead_of_run(&program("asyncio.run(g())"), "g").map(|(line, _)| line), Some(3));
    check_repair(repair, &program("asyncio.run(h())"), None);
}

#[test]
fn a_library_call_that_blocks_goes_to_a_thread() {
    let repair = |text: &str| blocking_call_in_thread(text, 3);
    let program = |body: &str| format!("import asyncio\nasync def f():\n    {body}\n");
    check_repair(
        repair,
        &program("data = requests.get(url, timeout=3).json()"),
        Some(&program("data = (await asyncio.to_thread(requests.get, url, timeout=3)).json()")),
    );
    check_repair(repair, &program("thread.join()"), Some(&program("await asyncio.to_thread(thread.join)")));
    check_repair(repair, &program("a.b(c.d())"), None);
    check_repair(repair, &program("work()"), None);
}

#[test]
fn statements_get_and_lose_their_async() {
    let program = |body: &str| format!("async def f():\n    {body}\n        pass\n");
    check_repair(|text| make_async(text, 2), &program("with lock:"), Some(&program("async with lock:")));
    check_repair(|text| make_async(text, 2), &program("for x in items():"), Some(&program("async for x in items():")));
    check_repair(|text| make_plain(text, 2), &program("async with lock as held:"), Some(&program("with lock as held:")));
    check_repair(|text| make_plain(text, 2), &program("async for x in items:"), Some(&program("for x in items:")));
    check_repair(|text| make_async(text, 2), &program("with a, b:"), None);
    check_repair(|text| make_async(text, 1), "with lock:\n    pass\n", None);
}

#[test]
fn a_caught_cancellation_is_raised_again() {
    let program = |body: &str| format!("async def f():\n    try:\n        pass\n    except {body}\n");
    let check = |body: &str, expected: Option<&str>| {
        check_repair(|text| raise_again(text, "f"), &program(body), expected.map(program).as_deref());
    };
    check("asyncio.CancelledError:\n        pass", Some("asyncio.CancelledError:\n        raise"));
    check("CancelledError: pass", Some("CancelledError: raise"));
    check("BaseException:\n        print(1)", Some("BaseException:\n        print(1)\n        raise"));
    check("(OSError, asyncio.CancelledError):\n        continue", Some("(OSError, asyncio.CancelledError):\n        raise"));
    check("CancelledError:\n        raise", None);
    check("Exception:\n        pass", None);
}

#[test]
fn tasks_are_kept_and_awaited() {
    let program = |body: &str| format!("{FUNCTIONS}async def main():\n    {body}\n    print(1)\n");
    let kept = |text: &str| dropped_tasks(text).pop().and_then(|dropped| dropped.edits);
    let create = "asyncio.create_task(g())";
    check_repair(kept, &program(create), Some(&program(&format!("task = {create}"))));
    check_repair(kept, &program(&format!("t = {create}")), None);
    check_repair(kept, &program("group.create_task(g())"), None);
    let in_loop = program(&format!("for _ in range(2): {create}"));
    assert_eq!(
        dropped_tasks(&in_loop).iter().map(|dropped| (dropped.line, dropped.edits.is_some())).collect::<Vec<_>>(),
        [(7, false)]
    );
    let at_end = |text: &str| await_at_end(text, 7);
    check_repair(
        at_end,
        &program(create),
        Some(&(program(&format!("task = {create}")).trim_end().to_owned() + "\n    await task\n")),
    );
    check_repair(
        at_end,
        &program(&format!("t = {create}")),
        Some(&(program(&format!("t = {create}")).trim_end().to_owned() + "\n    await t\n")),
    );
    let for_ever = format!(
        "import asyncio\nasync def g():\n    while True:\n        pass\n\n\nasync def main():\n    {create}\n    print(1)\n"
    );
    check_repair(|text| await_at_end(text, 8), &for_ever, None);
}

#[test]
fn a_coroutine_that_is_awaited_twice_becomes_a_task() {
    let program = |value: &str| format!("{FUNCTIONS}async def main():\n    x = {value}\n    await x\n    print(await x)\n");
    let repair = |text: &str| reused(text).map(|reused| reused.edits);
    check_repair(repair, &program("g()"), Some(&program("asyncio.create_task(g())")));
    check_repair(repair, &program("other()"), None);
    assert_eq!(reused(&program("g()")).map(|reused| (reused.line, reused.name)), Some((9, "x".to_owned())));
}

#[test]
fn a_lock_goes_around_what_is_read_and_written() {
    let program = |body: &str| format!("import asyncio\n\n\nasync def f():\n    global n\n{body}\n    print(n)\n");
    let repair = |text: &str| races(text).pop().and_then(|race| race.edits);
    let locked = |body: &str| program(body).replace("async def f", "lock = asyncio.Lock()\n\n\nasync def f");
    check_repair(
        repair,
        &program("    seen = n\n    await g()\n    n = seen + 1"),
        Some(&locked("    async with lock:\n        seen = n\n        await g()\n        n = seen + 1")),
    );
    check_repair(repair, &program("    n += await g()"), Some(&locked("    async with lock:\n        n += await g()")));
    check_repair(
        repair,
        &program("    for _ in range(3):\n        seen = n\n        await g()\n        n = seen + 1"),
        Some(&locked(
            "    for _ in range(3):\n        async with lock:\n            seen = n\n            await g()\n            n = seen + 1",
        )),
    );
    check_repair(repair, &program("    async with lock:\n        n += await g()"), None);
    check_repair(repair, &program("    await g()\n    n += 1"), None);
    check_repair(repair, &program("    seen = 1\n    await g()\n    n = seen + 1"), None);
    let own = "import asyncio\nasync def f(self):\n    v = self.n\n    await g()\n    self.n = v + 1\n";
    assert_eq!(races(own).iter().map(|race| (race.line, race.target.as_str())).collect::<Vec<_>>(), [(5, "self.n")]);
}

#[test]
fn a_gather_of_many_gets_a_limit() {
    let program = |head: &str, body: &str| format!("import asyncio\n\n\n{head}async def main():\n{body}\n");
    check_repair(
        |text| limit_gather(text, 5),
        &program("", "    r = await asyncio.gather(*[f(x) for x in range(99)])"),
        Some(&program(
            "async def limited(limit, coroutine):\n    async with limit:\n        return await coroutine\n\n\n",
            "    limit = asyncio.Semaphore(10)\n    r = await asyncio.gather(*[limited(limit, f(x)) for x in range(99)])",
        )),
    );
    check_repair(|text| limit_gather(text, 5), &program("", "    await asyncio.gather(*tasks)"), None);
}

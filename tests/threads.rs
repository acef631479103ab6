//! Threads and processes where computing takes time, which the oracle's clock cannot show: the GIL, lost updates, deadlocks, processes.

use std::fs;
use std::path::Path;
use std::process::Command;

/// Runs a program and gives its exit status, stdout and stderr.
fn run(name: &str, source: &str, options: &[&str]) -> (i32, String, String) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("threads");
    fs::create_dir_all(&folder).expect("a folder for programs");
    let path = folder.join(format!("{name}.py"));
    fs::write(&path, source).expect("the program can be written");
    let output = Command::new(env!("CARGO_BIN_EXE_loopscope")).arg("run").arg(&path).args(options).output().expect("it can be run");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("it prints UTF-8");
    (output.status.code().expect("it exits by itself"), text(output.stdout), text(output.stderr))
}

/// Runs a program and checks what it prints.
fn check(name: &str, source: &str, options: &[&str], expected: &str) {
    let (_, out, err) = run(name, source, options);
    assert_eq!((out.as_str(), err.as_str()), (expected, ""), "{name}");
}

/// Two threads that add one 50,000 times each; `add` is how.
fn counting(add: &str) -> String {
    format!(
        "import sys\nimport threading\n\nsys.setswitchinterval(0.0005)\nlock = threading.Lock()\ncounter = 0\n\n\ndef one_more(value):\n    return value + 1\n\n\n\
         def work():\n    global counter\n    for _ in range(50_000):\n        {add}\n\n\n\
         threads = [threading.Thread(target=work) for _ in range(2)]\nfor thread in threads:\n    thread.start()\n\
         for thread in threads:\n    thread.join()\nprint(counter)\n"
    )
}

fn count(name: &str, add: &str, options: &[&str]) -> u32 {
    let (_, out, err) = run(name, &counting(add), options);
    out.trim().parse().unwrap_or_else(|_| panic!("{name}: {out}{err}"))
}

#[test]
fn updates_are_lost_between_threads_and_a_lock_mends_it() {
    let racy = "counter = one_more(counter)";
    let lost = count("racy", racy, &[]);
    assert!(lost < 100_000, "{lost}");
    assert_eq!(count("racy_again", racy, &[]), lost, "the same scenario gives the same result");
    assert_eq!(count("locked", "with lock: counter = one_more(counter)", &[]), 100_000);
    assert_eq!(count("no_cost", racy, &["--instruction-cost", "0"]), 100_000, "no time passes, so nobody asks for the GIL");
}

#[test]
fn without_a_gil_updates_are_lost_at_every_turn() {
    let lost = count("free", "counter = one_more(counter)", &["--free-threaded"]);
    assert!(lost < 95_000, "{lost}");
    assert_eq!(count("free_locked", "with lock: counter = one_more(counter)", &["--free-threaded"]), 100_000);
}

/// Computes in threads or processes and prints how many times as long as alone it took, rounded.
fn ratio(name: &str, pool: &str, options: &[&str]) -> String {
    let source = format!(
        "import time\nfrom concurrent.futures import {pool}\n\n\ndef compute(_):\n    return [n * n for n in range(20_000)][-1]\n\n\n\
         if __name__ == '__main__':\n    start = time.perf_counter()\n    compute(0)\n    alone = time.perf_counter() - start\n\
         \x20   with {pool}(4) as pool:\n        start = time.perf_counter()\n        list(pool.map(compute, range(4)))\n\
         \x20       print(round((time.perf_counter() - start) / alone))\n"
    );
    let (_, out, err) = run(name, &source, options);
    assert_eq!(err, "", "{name}");
    out.trim().to_owned()
}

#[test]
fn threads_share_the_gil_and_processes_do_not() {
    assert_eq!(ratio("gil_threads", "ThreadPoolExecutor", &[]), "4");
    assert_eq!(ratio("free_threads", "ThreadPoolExecutor", &["--free-threaded"]), "1");
    assert_eq!(ratio("processes", "ProcessPoolExecutor", &[]), "1");
    assert_eq!(ratio("one_core", "ProcessPoolExecutor", &["--cores", "1"]), "4");
}

#[test]
fn the_switch_interval_can_be_set() {
    let source = "\
import sys, threading
print(sys.getswitchinterval())
sys.setswitchinterval(0.001)
print(sys.getswitchinterval(), sys._is_gil_enabled())
for wrong in (0, 'x'):
    try:
        sys.setswitchinterval(wrong)
    except (ValueError, TypeError) as error:
        print(error)
turns = []
def work(name):
    for _ in range(60_000):
        if not turns or turns[-1] is not name:
            turns.append(name)
threads = [threading.Thread(target=work, args=(name,)) for name in 'ab']
for thread in threads: thread.start()
for thread in threads: thread.join()
print(len(turns) > 8)
";
    check(
        "interval",
        source,
        &[],
        "0.005\n0.001 True\nswitch interval must be strictly positive\nmust be real number, not str\nTrue\n",
    );
    check("free_interval", "import sys\nprint(sys._is_gil_enabled())\n", &["--free-threaded"], "False\n");
}

#[test]
fn two_locks_taken_crosswise_are_a_deadlock_that_names_the_threads() {
    let source = "\
import threading, time
first, second = threading.Lock(), threading.Lock()
def work(one, other):
    with one:
        time.sleep(0.1)
        with other:
            print('never')
threads = [threading.Thread(target=work, args=args, name=name) for name, args in (('A', (first, second)), ('B', (second, first)))]
for thread in threads: thread.start()
for thread in threads: thread.join()
";
    let (status, out, err) = run("deadlock", source, &[]);
    assert_eq!((status, out.as_str()), (1, ""));
    let expected = "Deadlock: MainThread waits for A to end, A waits for a lock that B has, B waits for a lock that A has\n";
    assert_eq!(err, expected);
}

#[test]
fn what_a_thread_waits_for_for_ever_is_named() {
    let waits = [
        ("queue.Queue().get()", "an item in a queue"),
        ("threading.Event().wait()", "an event to be set"),
        ("threading.Semaphore(0).acquire()", "a semaphore"),
        ("threading.Barrier(2).wait()", "the others at a barrier"),
        ("futures.wait([futures.Future()])", "futures to be done"),
        ("futures.Future().result()", "the result of a job"),
        ("multiprocessing.Pipe()[0].recv()", "data in a pipe"),
    ];
    for (at, (wait, named)) in waits.iter().enumerate() {
        let source = format!("import multiprocessing, queue, threading\nfrom concurrent import futures\n{wait}\n");
        let (_, _, err) = run(&format!("wait{at}"), &source, &[]);
        assert_eq!(err, format!("Deadlock: MainThread waits for {named}\n"));
    }
}

#[test]
fn a_process_shares_no_globals() {
    let source = "\
import multiprocessing
print('imported as', __name__)
seen = []
def work(queue):
    seen.append('child')
    queue.put((seen, multiprocessing.current_process().name))
if __name__ == '__main__':
    seen.append('parent')
    queue = multiprocessing.Queue()
    for method in ('forkserver', 'fork', 'spawn'):
        process = multiprocessing.get_context(method).Process(target=work, args=(queue,))
        process.start()
        print(queue.get())
        process.join()
    print(seen)
";
    let expected = "\
imported as __main__
imported as __mp_main__
(['child'], 'ForkServerProcess-1')
(['parent', 'child'], 'ForkProcess-2')
imported as __mp_main__
(['child'], 'SpawnProcess-3')
['parent']
";
    check("globals", source, &[], expected);
}

#[test]
fn a_fork_server_imports_the_program_once() {
    let source = "\
import multiprocessing
print('imported as', __name__)
def work(n):
    return n
if __name__ == '__main__':
    with multiprocessing.Pool(3) as pool:
        print(pool.map(work, range(6)))
";
    let out = "imported as __main__\nimported as __mp_main__\n[0, 1, 2, 3, 4, 5]\n";
    check("server", source, &["--instruction-cost", "0"], out);
}

#[test]
fn processes_lose_updates_too() {
    let program = |add: &str| {
        format!(
            "import multiprocessing\ndef work(value):\n    for _ in range(200):\n        {add}\nif __name__ == '__main__':\n\
             \x20   value = multiprocessing.Value('i', 0)\n    processes = [multiprocessing.Process(target=work, args=(value,)) for _ in range(2)]\n\
             \x20   for process in processes: process.start()\n    for process in processes: process.join()\n    print(value.value)\n"
        )
    };
    let (_, out, _) = run("value_racy", &program("value.value += 1"), &[]);
    let count: u32 = out.trim().parse().expect("it prints a number");
    assert!((200..400).contains(&count), "{count}");
    check("value_locked", &program("with value.get_lock(): value.value += 1"), &[], "400\n");
}

#[test]
fn a_program_without_a_guard_is_told_so() {
    let source = "\
import multiprocessing
def work():
    print('works')
process = multiprocessing.Process(target=work)
process.start()
process.join()
print(process.exitcode)
";
    let (_, out, err) = run("unguarded", source, &[]);
    assert_eq!(out, "1\n");
    assert!(err.contains("RuntimeError: \n        An attempt has been made to start a new process before"), "{err}");
}

#[test]
fn how_processes_end() {
    let source = "\
import multiprocessing, sys, time
def fails():
    raise ValueError('bad')
def leaves(code):
    sys.exit(code)
if __name__ == '__main__':
    cases = [(fails, ()), (leaves, (3,)), (leaves, (None,)), (time.sleep, (0.1,))]
    for target, args in cases:
        process = multiprocessing.Process(target=target, args=args)
        print(process.is_alive(), process.exitcode, end=' ')
        process.start()
        print(process.is_alive(), process.exitcode, end=' ')
        process.join()
        print(process.is_alive(), process.exitcode)
    process = multiprocessing.Process(target=time.sleep, args=(100,), daemon=True)
    process.start()
    process.join(0.5)
    print(process.is_alive(), multiprocessing.active_children() == [process])
    process.terminate()
    process.join()
    print(process.exitcode, time.perf_counter() < 1)
    for wrong in (process.start, multiprocessing.Process(target=print).join):
        try:
            wrong()
        except AssertionError as error:
            print(error)
";
    let (_, out, err) = run("ends", source, &[]);
    let expected = "\
False None True None False 1
False None True None False 3
False None True None False 0
False None True None False 0
True True
-15 True
cannot start a process twice
can only join a started process
";
    assert_eq!(out, expected);
    assert!(err.starts_with("Process Process-1:\nTraceback (most recent call last):\n"), "{err}");
    assert!(err.ends_with("ValueError: bad\n"), "{err}");
}

#[test]
fn what_cannot_go_to_a_process_says_why() {
    let source = "\
import multiprocessing, threading
def outer():
    def inner(): pass
    return inner
def show(action):
    try:
        action()
    except Exception as error:
        print(type(error).__name__, error)
if __name__ == '__main__':
    show(multiprocessing.Process(target=lambda: 1).start)
    show(multiprocessing.Process(target=outer()).start)
    show(multiprocessing.Process(target=print, args=(threading.Lock(),)).start)
    show(multiprocessing.Process(target=print, args=((n for n in []),)).start)
    with multiprocessing.Pool(1) as pool:
        show(lambda: pool.map(print, [multiprocessing.Lock()]))
        show(lambda: pool.apply(lambda: 1))
        show(lambda: pool.apply(outer))
";
    let (_, out, err) = run("pickling", source, &[]);
    assert_eq!(err, "");
    let texts: Vec<&str> = out.lines().map(|line| line.split(" at 0x").next().unwrap_or_default()).collect();
    let expected = [
        "PicklingError Can't pickle <function <lambda>",
        "PicklingError Can't pickle local object <function outer.<locals>.inner",
        "TypeError cannot pickle '_thread.lock' object",
        "TypeError cannot pickle 'generator' object",
        "RuntimeError Lock objects should only be shared between processes through inheritance",
        "PicklingError Can't pickle local object <function <lambda>.<locals>.<lambda>",
        "PicklingError Can't pickle local object <function outer.<locals>.inner",
    ];
    assert_eq!(texts, expected);
}

#[test]
fn what_processes_share() {
    let source = "\
import multiprocessing, time
def work(n, lock, event, barrier, semaphore, condition, jobs, results, pipe, array):
    event.wait()
    with semaphore:
        time.sleep(0.1)
    barrier.wait()
    with lock:
        array[n] = array[n] + 0.5
    with condition:
        condition.wait()
    for job in iter(jobs.get, None):
        results.put((n, job * 2))
        jobs.task_done()
    jobs.task_done()
    pipe.send({'from': n})
    print('got', pipe.recv())
if __name__ == '__main__':
    shared = [multiprocessing.Lock(), multiprocessing.Event(), multiprocessing.Barrier(3), multiprocessing.Semaphore(1)]
    condition, jobs, results = multiprocessing.Condition(), multiprocessing.JoinableQueue(), multiprocessing.SimpleQueue()
    array = multiprocessing.Array('d', [1, 2])
    mine, theirs = multiprocessing.Pipe()
    processes = [
        multiprocessing.Process(target=work, args=(n, *shared, condition, jobs, results, theirs, array)) for n in range(2)
    ]
    for process in processes: process.start()
    time.sleep(0.5)
    shared[1].set()
    shared[2].wait()
    time.sleep(0.1)
    print(list(array), f'{time.perf_counter():.1f}')
    with condition: condition.notify_all()
    for job in (1, 2, None, None): jobs.put(job)
    jobs.join()
    print(sorted(results.get()[1] for _ in range(2)), results.empty(), jobs.qsize())
    print(sorted(mine.recv()['from'] for _ in range(2)))
    for n in range(2): mine.send('bye')
    for process in processes: process.join()
";
    check("shared", source, &[], "[1.5, 2.5] 0.8\n[2, 4] True 0\n[0, 1]\ngot bye\ngot bye\n");
}

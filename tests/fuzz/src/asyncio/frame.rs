//! The program around the statements: declarations, functions, and how `main` is run.

use super::generator::{Generator, Shared};
use super::statements;

/// What every program has: how it shows values. Names of tasks instead of tasks, since a repr tells line numbers and states.
const HEAD: &str = r#"
tasks = []


def start(coroutine, **options):
    if len(tasks) > 25:
        coroutine.close()
        raise RuntimeError("too many tasks")
    task = asyncio.create_task(coroutine, **options)
    tasks.append(task)
    return task


def now():
    return round(asyncio.get_running_loop().time(), 3)


def names(some):
    return sorted(task.get_name() for task in some)


def shown(value, *more):
    if more:
        return shown((value, *more))
    if isinstance(value, asyncio.Task):
        return f"task {value.get_name()}"
    if isinstance(value, BaseException):
        return repr(value)
    if isinstance(value, (list, tuple)):
        return type(value)(map(shown, value))
    return value
"#;

/// How `main` is run: for ten seconds at most. What goes on after it is cancelled, and asked for its exception: which of the tasks
/// that are left the interpreter finds first when it ends depends on the garbage collector.
const WHOLE: &str = r#"async def whole():
    try:
        return await asyncio.wait_for(main(), 10)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)"#;

fn declaration(shared: Shared) -> &'static str {
    match shared {
        Shared::Lock => "lock = asyncio.Lock()",
        Shared::Event => "event = asyncio.Event()",
        Shared::Condition => "condition = asyncio.Condition()",
        Shared::Semaphore => "semaphore = asyncio.Semaphore(2)",
        Shared::BoundedSemaphore => "bounded = asyncio.BoundedSemaphore(1)",
        Shared::Barrier => "barrier = asyncio.Barrier(2)",
        Shared::Queue => "queue = asyncio.Queue(2)",
        Shared::LifoQueue => "stack = asyncio.LifoQueue()",
        Shared::PriorityQueue => "heap = asyncio.PriorityQueue(3)",
        Shared::Variable => "variable = contextvars.ContextVar(\"variable\", default=\"unset\")",
        Shared::AsyncGenerator => ASYNC_GENERATOR,
        Shared::Generator => GENERATOR,
        Shared::AsyncManager => ASYNC_MANAGER,
        Shared::DecoratedManager => DECORATED_MANAGER,
        Shared::Manager => MANAGER,
        Shared::Error => ERROR,
        Shared::Callback => "def called(argument):\n    print(\"called\", shown(argument), now())",
        Shared::Resolver => RESOLVER,
        Shared::Job => JOB,
    }
}

const ASYNC_GENERATOR: &str = r#"async def produce(count, delay):
    try:
        for i in range(count):
            await asyncio.sleep(delay)
            got = yield i
            if got is not None:
                print("produce got", got)
    except ValueError as error:
        print("produce caught", repr(error))
        yield "caught"
    finally:
        print("produce ends")
        await asyncio.sleep(delay)
        print("produce ended")"#;

const GENERATOR: &str = r#"def count(limit):
    def inner():
        try:
            got = yield "inner"
            print("inner got", got)
        finally:
            print("inner ends")
        return "inner result"

    print("count has", (yield from inner()))
    yield from range(limit)"#;

const ASYNC_MANAGER: &str = r#"class AsyncManager:
    def __init__(self, name, delay, swallow):
        self.name, self.delay, self.swallow = name, delay, swallow

    async def __aenter__(self):
        await asyncio.sleep(self.delay)
        print("entered", self.name)
        return self.name

    async def __aexit__(self, kind, error, traceback):
        print("leaving", self.name, repr(error))
        await asyncio.sleep(self.delay)
        print("left", self.name)
        return self.swallow"#;

const DECORATED_MANAGER: &str = r#"@contextlib.asynccontextmanager
async def decorated(name, delay):
    print("entering", name)
    await asyncio.sleep(delay)
    try:
        yield name
    except ValueError as error:
        print("decorated caught", repr(error))
    finally:
        await asyncio.sleep(delay)
        print("left", name)"#;

const MANAGER: &str = r#"class Manager:
    def __init__(self, name, swallow):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        print("enter", self.name)
        return self.name

    def __exit__(self, kind, error, traceback):
        print("exit", self.name, repr(error))
        return self.swallow and isinstance(error, Exception)"#;

const ERROR: &str = r#"class OurError(Exception):
    def __init__(self, text, number):
        super().__init__(text, number)
        self.number = number"#;

const RESOLVER: &str = r#"def settle(future, value):
    if not future.done():
        future.set_result(value)"#;

const JOB: &str = r#"def job(name, seconds):
    time.sleep(seconds)
    return f"{name} done""#;

/// Writes the whole program. The functions come first, so that it is known what they use.
pub fn write(mut g: Generator) -> String {
    let functions = g.functions;
    let mut parts = Vec::new();
    for current in (0..functions).rev() {
        parts.push(function(&mut g, current));
    }
    parts.push(function(&mut g, functions));
    g.used.sort_unstable();
    let used = std::mem::take(&mut g.used);
    let variables = if used.contains(&Shared::Variable) { "import contextvars\n" } else { "" };
    let mut text = format!("import asyncio\nimport contextlib\n{variables}import time\n{HEAD}");
    for shared in used {
        let declaration = declaration(shared);
        let space = if declaration.contains('\n') { "\n\n" } else { "\n" };
        text += &format!("{space}{declaration}\n");
    }
    for part in parts {
        text += &format!("\n\n{part}");
    }
    format!("{text}\n\n{WHOLE}\n\n\n{}", run(&mut g))
}

fn function(g: &mut Generator, current: usize) -> String {
    let outer = std::mem::take(&mut g.out);
    let main = current == g.functions;
    let budget = if main { 24 } else { 10 };
    g.begin(current, budget);
    let header = if main { "async def main():".to_owned() } else { format!("async def f{current}(n):") };
    g.block(&header, |g| {
        if main {
            g.line("n = 1");
            if g.choices.chance(8) && !g.has_set_of_tasks {
                g.is_eager = true;
                g.line("asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)");
            }
        }
        statements::body(g, if main { 14 } else { 6 });
        if g.choices.chance(60) {
            let label = g.name("result ");
            g.line_of(&["return n", "return n + 1", "return None", &format!("return \"{label}\"")]);
        }
    });
    std::mem::replace(&mut g.out, outer).finish()
}

fn run(g: &mut Generator) -> String {
    let call = match g.choices.below(12) {
        0 => "with asyncio.Runner() as runner:\n    print(runner.run(whole()))".to_owned(),
        1 => "loop = asyncio.new_event_loop()\nprint(loop.run_until_complete(whole()))\nloop.close()".to_owned(),
        2 => "asyncio.run(whole(), debug=True)".to_owned(),
        _ => "print(shown(asyncio.run(whole())))".to_owned(),
    };
    if g.choices.chance(60) {
        let indented: String = call.lines().map(|line| format!("    {line}\n")).collect();
        format!("try:\n{indented}except BaseException as error:\n    print(\"ended by\", repr(error))\n")
    } else {
        call + "\n"
    }
}

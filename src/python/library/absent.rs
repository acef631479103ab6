//! Modules that programs import and that are not here: what to use instead.

use super::stdlib;

/// Module and advice.
const ADVICE: &[(&str, &str)] = &[
    ("argparse", PLAIN_VALUES),
    ("bdb", STEPS),
    ("cProfile", "The timeline shows where the time goes."),
    ("dis", "The machine has a bytecode of its own."),
    ("doctest", ASSERTS),
    ("email", NETWORK),
    ("faulthandler", STEPS),
    ("ftplib", NETWORK),
    ("getpass", "There is nobody to ask; write the value into the program."),
    ("glob", FILES),
    ("http", NETWORK),
    ("imaplib", NETWORK),
    ("optparse", PLAIN_VALUES),
    ("pathlib", FILES),
    ("pdb", STEPS),
    ("pickle", "What is sent to a process is copied without it."),
    ("profile", "The timeline shows where the time goes."),
    ("select", NETWORK),
    ("selectors", NETWORK),
    ("shutil", FILES),
    ("smtplib", NETWORK),
    ("socket", NETWORK),
    ("socketserver", NETWORK),
    ("sqlite3", "Wait for the database with `asyncio.sleep()` or `time.sleep()`."),
    ("ssl", NETWORK),
    ("subprocess", "No other programs can be run; use `multiprocessing` or `concurrent.futures`."),
    ("tempfile", FILES),
    ("timeit", "Take `time.perf_counter()` before and after."),
    ("tkinter", "A program can only print here."),
    ("tracemalloc", "The machine does not count bytes."),
    ("unittest", ASSERTS),
    ("urllib", NETWORK),
    ("aiomysql", DATABASE),
    ("aiopg", DATABASE),
    ("aioredis", DATABASE),
    ("aiosqlite", DATABASE),
    ("anyio", ASYNCIO),
    ("asyncpg", DATABASE),
    ("bs4", DATA),
    ("celery", SERVER),
    ("curio", ASYNCIO),
    ("django", SERVER),
    ("fastapi", SERVER),
    ("flask", SERVER),
    ("gevent", ASYNCIO),
    ("matplotlib", DATA),
    ("motor", DATABASE),
    ("nest_asyncio", "A loop runs once here as in Python; make the caller a coroutine function."),
    ("numpy", DATA),
    ("pandas", DATA),
    ("psutil", "The machine's cores are in its settings."),
    ("psycopg2", DATABASE),
    ("pydantic", "Use `dataclasses`."),
    ("pymongo", DATABASE),
    ("pytest", ASSERTS),
    ("redis", DATABASE),
    ("rich", "Use `print()`."),
    ("sqlalchemy", DATABASE),
    ("starlette", SERVER),
    ("tornado", SERVER),
    ("tqdm", "Use `print()`."),
    ("trio", ASYNCIO),
    ("uvicorn", SERVER),
    ("uvloop", "The simulated event loop is asyncio's own."),
    ("websockets", NETWORK),
    ("yaml", DATA),
];

const ASSERTS: &str = "Use `assert`.";
const ASYNCIO: &str = "Use `asyncio`.";
const DATA: &str = "Use plain Python: lists, dicts and the standard library.";
const DATABASE: &str = "There is no database; wait for it with `asyncio.sleep()` or `time.sleep()`.";
const FILES: &str = "There are no files but the simulated ones of `aiofiles`.";
const NETWORK: &str = "There is no network; simulated requests are in `httpx`, `aiohttp` and `requests`.";
const PLAIN_VALUES: &str = "There is no command line; write the values into the program.";
const SERVER: &str = "There is no server; run its functions with `asyncio.run()`.";
const STEPS: &str = "The page itself goes through a program step by step.";
const LISTED: &str = "docs/python.md lists the modules that are here.";

/// What to say of the import of a module that is not here: the message and the advice.
pub fn refusal(module: &str) -> (String, &'static str) {
    let top = module.split('.').next().unwrap_or(module);
    let advice = ADVICE.iter().find(|(name, _)| *name == top).map(|(_, advice)| *advice);
    if advice.is_some() || stdlib::NAMES.binary_search(&top).is_ok() {
        return (format!("the module '{module}' is not supported"), advice.unwrap_or(LISTED));
    }
    (
        format!("no module named '{module}'"),
        "A program is one file here, and nothing can be installed. docs/python.md lists the modules.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn advice_is_given_once_a_module_and_for_none_that_is_here() {
        for (at, (name, _)) in ADVICE.iter().enumerate() {
            assert!(super::super::find(name).is_none(), "{name} can be imported");
            assert!(ADVICE[..at].iter().all(|(other, _)| other != name), "{name} is listed twice");
        }
    }

    #[test]
    fn known_modules_are_told_from_unknown_ones() {
        assert_eq!(refusal("socket").0, "the module 'socket' is not supported");
        assert_eq!(refusal("os.path.nothing").1, LISTED);
        assert_eq!(refusal("mymodule").0, "no module named 'mymodule'");
    }
}

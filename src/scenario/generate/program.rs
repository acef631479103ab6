//! The four programs. Each has, in this order: what it shows, imports, a helper to compute, a function for each activity, and a
//! `main` that runs them in its own way.

use super::text::{Calls, call_list, docstring, numbers, seconds};
use super::{ActivityFunction, VariantKind};
use crate::scenario::blocks::{Activity, Blocks, Segment};

/// Uses CPU time of its own thread, not time that passes: so it takes longer where several share a core or the GIL.
const COMPUTE: &str = r#"def compute(seconds):
    """Keep the processor busy until this thread has used so much CPU time."""
    end = time.thread_time() + seconds
    while time.thread_time() < end:
        pass
"#;

const LIMITED: &str = r#"async def limited(limit, activity):
    """Run the activity once the semaphore lets it in."""
    async with limit:
        await activity
"#;

pub fn source(blocks: &Blocks, functions: &[ActivityFunction], kind: VariantKind) -> String {
    let mut parts = vec![header(blocks, kind)];
    if blocks.activities.iter().flat_map(|activity| &activity.segments).any(|segment| matches!(segment, Segment::Compute(_))) {
        parts.push(COMPUTE.to_string());
    }
    parts.extend(blocks.activities.iter().zip(functions).map(|(activity, function)| activity_function(activity, function, kind)));
    if kind == VariantKind::Concurrent && blocks.at_most.is_some() {
        parts.push(LIMITED.to_string());
    }
    parts.push(match kind {
        VariantKind::Sequential => sequential_main(functions),
        VariantKind::Concurrent => concurrent_main(blocks, functions),
        VariantKind::Threads => pool_main(blocks, functions, "ThreadPoolExecutor"),
        VariantKind::Parallel => pool_main(blocks, functions, "ProcessPoolExecutor"),
    });
    parts.push(guard(kind));
    parts.join("\n\n")
}

fn header(blocks: &Blocks, kind: VariantKind) -> String {
    let shows = match kind {
        VariantKind::Sequential => "One activity after another",
        VariantKind::Concurrent => "All activities as tasks of one event loop",
        VariantKind::Threads => "Every activity in a thread",
        VariantKind::Parallel => "Every activity in a process",
    };
    let limit = match blocks.at_most {
        Some(at_most) if kind != VariantKind::Sequential => format!(", at most {at_most} at once"),
        _ => String::new(),
    };
    let imports = match kind {
        VariantKind::Sequential => "import time\n",
        VariantKind::Concurrent => "import asyncio\nimport time\n",
        VariantKind::Threads => "import time\nfrom concurrent.futures import ThreadPoolExecutor\n",
        VariantKind::Parallel => "import time\nfrom concurrent.futures import ProcessPoolExecutor\n",
    };
    format!("{}\n\n{imports}", docstring(&format!("{shows}{limit}")))
}

fn activity_function(activity: &Activity, function: &ActivityFunction, kind: VariantKind) -> String {
    let def = if kind == VariantKind::Concurrent { "async def" } else { "def" };
    let (parameter, copies) = match function.copies {
        1 => ("", String::new()),
        copies => ("number", format!(", one of {copies} copies")),
    };
    let name = &function.function;
    let doc = docstring(&format!("{}{copies}", function.label));
    let segments: String = activity.segments.iter().map(|segment| statement(*segment, kind)).collect();
    format!("{def} {name}({parameter}):\n    {doc}\n{segments}")
}

fn statement(segment: Segment, kind: VariantKind) -> String {
    let seconds = seconds(segment.duration());
    match (segment, kind) {
        (Segment::Compute(_), _) => format!("    compute({seconds})\n"),
        (Segment::Io(_), VariantKind::Concurrent) => format!("    await asyncio.sleep({seconds})\n"),
        (Segment::Blocking(_), VariantKind::Concurrent) => {
            format!("    # This blocks the event loop: no other task runs meanwhile.\n    time.sleep({seconds})\n")
        }
        (Segment::Io(_) | Segment::Blocking(_), _) => format!("    time.sleep({seconds})\n"),
    }
}

fn sequential_main(functions: &[ActivityFunction]) -> String {
    let calls: String = functions
        .iter()
        .map(|function| match function.copies {
            1 => format!("    {}()\n", function.function),
            copies => format!("    {}:\n        {}(number)\n", numbers(copies), function.function),
        })
        .collect();
    format!("def main():\n{calls}")
}

fn concurrent_main(blocks: &Blocks, functions: &[ActivityFunction]) -> String {
    let limit = blocks.at_most.map(|at_most| format!("    limit = asyncio.Semaphore({at_most})\n"));
    let calls = calls(functions, |name, argument| match limit {
        Some(_) => format!("limited(limit, {name}({argument}))"),
        None => format!("{name}({argument})"),
    });
    let gather = call_list(4, "await asyncio.gather(", &calls, ")");
    format!("async def main():\n{}{gather}", limit.unwrap_or_default())
}

fn pool_main(blocks: &Blocks, functions: &[ActivityFunction], pool: &str) -> String {
    let workers = blocks.at_most.map_or(blocks.instances(), |at_most| at_most.min(blocks.instances()));
    let calls = calls(functions, |name, argument| match argument {
        "" => format!("pool.submit({name})"),
        _ => format!("pool.submit({name}, {argument})"),
    });
    let futures = match &calls[..] {
        [only] if only.copies > 1 => only.comprehension(8, "futures = [", "]"),
        _ => call_list(8, "futures = [", &calls, "]"),
    };
    let results = "        for future in futures:\n            future.result()\n";
    format!("def main():\n    with {pool}(max_workers={workers}) as pool:\n{futures}{results}")
}

/// The calls of all activities; `call` writes one from the function's name and its argument, which is empty where there is one
/// copy.
fn calls(functions: &[ActivityFunction], call: impl Fn(&str, &str) -> String) -> Vec<Calls> {
    let argument = |copies| if copies == 1 { "" } else { "number" };
    let calls = functions
        .iter()
        .map(|function| Calls { call: call(&function.function, argument(function.copies)), copies: function.copies });
    calls.collect()
}

/// Runs `main` in the process that was started, not in those a process pool starts, and says how long it took.
fn guard(kind: VariantKind) -> String {
    let main = if kind == VariantKind::Concurrent { "asyncio.run(main())" } else { "main()" };
    let took = r#"print(f"{time.perf_counter() - start:.2f} s in total")"#;
    format!("if __name__ == \"__main__\":\n    start = time.perf_counter()\n    {main}\n    {took}\n")
}

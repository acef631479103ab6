//! What a suspended task waits for, in the terms of its program: the awaited expression, and why that is not done yet.

use crate::trace::Time;
use crate::trace::ids::{JobId, TaskId};

/// What a suspended task awaits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Awaited {
    /// The expression after `await`, as the program writes it; empty if it is not known.
    pub expression: String,
    /// The statement that waits where it is not an `await`: `async with lock`.
    pub statement: Option<String>,
    /// The line of the program, from 1.
    pub line: u32,
    pub on: Waiting,
}

/// Why it is not done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Waiting {
    /// `asyncio.sleep(0)`: nothing, but it has to queue again.
    Turn,
    Sleep(Time),
    Task(TaskId),
    Job(JobId),
    /// `gather` of that many, of which these are open.
    Gather {
        count: usize,
        open: usize,
    },
    Primitive(Primitive),
    /// A plain future.
    Future,
}

/// Coroutine functions of the library that wait for something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Primitive {
    Lock,
    Semaphore,
    Event,
    Condition,
    /// A notified condition that has to get its lock back.
    ConditionLock,
    Barrier,
    QueueItem,
    QueuePlace,
    QueueJoin,
    TaskGroup,
    Wait,
    AsCompleted,
    Cancelled,
    Response,
    File,
}

impl Primitive {
    pub const ALL: [Primitive; 15] = [
        Primitive::Lock,
        Primitive::Semaphore,
        Primitive::Event,
        Primitive::Condition,
        Primitive::ConditionLock,
        Primitive::Barrier,
        Primitive::QueueItem,
        Primitive::QueuePlace,
        Primitive::QueueJoin,
        Primitive::TaskGroup,
        Primitive::Wait,
        Primitive::AsCompleted,
        Primitive::Cancelled,
        Primitive::Response,
        Primitive::File,
    ];

    /// The one that a stack of library functions stands in, given as modules and qualified names, outermost first.
    pub fn of(library: &[(String, String)]) -> Option<Primitive> {
        library.iter().rev().find_map(|(module, function)| Primitive::of_function(module, function)).map(|inner| {
            // `Queue.join` waits for an event of its own, a condition for its lock.
            let outer = library.iter().find_map(|(module, function)| Primitive::of_function(module, function));
            match (outer, inner) {
                (Some(Primitive::QueueJoin), _) => Primitive::QueueJoin,
                (Some(Primitive::Condition), Primitive::Lock) => Primitive::ConditionLock,
                (Some(Primitive::Barrier), _) => Primitive::Barrier,
                _ => inner,
            }
        })
    }

    fn of_function(module: &str, function: &str) -> Option<Primitive> {
        Some(match (module, function) {
            ("asyncio.locks", "Lock.acquire") => Primitive::Lock,
            ("asyncio.locks", "Semaphore.acquire") => Primitive::Semaphore,
            ("asyncio.locks", "Event.wait") => Primitive::Event,
            ("asyncio.locks", "Condition.wait") => Primitive::Condition,
            ("asyncio.locks", "Barrier.wait") => Primitive::Barrier,
            ("asyncio.queues", "Queue.get") => Primitive::QueueItem,
            ("asyncio.queues", "Queue.put") => Primitive::QueuePlace,
            ("asyncio.queues", "Queue.join") => Primitive::QueueJoin,
            ("asyncio.taskgroups", "TaskGroup._aexit") => Primitive::TaskGroup,
            ("asyncio._waiting", "_wait") => Primitive::Wait,
            ("asyncio._waiting", "_cancel_and_wait") => Primitive::Cancelled,
            ("asyncio._waiting", name) if name.ends_with("_wait_for_one") => Primitive::AsCompleted,
            ("httpx" | "aiohttp" | "_http", _) => Primitive::Response,
            ("aiofiles", _) => Primitive::File,
            _ => return None,
        })
    }

    /// Why it waits: "the queue is empty".
    pub fn reason(self) -> &'static str {
        match self {
            Primitive::Lock => "the lock is taken",
            Primitive::Semaphore => "the semaphore has no place left",
            Primitive::Event => "the event is not set",
            Primitive::Condition => "the condition has not been notified",
            Primitive::ConditionLock => "it was notified, but the condition's lock is taken",
            Primitive::Barrier => "not all parties have come to the barrier",
            Primitive::QueueItem => "the queue is empty",
            Primitive::QueuePlace => "the queue is full",
            Primitive::QueueJoin => "not every item has been reported by `task_done()`",
            Primitive::TaskGroup => "tasks of the group are not done",
            Primitive::Wait => "what it waits for is not done",
            Primitive::AsCompleted => "none of the rest is done",
            Primitive::Cancelled => "what it cancelled has not ended",
            Primitive::Response => "the answer is on its way",
            Primitive::File => "the file takes time",
        }
    }

    /// What ends the wait: "someone puts an item".
    pub fn until(self) -> &'static str {
        match self {
            Primitive::Lock | Primitive::ConditionLock => "the lock is released and it is its turn",
            Primitive::Semaphore => "a place is released",
            Primitive::Event => "someone sets it",
            Primitive::Condition => "someone notifies it",
            Primitive::Barrier => "the last one arrives",
            Primitive::QueueItem => "someone puts an item",
            Primitive::QueuePlace => "someone takes an item",
            Primitive::QueueJoin => "the last item is done",
            Primitive::TaskGroup => "the last of them is done",
            Primitive::Wait => "enough of it is done",
            Primitive::AsCompleted => "the next one is done",
            Primitive::Cancelled => "it has ended",
            Primitive::Response => "it is there",
            Primitive::File => "it is done",
        }
    }

    /// Why the task can go on: "an item was put".
    pub fn over(self) -> &'static str {
        match self {
            Primitive::Lock | Primitive::ConditionLock => "the lock was released",
            Primitive::Semaphore => "a place of the semaphore was released",
            Primitive::Event => "the event was set",
            Primitive::Condition => "the condition was notified",
            Primitive::Barrier => "the last one came to the barrier",
            Primitive::QueueItem => "there is an item in the queue",
            Primitive::QueuePlace => "there is room in the queue",
            Primitive::QueueJoin => "every item of the queue is done",
            Primitive::TaskGroup => "a task of its group is done",
            Primitive::Wait => "what it waits for is done",
            Primitive::AsCompleted => "the next one is done",
            Primitive::Cancelled => "what it cancelled has ended",
            Primitive::Response => "the answer is there",
            Primitive::File => "the file is done",
        }
    }
}

impl Awaited {
    /// What is awaited, for a sentence that begins with the task: "awaits `queue.get()`", "is at `async with lock`".
    pub fn verb(&self) -> String {
        match &self.statement {
            Some(statement) => format!("waits at `{statement}`"),
            None if self.expression.is_empty() => "waits".to_string(),
            None => format!("awaits `{}`", self.expression),
        }
    }

    /// What is awaited, as a name: "`queue.get()`"; empty if it is not known.
    pub fn name(&self) -> String {
        let name = self.statement.as_ref().unwrap_or(&self.expression);
        if name.is_empty() { String::new() } else { format!("`{name}`") }
    }
}

/// The expression behind `await`.
pub fn awaited_expression(text: &str) -> String {
    text.strip_prefix("await ").unwrap_or(text).to_string()
}

/// The head of a statement that waits by itself, from the text of its line.
pub fn waiting_statement(line: &str) -> Option<String> {
    if !line.starts_with("async with ") && !line.starts_with("async for ") {
        return None;
    }
    let mut depth = 0_u32;
    let end = line.find(|c| {
        match c {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        c == ':' && depth == 0
    });
    Some(line[..end.unwrap_or(line.len())].trim_end().to_string())
}

/// What a line of a program waits for: "queue.get()" of `item = await queue.get()`; none if it has no `await`.
pub fn awaited_in_line(line: &str) -> Option<String> {
    let line = line.trim();
    if let Some(statement) = waiting_statement(line) {
        return Some(statement);
    }
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    let (at, _) = line.match_indices("await ").find(|(at, _)| !line[..*at].ends_with(is_word))?;
    let rest = &line[at + "await ".len()..];
    let mut depth = 0_u32;
    for (index, c) in rest.char_indices() {
        match c {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' | ',' | ':' | '#' if depth == 0 => return Some(rest[..index].trim_end().to_string()),
            ')' | ']' | '}' => depth -= 1,
            _ => {}
        }
    }
    // The rest of it stands on the next lines.
    Some(if depth > 0 { format!("{rest}…)") } else { rest.to_string() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(library: &[(&str, &str)], expected: Option<Primitive>) {
        let library: Vec<_> = library.iter().map(|(module, name)| (module.to_string(), name.to_string())).collect();
        assert_eq!(Primitive::of(&library), expected);
    }

    #[test]
    fn the_function_that_waits_says_what_for() {
        check(&[("asyncio.queues", "Queue.get")], Some(Primitive::QueueItem));
        check(&[("asyncio.locks", "_ContextManagerMixin.__aenter__"), ("asyncio.locks", "Lock.acquire")], Some(Primitive::Lock));
        check(&[("asyncio.queues", "Queue.join"), ("asyncio.locks", "Event.wait")], Some(Primitive::QueueJoin));
        check(&[("asyncio._waiting", "wait_for"), ("asyncio.queues", "Queue.get")], Some(Primitive::QueueItem));
        check(&[("asyncio.tasks", "sleep")], None);
    }

    #[test]
    fn a_line_says_what_it_awaits() {
        let check = |line: &str, expected: Option<&str>| assert_eq!(awaited_in_line(line).as_deref(), expected, "{line}");
        check("    item = await queue.get()", Some("queue.get()"));
        check("print(await f(g(1), [2]), 3)", Some("f(g(1), [2])"));
        check("async with lock:", Some("async with lock"));
        check("if await ready(): pass", Some("ready()"));
        check("results = await asyncio.gather(", Some("asyncio.gather(…)"));
        check("await event.wait()  # until the start", Some("event.wait()"));
        check("no_await (1)", None);
    }

    #[test]
    fn statements_that_wait_are_told_from_expressions() {
        assert_eq!(waiting_statement("async with lock:").as_deref(), Some("async with lock"));
        assert_eq!(waiting_statement("async with locks[1:2]: pass").as_deref(), Some("async with locks[1:2]"));
        assert_eq!(waiting_statement("item = await queue.get()"), None);
        assert_eq!(awaited_expression("await queue.get()"), "queue.get()");
    }
}

//! A program being written.

use crate::choices::Choices;
use crate::writer::Writer;

/// Durations in seconds: few, so that deadlines tie, and some a millisecond apart.
const DURATIONS: [(usize, &str); 9] =
    [(3, "0"), (2, "0.001"), (1, "0.002"), (4, "0.01"), (1, "0.011"), (3, "0.02"), (1, "0.03"), (3, "0.05"), (2, "0.1")];
/// How deep blocks are nested in a function.
const DEPTH: usize = 3;

/// What is declared at the top of the module, and in use somewhere.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shared {
    Lock,
    Event,
    Condition,
    Semaphore,
    BoundedSemaphore,
    Barrier,
    Queue,
    LifoQueue,
    PriorityQueue,
    Variable,
    AsyncGenerator,
    Generator,
    AsyncManager,
    DecoratedManager,
    Manager,
    Error,
    Callback,
    Resolver,
    Job,
}

pub struct Generator {
    pub choices: Choices,
    pub out: Writer,
    /// What the statements written so far need, in the order of its first use.
    pub used: Vec<Shared>,
    /// The names of the tasks that are surely bound where the next statement stands.
    pub tasks: Vec<String>,
    /// The same for futures.
    pub futures: Vec<String>,
    /// How many coroutine functions there are; they are called `f0`, `f1`, ...
    pub functions: usize,
    /// Which is being written: it may call those after it.
    pub current: usize,
    /// Whether some function uses `as_completed`, which goes through a set of tasks, in the order of their addresses. It shows where some
    /// are done already, as those that start eagerly may be: a program has the one or the other.
    pub has_set_of_tasks: bool,
    /// Whether `main` makes all tasks start eagerly.
    pub is_eager: bool,
    depth: usize,
    names: usize,
    /// Statements that may yet be written in this function.
    budget: usize,
}

impl Generator {
    pub fn new(seed: u64) -> Generator {
        let mut choices = Choices::new(seed);
        let functions = choices.between(1, 4);
        Generator {
            choices,
            out: Writer::default(),
            used: Vec::new(),
            tasks: Vec::new(),
            futures: Vec::new(),
            functions,
            current: 0,
            has_set_of_tasks: false,
            is_eager: false,
            depth: 0,
            names: 0,
            budget: 0,
        }
    }

    /// Begins a function of at most so many statements.
    pub fn begin(&mut self, current: usize, budget: usize) {
        (self.current, self.budget, self.depth) = (current, budget, 0);
        self.tasks.clear();
        self.futures.clear();
    }

    pub fn line(&mut self, line: &str) {
        self.out.line(line);
    }

    /// One of these lines.
    pub fn line_of(&mut self, lines: &[&str]) {
        let line = self.choices.pick(lines);
        self.line(line);
    }

    /// A header and what stands under it. What is bound there is not used after it.
    pub fn block(&mut self, header: &str, body: impl FnOnce(&mut Generator)) {
        self.line(header);
        let (tasks, futures) = (self.tasks.len(), self.futures.len());
        self.out.open();
        self.depth += 1;
        body(self);
        self.depth -= 1;
        self.out.close();
        self.tasks.truncate(tasks);
        self.futures.truncate(futures);
    }

    pub fn may_nest(&self) -> bool {
        self.depth < DEPTH
    }

    /// Takes one statement off what may yet be written, if there is one.
    pub fn spend(&mut self) -> bool {
        let left = self.budget > 0;
        self.budget = self.budget.saturating_sub(1);
        left
    }

    /// A name that nothing has yet.
    pub fn name(&mut self, prefix: &str) -> String {
        self.names += 1;
        format!("{prefix}{}", self.names)
    }

    pub fn duration(&mut self) -> &'static str {
        self.choices.weighted(&DURATIONS)
    }

    pub fn uses(&mut self, shared: Shared) {
        if !self.used.contains(&shared) {
            self.used.push(shared);
        }
    }

    /// Prints the value with a label that tells the place.
    pub fn show(&mut self, value: &str) {
        let label = self.name("p");
        let name = self.function_name();
        self.line(&format!("print(\"{name} {label}\", shown({value}))"));
    }

    pub fn say(&mut self) {
        let label = self.name("p");
        let name = self.function_name();
        let extra = self.choices.pick(&["", "", ", n", ", now()", ", asyncio.current_task().get_name()"]);
        self.line(&format!("print(\"{name} {label}\"{extra})"));
    }

    fn function_name(&self) -> String {
        if self.current == self.functions { "main".to_owned() } else { format!("f{}", self.current) }
    }

    /// A task or future in sight.
    pub fn any_task(&mut self) -> Option<String> {
        if self.tasks.is_empty() { None } else { Some(self.tasks[self.choices.below(self.tasks.len())].clone()) }
    }

    pub fn any_future(&mut self) -> Option<String> {
        if self.futures.is_empty() { None } else { Some(self.futures[self.choices.below(self.futures.len())].clone()) }
    }
}

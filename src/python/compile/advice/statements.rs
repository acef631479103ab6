//! Finding statements in a tree, and what stands around them in the text.

use ruff_python_ast::visitor::{Visitor, walk_stmt};
use ruff_python_ast::{ModModule, Stmt, StmtFunctionDef};
use ruff_text_size::{Ranged, TextRange};

use super::calls::line_of;

/// A statement with where it stands.
pub(super) struct Placed<'a> {
    pub statement: &'a Stmt,
    /// The innermost function whose body it is in.
    pub function: Option<&'a StmtFunctionDef>,
    /// It is in a loop of that function.
    pub in_loop: bool,
}

impl Placed<'_> {
    pub fn is_in_coroutine(&self) -> bool {
        self.function.is_some_and(|function| function.is_async)
    }
}

/// All statements of a module in the order of the text.
pub(super) fn statements(module: &ModModule) -> Vec<Placed<'_>> {
    #[derive(Default)]
    struct Finder<'a> {
        found: Vec<Placed<'a>>,
        function: Option<&'a StmtFunctionDef>,
        in_loop: bool,
    }
    impl<'a> Visitor<'a> for Finder<'a> {
        fn visit_stmt(&mut self, statement: &'a Stmt) {
            let outer = (self.function, self.in_loop);
            self.found.push(Placed { statement, function: outer.0, in_loop: outer.1 });
            match statement {
                Stmt::FunctionDef(function) => (self.function, self.in_loop) = (Some(function), false),
                Stmt::For(_) | Stmt::While(_) => self.in_loop = true,
                _ => {}
            }
            walk_stmt(self, statement);
            (self.function, self.in_loop) = outer;
        }
    }
    let mut finder = Finder::default();
    finder.visit_body(&module.body);
    finder.found
}

/// The statements that begin on a line.
pub(super) fn statements_on<'a>(text: &str, module: &'a ModModule, line: u32) -> Vec<Placed<'a>> {
    statements(module).into_iter().filter(|placed| line_of(text, placed.statement.range()) == line).collect()
}

/// The space before a place on its line; none if something else stands there.
pub(super) fn indent_of(text: &str, at: usize) -> Option<&str> {
    let begin = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let before = &text[begin..at];
    before.chars().all(|c| c == ' ' || c == '\t').then_some(before)
}

/// The first of `name`, `name_2`, `name_3`, ... that the text does not have yet.
pub(super) fn free_name(text: &str, name: &str) -> String {
    let is_free = |name: &str| !words(text).any(|word| word == name);
    let numbered = (2_u32..).map(|number| format!("{name}_{number}"));
    std::iter::once(name.to_owned()).chain(numbered).find(|name| is_free(name)).expect("there is no end of numbers")
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '_')
}

/// Where the statement of the module that holds a place begins.
pub(super) fn top_level_start(module: &ModModule, at: TextRange) -> Option<usize> {
    let holds = |statement: &&Stmt| statement.range().contains_range(at);
    module.body.iter().find(holds).map(|statement| statement.range().start().to_usize())
}

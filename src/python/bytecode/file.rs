//! A compiled module of the library, and how it is written and read.

use std::collections::HashSet;
use std::iter::repeat_n;
use std::rc::Rc;

use super::wire::{Column, Reader, Wire, Writer, wire_enum, wire_struct};
use super::{Body, BodyConst, GlobalNames, Op, Params};
use crate::python::symbol::Sym;

/// A module of the library, compiled.
#[derive(Debug, PartialEq)]
pub struct LibraryFile {
    /// The file that messages name for it.
    pub name: String,
    pub globals: GlobalNames,
    pub body: Body,
}

impl Wire for LibraryFile {
    fn write(&self, out: &mut Writer) {
        out.within(Column::Rest, |out| self.name.write(out));
        out.within(Column::Globals, |out| self.globals.names.write(out));
        write_body(&self.body, "", out);
    }

    fn read(input: &mut Reader<'_>) -> LibraryFile {
        LibraryFile {
            name: input.within(Column::Rest, Wire::read),
            globals: GlobalNames { names: input.within(Column::Globals, Wire::read) },
            body: read_body("", input),
        }
    }
}

/// All that is ever looked at: no spans, no names of locals that are no parameters. `outer` is the qualified name of the body around.
fn write_body(body: &Body, outer: &str, out: &mut Writer) {
    let parameters = body.params.count();
    let mut ops = body.ops.clone();
    relate(&mut ops);
    let names = order_of_use(&mut ops, Op::name_mut);
    let constants = order_of_use(&mut ops, Op::const_mut);
    let constants: Vec<&BodyConst> = constants.into_iter().map(|index| &body.consts[index as usize]).collect();
    out.within(Column::Titles, |out| body.name.write(out));
    out.within(Column::Qualnames, |out| Qualname::of(body, outer).write(out));
    out.within(Column::Params, |out| {
        body.kind.write(out);
        body.params.write(out);
    });
    out.within(Column::Sizes, |out| {
        body.stack_size.write(out);
        out.number((body.locals.len() - parameters) as u64);
    });
    out.within(Column::Locals, |out| body.locals.iter().take(parameters).for_each(|name| name.write(out)));
    out.within(Column::Ops, |out| ops.write(out));
    out.within(Column::Names, |out| names.iter().for_each(|&name| body.names[name as usize].write(out)));
    out.within(Column::Rest, |out| {
        body.docstring.write(out);
        body.cells.write(out);
        body.free.write(out);
    });
    out.within(Column::Handlers, |out| body.handlers.write(out));
    out.within(Column::Lines, |out| {
        body.first_line.write(out);
        runs(&body.lines, body.first_line).write(out);
    });
    for constant in constants {
        match constant {
            BodyConst::Literal(literal) => out.within(Column::Literals, |out| literal.write(out)),
            BodyConst::Body(inner) => write_body(inner, &body.qualname, out),
        }
    }
}

/// Reads in the order in which it was written.
fn read_body(outer: &str, input: &mut Reader<'_>) -> Body {
    let name: Rc<str> = input.within(Column::Titles, Wire::read);
    let qualname = input.within(Column::Qualnames, |input| Qualname::read(input).text(outer, &name));
    let (kind, params) = input.within(Column::Params, |input| (Wire::read(input), Params::read(input)));
    let (stack_size, others) = input.within(Column::Sizes, |input| (Wire::read(input), input.number() as usize));
    let parameters: Vec<Sym> = input.within(Column::Locals, |input| (0..params.count()).map(|_| Wire::read(input)).collect());
    let mut ops: Vec<Op> = input.within(Column::Ops, Wire::read);
    place(&mut ops);
    let names = number(&mut ops, Op::name_mut);
    let constants = number(&mut ops, Op::const_mut);
    let names = input.within(Column::Names, |input| (0..names).map(|_| Wire::read(input)).collect());
    let (docstring, cells, free) = input.within(Column::Rest, |input| (Wire::read(input), Wire::read(input), Wire::read(input)));
    let handlers = input.within(Column::Handlers, Wire::read);
    let (first_line, runs) = input.within(Column::Lines, |input| (Wire::read(input), Wire::read(input)));
    let bodies = bodies(&ops);
    let constant = |index| match bodies.contains(&index) {
        true => BodyConst::Body(Box::new(read_body(&qualname, input))),
        false => BodyConst::Literal(input.within(Column::Literals, Wire::read)),
    };
    let consts = (0..constants).map(constant).collect();
    let locals = parameters.into_iter().chain(repeat_n(Sym::EMPTY, others)).collect();
    let lines = lines(runs, first_line, ops.len());
    let spans = Vec::new();
    Body {
        name,
        qualname,
        kind,
        params,
        docstring,
        locals,
        cells,
        free,
        names,
        consts,
        ops,
        spans,
        lines,
        handlers,
        stack_size,
        first_line,
    }
}

/// The constants that functions are made of.
fn bodies(ops: &[Op]) -> HashSet<u32> {
    let code = |op: &Op| match op {
        Op::MakeFunction { code, .. } => Some(*code),
        _ => None,
    };
    ops.iter().filter_map(code).collect()
}

wire_enum! {
    /// How a qualified name is made.
    enum Qualname {
        /// It is the name.
        Name,
        /// Of what a class holds.
        Member,
        /// Of what is inside a function.
        Local,
        Other(Rc<str>),
    }
}

impl Qualname {
    fn of(body: &Body, outer: &str) -> Qualname {
        let made = [Qualname::Name, Qualname::Member, Qualname::Local];
        let fitting = made.into_iter().find(|made| made.text(outer, &body.name) == body.qualname);
        fitting.unwrap_or_else(|| Qualname::Other(body.qualname.clone()))
    }

    fn text(&self, outer: &str, name: &Rc<str>) -> Rc<str> {
        match self {
            Qualname::Name => name.clone(),
            Qualname::Member => format!("{outer}.{name}").into(),
            Qualname::Local => format!("{outer}.<locals>.{name}").into(),
            Qualname::Other(text) => text.clone(),
        }
    }
}

/// Makes jumps distances, which are alike more often: twice the distance, and one more if it is backwards.
fn relate(ops: &mut [Op]) {
    for (at, op) in (0..).zip(ops) {
        if let Some(target) = op.target_mut() {
            *target = if *target >= at { (*target - at) * 2 } else { (at - *target) * 2 + 1 };
        }
    }
}

/// The reverse of [`relate`].
fn place(ops: &mut [Op]) {
    for (at, op) in (0..).zip(ops) {
        if let Some(target) = op.target_mut() {
            *target = if target.is_multiple_of(2) { at + *target / 2 } else { at - *target / 2 };
        }
    }
}

/// An index of an instruction into a table of its body.
type Index = fn(&mut Op) -> Option<&mut u32>;

/// Gives the indices in the order of their first use, and replaces them: by 0 where it is the first use, else by their place in that
/// order, from 1. Nearly all are 0, and entries that are not used disappear.
fn order_of_use(ops: &mut [Op], index: Index) -> Vec<u32> {
    let mut order = Vec::new();
    for index in ops.iter_mut().filter_map(index) {
        match order.iter().position(|known| known == index) {
            Some(place) => *index = place as u32 + 1,
            None => {
                order.push(*index);
                *index = 0;
            }
        }
    }
    order
}

/// The reverse of [`order_of_use`]; gives the number of entries.
fn number(ops: &mut [Op], index: Index) -> u32 {
    let mut count = 0;
    for index in ops.iter_mut().filter_map(index) {
        match *index {
            0 => {
                *index = count;
                count += 1;
            }
            place => *index = place - 1,
        }
    }
    count
}

wire_struct! {
    /// Instructions one after the other that are of the same line.
    struct Run {
        count: u32,
        line: u32,
    }
}

/// Of most bodies every line is the first one.
fn runs(lines: &[u32], first: u32) -> Vec<Run> {
    if lines.iter().all(|&line| line == first) {
        return Vec::new();
    }
    lines.chunk_by(|a, b| a == b).map(|run| Run { count: run.len() as u32, line: run[0] }).collect()
}

/// The reverse of [`runs`].
fn lines(runs: Vec<Run>, first: u32, count: usize) -> Vec<u32> {
    if runs.is_empty() {
        return vec![first; count];
    }
    runs.iter().flat_map(|run| repeat_n(run.line, run.count as usize)).collect()
}

#[cfg(test)]
mod tests {
    use super::LibraryFile;
    use crate::python::bytecode::Body;
    use crate::python::bytecode::archive::{Archive, ArchiveWriter};
    use crate::python::compile::{compile_module, dis};

    fn file(name: &str, text: &str) -> LibraryFile {
        let module = compile_module(name, text, false).expect("the test's source compiles");
        LibraryFile { name: name.to_owned(), globals: module.globals, body: module.body }
    }

    /// What is read is what was written, wherever in the archive it stands. The names of locals that are no parameters are not.
    #[track_caller]
    fn check(texts: &[&str]) {
        let mut archive = ArchiveWriter::default();
        let files: Vec<LibraryFile> = texts.iter().map(|text| file("lib.py", text)).collect();
        files.iter().for_each(|file| archive.add(file));
        let archive = Archive::new(archive.finish().leak());
        for (number, written) in files.iter().enumerate().rev() {
            let read = archive.module(number);
            assert_eq!((&read.name, &read.globals), (&written.name, &written.globals));
            same(&read.body, &written.body);
        }
    }

    fn same(read: &Body, written: &Body) {
        assert_eq!(dis::disassemble(read), dis::disassemble(written));
        assert_eq!((&read.lines, read.first_line, &read.docstring), (&written.lines, written.first_line, &written.docstring));
        assert_eq!((read.params, read.stack_size, read.locals.len()), (written.params, written.stack_size, written.locals.len()));
    }

    #[test]
    fn modules_are_read_one_by_one() {
        check(&["import a\nx = a.b + 1\n", "def f(x):\n    return x.b, a\n", ""]);
    }

    #[test]
    fn jumps_and_handlers_are_kept() {
        check(&[
            "def f(x):\n    while x:\n        try:\n            x()\n        except A:\n            continue\n        finally:\n            x.y\n",
        ]);
    }

    #[test]
    fn qualified_names_are_kept() {
        check(&["class A:\n    def f(self):\n        return lambda: [lambda: i for i in self]\n"]);
        check(&["def f():\n    global g\n    def g(): pass\nclass A:\n    def h(self): pass\n"]);
    }

    #[test]
    fn constants_are_kept() {
        check(&["f(-1, 300, 10**30, 2.5, -0.0, 1j, 'a b', 'name', b'\\xff', (1, (None, ...)), True, x, 1)\n"]);
        check(&[&format!("x = {}\n", u128::MAX)]);
    }

    #[test]
    fn lines_of_cpython_are_kept() {
        check(&["def f(x):  # line 7\n    x()\n    x()  # line 9\n    return x\n"]);
    }
}

//! One code object being built: its instructions, the depth of its stack, its labels, its tables of names and constants.

use std::collections::HashMap;
use std::rc::Rc;

use super::effect::effect;
use super::scope::ScopeId;
use crate::python::bytecode::{Body, BodyConst, CellVar, CodeKind, Handler, Literal, Op, Params, Source, SourceSpan};
use crate::python::symbol::Sym;

/// A place to jump to. Jumps hold its number until [`Unit::finish`] knows where it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Label(pub u32);

#[derive(Clone, Copy, Debug, Default)]
struct LabelState {
    at: Option<u32>,
    /// Number of operands on the stack there, once something leads there.
    depth: Option<u32>,
}

/// A stretch of instructions covered by a handler, while it is being emitted. It has holes where a `return` or `break` leaves it.
#[derive(Debug)]
struct Region {
    target: Label,
    depth: u32,
    start: u32,
    suspended: bool,
    parts: Vec<(u32, u32)>,
}

/// What is needed to leave a statement early.
#[derive(Clone, Debug)]
pub(super) struct Block<'a> {
    pub kind: BlockKind<'a>,
    /// Number of regions that were open around the statement; those beyond do not cover the way out.
    pub regions: usize,
}

#[derive(Clone, Debug)]
pub(super) enum BlockKind<'a> {
    /// `has_iterator`: a `for` loop, whose iterator is on the stack.
    Loop {
        start: Label,
        end: Label,
        has_iterator: bool,
    },
    /// The body of a `try` without `finally`.
    Try,
    /// The body of a `try` with `finally`: leaving it runs that.
    Finally(&'a [ruff_python_ast::Stmt]),
    /// The `finally` of an exception: the previous exception and the exception are on the stack.
    FinallyHandler,
    /// The body of `except`: the previous exception is on the stack; the name is deleted.
    Handler(Option<Sym>),
    /// The body of `except*`, which nothing may leave.
    StarHandler,
    With {
        is_async: bool,
        span: SourceSpan,
    },
    /// The value being returned is on the stack, below what an inlined `finally` puts there.
    Value,
}

pub(super) struct Unit<'a> {
    pub scope: ScopeId,
    pub kind: CodeKind,
    pub name: Rc<str>,
    pub qualname: Rc<str>,
    pub params: Params,
    pub docstring: Option<Rc<str>>,
    pub first_line: u32,
    /// Where the instructions being emitted come from.
    pub span: SourceSpan,
    pub blocks: Vec<Block<'a>>,
    locals: Vec<Sym>,
    pub cells: Vec<CellVar>,
    pub free: Vec<Sym>,
    names: Vec<Sym>,
    name_index: HashMap<Sym, u32>,
    consts: Vec<BodyConst>,
    const_index: HashMap<Literal, u32>,
    ops: Vec<Op>,
    spans: Vec<SourceSpan>,
    handlers: Vec<(u32, u32, Label, u32)>,
    regions: Vec<Region>,
    labels: Vec<LabelState>,
    /// Operands on the stack; `None` where nothing leads: such instructions are left out.
    depth: Option<u32>,
    stack_size: u32,
}

impl<'a> Unit<'a> {
    pub fn new(scope: ScopeId, kind: CodeKind, name: &str, qualname: String) -> Unit<'a> {
        Unit {
            scope,
            kind,
            name: name.into(),
            qualname: qualname.into(),
            params: Params::default(),
            docstring: None,
            first_line: 1,
            span: SourceSpan::default(),
            blocks: Vec::new(),
            locals: Vec::new(),
            cells: Vec::new(),
            free: Vec::new(),
            names: Vec::new(),
            name_index: HashMap::new(),
            consts: Vec::new(),
            const_index: HashMap::new(),
            ops: Vec::new(),
            spans: Vec::new(),
            handlers: Vec::new(),
            regions: Vec::new(),
            labels: Vec::new(),
            depth: Some(0),
            stack_size: 0,
        }
    }

    /// Number of operands on the stack; 0 where nothing leads.
    pub fn depth(&self) -> u32 {
        self.depth.unwrap_or(0)
    }

    fn at(&self) -> u32 {
        self.ops.len() as u32
    }

    /// The text of the replacement field that was emitted last is an f-string of its own.
    pub fn stand_alone(&mut self) {
        if let Some(Op::Format { joined, .. }) = self.ops.last_mut() {
            *joined = false;
        }
    }

    pub fn emit(&mut self, op: Op) {
        let Some(depth) = self.depth else { return };
        let effect = effect(op);
        let mut op = op;
        if let Some(target) = op.target_mut()
            && let Some(jumped) = effect.jumped
        {
            self.join(Label(*target), (depth as i32 + jumped) as u32);
        }
        let after = depth as i32 + effect.next;
        debug_assert!(after >= 0, "{op:?} with {depth} operands");
        self.stack_size = self.stack_size.max(after as u32);
        self.depth = (!effect.ends).then_some(after as u32);
        self.ops.push(op);
        self.spans.push(self.span);
    }

    pub fn label(&mut self) -> Label {
        self.labels.push(LabelState::default());
        Label(self.labels.len() as u32 - 1)
    }

    /// A jump or handler leads to `label` with `depth` operands.
    fn join(&mut self, label: Label, depth: u32) {
        self.stack_size = self.stack_size.max(depth);
        let state = &mut self.labels[label.0 as usize];
        debug_assert!(state.depth.is_none_or(|known| known == depth), "depth {depth} at a label of {:?}", state.depth);
        state.depth = Some(depth);
    }

    /// The next instruction is where `label` is.
    pub fn place(&mut self, label: Label) {
        if let Some(depth) = self.depth {
            self.join(label, depth);
        }
        let at = self.at();
        let state = &mut self.labels[label.0 as usize];
        state.at = Some(at);
        self.depth = state.depth;
    }

    /// From here on, exceptions go to `target`, with the operands there are now.
    pub fn open_region(&mut self, target: Label) {
        self.open_region_below(target, 0);
    }

    /// The same, but the handler finds `dropped` operands less.
    pub fn open_region_below(&mut self, target: Label, dropped: u32) {
        let (depth, start) = (self.depth().saturating_sub(dropped), self.at());
        self.regions.push(Region { target, depth, start, suspended: false, parts: Vec::new() });
    }

    /// Ends what [`Unit::open_region`] began last.
    pub fn close_region(&mut self) {
        let at = self.at();
        let mut region = self.regions.pop().expect("regions are closed where they were opened");
        if !region.suspended {
            region.parts.push((region.start, at));
        }
        for (start, end) in region.parts.into_iter().filter(|(start, end)| start < end) {
            self.join(region.target, region.depth + 1);
            self.handlers.push((start, end, region.target, region.depth));
        }
    }

    pub fn open_regions(&self) -> usize {
        self.regions.len()
    }

    /// The next instructions are outside of the regions from `from` on. Gives those it had to suspend.
    pub fn suspend_regions(&mut self, from: usize) -> Vec<usize> {
        let at = self.at();
        let mut suspended = Vec::new();
        for (index, region) in self.regions.iter_mut().enumerate().skip(from) {
            if !region.suspended {
                region.parts.push((region.start, at));
                region.suspended = true;
                suspended.push(index);
            }
        }
        suspended
    }

    pub fn resume_regions(&mut self, suspended: &[usize]) {
        let at = self.at();
        for &index in suspended {
            self.regions[index].suspended = false;
            self.regions[index].start = at;
        }
    }

    pub fn local(&mut self, name: Sym) -> u32 {
        if let Some(at) = self.locals.iter().position(|&local| local == name) {
            return at as u32;
        }
        self.locals.push(name);
        self.locals.len() as u32 - 1
    }

    /// Index of a cell or free variable.
    pub fn cell(&self, name: Sym) -> u32 {
        let cells = self.cells.iter().map(|cell| cell.name);
        cells.chain(self.free.iter().copied()).position(|cell| cell == name).expect("the symbol table knows all closures") as u32
    }

    pub fn name(&mut self, name: Sym) -> u32 {
        let next = self.names.len() as u32;
        let index = *self.name_index.entry(name).or_insert(next);
        if index == next {
            self.names.push(name);
        }
        index
    }

    pub fn constant(&mut self, literal: Literal) -> u32 {
        if let Some(&index) = self.const_index.get(&literal) {
            return index;
        }
        self.consts.push(BodyConst::Literal(literal.clone()));
        let index = self.consts.len() as u32 - 1;
        self.const_index.insert(literal, index);
        index
    }

    pub fn body_constant(&mut self, body: Body) -> u32 {
        self.consts.push(BodyConst::Body(Box::new(body)));
        self.consts.len() as u32 - 1
    }

    /// The finished body.
    pub fn finish(mut self, source: &Source) -> Body {
        debug_assert!(self.depth.is_none(), "a body ends with a return");
        let at = |label: u32| self.labels[label as usize].at.expect("every label is placed");
        for op in &mut self.ops {
            if let Some(target) = op.target_mut() {
                *target = at(*target);
            }
        }
        let handlers = self.handlers.iter().map(|&(start, end, target, depth)| Handler { start, end, target: at(target.0), depth });
        Body {
            name: self.name,
            qualname: self.qualname,
            kind: self.kind,
            params: self.params,
            docstring: self.docstring,
            handlers: handlers.collect(),
            stack_size: self.stack_size,
            first_line: self.first_line,
            lines: self.spans.iter().map(|span| source.shown_line(source.line(span.start)).unwrap_or(self.first_line)).collect(),
            cells: self.cells,
            free: self.free,
            locals: self.locals,
            names: self.names,
            consts: self.consts,
            ops: self.ops,
            spans: self.spans,
        }
    }
}

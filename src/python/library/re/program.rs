//! Trees to instructions of the matcher.

use super::parse::{Tree, UNBOUNDED};
use super::syntax::{Anchor, Greed, Node, Single};

/// One instruction. Targets are indices of instructions.
#[derive(Debug)]
pub enum Op {
    Single(Single),
    Anchor(Anchor),
    /// Goes on here, and if that fails at the target.
    Split(usize),
    Jump(usize),
    /// The start (even) or the end (odd) of a group.
    Mark(usize),
    /// One character, again and again.
    Run {
        single: Single,
        min: u32,
        max: u32,
        greed: Greed,
    },
    /// Begins a repetition, whose [`Op::Loop`] is at the target.
    Enter {
        register: usize,
        start: usize,
    },
    /// Repeats the body, which begins after the next instruction, or goes on at `exit`.
    Loop {
        register: usize,
        min: u32,
        max: u32,
        lazy: bool,
        exit: usize,
    },
    /// One more turn of a repetition.
    Turn {
        register: usize,
    },
    Back {
        group: usize,
        ignore_case: bool,
    },
    /// The body, which follows and ends with [`Op::Done`], matches here, or does not; goes on at `next`.
    Look {
        back: usize,
        negated: bool,
        next: usize,
    },
    /// The body, which follows and ends with [`Op::Done`], matches, in its first way only; goes on at `next`.
    Atomic {
        next: usize,
    },
    /// Goes on at the target unless the group matched.
    UnlessGroup {
        group: usize,
        target: usize,
    },
    Done,
}

/// A pattern that is ready to be matched.
#[derive(Debug)]
pub struct Program {
    pub ops: Vec<Op>,
    /// Number of groups, the whole match included.
    pub groups: usize,
    /// Number of nested repetitions.
    pub registers: usize,
}

/// Longer programs are refused.
const MAX_OPS: usize = 100_000;

impl Program {
    /// The program of a tree; `None` if it is too long.
    pub fn new(tree: &Tree) -> Option<Program> {
        let mut program = Program { ops: Vec::new(), groups: tree.groups.len(), registers: 0 };
        program.add(&tree.root);
        program.ops.push(Op::Done);
        (program.ops.len() <= MAX_OPS).then_some(program)
    }

    fn here(&self) -> usize {
        self.ops.len()
    }

    fn push(&mut self, op: Op) -> usize {
        self.ops.push(op);
        self.here() - 1
    }

    fn add(&mut self, node: &Node) {
        match node {
            Node::Empty => {}
            Node::Single(single) => self.ops.push(Op::Single(single.clone())),
            Node::Anchor(anchor) => self.ops.push(Op::Anchor(*anchor)),
            Node::Sequence(nodes) => nodes.iter().for_each(|node| self.add(node)),
            Node::Either(branches) => self.add_branches(branches),
            Node::Group { index, body } => {
                self.push(Op::Mark(2 * index));
                self.add(body);
                self.push(Op::Mark(2 * index + 1));
            }
            Node::Repeat { body, min, max, greed } => self.add_repeat(body, *min, *max, *greed),
            Node::Back { group, ignore_case } => self.ops.push(Op::Back { group: *group, ignore_case: *ignore_case }),
            Node::Look { body, ahead, negated } => {
                let back = if *ahead { 0 } else { self.width_behind(body) };
                let at = self.push(Op::Done);
                self.add(body);
                self.push(Op::Done);
                self.ops[at] = Op::Look { back, negated: *negated, next: self.here() };
            }
            Node::Atomic(body) => self.add_atomic(|program| program.add(body)),
            Node::IfGroup { group, yes, no } => {
                let test = self.push(Op::Done);
                self.add(yes);
                let jump = self.push(Op::Done);
                self.ops[test] = Op::UnlessGroup { group: *group, target: self.here() };
                self.add(no);
                self.ops[jump] = Op::Jump(self.here());
            }
        }
    }

    /// The parser has checked that the width of a lookbehind is fixed; references in it have that of their group.
    fn width_behind(&self, body: &Node) -> usize {
        body.width(&[]).0 as usize
    }

    fn add_branches(&mut self, branches: &[Node]) {
        let mut jumps = Vec::new();
        for (at, branch) in branches.iter().enumerate() {
            if at + 1 == branches.len() {
                self.add(branch);
                break;
            }
            let split = self.push(Op::Done);
            self.add(branch);
            jumps.push(self.push(Op::Done));
            self.ops[split] = Op::Split(self.here());
        }
        for jump in jumps {
            self.ops[jump] = Op::Jump(self.here());
        }
    }

    fn add_atomic(&mut self, body: impl FnOnce(&mut Program)) {
        let at = self.push(Op::Done);
        body(self);
        self.push(Op::Done);
        self.ops[at] = Op::Atomic { next: self.here() };
    }

    fn add_repeat(&mut self, body: &Node, min: u32, max: u32, greed: Greed) {
        if let Node::Single(single) = body {
            self.ops.push(Op::Run { single: single.clone(), min, max, greed });
        } else if greed == Greed::Possessive {
            self.add_atomic(|program| program.add_repeat(body, min, max, Greed::Greedy));
        } else if (min, max) == (1, 1) {
            self.add(body);
        } else {
            let register = self.registers;
            self.registers += 1;
            let enter = self.push(Op::Done);
            let start = self.push(Op::Done);
            self.push(Op::Turn { register });
            self.add(body);
            self.push(Op::Jump(start));
            self.ops[enter] = Op::Enter { register, start };
            let max = if max == UNBOUNDED { u32::MAX } else { max };
            self.ops[start] = Op::Loop { register, min, max, lazy: greed == Greed::Lazy, exit: self.here() };
        }
    }
}

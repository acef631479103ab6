//! A backtracking matcher with the results of CPython's (Modules/_sre/sre_lib.h).
//!
//! It keeps its choices on a stack of its own, so no pattern overflows the host's, and counts its steps, so no pattern hangs it: see
//! [`MAX_STEPS`].

use super::program::{Op, Program};
use super::syntax::{Anchor, Greed, Single, fold, is_word};

/// A call that needs more steps than this, or as many choices at a time, is given up.
pub const MAX_STEPS: u64 = 5_000_000;

/// What is searched: characters that can be indexed.
pub trait Text {
    fn len(&self) -> usize;
    fn at(&self, index: usize) -> char;
}

impl Text for &[u8] {
    fn len(&self) -> usize {
        <[u8]>::len(self)
    }

    #[inline]
    fn at(&self, index: usize) -> char {
        char::from(self[index])
    }
}

impl Text for &[char] {
    fn len(&self) -> usize {
        <[char]>::len(self)
    }

    #[inline]
    fn at(&self, index: usize) -> char {
        self[index]
    }
}

/// The pattern needs too many steps.
#[derive(Debug, PartialEq)]
pub struct TooManySteps;

/// Where groups begin and end; `None` where one took no part.
pub type Marks = Vec<Option<usize>>;

/// A match: the places of the groups, the whole match first, and the group that was closed last.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    pub marks: Marks,
    pub last_group: usize,
}

/// The state of a repetition.
#[derive(Clone, Copy, Debug, Default)]
struct Register {
    turns: u32,
    /// Where the last turn began.
    began: Option<usize>,
}

/// What to do when the present way fails: go another one, or undo what was set on it.
enum Choice {
    Branch {
        op: usize,
        at: usize,
    },
    /// A greedy run that began at `start` and may give back characters down to `least`.
    Shrink {
        op: usize,
        least: usize,
        at: usize,
    },
    /// A lazy run that may take up to `left` characters more.
    Grow {
        op: usize,
        at: usize,
        left: u32,
    },
    Mark {
        mark: usize,
        old: Option<usize>,
    },
    LastGroup(usize),
    Register {
        register: usize,
        old: Register,
    },
}

pub struct Matcher<'a, T> {
    program: &'a Program,
    text: T,
    /// Characters from here on do not count.
    end: usize,
    marks: Marks,
    last_group: usize,
    registers: Vec<Register>,
    choices: Vec<Choice>,
    steps: u64,
    /// A match must reach `end`.
    full: bool,
    /// A match must not be empty and begin here.
    forbidden_empty: Option<usize>,
}

impl<'a, T: Text> Matcher<'a, T> {
    pub fn new(program: &'a Program, text: T, end: usize) -> Matcher<'a, T> {
        let (marks, registers) = (vec![None; 2 * program.groups], vec![Register::default(); program.registers]);
        Matcher {
            program,
            text,
            end,
            marks,
            last_group: 0,
            registers,
            choices: Vec::new(),
            steps: 0,
            full: false,
            forbidden_empty: None,
        }
    }

    pub fn steps(&self) -> u64 {
        self.steps
    }

    /// Matches at `start`; to the end, if `full`.
    pub fn match_at(&mut self, start: usize, full: bool) -> Result<Option<Found>, TooManySteps> {
        self.full = full;
        self.marks.fill(None);
        self.last_group = 0;
        self.choices.clear();
        let end = self.run(0, start, true)?;
        Ok(end.map(|end| {
            let mut marks = self.marks.clone();
            (marks[0], marks[1]) = (Some(start), Some(end));
            Found { marks, last_group: self.last_group }
        }))
    }

    /// The first match that begins at `start` or later. `not_empty_at`: a match that begins there must not be empty.
    pub fn search(&mut self, start: usize, not_empty_at: Option<usize>) -> Result<Option<Found>, TooManySteps> {
        self.forbidden_empty = not_empty_at;
        let first = match self.program.ops.first() {
            Some(Op::Single(single)) => Some(single),
            Some(Op::Run { single, min: 1.., .. }) => Some(single),
            _ => None,
        };
        for at in start..=self.end {
            self.step()?;
            if first.is_some_and(|single| at >= self.end || !single.matches(self.text.at(at))) {
                continue;
            }
            let found = self.match_at(at, false)?;
            if found.is_some() {
                return Ok(found);
            }
        }
        Ok(None)
    }

    fn step(&mut self) -> Result<(), TooManySteps> {
        self.steps += 1;
        if self.steps > MAX_STEPS { Err(TooManySteps) } else { Ok(()) }
    }

    /// Runs from an instruction to its [`Op::Done`]: where that was reached. `whole`: it is the end of the pattern.
    fn run(&mut self, op: usize, at: usize, whole: bool) -> Result<Option<usize>, TooManySteps> {
        let base = self.choices.len();
        let (start, mut op, mut at) = (at, op, at);
        loop {
            self.step()?;
            let program = self.program;
            let next = match &program.ops[op] {
                Op::Done => {
                    let is_short = whole && (self.full && at != self.end || at == start && self.forbidden_empty == Some(at));
                    if !is_short {
                        return Ok(Some(at));
                    }
                    None
                }
                Op::Look { .. } | Op::Atomic { .. } => self.inner(op, at)?,
                Op::Run { single, min, max, greed } => self.begin_run(op, single, *min, *max, *greed, at)?,
                instruction => self.advance(instruction, op, at),
            };
            match next {
                Some(next) => (op, at) = next,
                None => match self.backtrack(base)? {
                    Some(next) => (op, at) = next,
                    None => return Ok(None),
                },
            }
        }
    }

    /// One simple instruction: where to go on, or `None` if it fails.
    fn advance(&mut self, instruction: &Op, op: usize, at: usize) -> Option<(usize, usize)> {
        match instruction {
            Op::Single(single) => (at < self.end && single.matches(self.text.at(at))).then_some((op + 1, at + 1)),
            Op::Anchor(anchor) => self.holds(*anchor, at).then_some((op + 1, at)),
            Op::Split(other) => {
                self.choices.push(Choice::Branch { op: *other, at });
                Some((op + 1, at))
            }
            Op::Jump(target) => Some((*target, at)),
            Op::Mark(mark) => {
                self.set_mark(*mark, at);
                Some((op + 1, at))
            }
            Op::Enter { register, start } => {
                self.set_register(*register, Register::default());
                Some((*start, at))
            }
            Op::Loop { register, min, max, lazy, exit } => {
                let state = self.registers[*register];
                let may_turn = state.turns < *max && state.began != Some(at);
                if state.turns < *min || may_turn && !lazy {
                    if state.turns >= *min {
                        self.choices.push(Choice::Branch { op: *exit, at });
                    }
                    return Some((op + 1, at));
                }
                if may_turn {
                    self.choices.push(Choice::Branch { op: op + 1, at });
                }
                Some((*exit, at))
            }
            Op::Turn { register } => {
                let turns = self.registers[*register].turns.saturating_add(1);
                self.set_register(*register, Register { turns, began: Some(at) });
                Some((op + 1, at))
            }
            Op::Back { group, ignore_case } => self.back(*group, *ignore_case, at).map(|at| (op + 1, at)),
            Op::UnlessGroup { group, target } => {
                let matched = self.marks.get(2 * group + 1).is_some_and(Option::is_some);
                Some((if matched { op + 1 } else { *target }, at))
            }
            Op::Done | Op::Look { .. } | Op::Atomic { .. } | Op::Run { .. } => unreachable!("run() does these"),
        }
    }

    /// A lookaround or an atomic group.
    fn inner(&mut self, op: usize, at: usize) -> Result<Option<(usize, usize)>, TooManySteps> {
        let base = self.choices.len();
        let (from, negated, next, is_look) = match self.program.ops[op] {
            Op::Look { back, negated, next } => (at.checked_sub(back), negated, next, true),
            Op::Atomic { next } => (Some(at), false, next, false),
            _ => unreachable!("run() asks for these two"),
        };
        let end = match from {
            Some(from) => self.run(op + 1, from, false)?,
            None => None,
        };
        if negated {
            self.undo(base);
            return Ok(end.is_none().then_some((next, at)));
        }
        // What was set stays, and is undone with the rest; the other ways are gone.
        let mut kept = base;
        for choice in base..self.choices.len() {
            if matches!(self.choices[choice], Choice::Mark { .. } | Choice::LastGroup(_) | Choice::Register { .. }) {
                self.choices.swap(kept, choice);
                kept += 1;
            }
        }
        self.choices.truncate(kept);
        Ok(end.map(|end| (next, if is_look { at } else { end })))
    }

    /// Undoes what was set since there were `base` choices.
    fn undo(&mut self, base: usize) {
        while self.choices.len() > base {
            if let Some(choice) = self.choices.pop() {
                self.restore(choice);
            }
        }
    }

    fn restore(&mut self, choice: Choice) {
        match choice {
            Choice::Mark { mark, old } => self.marks[mark] = old,
            Choice::LastGroup(old) => self.last_group = old,
            Choice::Register { register, old } => self.registers[register] = old,
            Choice::Branch { .. } | Choice::Shrink { .. } | Choice::Grow { .. } => {}
        }
    }

    fn set_mark(&mut self, mark: usize, at: usize) {
        self.choices.push(Choice::Mark { mark, old: self.marks[mark] });
        self.marks[mark] = Some(at);
        if mark % 2 == 1 {
            self.choices.push(Choice::LastGroup(self.last_group));
            self.last_group = mark / 2;
        }
    }

    fn set_register(&mut self, register: usize, state: Register) {
        self.choices.push(Choice::Register { register, old: self.registers[register] });
        self.registers[register] = state;
    }

    /// How many characters from `at` match, at most `max`.
    fn count(&mut self, single: &Single, at: usize, max: u32) -> Result<usize, TooManySteps> {
        let limit = self.end.min(at.saturating_add(max as usize));
        let mut reached = at;
        while reached < limit && single.matches(self.text.at(reached)) {
            reached += 1;
        }
        self.steps += (reached - at) as u64;
        self.step()?;
        Ok(reached)
    }

    fn begin_run(
        &mut self,
        op: usize,
        single: &Single,
        min: u32,
        max: u32,
        greed: Greed,
        at: usize,
    ) -> Result<Option<(usize, usize)>, TooManySteps> {
        let least = at.saturating_add(min as usize);
        let reached = self.count(single, at, if greed == Greed::Lazy { min } else { max })?;
        if reached < least {
            return Ok(None);
        }
        match greed {
            Greed::Greedy if reached > least => self.choices.push(Choice::Shrink { op, least, at: reached - 1 }),
            Greed::Lazy if max > min => self.choices.push(Choice::Grow { op, at: reached, left: max - min }),
            _ => {}
        }
        Ok(Some((op + 1, reached)))
    }

    /// Goes back to the last choice since `base`.
    fn backtrack(&mut self, base: usize) -> Result<Option<(usize, usize)>, TooManySteps> {
        while self.choices.len() > base {
            self.step()?;
            match self.choices.pop() {
                Some(Choice::Branch { op, at }) => return Ok(Some((op, at))),
                Some(Choice::Shrink { op, least, at }) => {
                    if at > least {
                        self.choices.push(Choice::Shrink { op, least, at: at - 1 });
                    }
                    return Ok(Some((op + 1, at)));
                }
                Some(Choice::Grow { op, at, left }) => {
                    let program = self.program;
                    let Op::Run { single, .. } = &program.ops[op] else { unreachable!("runs grow") };
                    if left > 0 && at < self.end && single.matches(self.text.at(at)) {
                        self.choices.push(Choice::Grow { op, at: at + 1, left: left - 1 });
                        return Ok(Some((op + 1, at + 1)));
                    }
                }
                Some(choice) => self.restore(choice),
                None => {}
            }
        }
        Ok(None)
    }

    fn holds(&self, anchor: Anchor, at: usize) -> bool {
        let is_newline = |at: usize| self.text.at(at) == '\n';
        match anchor {
            Anchor::Start => at == 0,
            Anchor::LineStart => at == 0 || is_newline(at - 1),
            Anchor::End => at == self.end,
            Anchor::LastLineEnd => at == self.end || at + 1 == self.end && is_newline(at),
            Anchor::LineEnd => at == self.end || is_newline(at),
            Anchor::WordBoundary { ascii } => self.is_boundary(at, ascii),
            Anchor::NoWordBoundary { ascii } => !self.is_boundary(at, ascii),
        }
    }

    fn is_boundary(&self, at: usize, ascii: bool) -> bool {
        let before = at > 0 && is_word(self.text.at(at - 1), ascii);
        let after = at < self.end && is_word(self.text.at(at), ascii);
        before != after
    }

    /// Where the text of a group ends if it stands here once more.
    fn back(&mut self, group: usize, ignore_case: bool, at: usize) -> Option<usize> {
        let (start, end) = (self.marks[2 * group]?, self.marks[2 * group + 1]?);
        self.steps += end.saturating_sub(start) as u64;
        let same = |a: char, b: char| a == b || ignore_case && fold(a) == fold(b);
        let matches =
            |(offset, index): (usize, usize)| at + offset < self.end && same(self.text.at(index), self.text.at(at + offset));
        let length = end.checked_sub(start)?;
        (start..end).enumerate().all(matches).then_some(at + length)
    }
}

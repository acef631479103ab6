//! `match`. A pattern consumes its subject, the top of the stack, and goes on, or drops what it left there and jumps.
//!
//! Names are bound when the whole pattern has matched, as in CPython: what a pattern captures before something that can still fail
//! waits in a hidden local.

use ruff_python_ast::{
    MatchCase, Pattern, PatternMatchAs, PatternMatchClass, PatternMatchMapping, PatternMatchOr, PatternMatchSequence, Singleton,
    StmtMatch,
};
use ruff_text_size::Ranged;

use super::compiler::Compiler;
use super::diagnostics::span;
use super::unit::Label;
use crate::python::bytecode::{CompareOp, Literal, Op};
use crate::python::symbol::Sym;

/// A pattern being compiled.
struct Matching {
    /// Operands on the stack that stay where the pattern fails.
    base: u32,
    /// Where to go on failing with so many operands above `base`.
    failures: Vec<Label>,
    /// Names whose values wait in hidden locals.
    waiting: Vec<Sym>,
}

impl<'a> Compiler<'a> {
    pub fn match_(&mut self, statement: &'a StmtMatch) {
        let end = self.label();
        self.expr(&statement.subject);
        for (index, case) in statement.cases.iter().enumerate() {
            let around = self.set_span(span(case.pattern.range()));
            self.case(case, index + 1 == statement.cases.len(), end);
            self.unit.span = around;
        }
        self.place(end);
    }

    /// `subject ->`, the subject is only kept for a next case.
    fn case(&mut self, case: &'a MatchCase, is_last: bool, end: Label) {
        let next = self.label();
        if !is_last {
            self.emit(Op::Dup);
        }
        let base = self.unit.depth().saturating_sub(1);
        let mut matching = Matching { base, failures: vec![next], waiting: Vec::new() };
        self.pattern(&case.pattern, &mut matching, true);
        self.bind_waiting(&matching);
        if let Some(guard) = &case.guard {
            self.jump_if(guard, false, next);
        }
        if !is_last {
            self.emit(Op::Pop);
        }
        self.body(&case.body);
        self.jump(Op::Jump, end);
        self.place_failures(&matching);
    }

    /// Drops what failing patterns left on the stack, down to where the next alternative begins.
    fn place_failures(&mut self, matching: &Matching) {
        for (extra, &label) in matching.failures.iter().enumerate().rev() {
            self.place(label);
            if extra > 0 {
                self.emit(Op::Pop);
            }
        }
    }

    /// `bool ->`, the pattern fails unless it holds.
    fn fail_unless(&mut self, matching: &mut Matching) {
        self.fail(matching, Op::PopJumpIfFalse, 1);
    }

    /// A jump that pops `popped` operands first, to where the pattern has failed.
    fn fail(&mut self, matching: &mut Matching, jump: fn(u32) -> Op, popped: u32) {
        let extra = self.unit.depth().saturating_sub(matching.base + popped) as usize;
        while matching.failures.len() <= extra {
            let label = self.label();
            matching.failures.push(label);
        }
        self.jump(jump, matching.failures[extra]);
    }

    /// `subject ->`; `last` says that nothing can fail after this pattern.
    fn pattern(&mut self, pattern: &Pattern, matching: &mut Matching, last: bool) {
        let around = self.set_span(span(pattern.range()));
        match pattern {
            Pattern::MatchValue(value) => {
                self.expr(&value.value);
                self.emit(Op::Compare(CompareOp::Eq));
                self.fail_unless(matching);
            }
            Pattern::MatchSingleton(singleton) => {
                self.load_const(match singleton.value {
                    Singleton::None => Literal::None,
                    Singleton::True => Literal::Bool(true),
                    Singleton::False => Literal::Bool(false),
                });
                self.emit(Op::Is { negated: false });
                self.fail_unless(matching);
            }
            Pattern::MatchSequence(sequence) => self.sequence(sequence, matching, last),
            Pattern::MatchMapping(mapping) => self.mapping(mapping, matching, last),
            Pattern::MatchClass(class) => self.class_pattern(class, matching, last),
            Pattern::MatchStar(star) => self.capture(star.name.as_ref().map(|name| name.as_str()), matching, last),
            Pattern::MatchAs(named) => self.as_pattern(named, matching, last),
            Pattern::MatchOr(alternatives) => self.or_pattern(alternatives, matching, last),
        }
        self.unit.span = around;
    }

    /// `value ->`
    fn capture(&mut self, name: Option<&str>, matching: &mut Matching, last: bool) {
        let Some(name) = name else { return self.emit(Op::Pop) };
        let name = self.mangle(name);
        if last {
            return self.store_name(name);
        }
        let number = matching.waiting.iter().position(|&waiting| waiting == name).unwrap_or_else(|| {
            matching.waiting.push(name);
            matching.waiting.len() - 1
        });
        let local = self.hidden_local(number);
        self.emit(Op::StoreLocal(local));
    }

    /// Binds what was captured. The hidden locals let go of it, so that it lives no longer than it would without them.
    fn bind_waiting(&mut self, matching: &Matching) {
        for (number, &name) in matching.waiting.iter().enumerate() {
            let local = self.hidden_local(number);
            self.emit(Op::LoadLocal(local));
            self.store_name(name);
            self.emit(Op::DeleteLocal(local));
        }
    }

    fn as_pattern(&mut self, named: &PatternMatchAs, matching: &mut Matching, last: bool) {
        if let Some(pattern) = &named.pattern {
            self.emit(Op::Dup);
            self.pattern(pattern, matching, last);
        }
        self.capture(named.name.as_ref().map(|name| name.as_str()), matching, last);
    }

    /// `subject ->`. Items are unpacked all at once, as the pattern's own patterns need them in order.
    fn sequence(&mut self, sequence: &PatternMatchSequence, matching: &mut Matching, last: bool) {
        let patterns = &sequence.patterns;
        let star = patterns.iter().position(Pattern::is_match_star);
        self.emit(Op::MatchSequence);
        self.fail_unless(matching);
        let least = patterns.len() - usize::from(star.is_some());
        if star.is_none() || least > 0 {
            self.emit(Op::GetLen);
            self.load_const(Literal::Int(least.into()));
            self.emit(Op::Compare(if star.is_some() { CompareOp::Ge } else { CompareOp::Eq }));
            self.fail_unless(matching);
        }
        match star {
            Some(before) => {
                let after = least - before;
                if before > 255 || after > usize::from(u16::MAX) {
                    self.report.syntax(sequence.range, "too many expressions in star-unpacking sequence pattern");
                }
                self.emit(Op::UnpackStarred { before: before as u16, after: after as u16 });
            }
            None => self.emit(Op::UnpackSequence(patterns.len() as u32)),
        }
        self.patterns(patterns.iter(), matching, last);
    }

    /// Patterns for the operands on the stack, the first for the top.
    fn patterns<'p>(
        &mut self,
        patterns: impl DoubleEndedIterator<Item = &'p Pattern> + Clone,
        matching: &mut Matching,
        last: bool,
    ) {
        // How many patterns at the end always match.
        let total = patterns.clone().count();
        let safe = patterns.clone().rev().take_while(|pattern| always_matches(pattern)).count();
        for (index, pattern) in patterns.enumerate() {
            self.pattern(pattern, matching, last && index + 1 + safe >= total);
        }
    }

    /// `subject ->`
    fn mapping(&mut self, mapping: &PatternMatchMapping, matching: &mut Matching, last: bool) {
        self.emit(Op::MatchMapping);
        self.fail_unless(matching);
        let count = mapping.keys.len();
        if count == 0 && mapping.rest.is_none() {
            return self.emit(Op::Pop);
        }
        if count > 0 {
            self.emit(Op::GetLen);
            self.load_const(Literal::Int(count.into()));
            self.emit(Op::Compare(CompareOp::Ge));
            self.fail_unless(matching);
        }
        mapping.keys.iter().for_each(|key| self.expr(key));
        self.emit(Op::BuildTuple(count as u32));
        self.emit(Op::MatchKeys);
        self.emit(Op::Dup);
        self.fail(matching, Op::PopJumpIfNone, 1);
        self.emit(Op::UnpackSequence(count as u32));
        self.patterns(mapping.patterns.iter(), matching, last);
        match &mapping.rest {
            Some(rest) => {
                self.rest_of_mapping(count);
                self.capture(Some(rest.as_str()), matching, last);
            }
            None => {
                self.emit(Op::Pop);
                self.emit(Op::Pop);
            }
        }
    }

    /// `subject keys -> a dict of the subject's other items`
    fn rest_of_mapping(&mut self, count: usize) {
        self.emit(Op::Swap);
        self.emit(Op::BuildDict(0));
        self.emit(Op::Swap);
        self.emit(Op::DictUpdate);
        for index in 0..count {
            self.emit(Op::Dup2);
            self.emit(Op::Swap);
            self.load_const(Literal::Int(index.into()));
            self.emit(Op::LoadItem);
            self.emit(Op::DeleteItem);
        }
        self.emit(Op::Swap);
        self.emit(Op::Pop);
    }

    /// `subject ->`
    fn class_pattern(&mut self, class: &PatternMatchClass, matching: &mut Matching, last: bool) {
        let arguments = &class.arguments;
        self.expr(&class.cls);
        let names = arguments.keywords.iter().map(|keyword| Literal::Name(self.mangle(&keyword.attr))).collect();
        self.load_const(Literal::Tuple(names));
        self.emit(Op::MatchClass(arguments.patterns.len() as u32));
        self.emit(Op::Dup);
        self.fail(matching, Op::PopJumpIfNone, 1);
        self.emit(Op::UnpackSequence((arguments.patterns.len() + arguments.keywords.len()) as u32));
        let positional: Vec<&Pattern> = arguments.patterns.iter().collect();
        let patterns: Vec<&Pattern> =
            positional.into_iter().chain(arguments.keywords.iter().map(|keyword| &keyword.pattern)).collect();
        self.patterns(patterns.into_iter(), matching, last);
    }

    /// `subject ->`; every alternative gets a copy of it.
    fn or_pattern(&mut self, alternatives: &PatternMatchOr, matching: &mut Matching, last: bool) {
        let matched = self.label();
        for (index, alternative) in alternatives.patterns.iter().enumerate() {
            if index + 1 < alternatives.patterns.len() && always_matches(alternative) {
                self.report.syntax(alternative.range(), "wildcard makes remaining patterns unreachable");
            }
            let next = self.label();
            self.emit(Op::Dup);
            let base = self.unit.depth().saturating_sub(1);
            let waiting = std::mem::take(&mut matching.waiting);
            let mut inner = Matching { base, failures: vec![next], waiting };
            self.pattern(alternative, &mut inner, last);
            self.jump(Op::Jump, matched);
            self.place_failures(&inner);
            matching.waiting = inner.waiting;
        }
        self.fail(matching, Op::Jump, 0);
        self.place(matched);
        self.emit(Op::Pop);
    }
}

/// Whether a pattern matches everything: a name or `_`.
fn always_matches(pattern: &Pattern) -> bool {
    match pattern {
        Pattern::MatchStar(_) => true,
        Pattern::MatchAs(named) => named.pattern.as_deref().is_none_or(always_matches),
        Pattern::MatchOr(alternatives) => alternatives.patterns.last().is_some_and(always_matches),
        _ => false,
    }
}

//! The order in which CPython's collector goes through objects (Python/gc.c).
//!
//! Its list begins in the order in which objects were made. A collection goes along the list: what nobody is known to refer to is taken
//! out, and put back at the end when something that refers to it is found to be alive (`move_unreachable`). So the list of what is
//! alive is in that order the next time, when all of it dies.

use std::collections::{HashMap, HashSet, VecDeque};

use crate::python::object::{FastHash, Ref, Value};
use crate::python::vm::Cx;

use super::references;

/// Where the collection stands with an object.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    /// Not come to yet, and nothing that is alive is known to refer to it.
    White,
    /// Not come to yet, and alive.
    Alive,
    /// Come to when nothing was known to refer to it.
    TakenOut,
    /// What it refers to is alive.
    Done,
}

/// All objects that `roots` lead to, with the roots, in no order.
pub fn reachable(cx: &Cx<'_>, roots: impl IntoIterator<Item = Value>) -> Vec<Ref> {
    let mut found: HashSet<usize, FastHash> = HashSet::default();
    let mut order: Vec<Ref> = Vec::new();
    let mut note = |value: &Value, order: &mut Vec<Ref>| {
        if let Some(object) = value.as_ref()
            && found.insert(object.address())
        {
            order.push(object.clone());
        }
    };
    roots.into_iter().for_each(|root| note(&root, &mut order));
    let mut next = 0;
    while let Some(object) = order.get(next).cloned() {
        references::visit(cx, &object, &mut |value| note(value, &mut order));
        next += 1;
    }
    order
}

/// The list after a collection that finds `roots`, the names of a module, alive; `list` is what they lead to. Is the module old, it is come to
/// before what its names lead to: an earlier collection has moved it to the front of the list. Else it comes last.
pub fn after_collection(cx: &Cx<'_>, mut list: Vec<Ref>, roots: &[Value], is_old: bool) -> Vec<Ref> {
    list.sort_unstable_by_key(Ref::made);
    let marks = list.iter().map(|object| (object.address(), Mark::White)).collect();
    let mut collection = Collection { cx, marks, put_back: VecDeque::new(), order: Vec::with_capacity(list.len()) };
    if is_old {
        roots.iter().for_each(|root| collection.found_alive(root));
    }
    for object in list {
        collection.come_to(object);
    }
    roots.iter().for_each(|root| collection.found_alive(root));
    while let Some(object) = collection.put_back.pop_front() {
        collection.go_through(object);
    }
    collection.order
}

struct Collection<'a, 'c> {
    cx: &'a Cx<'c>,
    marks: HashMap<usize, Mark, FastHash>,
    /// What was taken out and is alive, in the order in which it was found.
    put_back: VecDeque<Ref>,
    order: Vec<Ref>,
}

impl Collection<'_, '_> {
    fn found_alive(&mut self, value: &Value) {
        let Some(object) = value.as_ref() else { return };
        match self.marks.get_mut(&object.address()) {
            Some(mark @ Mark::White) => *mark = Mark::Alive,
            Some(mark @ Mark::TakenOut) => {
                *mark = Mark::Alive;
                self.put_back.push_back(object.clone());
            }
            Some(Mark::Alive | Mark::Done) | None => {}
        }
    }

    fn come_to(&mut self, object: Ref) {
        match self.marks[&object.address()] {
            Mark::Alive => self.go_through(object),
            _ => {
                self.marks.insert(object.address(), Mark::TakenOut);
            }
        }
    }

    fn go_through(&mut self, object: Ref) {
        self.marks.insert(object.address(), Mark::Done);
        let cx = self.cx;
        references::visit(cx, &object, &mut |value| self.found_alive(value));
        self.order.push(object);
    }
}

//! Objects that are still there with something left to do although they should be dead: at the end of the program, and for
//! `gc.collect()`.
//!
//! At the end it matters in which order they do it. CPython's last collection goes through the objects in the order in which the one before found them alive: from the module's
//! names on, breadth first (`move_unreachable`, Python/gc.c). What it did not find, because it is in a cycle that nobody refers to,
//! has been dealt with before.

use std::collections::{HashSet, VecDeque};

use crate::python::object::heap::WeakRef;
use crate::python::object::{Fields, GeneratorState, Obj, Ref, Value, WeakReference, heap};

use super::attributes::own_attrs;
use super::copy::Copier;
use super::{Cx, Interpreter};

/// Has every object that is alive say its last words next: those with a `__del__`, and suspended generators.
pub fn finalize(vm: &Interpreter) {
    let reached = Reached::from(vm);
    let living: Vec<Ref> = vm.finalizable.borrow().iter().filter_map(WeakRef::upgrade).collect();
    for object in living.iter().filter(|object| !reached.seen.contains(&object.address())) {
        object.finalize();
    }
    for object in reached.order.iter().filter(|object| has_last_words(object)) {
        object.finalize();
    }
}

/// The futures and tasks that the program's names lead to.
pub fn held_futures(vm: &Interpreter) -> Vec<Ref> {
    Reached::from(vm).order.into_iter().filter(|object| object.as_future().is_some()).collect()
}

/// `gc.collect()`: objects in cycles that nothing refers to say their last words next, and weak references forget them. Returns how
/// many there were. What can be reached is what a copy of the machine would have.
pub fn collect(cx: &mut Cx<'_>) -> usize {
    let (reached, weak) = reachable(cx);
    let living: Vec<Ref> = cx.vm.finalizable.borrow().iter().filter_map(WeakRef::upgrade).collect();
    let mut lost: Vec<Ref> = living.into_iter().filter(|object| !reached.contains(&object.address())).collect();
    for reference in weak {
        let reference = Value::Obj(reference);
        let Some(reference) = WeakReference::of(&reference) else { continue };
        if let Some(target) = reference.target().filter(|target| !reached.contains(&target.address())) {
            reference.clear();
            heap::tell_watchers();
            lost.push(target);
        }
    }
    lost.iter().filter(|object| object.has_del()).for_each(Ref::finalize);
    let distinct: HashSet<usize> = lost.iter().map(Ref::address).collect();
    distinct.len()
}

/// The addresses of what the machine refers to, and the weak references among it.
fn reachable(cx: &mut Cx<'_>) -> (HashSet<usize>, Vec<Ref>) {
    let mut copier = Copier::new(&cx.vm.prelude);
    copier.is_collecting = true;
    let world = cx.world.map(&mut copier);
    let (vm, frames) = (copier.interpreter(cx.vm), copier.frame(cx.frame));
    copier.finish();
    let found = (copier.copied(), std::mem::take(&mut copier.weak));
    // The copies have no last words.
    heap::set_finalizing(false);
    drop((world, vm, frames, copier));
    heap::set_finalizing(true);
    found
}

fn has_last_words(object: &Ref) -> bool {
    match &**object {
        Obj::Generator(generator) => generator.state.get() == GeneratorState::Suspended,
        _ => object.has_del(),
    }
}

/// The objects that the program's names lead to, in the order in which they are found.
#[derive(Default)]
struct Reached {
    seen: HashSet<usize>,
    order: Vec<Ref>,
    open: VecDeque<Ref>,
}

impl Reached {
    fn from(vm: &Interpreter) -> Reached {
        let mut reached = Reached::default();
        for (_, value) in vm.main.entries() {
            reached.visit(&value);
        }
        reached.visit_open();
        // What suspended generators refer to dies when they are closed.
        let in_order = reached.order.len();
        for object in reached.order.clone() {
            let Obj::Generator(generator) = &*object else { continue };
            let frame = generator.frame.borrow();
            frame.iter().flat_map(|frame| &frame.stack).for_each(|value| reached.visit(value));
        }
        reached.visit_open();
        reached.order.truncate(in_order);
        reached
    }

    fn visit_open(&mut self) {
        while let Some(object) = self.open.pop_front() {
            self.visit_parts(&object);
        }
    }

    fn visit(&mut self, value: &Value) {
        let Some(object) = value.as_ref() else { return };
        if self.seen.insert(object.address()) {
            self.order.push(object.clone());
            self.open.push_back(object.clone());
        }
    }

    fn visit_parts(&mut self, object: &Ref) {
        match &**object {
            // As `list_traverse` and `tuple_traverse` go through them.
            Obj::List(items) => items.borrow().iter().rev().for_each(|item| self.visit(item)),
            Obj::Tuple(items) => items.iter().rev().for_each(|item| self.visit(item)),
            Obj::Dict(dict) => {
                for entry in dict.table.borrow().entries() {
                    self.visit(&entry.key);
                    self.visit(&entry.value);
                }
            }
            Obj::Set(set) | Obj::FrozenSet(set) => set.table.borrow().items().for_each(|(_, item)| self.visit(item)),
            Obj::Cell(value) => self.visit(&value.borrow()),
            Obj::Method(method) => self.visit(&method.receiver),
            Obj::Function(function) => function.closure.iter().for_each(|cell| self.visit(&Value::Obj(cell.clone()))),
            Obj::Class(class) if !class.builtin => class.attrs().iter().for_each(|(_, value)| self.visit(value)),
            Obj::Instance(instance) => {
                self.visit_fields(&instance.attrs);
                self.visit(&instance.payload);
            }
            _ => {
                if let Some(attrs) = own_attrs(&Value::Obj(object.clone())) {
                    self.visit_fields(attrs);
                }
            }
        }
    }

    fn visit_fields(&mut self, fields: &Fields) {
        fields.entries().iter().for_each(|(_, value)| self.visit(value));
    }
}

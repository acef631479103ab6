//! Objects that are still there with something left to do although they should be dead: at the end of the program, and for
//! `gc.collect()`.
//!
//! An interpreter that ends collects twice (`Py_FinalizeEx`, Python/pylifecycle.c): what is only in cycles that nobody refers to; then, with the
//! exception that ended the program and its module let go of, all the rest. Within a collection the order is that of [`order`].

mod order;
mod references;

use std::collections::HashSet;

use crate::python::object::heap::WeakRef;
use crate::python::object::{Obj, Ref, Sym, Value, WeakReference, heap};
use crate::trace::ids::LoopId;

use super::copy::Copier;
use super::{Cx, traceback};

/// What has last words to say when the program is over; the last one is the first to.
#[derive(Default)]
pub struct LastObjects {
    /// Of the first collection.
    lost: Vec<WeakRef>,
    /// Of the second one.
    held: Vec<WeakRef>,
    /// The exception that ended the program, if it dies between the two: it does unless one of its frames leads to it, as one of
    /// `run_until_complete` does.
    uncaught: Option<Ref>,
    /// Whether the second one has begun. By then the program's modules are gone, and those of the library.
    pub are_modules_gone: bool,
}

impl LastObjects {
    /// The same of a copy of the machine.
    pub fn map(&self, mut copy: impl FnMut(&[WeakRef]) -> Vec<WeakRef>) -> LastObjects {
        let uncaught = self.uncaught.as_ref().and_then(|exception| copy(&[exception.downgrade()]).first()?.upgrade());
        LastObjects { lost: copy(&self.lost), held: copy(&self.held), uncaught, are_modules_gone: self.are_modules_gone }
    }
}

/// Finds the objects of the two collections.
pub fn begin(cx: &mut Cx<'_>) {
    let mut roots: Vec<Value> = cx.vm.main.entries().into_iter().map(|(_, value)| value).collect();
    roots.extend(cx.vm.last_exception.iter().map(|exception| Value::Obj(exception.clone())));
    let mut held = order::reachable(cx, roots.iter().cloned());
    let mut lost = order::reachable(cx, living(cx));
    if !lost.is_empty() {
        let addresses: HashSet<usize> = held.iter().map(Ref::address).collect();
        lost.retain(|object| !addresses.contains(&object.address()));
        lost.sort_unstable_by_key(Ref::made);
    }
    // Where nobody has anything to say, the order does not matter.
    if held.iter().any(|object| has_last_words(cx, object)) {
        // Importing asyncio makes so many objects that a collection takes place.
        let is_old = cx.vm.loaded_module(cx.thread, Sym::new("asyncio")).is_some();
        held = order::after_collection(cx, held, &roots, is_old);
    }
    let with_words =
        |objects: Vec<Ref>| objects.iter().rev().filter(|object| has_last_words(cx, object)).map(Ref::downgrade).collect();
    let (lost, held) = (with_words(lost), with_words(held));
    let uncaught = cx.vm.last_exception.clone().filter(|exception| !is_in_cycle(cx, exception));
    cx.vm.last_objects = LastObjects { lost, held, uncaught, are_modules_gone: false };
}

/// Has the next of them say its last words, before the next instruction. `false` if there is none.
pub fn finalize_next(cx: &mut Cx<'_>) -> bool {
    if let Some(object) = next_alive(&mut cx.vm.last_objects.lost) {
        finalize(cx, &object);
        return true;
    }
    cx.vm.last_objects.are_modules_gone = true;
    if let Some(exception) = cx.vm.last_objects.uncaught.take() {
        cx.vm.last_exception = None;
        traceback::forget_frames(&exception);
        return true;
    }
    let next = next_alive(&mut cx.vm.last_objects.held);
    next.iter().for_each(|object| finalize(cx, object));
    next.is_some()
}

/// Takes the last one.
fn next_alive(objects: &mut Vec<WeakRef>) -> Option<Ref> {
    std::iter::from_fn(|| objects.pop()).find_map(|object| object.upgrade())
}

fn finalize(cx: &mut Cx<'_>, object: &Ref) {
    match open_loop(cx, object) {
        // `BaseEventLoop.__del__`
        Some(event_loop) => cx.world.close_loop(event_loop),
        None => object.finalize(),
    }
}

fn is_in_cycle(cx: &Cx<'_>, object: &Ref) -> bool {
    let mut parts = Vec::new();
    references::visit(cx, object, &mut |part| parts.push(part.clone()));
    order::reachable(cx, parts).iter().any(|other| Ref::ptr_eq(other, object))
}

/// What may have last words and is alive: futures, and objects with a `__del__`. Others are found from them.
fn living(cx: &Cx<'_>) -> Vec<Value> {
    let tasks = cx.world.loops().iter().flat_map(|event_loop| event_loop.tasks());
    let noted: Vec<Ref> = cx.vm.finalizable.borrow().iter().filter_map(WeakRef::upgrade).collect();
    let failed = cx.vm.failed.iter().filter_map(WeakRef::upgrade);
    tasks.chain(failed).chain(noted).map(Value::Obj).collect()
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

fn has_last_words(cx: &Cx<'_>, object: &Ref) -> bool {
    match &**object {
        Obj::Instance(_) => object.has_del() || open_loop(cx, object).is_some(),
        kind => kind.is_unfinished() || kind.has_del(),
    }
}

/// The loop that the object is, unless it is closed.
fn open_loop(cx: &Cx<'_>, object: &Ref) -> Option<LoopId> {
    let is_it = |other: &Value| other.as_ref().is_some_and(|other| Ref::ptr_eq(other, object));
    let id = LoopId(cx.vm.library.loops.iter().position(is_it)? as u32);
    (!cx.world.event_loop(id).is_closed()).then_some(id)
}

//! Scopes and the place of every name in them: the rules of CPython's `Python/symtable.c`.
//!
//! [`super::symtable`] collects what each scope does with its names; [`SymbolTable::resolve`] decides from that where they live.

use std::collections::{BTreeSet, HashMap};

use ruff_text_size::TextRange;

use crate::python::symbol::Sym;

/// Index of a scope in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ScopeId(pub u32);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum ScopeKind {
    Module,
    Class,
    Function,
    Lambda,
    /// A list, set or dict comprehension.
    Comprehension,
    /// A generator expression.
    Generator,
    /// The annotations of a function, class or module, evaluated only when they are asked for (PEP 649).
    Annotations,
    /// The type parameters of a function, class or type alias (PEP 695).
    TypeParams,
}

impl ScopeKind {
    pub fn is_comprehension(self) -> bool {
        matches!(self, ScopeKind::Comprehension | ScopeKind::Generator)
    }

    /// Whether inner scopes see its variables.
    fn is_closure(self) -> bool {
        !matches!(self, ScopeKind::Module | ScopeKind::Class)
    }
}

/// Where a name lives, seen from one scope.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Place {
    /// Declared `global`.
    Global,
    /// Not bound in any function around: a global, or in a class body perhaps a name of the body.
    #[default]
    Implicit,
    Local,
    /// A local that inner functions use.
    Cell,
    /// A local of an outer function.
    Free,
    /// In the annotations of a class: an attribute of the class.
    ClassAttribute,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Symbol {
    pub bound: bool,
    pub used: bool,
    pub parameter: bool,
    pub annotated: bool,
    pub global: Option<TextRange>,
    pub nonlocal: Option<TextRange>,
    pub place: Place,
}

#[derive(Debug)]
pub(super) struct Scope {
    pub kind: ScopeKind,
    pub parent: Option<ScopeId>,
    /// The class whose private names are mangled here.
    pub private: Option<String>,
    pub is_async: bool,
    pub has_yield: bool,
    /// The parameter that `super()` takes the instance from.
    pub first_parameter: Option<Sym>,
    /// `await`, or for a comprehension also `async for`.
    pub has_await: bool,
    names: Vec<Sym>,
    symbols: HashMap<Sym, Symbol>,
    children: Vec<ScopeId>,
    /// Variables of outer functions that this scope or one inside it uses.
    pub free: Vec<Sym>,
    /// Whether a method needs the class itself: `super()` or `__class__`.
    pub class_cell: bool,
}

impl Scope {
    pub fn symbol(&self, name: Sym) -> Option<&Symbol> {
        self.symbols.get(&name)
    }

    pub fn symbol_mut(&mut self, name: Sym) -> &mut Symbol {
        if !self.symbols.contains_key(&name) {
            self.names.push(name);
        }
        self.symbols.entry(name).or_default()
    }

    pub fn place(&self, name: Sym) -> Place {
        self.symbols.get(&name).map_or(Place::Implicit, |symbol| symbol.place)
    }

    /// The names that live at `place`, in the order in which they were first met.
    pub fn names_at(&self, place: Place) -> impl Iterator<Item = Sym> + '_ {
        self.names.iter().copied().filter(move |name| self.symbols[name].place == place)
    }
}

/// A `nonlocal` declaration that names nothing.
pub(super) struct Unbound {
    pub name: Sym,
    pub range: TextRange,
}

/// All scopes of a module.
#[derive(Debug, Default)]
pub(super) struct SymbolTable {
    scopes: Vec<Scope>,
    /// The scope that a piece of source opens. Its range and the kind of the scope name it.
    by_node: HashMap<(TextRange, ScopeKind), ScopeId>,
}

impl SymbolTable {
    pub fn add(&mut self, kind: ScopeKind, node: TextRange, parent: Option<ScopeId>, private: Option<String>) -> ScopeId {
        let id = ScopeId(self.scopes.len() as u32);
        self.scopes.push(Scope {
            kind,
            parent,
            private,
            is_async: false,
            has_yield: false,
            first_parameter: None,
            has_await: false,
            names: Vec::new(),
            symbols: HashMap::new(),
            children: Vec::new(),
            free: Vec::new(),
            class_cell: false,
        });
        self.by_node.insert((node, kind), id);
        if let Some(parent) = parent {
            self.get_mut(parent).children.push(id);
        }
        id
    }

    pub fn get(&self, id: ScopeId) -> &Scope {
        &self.scopes[id.0 as usize]
    }

    pub fn get_mut(&mut self, id: ScopeId) -> &mut Scope {
        &mut self.scopes[id.0 as usize]
    }

    pub fn find(&self, node: TextRange, kind: ScopeKind) -> Option<ScopeId> {
        self.by_node.get(&(node, kind)).copied()
    }

    /// Decides where every name lives (`analyze_block` of `symtable.c`). Gives the `nonlocal` declarations that name nothing.
    pub fn resolve(&mut self) -> Vec<Unbound> {
        let mut unbound = Vec::new();
        if !self.scopes.is_empty() {
            self.resolve_scope(ScopeId(0), &BTreeSet::new(), &mut unbound);
        }
        unbound
    }

    /// `bound` holds the numbers of the names that functions around bind. Gives the names free in the scope.
    fn resolve_scope(&mut self, id: ScopeId, bound: &BTreeSet<u32>, unbound: &mut Vec<Unbound>) -> Vec<Sym> {
        let kind = self.get(id).kind;
        let mut inner = bound.clone();
        let mut free = Vec::new();
        for name in self.get(id).names.clone() {
            let place = self.own_place(id, name, bound, unbound);
            self.get_mut(id).symbol_mut(name).place = place;
            match place {
                Place::Free => free.push(name),
                Place::Local if kind.is_closure() => {
                    inner.insert(name.0);
                }
                Place::Global => {
                    inner.remove(&name.0);
                }
                _ => {}
            }
        }
        let class_name = Sym::new("__class__");
        if self.get(id).names_at(Place::ClassAttribute).next().is_some() && !free.contains(&class_name) {
            self.get_mut(id).symbol_mut(class_name).place = Place::Free;
            free.push(class_name);
        }
        if kind == ScopeKind::Class {
            inner.insert(class_name.0);
        }
        for child in self.get(id).children.clone() {
            for name in self.resolve_scope(child, &inner, unbound) {
                if kind == ScopeKind::Class && name == class_name {
                    self.get_mut(id).class_cell = true;
                } else if kind.is_closure() && matches!(self.get(id).place(name), Place::Local | Place::Cell) {
                    self.get_mut(id).symbol_mut(name).place = Place::Cell;
                } else if !free.contains(&name) {
                    if kind != ScopeKind::Class {
                        self.get_mut(id).symbol_mut(name).place = Place::Free;
                    }
                    free.push(name);
                }
            }
        }
        self.get_mut(id).free.clone_from(&free);
        free
    }

    fn own_place(&self, id: ScopeId, name: Sym, bound: &BTreeSet<u32>, unbound: &mut Vec<Unbound>) -> Place {
        let scope = self.get(id);
        let symbol = &scope.symbols[&name];
        if let Some(range) = symbol.nonlocal {
            if !bound.contains(&name.0) {
                unbound.push(Unbound { name, range });
            }
            return Place::Free;
        }
        if symbol.global.is_some() {
            return Place::Global;
        }
        if symbol.bound {
            return Place::Local;
        }
        let parent = scope.parent.map(|parent| self.get(parent));
        let class = parent.filter(|parent| scope.kind == ScopeKind::Annotations && parent.kind == ScopeKind::Class);
        if class.and_then(|class| class.symbol(name)).is_some_and(|symbol| symbol.bound) {
            return Place::ClassAttribute;
        }
        if bound.contains(&name.0) { Place::Free } else { Place::Implicit }
    }
}

/// A name as it is stored: inside a class, `__name` becomes `_Class__name` (`_Py_Mangle`).
pub(super) fn mangle(class: Option<&str>, name: &str) -> Sym {
    match class.map(|class| class.trim_start_matches('_')) {
        Some(class) if !class.is_empty() && name.starts_with("__") && !name.ends_with("__") && !name.contains('.') => {
            Sym::new(&format!("_{class}{name}"))
        }
        _ => Sym::new(name),
    }
}

//! Functions of the machine's own: how they are declared, what they are given and what they can answer.
//!
//! A native function never calls back into Python. One that would have to answers [`Flow::Call`], or is written in Python instead
//! (`lib/prelude`).

use super::object::{Ref, Sym, Value};
use super::vm::{Cx, Input, Then};
use crate::trace::ids::LoopId;

/// A raised exception on its way up.
#[derive(Clone, Debug)]
pub struct Throw(pub Ref);

pub type Result<T> = std::result::Result<T, Throw>;

/// What a native function wants done.
pub enum Flow {
    /// It returns this.
    Value(Value),
    /// It returns what a call of `callable` returns, after `then`.
    Call { callable: Value, args: Vec<Value>, kwargs: Vec<(Sym, Value)>, then: Then },
    /// The thread gave up its core; the call returns this when it runs again.
    Park(Value),
    /// The thread gave up its core; when it runs again, the call is made again.
    Retry,
    /// It returns what resuming a generator gives, after `then`.
    Resume { generator: Ref, input: Input, then: Then },
    /// It sets, or without a value deletes, an attribute, and returns `None`. With `hooks`, the class's own `__setattr__` or
    /// `__delattr__` does it.
    SetAttr { object: Value, name: Sym, value: Option<Value>, hooks: bool },
    /// It returns a new class.
    MakeClass { metaclass: Ref, name: Value, bases: Vec<Ref>, namespace: Value, kwargs: Vec<(Sym, Value)> },
    /// It returns a new instance of this class, whatever the class's metaclass says.
    Construct { class: Ref, args: Vec<Value>, kwargs: Vec<(Sym, Value)> },
    /// It returns when that event loop stops.
    RunLoop(LoopId),
}

impl From<Value> for Flow {
    fn from(value: Value) -> Flow {
        Flow::Value(value)
    }
}

/// The body of a native function. Arguments come in the order of the signature, those not given as `Unset`, `*args` as a tuple,
/// `**kwargs` as a dict.
#[derive(Clone, Copy)]
pub enum Body {
    Plain(fn(&mut Cx<'_>, &[Value]) -> Result<Value>),
    /// One that may do more than return a value.
    Control(fn(&mut Cx<'_>, &[Value]) -> Result<Flow>),
}

/// How a native function is declared in a table.
#[derive(Clone, Copy)]
pub struct Def {
    /// As Python would write it: `"sorted(iterable, /, *, key=None, reverse=False)"`. Only which parameters have a default matters,
    /// not the default; methods name `self`.
    pub signature: &'static str,
    pub body: Body,
    /// The parameter, by position, that may be any iterable: the body gets a list, tuple, dict, set, range or string for it, other
    /// iterables are made a list before the call.
    pub iterable: Option<usize>,
    /// Whether others can see what it does, so that it has to wait until its thread is the one furthest back in time.
    pub visible: bool,
    pub binding: Binding,
}

/// What looking it up on an instance gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Binding {
    /// A method.
    Method,
    Static,
    Class,
    /// The value of a call with `self`.
    Property,
}

impl Def {
    pub const fn new(signature: &'static str, body: fn(&mut Cx<'_>, &[Value]) -> Result<Value>) -> Def {
        Def { signature, body: Body::Plain(body), iterable: None, visible: false, binding: Binding::Method }
    }

    pub const fn control(signature: &'static str, body: fn(&mut Cx<'_>, &[Value]) -> Result<Flow>) -> Def {
        Def { signature, body: Body::Control(body), iterable: None, visible: false, binding: Binding::Method }
    }

    pub const fn iterable(mut self, parameter: usize) -> Def {
        self.iterable = Some(parameter);
        self
    }

    pub const fn visible(mut self) -> Def {
        self.visible = true;
        self
    }

    pub const fn class_method(mut self) -> Def {
        self.binding = Binding::Class;
        self
    }

    pub const fn static_method(mut self) -> Def {
        self.binding = Binding::Static;
        self
    }

    pub const fn property(mut self) -> Def {
        self.binding = Binding::Property;
        self
    }
}

/// A declared native function with its signature parsed.
pub struct Native {
    pub name: Sym,
    pub signature: Signature,
    pub def: Def,
    /// What it belongs to, for messages: `"list.append"`, `"print"`.
    pub qualname: Box<str>,
}

/// The parameters of a native function, in order.
pub struct Signature {
    pub params: Vec<Param>,
    /// How many can be given by position: they come first.
    pub positional: usize,
    /// Index of `*args`.
    pub star_args: Option<usize>,
    /// Index of `**kwargs`.
    pub star_kwargs: Option<usize>,
    /// How many positional arguments are enough, if arguments by position can be all there are.
    pub direct_from: Option<usize>,
}

pub struct Param {
    pub name: Sym,
    pub required: bool,
    pub positional_only: bool,
}

impl Signature {
    /// Parses the part of a [`Def`]'s signature behind the name.
    ///
    /// # Panics
    /// If a table of ours is written wrong.
    fn parse(text: &str) -> Signature {
        let inner = text.strip_prefix('(').and_then(|text| text.strip_suffix(')')).expect("a signature ends with its parameters");
        let mut signature = Signature { params: Vec::new(), positional: 0, star_args: None, star_kwargs: None, direct_from: None };
        let mut keyword_only = false;
        for item in inner.split(',').map(str::trim).filter(|item| !item.is_empty()) {
            let at = signature.params.len();
            let (name, required) = match item.split_once('=') {
                Some((name, _)) => (name.trim(), false),
                None => (item, true),
            };
            match name {
                "/" => signature.params.iter_mut().for_each(|param| param.positional_only = true),
                "*" => keyword_only = true,
                _ if name.starts_with("**") => {
                    signature.star_kwargs = Some(at);
                    signature.params.push(Param { name: Sym::new(&name[2..]), required: false, positional_only: true });
                }
                _ if name.starts_with('*') => {
                    keyword_only = true;
                    signature.star_args = Some(at);
                    signature.params.push(Param { name: Sym::new(&name[1..]), required: false, positional_only: true });
                }
                _ => {
                    signature.positional += usize::from(!keyword_only);
                    signature.params.push(Param { name: Sym::new(name), required, positional_only: false });
                }
            }
        }
        let is_starred = signature.star_args.is_some() || signature.star_kwargs.is_some();
        let least = signature.params.iter().rposition(|param| param.required).map_or(0, |last| last + 1);
        signature.direct_from = (!is_starred && least <= signature.positional).then_some(least);
        signature
    }
}

impl Native {
    /// Is it a method, so that messages do not count its first argument?
    pub fn has_self(&self) -> bool {
        self.signature.params.first().is_some_and(|param| param.name == Sym::new("self"))
    }

    /// The function of a table entry; `owner` is the class it is a method of, if it is one.
    pub fn new(def: &Def, owner: Option<&str>) -> Native {
        let open = def.signature.find('(').expect("a signature has parameters");
        let name = &def.signature[..open];
        let qualname = owner.map_or_else(|| name.to_owned(), |owner| format!("{owner}.{name}"));
        Native { name: Sym::new(name), signature: Signature::parse(&def.signature[open..]), def: *def, qualname: qualname.into() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signatures_are_parsed() {
        let signature = Signature::parse("(self, a, b=1, /, *args, key=None, **rest)");
        let names: Vec<_> = signature.params.iter().map(|param| param.name.to_string()).collect();
        assert_eq!(names, ["self", "a", "b", "args", "key", "rest"]);
        assert_eq!((signature.positional, signature.star_args, signature.star_kwargs), (3, Some(3), Some(5)));
        let required: Vec<_> = signature.params.iter().map(|param| param.required).collect();
        assert_eq!(required, [true, true, false, false, false, false]);
    }
}

//! The names that the interpreter itself looks for.

use crate::python::object::Sym;

macro_rules! names {
    ($($field:ident $text:literal,)*) => {
        /// Interned names of special methods and attributes.
        pub struct Names {
            $(pub $field: Sym,)*
            /// `__add__` and so on, by [`crate::python::code::BinaryOp`].
            pub binary: [Sym; 13],
            /// `__radd__` and so on.
            pub reflected: [Sym; 13],
            /// `__iadd__` and so on.
            pub in_place: [Sym; 13],
            /// By [`crate::python::code::CompareOp`].
            pub compare: [Sym; 6],
            /// By [`crate::python::code::UnaryOp`].
            pub unary: [Sym; 3],
        }

        impl Names {
            pub fn new() -> Names {
                let binary = ["add", "sub", "mul", "matmul", "truediv", "floordiv", "mod", "pow", "lshift", "rshift", "and", "or", "xor"];
                Names {
                    $($field: Sym::new($text),)*
                    binary: binary.map(|name| Sym::new(&format!("__{name}__"))),
                    reflected: binary.map(|name| Sym::new(&format!("__r{name}__"))),
                    in_place: binary.map(|name| Sym::new(&format!("__i{name}__"))),
                    compare: ["eq", "ne", "lt", "le", "gt", "ge"].map(|name| Sym::new(&format!("__{name}__"))),
                    unary: ["pos", "neg", "invert"].map(|name| Sym::new(&format!("__{name}__"))),
                }
            }
        }
    };
}

names! {
    abstract_methods "__abstractmethods__",
    aenter "__aenter__",
    aexit "__aexit__",
    aiter "__aiter__",
    all "__all__",
    anext "__anext__",
    await_ "__await__",
    bool "__bool__",
    call "__call__",
    class "__class__",
    close "close",
    class_getitem "__class_getitem__",
    contains "__contains__",
    del "__del__",
    delattr "__delattr__",
    delete "__delete__",
    delitem "__delitem__",
    dict "__dict__",
    doc "__doc__",
    enter "__enter__",
    exit "__exit__",
    format "__format__",
    get "__get__",
    getattr "__getattr__",
    getattribute "__getattribute__",
    getitem "__getitem__",
    hash "__hash__",
    init "__init__",
    init_subclass "__init_subclass__",
    iter "__iter__",
    len "__len__",
    metaclass "metaclass",
    module "__module__",
    name "__name__",
    new "__new__",
    next "__next__",
    origin "__origin__",
    qualname "__qualname__",
    repr "__repr__",
    send "send",
    set "__set__",
    set_name "__set_name__",
    setattr "__setattr__",
    setitem "__setitem__",
    slots "__slots__",
    str "__str__",
    throw "throw",
}

impl Default for Names {
    fn default() -> Names {
        Names::new()
    }
}

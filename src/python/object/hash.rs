//! `hash()` of builtin values, as CPython computes it.

/// Why a native comparison or hash could not be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The object has no hash: a list, dict or set.
    Unhashable,
    /// `__hash__`, `__eq__` or `__lt__` of the object is written in Python: the machine has to call it.
    InPython,
}

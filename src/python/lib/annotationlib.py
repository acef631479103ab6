"""annotationlib: what annotations say, in the format that is asked for (PEP 749)."""

import enum

from _prelude import ForwardRef, _annotation_text, _forward_annotations, _source_text

__all__ = ["Format", "ForwardRef", "annotations_to_string", "call_annotate_function", "get_annotations", "type_repr"]


class Format(enum.IntEnum):
    VALUE = 1
    VALUE_WITH_FAKE_GLOBALS = 2
    FORWARDREF = 3
    STRING = 4


def type_repr(value):
    if isinstance(value, str):
        return value
    if getattr(value, "__module__", None) == "builtins" and hasattr(value, "__qualname__"):
        return value.__qualname__
    return _annotation_text(value)


def annotations_to_string(annotations):
    return {name: type_repr(value) for name, value in annotations.items()}


def _as_source(value):
    return value if isinstance(value, str) else _source_text(value)


def call_annotate_function(annotate, format, *, owner=None):
    if format == Format.VALUE:
        return annotate(1)
    if format == Format.FORWARDREF:
        return _forward_annotations(annotate, owner)
    if format == Format.STRING:
        return {name: _as_source(value) for name, value in _forward_annotations(annotate, owner).items()}
    raise ValueError(f"Invalid format: {format!r}")


def get_annotations(obj, *, globals=None, locals=None, eval_str=False, format=Format.VALUE):
    if eval_str:
        raise NotImplementedError("eval_str=True is not supported: annotations that are texts cannot be evaluated here")
    if not isinstance(obj, type) and not callable(obj) and not hasattr(obj, "__annotations__"):
        raise TypeError(f"{obj!r} does not have annotations")
    annotate = getattr(obj, "__annotate__", None)
    if format == Format.VALUE or annotate is None:
        found = dict(getattr(obj, "__annotations__", None) or {})
        return annotations_to_string(found) if format == Format.STRING else found
    if isinstance(obj, type) and "__annotations__" in obj.__dict__:
        return dict(obj.__dict__["__annotations__"])
    return dict(call_annotate_function(annotate, format, owner=obj))

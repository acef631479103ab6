"""The docstring of a dataclass that has none: how it is called."""

from dataclasses._fields import _FIELD_CLASSVAR, MISSING


def signature_text(cls, params, found):
    if not params.init or "__init__" not in cls.__dict__:
        return "()"
    parameters = [one for one in found.values() if one.init and one._field_type is not _FIELD_CLASSVAR]
    texts = [_parameter(one) for one in parameters if not one.kw_only]
    named = [_parameter(one) for one in parameters if one.kw_only]
    if named:
        texts += ["*", *named]
    return f"({', '.join(texts)})"


def _parameter(one):
    text = f"{one.name}: {_annotation(one.type)}"
    if one.default is not MISSING:
        return f"{text} = {one.default!r}"
    return f"{text} = <factory>" if one.default_factory is not MISSING else text


def _annotation(kind):
    if isinstance(kind, type) and kind.__module__ != "typing":
        return kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"
    return repr(kind).replace("typing.", "")

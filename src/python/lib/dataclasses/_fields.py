"""What describes a field of a dataclass, and how it is made from a class's annotation."""

import types


class _Marker:
    """A value that stands for nothing but itself."""

    def __init__(self, text):
        self._text = text

    def __repr__(self):
        return self._text


class _MISSING_TYPE:
    __module__ = "dataclasses"


class _KW_ONLY_TYPE:
    __module__ = "dataclasses"


MISSING = _MISSING_TYPE()
KW_ONLY = _KW_ONLY_TYPE()
_FIELD = _Marker("_FIELD")
_FIELD_CLASSVAR = _Marker("_FIELD_CLASSVAR")
_FIELD_INITVAR = _Marker("_FIELD_INITVAR")
_EMPTY_METADATA = types.MappingProxyType({})


class FrozenInstanceError(AttributeError):
    __module__ = "dataclasses"


class InitVar:
    """`InitVar[int]`: a parameter of `__init__` that is no field, but given to `__post_init__`."""

    __module__ = "dataclasses"
    __slots__ = ("type",)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        plain = isinstance(self.type, type) and not hasattr(self.type, "__args__")
        return f"dataclasses.InitVar[{self.type.__name__ if plain else repr(self.type)}]"

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    """One field; `field()` makes them."""

    __module__ = "dataclasses"
    __slots__ = (
        "name",
        "type",
        "default",
        "default_factory",
        "repr",
        "hash",
        "init",
        "compare",
        "metadata",
        "kw_only",
        "doc",
        "_field_type",
    )

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only, doc):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = _EMPTY_METADATA if metadata is None else types.MappingProxyType(metadata)
        self.kw_only = kw_only
        self.doc = doc
        self._field_type = None

    def __repr__(self):
        shown = ("name", "type", "default", "default_factory", "init", "repr", "hash", "compare", "metadata", "kw_only", "doc")
        parts = [f"{name}={getattr(self, name)!r}" for name in (*shown, "_field_type")]
        return f"Field({','.join(parts)})"

    def __set_name__(self, owner, name):
        hook = getattr(type(self.default), "__set_name__", None)
        if hook is not None:
            hook(self.default, owner, name)


def field(
    *,
    default=MISSING,
    default_factory=MISSING,
    init=True,
    repr=True,
    hash=None,
    compare=True,
    metadata=None,
    kw_only=MISSING,
    doc=None,
):
    """What a field's default is and what it takes part in."""
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only, doc)


def fields(class_or_instance):
    """The fields of a dataclass, or of an instance of one."""
    try:
        found = class_or_instance.__dataclass_fields__
    except AttributeError:
        raise TypeError("must be called with a dataclass type or instance") from None
    return tuple([one for one in found.values() if one._field_type is _FIELD])


def is_dataclass(obj):
    return hasattr(obj if isinstance(obj, type) else type(obj), "__dataclass_fields__")


def _is_dataclass_instance(obj):
    return hasattr(type(obj), "__dataclass_fields__")


def _names_type(annotation, *names):
    """Whether an annotation written as text begins with one of the names, by itself or as an attribute of a module."""
    if not isinstance(annotation, str):
        return False
    head = annotation.split("[")[0].strip()
    return head in names or head.rpartition(".")[2] in names


def _is_class_var(annotation, cls):
    if isinstance(annotation, str):
        return _names_type(annotation, "ClassVar")
    form = getattr(annotation, "__origin__", annotation)
    return type(form).__module__ == "typing" and getattr(form, "_name", None) == "ClassVar"


def _is_init_var(annotation, cls):
    return annotation is InitVar or type(annotation) is InitVar or _names_type(annotation, "InitVar")


def _is_kw_only(annotation, cls):
    return annotation is KW_ONLY or _names_type(annotation, "KW_ONLY")


def _make_field(cls, name, annotation, kw_only):
    """The field of an annotation; the class attribute of that name is its default or a `field()`."""
    default = cls.__dict__.get(name, MISSING)
    if default is MISSING:
        default = getattr(cls, name, MISSING)
    elif not isinstance(default, Field) and hasattr(type(default), "__get__"):
        default = getattr(cls, name, default)
    if isinstance(default, Field):
        made = default
    else:
        made = field(default=MISSING if isinstance(default, types.MemberDescriptorType) else default)
    made.name = name
    made.type = annotation
    made._field_type = _FIELD
    if _is_class_var(annotation, cls):
        made._field_type = _FIELD_CLASSVAR
    elif _is_init_var(annotation, cls):
        made._field_type = _FIELD_INITVAR
    _check_field(made, kw_only)
    return made


def _check_field(made, kw_only):
    pseudo = made._field_type is not _FIELD
    if pseudo and made.default_factory is not MISSING:
        raise TypeError(f"field {made.name} cannot have a default factory")
    if made._field_type is _FIELD_CLASSVAR:
        if made.kw_only is not MISSING:
            raise TypeError(f"field {made.name} is a ClassVar but specifies kw_only")
    elif made.kw_only is MISSING:
        made.kw_only = kw_only
    if not pseudo and made.default is not MISSING and type(made.default).__hash__ is None:
        raise ValueError(f"mutable default {type(made.default)} for field {made.name} is not allowed: use default_factory")

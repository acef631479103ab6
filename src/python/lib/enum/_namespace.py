"""The namespace of an enum class while its body runs: it tells members from other names, and gives `auto()` its values."""


class _Undefined:
    pass


class nonmember:
    """Keeps a value from becoming a member."""

    __module__ = "enum"

    def __init__(self, value):
        self.value = value


class member:
    """Makes a value a member that would not be one: a function, say."""

    __module__ = "enum"

    def __init__(self, value):
        self.value = value


class auto:
    """Stands for the next value."""

    __module__ = "enum"

    def __init__(self, value=_Undefined):
        self.value = value

    def __repr__(self):
        return f"auto({'' if self.value is _Undefined else repr(self.value)})"


def _is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == "__" and name[2] != "_" and name[-3] != "_"


def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == "_" and name[1] != "_" and name[-2] != "_"


def _is_private(cls_name, name):
    return name.startswith(f"_{cls_name.lstrip('_')}__") and not name.endswith("__")


def _is_descriptor(value):
    kind = type(value)
    return hasattr(kind, "__get__") or hasattr(kind, "__set__") or hasattr(kind, "__delete__") or _is_wrapper(value)


def _is_wrapper(value):
    return isinstance(value, (property, classmethod, staticmethod)) or type(value).__name__ in ("function", "method")


_ALLOWED_SUNDERS = (
    "_order_",
    "_generate_next_value_",
    "_numeric_repr_",
    "_missing_",
    "_ignore_",
    "_iter_member_",
    "_iter_member_by_value_",
    "_iter_member_by_def_",
    "_add_alias_",
    "_add_value_alias_",
    "_use_args_",
    "_member_type_",
    "_value_repr_",
)


class EnumDict(dict):
    """Remembers the order of members and refuses names that come twice."""

    __module__ = "enum"

    def __init__(self, cls_name=None):
        super().__init__()
        self._cls_name = cls_name
        self._member_names = {}
        self._last_values = []
        self._ignore = []
        self._auto_called = False
        self._generate = None

    def __setitem__(self, key, value):
        if self._cls_name is not None and _is_private(self._cls_name, key):
            pass
        elif _is_sunder(key):
            value = self._special(key, value)
        elif _is_dunder(key):
            key = "_order_" if key == "__order__" else key
        elif key in self._member_names:
            raise TypeError(f"{key!r} already defined as {self[key]!r}")
        elif key in self._ignore:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif self._is_no_member(key, value):
            pass
        else:
            value = self._member(key, value)
        super().__setitem__(key, value)

    def _is_no_member(self, key, value):
        if isinstance(value, (member, auto)):
            return False
        return _is_descriptor(value) or (isinstance(value, type) and value.__qualname__.endswith(f"{self._cls_name}.{value.__name__}"))

    def _special(self, key, value):
        """A name with one underscore at each end."""
        if key not in _ALLOWED_SUNDERS:
            raise ValueError(f"_sunder_ names, such as {key!r}, are reserved for future Enum use")
        if key == "_generate_next_value_":
            if self._auto_called:
                raise TypeError("_generate_next_value_ must be defined before members")
            self._generate = getattr(value, "__func__", value)
        elif key == "_ignore_":
            value = value.replace(",", " ").split() if isinstance(value, str) else list(value)
            self._ignore = value
            already = set(value) & set(self._member_names)
            if already:
                raise ValueError(f"_ignore_ cannot specify already set names: {already!r}")
        return value

    def _member(self, key, value):
        if key in self:
            raise TypeError(f"{key!r} already defined as {self[key]!r}")
        if isinstance(value, member):
            value = value.value
        if isinstance(value, auto):
            value = self._next(key, value)
            self._last_values.append(value)
        elif type(value) is tuple and any([isinstance(part, auto) for part in value]):
            parts = [self._next(key, part) if isinstance(part, auto) else part for part in value]
            self._last_values.extend([new for new, old in zip(parts, value) if isinstance(old, auto)])
            value = tuple(parts)
        else:
            self._last_values.append(value)
        self._member_names[key] = None
        return value

    def _next(self, key, marker):
        self._auto_called = True
        if marker.value is _Undefined:
            marker.value = self._generate(key, 1, len(self._member_names), self._last_values[:])
        return marker.value

    @property
    def member_names(self):
        return list(self._member_names)

    def update(self, members, **more):
        pairs = [(name, members[name]) for name in members.keys()] if hasattr(members, "keys") else members
        for name, value in [*pairs, *more.items()]:
            self[name] = value

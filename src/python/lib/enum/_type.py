"""The metaclass of enum classes: it makes the members, and lets a class be called, iterated and subscripted."""

import types

from enum._namespace import EnumDict

_NOT_GIVEN = object()
_plain_property = property


class _Bases:
    """The base classes, which are not there yet while they are made themselves."""

    Enum = None
    Flag = None
    ReprEnum = None


class property(types.DynamicClassAttribute):
    """A property of members that does not hide a member of the same name."""

    __module__ = "enum"

    def __set_name__(self, owner, name):
        self.name = name
        self.owner = owner.__name__

    def __get__(self, instance, owner=None):
        if instance is not None and self.fget is not None:
            return self.fget(instance)
        if instance is None and self.name in owner._member_map_:
            return owner._member_map_[self.name]
        raise AttributeError(f"{owner!r} has no attribute {self.name!r}")

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError(f"<enum {self.owner!r}> cannot set attribute {self.name!r}")
        self.fset(instance, value)


def _is_single_bit(value):
    return value > 0 and value & (value - 1) == 0


class _ProtoMember:
    """Stands for a member until the class is there; then it makes the member and puts it in its own place."""

    def __init__(self, value):
        self.value = value

    def __set_name__(self, cls, name):
        type.__delattr__(cls, name)
        made = _new_member(cls, self.value)
        value = made._value_
        made._name_ = name
        made.__objclass__ = cls
        made._sort_order_ = len(cls._member_names_)
        args = self.value if isinstance(self.value, tuple) else (self.value,)
        made.__init__(*args)
        existing = _find_member(cls, value)
        if existing is not None:
            made = existing
        elif _Bases.Flag is not None and issubclass(cls, _Bases.Flag) and isinstance(value, int):
            if _is_single_bit(value):
                cls._member_names_.append(name)
        else:
            cls._member_names_.append(name)
        if _Bases.Flag is not None and issubclass(cls, _Bases.Flag) and isinstance(value, int):
            _count_bits(cls, value)
        _add_member(cls, name, made)
        _add_value(cls, value, made)


def _new_member(cls, value):
    args = value if isinstance(value, tuple) else (value,)
    if cls._member_type_ is tuple:
        args = (args,)
    if not cls._use_args_:
        made = cls._new_member_(cls)
    else:
        made = cls._new_member_(cls, *args)
    if not hasattr(made, "_value_"):
        if cls._member_type_ is object:
            made._value_ = value
        else:
            try:
                made._value_ = cls._member_type_(*args)
            except Exception as error:
                raise TypeError("_value_ not set in __new__, unable to create it") from error
    return made


def _find_member(cls, value):
    try:
        return cls._value2member_map_.get(value)
    except TypeError:
        for name, other in cls._member_map_.items():
            if other._value_ == value:
                return other
    return None


def _count_bits(cls, value):
    flags = type.__setattr__
    flags(cls, "_flag_mask_", cls._flag_mask_ | value)
    if _is_single_bit(value):
        flags(cls, "_singles_mask_", cls._singles_mask_ | value)
    flags(cls, "_all_bits_", 2 ** cls._flag_mask_.bit_length() - 1)


def _add_member(cls, name, made):
    if name in cls._member_map_ and cls._member_map_[name] is not made:
        raise NameError(f"{name!r} is already bound: {cls._member_map_[name]!r}")
    cls._member_map_[name] = made
    type.__setattr__(cls, name, made)


def _add_value(cls, value, made):
    try:
        cls._value2member_map_.setdefault(value, made)
    except TypeError:
        cls._unhashable_values_.append(value)


class EnumType(type):
    __module__ = "enum"

    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        metacls._check_for_existing_members_(cls, bases)
        namespace = EnumDict(cls)
        first_enum = metacls._get_mixins_(cls, bases)[1]
        if first_enum is not None:
            namespace["_generate_next_value_"] = getattr(first_enum, "_generate_next_value_", None)
        return namespace

    def __new__(metacls, cls, bases, classdict, *, boundary=None, _simple=False, **kwds):
        names = list(getattr(classdict, "_member_names", ()))
        ignored = classdict.get("_ignore_", ())
        invalid = {name for name in names if name in ("mro", "")}
        if invalid:
            raise ValueError(f"invalid enum member name(s) {','.join([repr(name) for name in invalid])}")
        namespace = {name: value for name, value in classdict.items() if name not in ignored and name != "_ignore_"}
        member_type, first_enum = metacls._get_mixins_(cls, bases)
        new_member, use_args = metacls._find_new_(namespace, member_type, first_enum)
        generate = namespace.get("_generate_next_value_")
        if generate is not None and not isinstance(generate, staticmethod):
            namespace["_generate_next_value_"] = staticmethod(generate)
        for name in names:
            namespace[name] = _ProtoMember(namespace[name])
        order = namespace.pop("_order_", None)
        namespace["_new_member_"] = staticmethod(new_member)
        namespace["_use_args_"] = use_args
        namespace["_member_names_"] = []
        namespace["_member_map_"] = {}
        namespace["_value2member_map_"] = {}
        namespace["_unhashable_values_"] = []
        namespace["_member_type_"] = member_type
        namespace["_flag_mask_"] = namespace["_singles_mask_"] = namespace["_all_bits_"] = 0
        namespace["_boundary_"] = boundary or getattr(first_enum, "_boundary_", None)
        saved_new = namespace.pop("__new__", None)
        if first_enum is not None:
            if saved_new is not None:
                namespace["__new_member__"] = saved_new
            namespace["__new__"] = _Bases.Enum.__new__
            _choose_methods(namespace, bases, member_type, first_enum)
        elif saved_new is not None:
            namespace["__new__"] = saved_new
        made = super().__new__(metacls, cls, bases, namespace, **kwds)
        _check_order(made, order)
        return made

    def __init__(cls, *args, **kwds):
        super().__init__(*args)

    def __bool__(cls):
        return True

    def __call__(cls, value=_NOT_GIVEN, names=_NOT_GIVEN, *values, module=None, qualname=None, type=None, start=1, boundary=None):
        if cls._member_map_:
            if names is not _NOT_GIVEN:
                value = (value, names, *values)
            if value is _NOT_GIVEN:
                raise TypeError("EnumType.__call__() missing 1 required positional argument: 'value'")
            return cls.__new__(cls, value)
        if names is _NOT_GIVEN and type is None:
            raise TypeError(f"{cls!r} has no members; specify `names=()` if you meant to create a new, empty, enum")
        members = () if names is _NOT_GIVEN else names
        return cls._create_(value, members, module=module, qualname=qualname, type=type, start=start, boundary=boundary)

    def __contains__(cls, value):
        if isinstance(value, cls):
            return True
        try:
            cls(value)
            return True
        except ValueError:
            return value in cls._unhashable_values_

    def __delattr__(cls, attr):
        if attr in cls.__dict__.get("_member_map_", {}):
            raise AttributeError(f"{cls.__name__!r} cannot delete member {attr!r}.")
        super().__delattr__(attr)

    def __dir__(cls):
        shown = {"__class__", "__contains__", "__doc__", "__getitem__", "__iter__", "__len__", "__members__", "__module__"}
        shown |= {"__name__", "__qualname__", *cls._member_names_}
        return sorted(shown)

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __len__(cls):
        return len(cls._member_names_)

    @_plain_property
    def __members__(cls):
        return types.MappingProxyType(cls._member_map_)

    def __repr__(cls):
        kind = "flag" if _Bases.Flag is not None and issubclass(cls, _Bases.Flag) else "enum"
        return f"<{kind} {cls.__name__!r}>"

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", {}):
            raise AttributeError(f"cannot reassign member {name!r}")
        super().__setattr__(name, value)

    def _create_(cls, class_name, names, *, module=None, qualname=None, type=None, start=1, boundary=None):
        """The functional form: `Enum("Color", "RED GREEN")`."""
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        namespace = metacls.__prepare__(class_name, bases)
        for name, value in _pairs(cls, names, start):
            namespace[name] = value
        namespace["__module__"] = "__main__" if module is None else module
        if qualname is not None:
            namespace["__qualname__"] = qualname
        return metacls.__new__(metacls, class_name, bases, namespace, boundary=boundary)

    @classmethod
    def _check_for_existing_members_(mcls, class_name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if isinstance(base, EnumType) and base._member_names_:
                    raise TypeError(f"<enum {class_name!r}> cannot extend {base!r}")

    @classmethod
    def _get_mixins_(mcls, class_name, bases):
        """The type of the members' values, `object` if there is none, and the enum class that comes first."""
        if not bases or _Bases.Enum is None:
            return object, _Bases.Enum
        first_enum = bases[-1]
        if not isinstance(first_enum, EnumType):
            raise TypeError(
                "new enumerations should be created as `EnumName([mixin_type, ...] [data_type,] enum_type)`"
            )
        return _data_type(class_name, bases) or object, first_enum

    @classmethod
    def _find_new_(mcls, namespace, member_type, first_enum):
        """What makes members, and whether it wants the value."""
        own = namespace.get("__new__")
        if own is not None and first_enum is not None:
            return getattr(own, "__func__", own), True
        inherited = getattr(first_enum, "__new_member__", None)
        if inherited is not None:
            return inherited, True
        if member_type is object:
            return object.__new__, False
        return member_type.__new__, True


def _data_type(class_name, bases):
    found = []
    for chain in bases:
        candidate = None
        for base in chain.__mro__:
            if base is object:
                continue
            if isinstance(base, EnumType):
                if base._member_type_ is not object:
                    found.append(base._member_type_)
                    break
            elif "__new__" in base.__dict__ or "__dataclass_fields__" in base.__dict__ or base.__module__ == "builtins":
                found.append(candidate or base)
                break
            else:
                candidate = candidate or base
    distinct = list(dict.fromkeys(found))
    if len(distinct) > 1:
        raise TypeError(f"too many data types for {class_name!r}: { {*distinct}!r}")
    return distinct[0] if distinct else None


def _choose_methods(namespace, bases, member_type, first_enum):
    """Enum's own texts win over those of the type of the values, which `ReprEnum` keeps for `str()` and `format()`."""
    plain = first_enum is not None and _Bases.ReprEnum in (*bases, *[base for chain in bases for base in chain.__mro__])
    for name in ("__repr__", "__str__", "__format__"):
        if name in namespace or any([_is_own(base, name) for chain in bases for base in chain.__mro__]):
            continue
        if plain and name == "__str__":
            namespace[name] = _value_str
        elif plain and name == "__format__":
            namespace[name] = _value_format
        else:
            namespace[name] = getattr(first_enum, name)
    if _Bases.Flag is not None and issubclass(first_enum, _Bases.Flag):
        for name in ("__or__", "__and__", "__xor__", "__ror__", "__rand__", "__rxor__", "__invert__"):
            namespace.setdefault(name, getattr(_Bases.Flag, name))


def _is_own(base, name):
    """Whether a class of the program's, not of this module and not builtin, defines the method."""
    return base.__module__ not in ("enum", "builtins") and name in base.__dict__ and not isinstance(base, EnumType)


def _value_str(self):
    return str(self._value_)


def _value_format(self, format_spec):
    return format(self._value_, format_spec)


def _check_order(cls, order):
    if order is None:
        return
    wanted = order.replace(",", " ").split() if isinstance(order, str) else list(order)
    names = list(cls._member_names_)
    wanted = [name for name in wanted if name in names]
    if wanted != names:
        raise TypeError(f"member order does not match _order_:\n  {names!r}\n  {wanted!r}")


def _pairs(cls, names, start):
    """Names and values of the functional form."""
    if isinstance(names, str):
        names = names.replace(",", " ").split()
    if isinstance(names, dict):
        return list(names.items())
    names = list(names)
    if not names or not isinstance(names[0], str):
        return [(name, value) for name, value in names]
    pairs = []
    values = []
    for count, name in enumerate(names):
        value = cls._generate_next_value_(name, start, count, values[:])
        values.append(value)
        pairs.append((name, value))
    return pairs


EnumMeta = EnumType

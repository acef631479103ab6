

# What the interpreter itself asks for: it runs these where an instruction needs code written in Python.


def _announce_class(cls, names, hook, **kwargs):
    for name, value in names:
        type(value).__set_name__(value, cls, name)
    if hook:
        super(cls, cls).__init_subclass__(**kwargs)
    return cls


def _getattr_or(value, name, default):
    try:
        return getattr(value, name)
    except AttributeError:
        return default


def _hasattr(value, name):
    try:
        getattr(value, name)
    except AttributeError:
        return False
    return True


def _call_sentinel(function, sentinel):
    while True:
        value = function()
        if value == sentinel:
            return
        yield value


async def _anext_or(iterator, default):
    try:
        return await anext(iterator)
    except StopAsyncIteration:
        return default


def _is_registered(subject, kind):
    return getattr(type(subject), "__match_kind__", None) == kind


def _except_star(group, types):
    if not isinstance(group, BaseExceptionGroup):
        if isinstance(group, types):
            group = ExceptionGroup("", [group])
            return None, group
        return group, None
    match, rest = group.split(types)
    return rest, match


def _except_star_rest(original, raised):
    rest = [exception for exception in raised if exception is not None]
    if not rest:
        return None
    if len(rest) == 1:
        return rest[0]
    return BaseExceptionGroup("", rest)


def _shutdown():
    import _pools

    _pools._join_all()

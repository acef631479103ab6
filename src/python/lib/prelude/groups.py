"""Exception groups: splitting them (PEP 654, Objects/exceptions.c)."""


def _group_matches(exception, condition):
    if isinstance(condition, (type, tuple)):
        return isinstance(exception, condition)
    return condition(exception)


def _group_split(group, condition):
    if not isinstance(condition, (type, tuple)) and not callable(condition):
        raise TypeError("expected an exception type, a tuple of exception types, or a callable (other than a class)")
    if _group_matches(group, condition):
        return group, None
    matching, rest = [], []
    for exception in group.exceptions:
        if isinstance(exception, BaseExceptionGroup):
            yes, no = _group_split(exception, condition)
            if yes is not None:
                matching.append(yes)
            if no is not None:
                rest.append(no)
        elif _group_matches(exception, condition):
            matching.append(exception)
        else:
            rest.append(exception)
    return _group_part(group, matching), _group_part(group, rest)


def _group_subgroup(group, condition):
    return _group_split(group, condition)[0]


def _group_part(group, exceptions):
    if not exceptions:
        return None
    part = group.derive(exceptions)
    part.__cause__ = group.__cause__
    part.__context__ = group.__context__
    part.__suppress_context__ = group.__suppress_context__
    _copy_traceback(part, group)
    for note in getattr(group, "__notes__", ()):
        part.add_note(note)
    return part


def _group_derive(group, exceptions):
    return BaseExceptionGroup(group.message, exceptions)


def _except_star(group, types):
    for cls in types if isinstance(types, tuple) else (types,):
        if isinstance(cls, type) and issubclass(cls, BaseExceptionGroup):
            raise TypeError("catching ExceptionGroup with except* is not allowed. Use except instead.")
    if not isinstance(group, BaseExceptionGroup):
        if isinstance(group, types):
            wrapped = BaseExceptionGroup("", (group,))
            _trace_caller(wrapped)
            return None, wrapped
        return group, None
    match, rest = _group_split(group, types)
    return rest, match


def _except_star_rest(original, raised):
    """What leaves a `try` with `except*`: what was not caught, as it was, and what the handlers raised."""
    rest = [exception for exception in raised if exception is not None]
    if not rest:
        return None
    if len(rest) == 1:
        return rest[0]
    return BaseExceptionGroup("", rest)

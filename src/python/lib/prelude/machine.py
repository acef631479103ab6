"""What the interpreter itself asks for: it runs these where an instruction needs code written in Python."""


def _getattr_hook(function, args, fallback, value, name):
    try:
        return function(*args)
    except AttributeError:
        pass
    return fallback(value, name)


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


def _shutdown():
    import _thread

    _thread._join_all()
    from _loops import _loaded_module

    if _loaded_module("multiprocessing.process") is not None:
        from multiprocessing import process

        process._exit_function()
    atexit = _loaded_module("atexit")
    if atexit is not None:
        atexit._run_exitfuncs()
    _begin_last_collections()
    while _finalize_next():
        pass


def _import_and_unpack(name, parcel):
    from _processes import _unpack

    exec(f"import {name}", {})
    return _unpack(parcel)


def _traceback_frame(code, line, variables, module):
    from _traceback import frame

    return frame(code, line, variables, module)


def _generator_frame(generator):
    from _traceback import generator_frame

    return generator_frame(generator)


def _task_get_stack(task, limit=None):
    from asyncio.base_tasks import _task_get_stack

    return _task_get_stack(task, limit)


def _task_print_stack(task, limit=None, file=None):
    from asyncio.base_tasks import _task_print_stack

    return _task_print_stack(task, limit, file)


def _put_in_words(exception):
    from _traceback import put_in_words

    return put_in_words(exception)


def _run_in(run, module, names):
    try:
        return run()
    finally:
        names.update(vars(module))


def _close_and_raise(iterator, error):
    iterator.close()
    raise error


def _dir(value):
    return sorted(type(value).__dir__(value))

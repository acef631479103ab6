"""The last words of objects: `__del__`, and the callbacks of weak references."""


def _last_words(calls):
    """Each call is what it is, a function and its argument; the last one comes first. Nobody can catch an error."""
    while calls:
        what, function, argument = calls.pop()
        try:
            function(argument)
        except BaseException as error:
            _report_ignored(what, function, error)
        # What dies with the object says its own last words before the next call.
        argument = None

"""What generators, coroutines and async generators are doing."""

GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = "GEN_CREATED", "GEN_RUNNING", "GEN_SUSPENDED", "GEN_CLOSED"
CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED = "CORO_CREATED", "CORO_RUNNING", "CORO_SUSPENDED", "CORO_CLOSED"
AGEN_CREATED, AGEN_RUNNING, AGEN_SUSPENDED, AGEN_CLOSED = "AGEN_CREATED", "AGEN_RUNNING", "AGEN_SUSPENDED", "AGEN_CLOSED"


def _state(object):
    from _functions import _generator_state

    return _generator_state(object)


def getgeneratorstate(generator):
    return "GEN_" + _state(generator)


def getcoroutinestate(coroutine):
    return "CORO_" + _state(coroutine)


def getasyncgenstate(agen):
    return "AGEN_" + _state(agen)


def getgeneratorlocals(generator):
    from _functions import _generator_locals

    return _generator_locals(generator)


getcoroutinelocals = getgeneratorlocals

"""Executors whose workers are interpreters within one process: refused."""


class InterpreterPoolExecutor:
    def __init__(self, *args, **kwargs):
        raise NotImplementedError("InterpreterPoolExecutor is not supported: use a ProcessPoolExecutor")

"""What `globals()` gives: a dict that shows a module's variables and sets them.

The dict itself holds a copy, which is renewed before every look at it; natives that look past these methods see the last copy.
"""


class _Globals(dict):
    def __init__(self, module):
        self._module = module
        dict.update(self, vars(module))

    def _now(self):
        dict.clear(self)
        dict.update(self, vars(self._module))
        return self

    def __getitem__(self, key):
        return dict.__getitem__(self._now(), key)

    def __contains__(self, key):
        return dict.__contains__(self._now(), key)

    def __iter__(self):
        return dict.__iter__(self._now())

    def __len__(self):
        return dict.__len__(self._now())

    def __repr__(self):
        return dict.__repr__(self._now())

    def get(self, key, default=None):
        return dict.get(self._now(), key, default)

    def keys(self):
        return dict.keys(self._now())

    def values(self):
        return dict.values(self._now())

    def items(self):
        return dict.items(self._now())

    def copy(self):
        return dict.copy(self._now())

    def __setitem__(self, key, value):
        setattr(self._module, key, value)
        self._now()

    def __delitem__(self, key):
        if key not in self:
            raise KeyError(key)
        delattr(self._module, key)
        self._now()

    def update(self, *args, **kwargs):
        for key, value in dict(*args, **kwargs).items():
            setattr(self._module, key, value)
        self._now()

    def setdefault(self, key, default=None):
        if key not in self:
            self[key] = default
        return self[key]

    def pop(self, key, *default):
        if key not in self:
            return dict.pop(self, key, *default)
        value = self[key]
        del self[key]
        return value

    def popitem(self):
        key = list(self)[-1]
        return key, self.pop(key)

    def clear(self):
        for key in list(self):
            del self[key]


_Globals.__name__ = _Globals.__qualname__ = "dict"
_Globals.__module__ = "builtins"

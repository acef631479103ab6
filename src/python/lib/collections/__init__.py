"""collections: containers beyond list, dict, set and tuple, one concept a module."""

from collections._counter import Counter
from collections._deque import deque
from collections._dicts import ChainMap, OrderedDict, defaultdict
from collections._namedtuple import namedtuple
from collections._wrappers import UserDict, UserList, UserString

__all__ = [
    "ChainMap",
    "Counter",
    "OrderedDict",
    "UserDict",
    "UserList",
    "UserString",
    "defaultdict",
    "deque",
    "namedtuple",
]

"""multiprocessing: processes of the simulated machine. What is sent to one is copied, as pickling does."""

from multiprocessing.context import (
    AuthenticationError,
    Process,
    BufferTooShort,
    ProcessError,
    TimeoutError,
    _default,
)
from multiprocessing.process import active_children, current_process, parent_process

Array = _default.Array
Barrier = _default.Barrier
BoundedSemaphore = _default.BoundedSemaphore
Condition = _default.Condition
Event = _default.Event
JoinableQueue = _default.JoinableQueue
Lock = _default.Lock
Manager = _default.Manager
Pipe = _default.Pipe
Pool = _default.Pool

Queue = _default.Queue
RLock = _default.RLock
RawArray = _default.RawArray
RawValue = _default.RawValue
Semaphore = _default.Semaphore
SimpleQueue = _default.SimpleQueue
Value = _default.Value
cpu_count = _default.cpu_count
freeze_support = _default.freeze_support
get_all_start_methods = _default.get_all_start_methods
get_context = _default.get_context
get_start_method = _default.get_start_method
set_start_method = _default.set_start_method
set_executable = _default.set_executable

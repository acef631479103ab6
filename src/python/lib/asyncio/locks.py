"""Locks, events, conditions, semaphores and barriers."""

from asyncio import exceptions
from asyncio.mixins import _LoopBoundMixin


class _ContextManagerMixin:
    async def __aenter__(self):  # line 13
        await self.acquire()  # line 14
        return None

    async def __aexit__(self, exc_type, exc, tb):  # line 19
        self.release()


class _Shown:
    """`repr()` of a primitive: what it is, where it is, and its state."""

    def __repr__(self):
        extra = self._state_text()
        if self._waiters:
            extra = f"{extra}, waiters:{len(self._waiters)}"
        return f"<{object.__repr__(self)[1:-1]} [{extra}]>"


class Lock(_ContextManagerMixin, _Shown, _LoopBoundMixin):
    def __init__(self):
        self._waiters = []
        self._locked = False

    def _state_text(self):
        return "locked" if self._locked else "unlocked"

    def locked(self):
        return self._locked

    async def acquire(self):  # line 90
        # Who comes must not overtake those who wait.
        if not self._locked and all(waiter.cancelled() for waiter in self._waiters):
            self._locked = True
            return True
        future = self._new_waiter()
        self._waiters.append(future)
        try:
            try:
                await future  # line 110
            finally:
                self._waiters.remove(future)
        except exceptions.CancelledError:
            # It may have been woken before it was cancelled: then the next one has to be.
            if not self._locked:
                self._wake_up_first()
            raise
        self._locked = True
        return True

    def release(self):  # line 127
        if not self._locked:
            raise RuntimeError("Lock is not acquired.")
        self._locked = False
        self._wake_up_first()

    def _wake_up_first(self):
        if self._waiters and not self._waiters[0].done():
            self._waiters[0].set_result(True)


class Event(_Shown, _LoopBoundMixin):
    def __init__(self):
        self._waiters = []
        self._value = False

    def _state_text(self):
        return "set" if self._value else "unset"

    def is_set(self):
        return self._value

    def set(self):
        if not self._value:
            self._value = True
            for future in self._waiters:
                if not future.done():
                    future.set_result(True)

    def clear(self):
        self._value = False

    async def wait(self):  # line 200
        if self._value:
            return True
        future = self._new_waiter()
        self._waiters.append(future)
        try:
            await future  # line 213
            return True
        finally:
            self._waiters.remove(future)


class Condition(_ContextManagerMixin, _Shown, _LoopBoundMixin):
    def __init__(self, lock=None):
        if lock is None:
            lock = Lock()
        self._lock = lock
        self.locked = lock.locked
        self.acquire = lock.acquire
        self.release = lock.release
        self._waiters = []

    def _state_text(self):
        return "locked" if self.locked() else "unlocked"

    async def wait(self):  # line 248
        if not self.locked():
            raise RuntimeError("cannot wait on un-acquired lock")
        future = self._new_waiter()
        self.release()
        try:
            try:
                self._waiters.append(future)
                try:
                    await future  # line 272
                    return True
                finally:
                    self._waiters.remove(future)
            finally:
                await self._acquire_again()  # line 284
        except BaseException:
            # A notification may have reached this waiter only: somebody else gets it.
            self._notify(1)
            raise

    async def _acquire_again(self):
        """The lock is taken even if the wait was cancelled; the cancellation comes after it."""
        error = None
        while True:
            try:
                await self.acquire()
                break
            except exceptions.CancelledError as e:
                error = e
        if error is not None:
            try:
                raise error
            finally:
                error = None

    async def wait_for(self, predicate):  # line 303
        result = predicate()
        while not result:
            await self.wait()  # line 313
            result = predicate()
        return result

    def notify(self, n=1):
        if not self.locked():
            raise RuntimeError("cannot notify on un-acquired lock")
        self._notify(n)

    def _notify(self, n):
        for future in self._waiters:
            if n <= 0:
                break
            if not future.done():
                n -= 1
                future.set_result(False)

    def notify_all(self):
        self.notify(len(self._waiters))


class Semaphore(_ContextManagerMixin, _Shown, _LoopBoundMixin):
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("Semaphore initial value must be >= 0")
        self._waiters = []
        self._value = value

    def _state_text(self):
        return "locked" if self.locked() else f"unlocked, value:{self._value}"

    def locked(self):
        return self._value == 0 or any(not waiter.cancelled() for waiter in self._waiters)

    async def acquire(self):  # line 386
        if not self.locked():
            # Nobody waits, and there is one left.
            self._value -= 1
            return True
        future = self._new_waiter()
        self._waiters.append(future)
        try:
            try:
                await future  # line 407
            finally:
                self._waiters.remove(future)
        except exceptions.CancelledError:
            # It got one and was cancelled then: it gives it back.
            if future.done() and not future.cancelled():
                self._value += 1
            raise
        finally:
            # There may be several now, and several who wait.
            while self._value > 0:
                if not self._wake_up_next():
                    break
        return True

    def release(self):  # line 428
        self._value += 1
        self._wake_up_next()

    def _wake_up_next(self):
        for future in self._waiters:
            if not future.done():
                self._value -= 1
                future.set_result(True)
                return True
        return False


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        self._bound_value = value
        super().__init__(value)

    def release(self):  # line 462
        if self._value >= self._bound_value:
            raise ValueError("BoundedSemaphore released too many times")
        super().release()


class Barrier(_LoopBoundMixin):
    """Lets tasks go on when a number of them have come."""

    def __init__(self, parties):
        if parties < 1:
            raise ValueError("parties must be >= 1")
        self._cond = Condition()
        self._parties = parties
        # "filling", "draining", "resetting" or "broken"
        self._state = "filling"
        self._count = 0

    def __repr__(self):
        extra = self._state
        if not self.broken:
            extra += f", waiters:{self.n_waiting}/{self.parties}"
        return f"<{object.__repr__(self)[1:-1]} [{extra}]>"

    async def __aenter__(self):  # line 503
        return await self.wait()  # line 506

    async def __aexit__(self, exc_type, exc, tb):  # line 508
        pass

    async def wait(self):  # line 511
        async with self._cond:
            await self._block()  # line 519
            try:
                index = self._count
                self._count += 1
                if index + 1 == self._parties:
                    await self._release()  # line 525
                else:
                    await self._wait()  # line 527
                return index
            finally:
                self._count -= 1
                self._exit()

    async def _block(self):  # line 534
        await self._cond.wait_for(lambda: self._state not in ("draining", "resetting"))  # line 540
        if self._state == "broken":
            raise exceptions.BrokenBarrierError("Barrier aborted")

    async def _release(self):  # line 550
        self._state = "draining"
        self._cond.notify_all()

    async def _wait(self):  # line 558
        await self._cond.wait_for(lambda: self._state != "filling")  # line 564
        if self._state in ("broken", "resetting"):
            raise exceptions.BrokenBarrierError("Abort or reset of barrier")

    def _exit(self):
        if self._count == 0:
            if self._state in ("resetting", "draining"):
                self._state = "filling"
            self._cond.notify_all()

    async def reset(self):  # line 577
        async with self._cond:
            self._state = "resetting" if self._count > 0 else "filling"
            self._cond.notify_all()

    async def abort(self):  # line 592
        async with self._cond:
            self._state = "broken"
            self._cond.notify_all()

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return self._count if self._state == "filling" else 0

    @property
    def broken(self):
        return self._state == "broken"

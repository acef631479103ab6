"""signal: the names of the signals. None comes in: what would send or catch one is refused (`library::refused`)."""

from enum import IntEnum


class Signals(IntEnum):
    """The signals of Linux, by number."""

    SIGHUP = 1
    SIGINT = 2
    SIGQUIT = 3
    SIGILL = 4
    SIGTRAP = 5
    SIGABRT = 6
    SIGBUS = 7
    SIGFPE = 8
    SIGKILL = 9
    SIGUSR1 = 10
    SIGSEGV = 11
    SIGUSR2 = 12
    SIGPIPE = 13
    SIGALRM = 14
    SIGTERM = 15
    SIGSTKFLT = 16
    SIGCHLD = 17
    SIGCONT = 18
    SIGSTOP = 19
    SIGTSTP = 20
    SIGTTIN = 21
    SIGTTOU = 22
    SIGURG = 23
    SIGXCPU = 24
    SIGXFSZ = 25
    SIGVTALRM = 26
    SIGPROF = 27
    SIGWINCH = 28
    SIGIO = 29
    SIGPWR = 30
    SIGSYS = 31
    SIGRTMIN = 34
    SIGRTMAX = 64
    SIGIOT = 6
    SIGCLD = 17
    SIGPOLL = 29


class Handlers(IntEnum):
    """What is done with a signal for which there is no function."""

    SIG_DFL = 0
    SIG_IGN = 1


globals().update(Signals.__members__)
globals().update(Handlers.__members__)
NSIG = 65


def default_int_handler(signalnum, frame, /):
    """What Ctrl+C does."""
    raise KeyboardInterrupt


def valid_signals():
    """All signals, those without a name as numbers."""
    named = {signal.value: signal for signal in Signals}
    return {named.get(number, number) for number in range(1, NSIG) if number not in (32, 33)}


def getsignal(signalnum):
    """What is done with a signal: as nothing can be set, what a new program has."""
    number = int(signalnum)
    if not 1 <= number < NSIG:
        raise ValueError("signal number out of range")
    if number == Signals.SIGINT:
        return default_int_handler
    return Handlers.SIG_IGN if number in (Signals.SIGPIPE, Signals.SIGXFSZ) else Handlers.SIG_DFL

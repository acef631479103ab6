import signal

print(signal.SIGINT, repr(signal.SIGTERM), signal.Signals(9).name, int(signal.SIGALRM), signal.SIG_IGN.name)
print(signal.SIGINT in signal.Signals, signal.SIGINT == 2, f"{signal.SIGTERM.name}={signal.SIGTERM.value}")

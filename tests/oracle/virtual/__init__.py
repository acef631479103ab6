"""CPython under a virtual clock: sleeping costs no real time, and what runs next never depends on the machine's load.

`machine` has the threads and their clocks; `threads`, `loop` and `processes` put it under `threading`, `asyncio` and the process
pools; `program` runs one program and records what it prints.
"""

#: default level
import logging

logging.debug("debug")
logging.info("info")
logging.warning("warning")
logging.error("error %s %d", "text", 5)
logging.critical("critical")
#: basicConfig format
import logging

logging.basicConfig(level=logging.DEBUG, format="%(asctime)s %(levelname)-8s [%(name)s] %(message)s")
logging.debug("start")
logging.getLogger("app.db").info("query took %.2f s", 0.5)
#: date format
import logging
import time

logging.basicConfig(level="INFO", format="%(asctime)s.%(msecs)03d %(message)s", datefmt="%d.%m.%Y %H:%M:%S")
logging.info("one")
time.sleep(61.25)
logging.info("two")
#: styles
import logging
import sys

for style, fmt in [("%", "%(levelname)s-%(message)s"), ("{", "{levelname:>8}|{message}"), ("$", "${levelname}:$message")]:
    logging.basicConfig(format=fmt, style=style, force=True, stream=sys.stdout)
    logging.warning("in style %s", style)
#: hierarchy
import logging
import sys

handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(logging.Formatter("%(name)s %(message)s"))
parent = logging.getLogger("a")
child = logging.getLogger("a.b.c")
parent.addHandler(handler)
parent.setLevel(logging.INFO)
child.info("through the parent")
child.debug("not shown")
print(child.getEffectiveLevel(), child.parent.name, logging.getLogger("a.b").parent.name)
child.propagate = False
child.warning("last resort")
print(child.hasHandlers(), logging.getLogger("a.b.c") is child, child)
#: where it was logged
import logging
import sys

logging.basicConfig(format="%(filename)s:%(lineno)d %(funcName)s %(module)s %(message)s", stream=sys.stdout)


def work():
    logging.warning("here")
    helper()


def helper():
    logging.warning("caller", stacklevel=2)


work()
logging.warning("module")
#: exception
import logging

try:
    1 / 0
except ZeroDivisionError:
    logging.exception("it failed")
    logging.error("again", exc_info=True)
    logging.warning("without")
#: exc_info as an exception
import logging

error = ValueError("kept")
logging.error("told", exc_info=error)
#: extra and adapter
import logging
import sys

logging.basicConfig(format="%(user)s %(message)s", stream=sys.stdout, level="INFO")
logging.info("hello", extra={"user": "ann"})
adapter = logging.LoggerAdapter(logging.getLogger("x"), {"user": "bob"})
adapter.info("hi")


class Prefix(logging.LoggerAdapter):
    def process(self, msg, kwargs):
        return f"[{self.extra['user']}] {msg}", {**kwargs, "extra": self.extra}


Prefix(logging.getLogger("x"), {"user": "eve"}).warning("hey")
try:
    logging.info("x", extra={"message": 1})
except KeyError as error:
    print(error)
#: filters
import logging
import sys

logger = logging.getLogger("f")
handler = logging.StreamHandler(sys.stdout)
logger.addHandler(handler)
logger.addFilter(lambda record: "secret" not in record.getMessage())


class OnlyErrors(logging.Filter):
    def filter(self, record):
        return record.levelno >= logging.ERROR


logger.warning("a secret")
logger.warning("open")
handler.addFilter(OnlyErrors())
logger.warning("no error")
logger.error("an error")
#: levels
import logging

print(logging.getLevelName(30), logging.getLevelName("ERROR"), logging.getLevelName(35))
logging.addLevelName(25, "NOTICE")
logging.log(25, "not shown")
logging.getLogger().setLevel(25)
logging.log(25, "shown")
try:
    logging.getLogger().setLevel("LOUD")
except ValueError as error:
    print(error)
logging.disable(logging.ERROR)
logging.error("disabled")
logging.disable(logging.NOTSET)
logging.error("enabled")
#: named arguments
import logging

logging.warning("%(a)s and %(b)d", {"a": "x", "b": 2})
#: wrong arguments
import logging

logging.warning("%d", "text")
print("goes on")
#: two handlers
import logging
import sys

logger = logging.getLogger("two")
logger.setLevel(logging.DEBUG)
first = logging.StreamHandler(sys.stdout)
first.setLevel(logging.WARNING)
first.setFormatter(logging.Formatter("first %(message)s"))
second = logging.StreamHandler(sys.stdout)
second.setFormatter(logging.Formatter("second %(message)s"))
logger.addHandler(first)
logger.addHandler(second)
logger.debug("low")
logger.error("high")
logger.removeHandler(second)
logger.error("only first")
#: own handler
import logging


class ListHandler(logging.Handler):
    def __init__(self):
        super().__init__()
        self.records = []

    def emit(self, record):
        self.records.append((record.levelname, self.format(record)))


handler = ListHandler()
logger = logging.getLogger("list")
logger.addHandler(handler)
logger.propagate = False
logger.warning("a %s", 1)
logger.error("b")
print(handler.records)
#: null handler and reprs
import logging
import sys

logger = logging.getLogger("null")
logger.addHandler(logging.NullHandler())
logger.error("nobody sees it")
print(logger, logger.handlers, logging.getLogger())
#: task name
import asyncio
import logging
import sys

logging.basicConfig(format="%(taskName)s %(threadName)s %(message)s", stream=sys.stdout, level="INFO")


async def work(name):
    logging.info("in %s", name)


async def main():
    await asyncio.gather(work("a"), work("b"))
    logging.info("main")


logging.info("outside")
asyncio.run(main())
#: queue handler
import logging
import logging.handlers
import queue
import sys

q = queue.Queue()
logger = logging.getLogger("queued")
logger.addHandler(logging.handlers.QueueHandler(q))
logger.warning("hello %s", "queue")
out = logging.StreamHandler(sys.stdout)
out.setFormatter(logging.Formatter("%(levelname)s %(message)s"))
listener = logging.handlers.QueueListener(q, out)
listener.start()
logger.error("second")
listener.stop()
#: formatter defaults and validation
import logging

formatter = logging.Formatter("%(ip)s %(message)s", defaults={"ip": "local"})
record = logging.makeLogRecord({"msg": "m %s", "args": ("x",)})
print(formatter.format(record))
for fmt, style in [("nothing", "%"), ("nothing", "{"), ("x", "?")]:
    try:
        logging.Formatter(fmt, style=style)
    except ValueError as error:
        print(error)
#: stack_info
import logging


def f():
    logging.warning("with stack", stack_info=True)


f()
#: root logger configured twice
import logging

logging.basicConfig(format="first %(message)s")
logging.basicConfig(format="second %(message)s")
logging.warning("x")
logging.basicConfig(format="third %(message)s", force=True)
logging.warning("y")
try:
    logging.basicConfig(colour="red", force=True)
except ValueError as error:
    print(error)

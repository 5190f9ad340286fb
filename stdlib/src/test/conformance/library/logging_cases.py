import io
import logging
import logging.config
import logging.handlers
import queue

out = io.StringIO()
handler = logging.StreamHandler(out)
handler.setFormatter(logging.Formatter("%(levelname)s:%(name)s:%(message)s:%(funcName)s:%(lineno)d"))
log = logging.getLogger("app.part")
root = logging.getLogger("app")
root.addHandler(handler)
root.propagate = False
root.setLevel(logging.INFO)


def work():
    log.debug("not shown")
    log.info("number %d of %s", 3, "x")
    log.warning("named %(a)s", {"a": 1})
    try:
        1 / 0
    except ZeroDivisionError:
        log.exception("failed")


work()
print("\n".join(line for line in out.getvalue().splitlines() if not line.startswith("  File")))
print(log.getEffectiveLevel(), log.isEnabledFor(logging.DEBUG), log.parent is root, log, logging.getLevelName(30), logging.getLevelName("ERROR"))
logging.addLevelName(25, "NOTICE")
out.truncate(0)
out.seek(0)
handler.setFormatter(logging.Formatter("{levelname:>8} {message}", style="{"))
log.log(25, "own level")
handler.setFormatter(logging.Formatter("$levelname $message", style="$", defaults={"x": 1}))
log.error("dollar")
print(out.getvalue())


class Only(logging.Filter):
    def filter(self, record):
        return "keep" in record.getMessage()


out.truncate(0)
out.seek(0)
handler.addFilter(Only())
log.info("keep this")
log.info("drop this")
print(out.getvalue())
handler.filters.clear()

adapter = logging.LoggerAdapter(log, {"who": "me"})
handler.setFormatter(logging.Formatter("%(who)s %(message)s"))
out.truncate(0)
out.seek(0)
adapter.info("adapted")
print(out.getvalue())

memory = logging.handlers.MemoryHandler(10, flushLevel=logging.ERROR, target=handler)
handler.setFormatter(None)
other = logging.getLogger("memory")
other.propagate = False
other.addHandler(memory)
out.truncate(0)
out.seek(0)
other.warning("one")
print(repr(out.getvalue()))
other.error("two")
print(repr(out.getvalue()))

q = queue.Queue()
queued = logging.getLogger("queued")
queued.propagate = False
queued.addHandler(logging.handlers.QueueHandler(q))
listener = logging.handlers.QueueListener(q, handler)
out.truncate(0)
out.seek(0)
listener.start()
queued.error("through a %s", "queue")
listener.stop()
print(repr(out.getvalue()))

logging.config.dictConfig({
    "version": 1,
    "formatters": {"f": {"format": "%(name)s|%(message)s"}},
    "handlers": {"h": {"class": "logging.StreamHandler", "formatter": "f", "stream": "ext://sys.stdout"}},
    "loggers": {"configured": {"handlers": ["h"], "level": "DEBUG", "propagate": False}},
    "disable_existing_loggers": False,
})
logging.getLogger("configured").debug("by dict")
record = logging.LogRecord("n", 10, "/p/file.py", 7, "m %s", ("a",), None)
print(record.getMessage(), record.filename, record.module, record.levelname, record)
print(logging.Formatter("%(asctime)s", "%Y").usesTime(), logging.BASIC_FORMAT)
for bad in (lambda: log.setLevel("NOPE"), lambda: logging.Formatter("%(x)", style="?"), lambda: logging.Formatter("{x!k}", style="{"), lambda: log.log("a", "b")):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
logging.disable(logging.CRITICAL)
out.truncate(0)
out.seek(0)
log.critical("silent")
print(repr(out.getvalue()))

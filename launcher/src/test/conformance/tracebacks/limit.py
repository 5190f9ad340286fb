"""sys.tracebacklimit, as the report of what ends the program; a lost display hook; struct sequences."""
import sys
import time


def attempt(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


hook = sys.displayhook
del sys.displayhook
attempt(eval, compile("42", "<string>", "single"))
sys.displayhook = hook
attempt(time.struct_time, "123456789", dict=None)
attempt(time.struct_time, "123456789", dict=[])
attempt(time.struct_time, "123456789", dict={})
before = sys.getswitchinterval()
sys.setswitchinterval(0.25)
print(before, sys.getswitchinterval())


def first():
    1 / 0


def second():
    first()


def third():
    second()


for limit in (5, 2, 1, 0, -1, 1 << 100, None, "2"):
    sys.tracebacklimit = limit
    try:
        third()
    except ZeroDivisionError as e:
        saved, sys.stderr = sys.stderr, sys.stdout
        sys.__excepthook__(type(e), e, e.__traceback__)
        sys.stderr = saved
del sys.tracebacklimit

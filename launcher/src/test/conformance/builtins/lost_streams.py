"""input, print and breakpoint while sys has lost what they use, or has something else there."""
import io
import sys

stdin, stdout, stderr = sys.stdin, sys.stdout, sys.stderr
report = []


def attempt(label, function, *args):
    try:
        report.append((label, function(*args)))
    except BaseException as error:
        report.append((label, type(error).__name__, str(error)))


for name in "stdin", "stdout", "stderr":
    for value in (None, "gone", 5):
        before = getattr(sys, name)
        sys.stdin = io.StringIO("line\nmore")
        if value == "gone":
            delattr(sys, name)
        else:
            setattr(sys, name, value)
        attempt(f"input {name} {value}", input)
        attempt(f"input prompt {name} {value}", input, "? ")
        if name == "stdout":
            attempt(f"print {value}", print, "x")
        setattr(sys, name, before)

sys.stdin, sys.stdout = io.StringIO("one\n\nthree"), io.StringIO()
for _ in range(4):
    attempt("line", input, "p>")
written = sys.stdout.getvalue()
sys.stdin, sys.stdout = stdin, stdout
report.append(written)


class Reads:
    def __init__(self, value):
        self.value = value

    def readline(self):
        return self.value


for value in ("a\n", "a\r\n", "a", "", b"bytes\n", None, 5, "two\nlines\n"):
    sys.stdin = Reads(value)
    attempt(f"reads {value!r}", input)
sys.stdin = stdin


class Writes:
    flushed = 0

    def write(self, text):
        report.append(("write", text))

    def flush(self):
        self.flushed += 1


sys.stdin, sys.stdout = io.StringIO("x\n"), Writes()
attempt("prompt", input, 5)
report.append(sys.stdout.flushed)
sys.stdin, sys.stdout = stdin, stdout

hook = sys.breakpointhook
sys.breakpointhook = lambda *args, **kwargs: (args, kwargs)
attempt("breakpoint", lambda: breakpoint(1, k=2))
del sys.breakpointhook
attempt("no hook", breakpoint)
sys.breakpointhook = hook

display = sys.displayhook
sys.stdout = io.StringIO()
for value in (None, 5, "text"):
    attempt("display", exec, compile(f"{value!r}", "", "single"))
shown = sys.stdout.getvalue()
sys.stdout = stdout
report.append(shown)
del sys.displayhook
attempt("no display", exec, compile("5", "", "single"))
sys.displayhook = display

for item in report:
    print(item)

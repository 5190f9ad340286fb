"""Drives the prompt through a pseudo terminal, as a user's keys would. The argument is the command."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time

TAIPAN = sys.argv[1]
# The programs' own buffering is what is tested.
os.environ.pop("PYTHONUNBUFFERED", None)
LIMIT = 60  # seconds that an answer may take; only a failure takes so long
ESCAPES = re.compile(rb"\x1b\[[0-9;?]*[a-zA-Z]|\x1b[=>]|\r")
passed = failed = 0


def check(name, good, shown=b""):
    global passed, failed
    if good:
        passed += 1
    else:
        failed += 1
        print("FAILED:", name, shown[-400:])


class Prompt:
    """A session at the prompt; `home` keeps the history."""

    def __init__(self, home):
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.environ.update(HOME=home, PYTHON_HISTORY=home + "/history", TERM="xterm")
            size = struct.pack("HHHH", 24, 80, 0, 0)
            fcntl.ioctl(0, termios.TIOCSWINSZ, size)
            os.execvp(TAIPAN, [TAIPAN, "-q"])
        self.seen = b""

    def until(self, text, start=0):
        """Reads until the text has come behind a place; what came, without escapes."""
        end = time.monotonic() + LIMIT
        while text not in ESCAPES.sub(b"", self.seen[start:]) and time.monotonic() < end:
            if select.select([self.fd], [], [], 0.2)[0]:
                try:
                    piece = os.read(self.fd, 4096)
                except OSError:
                    break
                if not piece:
                    break
                self.seen += piece
        return ESCAPES.sub(b"", self.seen[start:])

    def type(self, keys, answer, prompt=b">>> "):
        """Types, and waits for an answer and the next prompt behind it."""
        start = len(self.seen)
        os.write(self.fd, keys)
        got = self.until(answer, start)
        if prompt:
            got = self.until(prompt, start + 1)
        return answer in got, got

    def end(self):
        """The exit code."""
        stop = time.monotonic() + LIMIT
        while time.monotonic() < stop:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                return os.waitstatus_to_exitcode(status)
            if select.select([self.fd], [], [], 0.1)[0]:
                try:
                    self.seen += os.read(self.fd, 4096)
                except OSError:
                    pass
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        return None


def prompt():
    with tempfile.TemporaryDirectory() as home:
        session = Prompt(home)
        check("the first prompt", b">>> " in session.until(b">>> "), session.seen)
        check("an expression", *session.type(b"6 * 7\n", b"42\n"))
        check("the last value", *session.type(b"_ + 1\n", b"43\n"))
        check("more lines", *session.type(b"def f(x):\n", b"... ", None))
        check("a block", *session.type(b"    return x * 1000\n", b"... ", None))
        check("its end", *session.type(b"\n", b">>> "))
        check("what it defined", *session.type(b"f(7)\n", b"7000\n"))
        check("open brackets", *session.type(b"[1,\n", b"... ", None))
        check("are closed", *session.type(b"2]\n", b"[1, 2]\n"))
        check("a traceback", *session.type(b"1 / 0\n", b"ZeroDivisionError: division by zero"))
        check("the prompt goes on", *session.type(b"11 * 11\n", b"121\n"))
        check("Ctrl-C drops the line", *session.type(b"nonsense\x03", b"KeyboardInterrupt"))
        check("and the prompt goes on", *session.type(b"12 * 12\n", b"144\n"))
        start = len(session.seen)
        os.write(session.fd, b"import time; print('go' + 'es'); time.sleep(600)\n")
        session.until(b"goes\n", start)
        check("Ctrl-C ends a statement", *session.type(b"\x03", b"KeyboardInterrupt"))
        check("the line before comes back", *session.type(b"300 + 33\n", b"333\n"))
        check("with the arrow", *session.type(b"\x1bOA\n", b"333\n"))
        os.write(session.fd, b"\x04")
        check("Ctrl-D leaves", session.end() == 0, session.seen)

        session = Prompt(home)
        session.until(b">>> ")
        check("history is kept", *session.type(b"\x1bOA\n", b"333\n"))
        os.write(session.fd, b"exit(3)\n")
        check("exit with a code", session.end() == 3, session.seen)


def outputs():
    code = "import sys\nfor i in range(100000): print(i)\nsys.stdout.flush()"
    reader, writer = os.pipe()
    process = subprocess.Popen([TAIPAN, "-c", code], stdout=writer, stderr=subprocess.PIPE)
    os.close(writer)
    os.read(reader, 10)
    os.close(reader)
    error = process.communicate(timeout=LIMIT)[1]
    check("a reader that went away", process.returncode == 120 and b"BrokenPipeError" in error, error)

    full = subprocess.run([TAIPAN, "-c", "print(1)"], stdout=open("/dev/full", "w"),
                          stderr=subprocess.PIPE, timeout=LIMIT)
    check("output that cannot be flushed", full.returncode == 120, full.stderr)
    closed = subprocess.run(["bash", "-c", f'"{TAIPAN}" -c "print(1)" >&-'], timeout=LIMIT)
    check("no standard output at all", closed.returncode == 0)


prompt()
outputs()
print(f"{passed} passed, {failed} failed, 0 skipped")
sys.exit(failed != 0)

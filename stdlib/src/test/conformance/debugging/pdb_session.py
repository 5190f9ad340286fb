"""pdb with commands from a file."""
import io
import os
import pdb
import sys


def helper(n):
    r = n * 2
    return r


def program():
    total = 0
    for i in range(3):
        total += helper(i)
    try:
        {}["missing"]
    except KeyError:
        total += 1
    return total


def session(label, *commands):
    out = io.StringIO()
    debugger = pdb.Pdb(stdin=io.StringIO("\n".join(commands) + "\n"), stdout=out, nosigint=True, readrc=False)
    debugger.use_rawinput = False
    try:
        result = debugger.runcall(program)
        print(label, result)
    except BaseException as error:
        print(label, type(error).__name__)
    sys.settrace(None)
    text = out.getvalue().replace(os.path.abspath(__file__), "FILE")
    for line in text.splitlines():
        print("   |", line)


session("steps", "next", "next", "step", "step", "step", "p n", "return", "p r", "up", "p i, total", "down", "continue")
session("breakpoint", "break helper, n == 1", "continue", "p n", "where 1" if False else "args", "clear 1", "continue")
session("until", "next", "next", "next", "until", "p total", "continue")
session("assign", "next", "next", "!total = 50", "p total", "continue")
session("jump", "next", "next", "next", "jump %d" % (program.__code__.co_firstlineno + 8), "next", "continue")
session("list", "list %d, %d" % (helper.__code__.co_firstlineno, helper.__code__.co_firstlineno + 2), "whatis helper", "display 1 + 1", "quit")
session("commands", "tbreak %d" % (program.__code__.co_firstlineno + 7), "continue", "p total", "continue")

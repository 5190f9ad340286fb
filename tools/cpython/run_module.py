"""Runs one module of CPython's test package and tells of each test, a line of JSON each.

    taipan run_module.py FOLDER MODULE RESULTS SKIP

FOLDER is the test package's folder, RESULTS the file that the lines are appended to, SKIP a file
with the names of tests that are not run. A test is announced before it starts, so that whoever
reads the file knows which one ended the process.
"""

import json
import os
import sys
import traceback
import unittest

folder, module, results, skip_file = sys.argv[1:5]
sys.argv[1:] = []
sys.path[0] = os.path.dirname(folder)
# What one module asks of CPython's C interface to be imported at all, said in Python.
stand_ins = os.path.join(os.path.dirname(os.path.abspath(__file__)), "shims", module)
if os.path.isdir(stand_ins):
    sys.path.append(stand_ins)
with open(skip_file, encoding="utf-8") as file:
    skipped = set(file.read().split("\n"))
out = open(results, "a", encoding="utf-8")


def tell(name, what, detail=""):
    out.write(json.dumps([name, what, detail[-600:]]) + "\n")
    out.flush()


def name_of(test):
    name = test.id()
    return name[5:] if name.startswith("test.") else name


def last_line(error):
    text = "".join(traceback.format_exception_only(error[0], error[1])).strip()
    if text.startswith("ImportError: Failed to import test module"):
        return text.split("\n")[-1]
    frames = traceback.extract_tb(error[2])
    where = frames[-1] if frames else None
    place = " @ %s:%s" % (os.path.basename(where.filename), where.lineno) if where else ""
    return text[:400] + place


class Result(unittest.TestResult):
    def startTest(self, test):
        super().startTest(test)
        self.worst = None
        tell(name_of(test), "start")

    def note(self, what, detail):
        if self.worst is None or self.worst[0] == "skipped":
            self.worst = (what, detail)

    def addFailure(self, test, err):
        self.note("failed", last_line(err))

    def addError(self, test, err):
        if isinstance(test, unittest.TestCase):
            self.note("error", last_line(err))
        else:
            tell(name_of(test), "error", last_line(err))

    def addSubTest(self, test, subtest, err):
        if err is not None:
            kind = "failed" if issubclass(err[0], test.failureException) else "error"
            self.note(kind, last_line(err))

    def addSkip(self, test, reason):
        if isinstance(test, unittest.TestCase) and hasattr(self, "worst"):
            self.note("skipped", reason)

    def addUnexpectedSuccess(self, test):
        self.note("failed", "unexpected success")

    def stopTest(self, test):
        super().stopTest(test)
        what, detail = self.worst or ("passed", "")
        tell(name_of(test), what, detail)


def each(suite):
    for test in suite:
        if isinstance(test, unittest.TestSuite):
            yield from each(test)
        elif name_of(test) not in skipped:
            yield test


def keep(suite):
    """The suite without the tests that are skipped; classes stay together for their fixtures."""
    kept = unittest.TestSuite()
    for test in each(suite):
        kept.addTest(test)
    return kept


try:
    from test import support

    # As CPython's own runner does without -u: nothing that needs another machine or much disk space.
    support.use_resources = ["cpu", "curses", "decimal", "subprocess", "tzdata", "walltime"]
    if module == "test_socketserver":  # its network is this machine's own
        support.use_resources.append("network")
except ImportError:  # the modules that test the imports themselves are not kept from running
    pass
try:
    # CPython's support asks an internal module whether code knows its columns. It does.
    import test.support

    test.support.has_no_debug_ranges = lambda: False
except ImportError:
    pass

try:
    loaded = unittest.defaultTestLoader.loadTestsFromName("test." + module)
except BaseException as e:
    kind = "skipped" if isinstance(e, unittest.SkipTest) else "error"
    tell(module, kind, last_line((type(e), e, e.__traceback__)))
    raise SystemExit(0)
tell(module, "loaded")
keep(loaded).run(Result())
tell(module, "end")

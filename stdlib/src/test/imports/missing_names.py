"""Holds CPython's names against ours and docs/stdlib.md against the table of what is missing.

    ./taipan stdlib/src/test/imports/missing_names.py          checks both
    ./taipan stdlib/src/test/imports/missing_names.py --write  writes the list into docs/stdlib.md
    python3.12 stdlib/src/test/imports/missing_names.py        writes CPython's names anew
"""

import importlib
import os
import re
import sys
import warnings

warnings.simplefilter("ignore")
HERE = os.path.dirname(os.path.abspath(__file__))
NAMES = os.path.join(HERE, "native_names.txt")
PAGE = os.path.join(HERE, "../../../../docs/stdlib.md")
BEGIN, END = "<!-- missing names -->\n", "<!-- end of missing names -->\n"
if sys.flags.no_site:
    # Some of the names are site's doing, which has not run where a runtime is embedded.
    import site

    site.main()
MODULES = """
_abc _ast _asyncio _bisect _blake2 _bz2 _codecs _codecs_cn _codecs_hk _codecs_iso2022 _codecs_jp
_codecs_kr _codecs_tw _collections _contextvars _crypt _csv _ctypes _curses _curses_panel _datetime
_dbm _decimal _elementtree _functools _gdbm _hashlib _heapq _imp _io _json _locale _lsprof _lzma
_md5 _multibytecodec _multiprocessing _opcode _operator _pickle _posixshmem _posixsubprocess _queue
_random _sha1 _sha2 _sha3 _signal _socket _sqlite3 _sre _ssl _stat _statistics _string _struct
_symtable _thread _tkinter _tokenize _tracemalloc _typing _uuid _warnings _weakref
_xxinterpchannels _xxsubinterpreters _zoneinfo array atexit audioop binascii builtins cmath errno
faulthandler fcntl gc grp itertools marshal math mmap nis ossaudiodev posix pwd pyexpat readline
resource select spwd sys syslog termios time unicodedata zlib
""".split()


def imported(name):
    try:
        return importlib.import_module(name)
    except ImportError:
        return None


def write_names():
    with open(NAMES, "w") as file:
        for name in MODULES:
            module = imported(name)
            # What an interactive start adds is no part of the module.
            names = sorted(set(dir(module)) - {"__file__", "_", "last_exc", "ps1", "ps2"}) if module else []
            file.write("%s: %s\n" % (name, " ".join(names)))


def wrong_names(missing):
    """What is missing without a word in the table, and what the table names that is there."""
    listed, found = set(missing), set()
    with open(NAMES) as file:
        for line in file:
            name, _, names = line.partition(":")
            module = imported(name)
            if module is None:
                found.add(name)
            else:
                found |= {"%s.%s" % (name, n) for n in names.split() if not hasattr(module, n)}
    raising = {name for name, (kind, _) in missing.items() if kind == "raises"}
    yield from sorted(found - listed)
    yield from sorted(listed - found - raising)


def silent_functions(missing):
    """Functions of the table that do not raise."""
    for name, (kind, _) in missing.items():
        if kind == "raises":
            module, _, function = name.rpartition(".")
            try:
                getattr(imported(module), function)()
                yield name
            except NotImplementedError as e:
                if name not in str(e):
                    yield name


def listing(missing):
    """The list for the page: a line for each kind and reason."""
    groups = {}
    for name, (kind, why) in missing.items():
        groups.setdefault((kind, why), []).append("`%s`" % name)
    titles = {
        "raises": "Functions that are there and raise NotImplementedError:",
        "absent": "Names that are not there:",
        "module": "Modules that are not there:",
    }
    lines = []
    for kind, title in titles.items():
        lines += ["", title, ""]
        lines += ["* %s: %s" % (", ".join(names), why) for (k, why), names in groups.items() if k == kind]
    return "\n".join(lines[1:]) + "\n"


def main():
    import pickle  # its native half shows what it takes from there

    import taipan

    missing = taipan.missing_names()
    with open(PAGE) as file:
        page = file.read()
    wanted = BEGIN + listing(missing) + END
    new = re.sub(re.escape(BEGIN) + ".*?" + re.escape(END), lambda _: wanted, page, flags=re.S)
    if "--write" in sys.argv:
        with open(PAGE, "w") as file:
            file.write(new)
    print("not accounted for:", *wrong_names(missing))
    print("do not raise:", *silent_functions(missing))
    print("the page is up to date:", wanted in ("" if new != page and "--write" not in sys.argv else new))


if sys.implementation.name == "cpython":
    write_names()
else:
    main()

"""Imports every pure-Python module of the library and names those that cannot be, with the reason."""

import contextlib
import importlib
import io
import os
import pkgutil
import sys
import warnings

warnings.simplefilter("ignore")
# Programs rather than modules, and what opens a browser or prints when it is imported.
LEFT_OUT = {"test", "idlelib", "turtledemo", "antigravity", "this", "__hello__", "__phello__"}
folder = os.path.dirname(os.__file__)
tried = 0


def modules(path, prefix):
    for info in pkgutil.iter_modules([path], prefix):
        name = info.name
        if name in LEFT_OUT or name.endswith("__main__"):
            continue
        yield name
        if info.ispkg:
            yield from modules(path + "/" + name.rpartition(".")[2], name + ".")


broken = set()
for name in sorted(modules(folder, "")):
    if name.rpartition(".")[0] in broken:
        broken.add(name)
        continue
    tried += 1
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            importlib.import_module(name)
    except BaseException as e:
        broken.add(name)
        print("%s: %s: %s" % (name, type(e).__name__, str(e).replace(folder, "library")))
print("more than 400 modules:", tried > 400)

"""Compares the parser with the one of the CPython 3.12 that runs this script.

    compare_parsers.py trees CLASSPATH DIRECTORY...     every .py file below the directories
    compare_parsers.py snippets CLASSPATH FILE          snippets, one JSON string a line
    compare_parsers.py show CLASSPATH FILE              the first difference between two dumps

CLASSPATH holds the compiled classes and test classes of vm-core. The exit code is 1 where any
result differs.
"""

import ast
import hashlib
import json
import pathlib
import subprocess
import sys
import warnings

warnings.simplefilter("ignore")
sys.setrecursionlimit(100000)
MAIN = "dev.taipan.vm.parse.ParseTool"


def taipan(classpath, command, lines):
    java = ["java", "-cp", classpath, MAIN, command]
    done = subprocess.run(java, input="\n".join(lines) + "\n", capture_output=True, text=True,
                          encoding="utf-8", errors="surrogatepass", timeout=1200)
    if done.returncode:
        sys.exit(done.stderr)
    return done.stdout.split("\n")[:-1]


def describe(e):
    if isinstance(e, MemoryError):
        return "!MemoryError||-1|-1|-1|-1|None"
    if not isinstance(e, SyntaxError):
        return f"!{type(e).__name__}|{e}|-1|-1|-1|-1|None"
    if e.lineno is None:
        return f"!{type(e).__name__}|{e.msg}|-1|-1|-1|-1|None"
    text = "None" if e.text is None else e.text.replace("\\", "\\\\").replace("\n", "\\n")
    return (f"!{type(e).__name__}|{e.msg}|{e.lineno}|{e.offset}|{e.end_lineno}|{e.end_offset}"
            f"|{text}")


def cpython(source, filename, mode="exec"):
    return plain(source, filename, mode).encode("ascii", "backslashreplace").decode()


def plain(source, filename, mode):
    try:
        flags = ast.PyCF_ONLY_AST
        return ast.dump(compile(source, filename, mode, flags, dont_inherit=True),
                        include_attributes=True)
    except (SyntaxError, ValueError, MemoryError, RecursionError) as e:
        return describe(e)


def digest(text):
    if text.startswith("!"):
        return text
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def trees(classpath, directories):
    files = sorted(str(p) for d in directories for p in pathlib.Path(d).rglob("*.py"))
    ours = taipan(classpath, "trees", files)
    same = 0
    for file, mine in zip(files, ours, strict=True):
        theirs = digest(cpython(pathlib.Path(file).read_bytes(), file))
        both_fail = mine.startswith("!") and theirs.startswith("!")
        if mine == theirs or both_fail:
            same += 1
        else:
            print(f"{file}\n  ours   {mine[:200]}\n  theirs {theirs[:200]}")
    print(f"{same} of {len(files)} files give the same tree")
    return same == len(files)


def snippets(classpath, file):
    items = [json.loads(line) for line in pathlib.Path(file).read_text().splitlines()]
    items = [i if isinstance(i, list) else ["exec", i] for i in items]
    ours = taipan(classpath, "snippets",
                  [f"{m.upper()} {s.encode().hex()}" for m, s in items])
    same = 0
    for (mode, source), mine in zip(items, ours, strict=True):
        theirs = cpython(source, "<snippet>", mode)
        if mine == theirs:
            same += 1
        else:
            print(f"{mode} {source!r}\n  ours   {mine[:300]}\n  theirs {theirs[:300]}")
    print(f"{same} of {len(items)} snippets agree")
    return same == len(items)


def show(classpath, file):
    mine = taipan(classpath, "dump", [file])[0]
    theirs = cpython(pathlib.Path(file).read_bytes(), file)
    at = next((i for i, (a, b) in enumerate(zip(mine, theirs)) if a != b), None)
    if at is None:
        print("no difference" if mine == theirs else "one is a prefix of the other")
        return mine == theirs
    print(f"ours   {mine[max(at - 200, 0):at + 100]}\ntheirs {theirs[max(at - 200, 0):at + 100]}")
    return False


if __name__ == "__main__":
    command = {"trees": lambda c, *d: trees(c, d), "snippets": snippets, "show": show}
    sys.exit(0 if command[sys.argv[1]](*sys.argv[2:]) else 1)

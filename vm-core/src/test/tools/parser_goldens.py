"""Regenerates or checks the parser's golden files with the CPython 3.12 that runs this script.

    parser_goldens.py write|check FILE...

A golden file has a case a line: the mode, the source as a JSON string and the expected tree or
fault, with tabs between them. Only the third column is CPython's.
"""

import json
import pathlib
import sys

from compare_parsers import cpython


def golden(line):
    mode, source = line.split("\t")[:2]
    expected = cpython(json.loads(source), "<snippet>", mode)
    return "\t".join((mode, source, expected.replace("\t", "\\t")))


def main(command, *files):
    ok = True
    for file in map(pathlib.Path, files):
        old = file.read_text(encoding="utf-8").splitlines()
        new = [golden(line) for line in old]
        if command == "write":
            file.write_text("".join(line + "\n" for line in new), encoding="utf-8")
        for a, b in zip(old, new, strict=True):
            if a != b and command == "check":
                ok = False
                print(f"{file}\n- {a}\n+ {b}")
    return 0 if ok else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

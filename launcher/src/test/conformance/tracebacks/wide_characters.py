"""Carets under lines with characters that take two columns: at the first and last of each range of them."""
import contextlib
import io
import os
import sys
import tempfile

RANGES = (
    "1100-115F 231A-231B 2329-232A 23E9-23EC 23F0 23F3 25FD-25FE 2614-2615 2648-2653 267F 2693 26A1 26AA-26AB 26BD-26BE"
    " 26C4-26C5 26CE 26D4 26EA 26F2-26F3 26F5 26FA 26FD 2705 270A-270B 2728 274C 274E 2753-2755 2757 2795-2797 27B0 27BF"
    " 2B1B-2B1C 2B50 2B55 2E80-2E99 2E9B-2EF3 2F00-2FD5 2FF0-2FFB 3000-303E 3041-3096 3099-30FF 3105-312F 3131-318E"
    " 3190-31E3 31F0-321E 3220-3247 3250-4DBF 4E00-A48C A490-A4C6 A960-A97C AC00-D7A3 F900-FAFF FE10-FE19 FE30-FE52"
    " FE54-FE66 FE68-FE6B FF01-FF60 FFE0-FFE6 16FE0-16FE4 17000-187F7 1F004 1F300-1F320 1F32D-1F335 1F440 1F5FB-1F64F"
    " 1F900-1F90B 1F90C-1F93A 20000-2FFFD 30000-3FFFD"
)
points = [0x41, 0xFF, 0x10FF, 0x20, 0x1FFFF]
for each in RANGES.split():
    first, _, last = each.partition("-")
    points += [int(first, 16) - 1, int(first, 16), int(last or first, 16), int(last or first, 16) + 1]
path = os.path.join(tempfile.mkdtemp(), "wide.py")


def marks(line):
    with open(path, "w", encoding="utf-8") as file:
        file.write(line + "\n")
    report = io.StringIO()
    try:
        exec(compile(line, path, "exec"), {})
    except KeyError as error:
        with contextlib.redirect_stderr(report):
            sys.__excepthook__(KeyError, error, error.__traceback__)
    return report.getvalue().splitlines()[-2]


for point in points:
    c = chr(point)
    below = marks(f"x = '{c}' + {{}}['{c}{c}']['{c}']")
    print(hex(point), below.index("~") if "~" in below else -1, below.count("~"), below.count("^"))
print(marks("len({}['表'], '語')"))
print(marks("日本 = {} ; 日本 ['語'] + '語' * 3"))
os.remove(path)
os.rmdir(os.path.dirname(path))

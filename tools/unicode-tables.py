"""Writes the tables of module unicodedata: stdlib/src/main/resources/dev/taipan/stdlib/text/unicode.txt.

Run it under a Python whose unicodedata has the version of the standard that ours is to have (15.0).
Each section begins with `@name`; its lines are either `start value`, which holds up to the next start,
or `character value` (numbers and decompositions, whose characters are written as they are numbered).
"""

import sys
import unicodedata as u


def runs(name, value):
    print("@" + name)
    previous = None
    for c in range(sys.maxunicode + 1):
        now = value(chr(c))
        if now != previous:
            print("%X %s" % (c, now))
            previous = now


def entries(name, value):
    print("@" + name)
    last = 0
    for c in range(sys.maxunicode + 1):
        now = value(chr(c))
        if now:
            print("%X %s" % (c - last, now))
            last = c


def numeric(c):
    value = u.numeric(c, None)
    if value is None:
        return None
    kind = "d" if u.decimal(c, None) is not None else "g" if u.digit(c, None) is not None else "n"
    if value == int(value):
        return "%s%d" % (kind, value)
    from fractions import Fraction

    return "%s%s" % (kind, Fraction(value).limit_denominator(1000))


print("@version", u.unidata_version)
runs("category", u.category)
runs("bidirectional", u.bidirectional)
runs("combining", u.combining)
runs("mirrored", u.mirrored)
runs("width", u.east_asian_width)
entries("numeric", numeric)
entries("decomposition", lambda c: "" if 0xAC00 <= ord(c) <= 0xD7A3 else u.decomposition(c))

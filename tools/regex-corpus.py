"""Prints what `re` makes of generated pattern and subject pairs, one line for each.

Run it under two Pythons with the same seed and compare the outputs:

    regex-corpus.py [SEED [COUNT]]

A line holds the pattern, the subject, and for each method the spans, groups and last group, or the
error. The generator is its own (a linear congruence), so that it needs no module but `re`.
"""

import re
import sys


class Draw:
    def __init__(self, seed):
        self.state = seed * 2654435761 % 2**64 + 1

    def below(self, n):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % n

    def pick(self, items):
        return items[self.below(len(items))]


LETTERS = "aabbcABx1 _-\n"
WIDE = "aàÀßſKkσςΣé\u0130i\u0131\U0001d7ce\U00010400\U00010428中"
ATOMS = [
    ".", "\\w", "\\W", "\\d", "\\D", "\\s", "\\S", "\\b", "\\B", "^", "$", "\\A", "\\Z", "[ab]",
    "[^a]", "[a-c1]", "[^\\w]", "[\\d_-]", "[A-Z]", "[\\s\\S]", "a", "b", "c", "ab", "x", "1",
]
REPEATS = ["*", "+", "?", "*?", "+?", "??", "{2}", "{1,2}", "{0,2}?", "{2,}", "*+", "++", "?+", "{1,3}+"]


class Maker:
    def __init__(self, draw, alphabet):
        self.draw = draw
        self.alphabet = alphabet
        self.groups = 0

    def pattern(self, depth):
        parts = [self.sequence(depth)]
        while self.draw.below(5) == 0:
            parts.append(self.sequence(depth))
        return "|".join(parts)

    def sequence(self, depth):
        return "".join(self.piece(depth) for _ in range(self.draw.below(4) + 1))

    def piece(self, depth):
        item = self.item(depth)
        if self.draw.below(3) == 0:
            item += self.draw.pick(REPEATS)
        return item

    def item(self, depth):
        kind = self.draw.below(12 if depth > 0 else 5)
        if kind < 3:
            return self.draw.pick(ATOMS)
        if kind < 5:
            return self.literal()
        if kind < 7:
            self.groups += 1
            return "(" + self.pattern(depth - 1) + ")"
        if kind == 7:
            return "(?:" + self.pattern(depth - 1) + ")"
        if kind == 8:
            return self.draw.pick(["(?=", "(?!", "(?>", "(?i:", "(?-i:", "(?s:"]) + self.pattern(depth - 1) + ")"
        if kind == 9:
            return self.draw.pick(["(?<=", "(?<!"]) + self.literal() + ")"
        if kind == 10 and self.groups:
            number = self.draw.below(self.groups) + 1
            return "(?(%d)%s|%s)" % (number, self.literal(), self.literal())
        if self.groups:
            return "\\%d" % (self.draw.below(self.groups) + 1)
        self.groups += 1
        return "(?P<n%d>%s)" % (self.groups, self.pattern(depth - 1))

    def literal(self):
        c = self.draw.pick(self.alphabet)
        return "\\n" if c == "\n" else "\\ " if c == " " else c


def show(match):
    if match is None:
        return "-"
    return "%r%r%r%r" % (match.regs, match.groups(), match.lastindex, match.lastgroup)


def results(pattern, subject):
    yield "s", lambda: show(pattern.search(subject))
    yield "m", lambda: show(pattern.match(subject))
    yield "f", lambda: show(pattern.fullmatch(subject))
    yield "p", lambda: show(pattern.search(subject, 1, len(subject) - 1))
    yield "a", lambda: repr(pattern.findall(subject))
    yield "i", lambda: " ".join(repr(m.span()) for m in pattern.finditer(subject))
    yield "t", lambda: repr(pattern.split(subject, 3))
    template = "<\\g<0>>" if isinstance(subject, str) else b"<\\g<0>>"
    yield "u", lambda: repr(pattern.subn(template, subject))


def line(source, subject, flags):
    out = ["%r %d %r" % (source, flags, subject)]
    try:
        pattern = re.compile(source, flags)
    except (re.error, RecursionError, OverflowError, ValueError) as error:
        out.append("%s: %s" % (type(error).__name__, error))
        return out
    out.append("%d %r" % (pattern.groups, dict(pattern.groupindex)))
    for name, method in results(pattern, subject):
        out.append(name + " " + method())
    return out


def main():
    seed = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 6000
    draw = Draw(seed)
    flag_sets = [0, 0, re.I, re.M, re.S, re.I | re.M, re.A, re.A | re.I]
    for number in range(count):
        alphabet = LETTERS if draw.below(4) else LETTERS + WIDE
        source = Maker(draw, alphabet).pattern(2)
        subject = "".join(draw.pick(alphabet) for _ in range(draw.below(14)))
        flags = int(draw.pick(flag_sets))
        if alphabet == LETTERS and draw.below(5) == 0:
            source, subject = source.encode(), subject.encode()
            flags = flags & ~int(re.A) | (int(re.L) if draw.below(3) == 0 else 0)
        print(number, ascii(" # ".join(line(source, subject, flags))))


main()

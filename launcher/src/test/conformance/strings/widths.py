"""Characters at the ends of what one, two and four bytes hold: searched, split, changed, compared."""
EDGES = [chr(c) for c in (0x00, 0x41, 0x7F, 0x80, 0xB5, 0xDF, 0xFE, 0xFF, 0x100, 0x178, 0x1FF, 0xD7FF, 0xE000, 0xFFFE, 0xFFFF, 0x10000, 0x10400, 0x10FFFF)]


def attempt(function, *args):
    try:
        return function(*args)
    except Exception as error:
        return type(error).__name__


for c in EDGES:
    for text in ("", c, "a" + c, c + "a", "ab" + c + "cd" + c + "ef", "abcdefgh" * 3 + c):
        found = [
            text.find(c), text.rfind(c), text.find(c, 1), text.rfind(c, 0, -1), text.count(c), c in text,
            attempt(text.index, c), attempt(text.rindex, c, 3), text.startswith(c), text.endswith(c),
            text.find(c + "c"), text.rfind("b" + c), text.count("a"), text.find("z"),
        ]
        made = [
            text.split(c), text.rsplit(c, 1), text.partition(c), text.rpartition(c), text.replace(c, "--"), text.replace("a", c, 1),
            text.strip(c), text.lstrip(c), text.rstrip(c + "a"), text.removeprefix(c), text.removesuffix(c), c.join(["x", "y"]), text[::-1],
        ]
        print(found, [ascii(m) for m in made])
    # Looked for where it cannot be, and where another of another width is.
    print([(c + "-").find(d) for d in EDGES], [(d + c).rfind(c) for d in EDGES], [c < d for d in EDGES])
    print(ascii([c.upper(), c.lower(), c.title(), c.swapcase(), c.casefold(), c * 3, c.center(4, "*"), c.zfill(3), c.expandtabs()]))
    print(c.isalpha(), c.isprintable(), c.isidentifier(), c.isspace(), c.isascii(), ascii(f"{c:>3}"), ascii("%5s" % c), ascii("%c" % ord(c)))

# Lengths around the eight bytes that are changed at a time.
for n in (0, 1, 7, 8, 9, 15, 16, 17, 24, 25):
    text = "aZ09@[`{"[:n % 8] + "aZ09@[`{" * (n // 8)
    print(n, text.upper(), text.lower(), text.swapcase(), text.capitalize(), text.title(), text.casefold())

# How often a part is counted and replaced: at the beginning, next to itself, no oftener than wanted.
for c in "a", "\xe9", "\u0100", "\U00010000":
    for part in (c, c + "b", c + c):
        text = part + "-" + part + part + "." + c
        print(ascii(part), [text.count(part), text.count(part, 1), text.count(part, 0, len(part)), text.count(part, 0, len(part) - 1), text.count(part, -1)])
        print([ascii(text.replace(part, new, n)) for n in (-1, 0, 1, 2, 3, 9) for new in ("", "x", "\xff\u0100")])
        print([len(text.split(part, n)) for n in (-1, 0, 1, 2, 9)], [len(text.rsplit(part, n)) for n in (-1, 0, 1, 2, 9)])
        data = part.encode() + b"-" + part.encode() * 2
        print(data.count(part.encode()), [data.replace(part.encode(), b"x", n) for n in (-1, 0, 1, 2, 3)], data.split(part.encode(), 1))

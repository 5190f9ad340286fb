"""Splitting bytes at blanks, from both ends, with and without a limit."""
for kind in bytes, bytearray:
    for text in (b"", b" ", b"a", b" a", b"a ", b" a ", b"  ab  c\td\n", b"\x0b\x0ca\x1cb\x85c\xa0", b"a b c d", b"\n\n", b"ab"):
        for limit in (-1, 0, 1, 2, 9):
            value = kind(text)
            print(value.split(None, limit), value.rsplit(None, limit), value.split(b" ", limit), value.rsplit(b" ", limit))
        print(value.split(), value.rsplit(), value.strip(), value.lstrip(), value.rstrip(), value.splitlines(), value.splitlines(True))

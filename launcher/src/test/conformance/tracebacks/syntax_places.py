"""Carets under a SyntaxError whose place lies anywhere, also behind the text's end; texts of several lines."""
import io, sys


def report(error):
    before, sys.stderr = sys.stderr, io.StringIO()
    try:
        sys.__excepthook__(type(error), error, None)
        return sys.stderr.getvalue().split("\n")[1:-2]
    finally:
        sys.stderr = before


for text in ("abc\n", "", "\n", "é€ b\n", "ab", "a\tb c\n", "ab\ncd\nef\n", "  ab\n  cd\n", "ab\r\n", "\n\nab\n", "  \n", "   ", "\x0cab", "\xa0ab", "ab\n\n", "\u3000a", "a\x0bb", "ab \t "):
    for offset in range(-1, len(text) + 3):
        for end in (0, 2, 4, 6, 20):
            print(repr(text), offset, end, report(SyntaxError("m", ("f", 1, offset, text, 1, end))))
        print(repr(text), offset, report(SyntaxError("m", ("f", 1, offset, text, 2, 1))), report(SyntaxError("m", ("f", 1, offset, text))))

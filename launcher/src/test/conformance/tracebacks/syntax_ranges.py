"""How far the carets under a SyntaxError reach."""
import io
import sys


def report(error):
    before, sys.stderr = sys.stderr, io.StringIO()
    try:
        sys.__excepthook__(type(error), error, None)
        print(sys.stderr.getvalue(), end="")
    finally:
        sys.stderr = before


for source in ("f(a for a in b, c)", "x = 5 = yy", "  None = 1", "print 'hello'", "while long_name = 5: pass", "def f(aaa, aaa): pass", "a, b += 1", "(a, bb) += 1", "foo(**kw, *args)", "del f()", "x = {1:2, **3 4}", "import aa.bb as cc.dd", "f'{abc def}'", "return"):
    try:
        exec(compile(source, "made up", "exec"))
    except SyntaxError as error:
        report(error)
text = "abc defg hij\n"
for offset in (-1, 0, 1, 5, 12):
    for end in (-1, 0, 1, 5, 9, 13):
        report(SyntaxError("m", ("f", 1, offset, text, 1, end)))
for end_line in (0, 1, 2):
    report(SyntaxError("m", ("f", 1, 5, "    " + text, end_line, 9)))

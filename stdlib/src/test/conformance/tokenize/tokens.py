import _tokenize
def toks(src, extra=True):
    lines=iter(src.splitlines(True))
    def rl():
        try: return next(lines)
        except StopIteration: return ''
    try:
        for t in _tokenize.TokenizerIter(rl, extra_tokens=extra): print(t)
    except SyntaxError as e:
        print(type(e).__name__, e.msg, e.lineno)
S=['x = 1\n','x','','\n','# c','# c\n','  # c\nx\n','if a:\n    b # c\n\n  # d\n    c\nd\n','def f():\n\tif x:\n\t\ty','(1,\n 2) # z\n','f"a{x!r:>{w}}b{{c}}"\n',"f'''a\n{x}\n''' + '''b\nc''' ; y\n",'x = \\\n  1\n','é = "ü" + ñ\n','(1\n','"abc\n',"'''abc\n",'a $ b ? c ! d\n','x = 0x1F + 1e5 + 1_000j\n','async def f(): await x\n','@d\nclass C: pass\n','if a:\n    b\n','if a:\n\n    b\n\n\n\nc','a)\n','0b2\n','1_\n','x = (\n# c\n1)\n', 'x  \n','   \nx\n','while 1:\n  pass\n# end','lambda *a, **k: a**k // 2 -> 3 := 4 ... . ..\n', 'f"{x:{y}}"\n',"rb'x' Rb\"y\" u'z' fR'{a}'\n", 'match x:\n  case _: pass\n',"if a:\n  x\n  # c\n# d\nb\n"]
for s in S:
    print('==',repr(s)); toks(s)
    print('--'); toks(s,False)

import io
import tokenize

for text in ("if a:\r\n    # c\r\n    b = '''x\r\ny'''\r\n\r\nc\r\n", "a\r\nb", "x\\\r\ny\r\n", "2sin(x)", "012 + 0_7", "5e"):
    for t in tokenize.generate_tokens(io.StringIO(text).readline):
        print(tuple(t))
import tokenize,io
try: list(tokenize.generate_tokens(io.StringIO("def k(x):\n    x += 2\n  x += 5\n").readline))
except IndentationError as e: print(type(e).__name__, e.msg, e.filename, e.lineno, e.offset, e.end_lineno, e.end_offset)

for text in (
    "if 1:\n    x\n  x += 5\n",
    "if 1:\n    x\n  x += 5",
    "if 1:\n\tx\n        y\n",
    "if 1:\n    x\n  y \\\n z\n",
    "if 1:\n        \u00e4\n    \u00fc\n",
    "x = (\n",
    "'abc\n",
):
    try:
        list(tokenize.generate_tokens(io.StringIO(text).readline))
    except (SyntaxError, tokenize.TokenError) as error:
        print(type(error).__name__, error.args, repr(getattr(error, "text", None)), getattr(error, "offset", None))

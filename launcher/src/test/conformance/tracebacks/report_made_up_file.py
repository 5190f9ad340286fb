# Code whose source cannot be found has lines without text; a blank line shows none either.
code = compile("def f():\n    raise KeyError('k')\n", "made up.py", "exec")
exec(code)
text = "\n\ndef g():\n\n    f()\n"
exec(compile(text, "<string>", "exec"))


def h():
    g()


try:
    h()
except KeyError as e:
    lines = []
    t = e.__traceback__
    while t:
        lines.append((t.tb_frame.f_code.co_filename.rpartition("/")[2], t.tb_lineno, t.tb_frame.f_code.co_name))
        t = t.tb_next
    print(lines)
h()

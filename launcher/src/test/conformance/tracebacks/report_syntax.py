source = "def f(:\n  pass"
try:
    compile("x = (1,\ny", "inner.py", "exec")
except SyntaxError as e:
    print(e.lineno, e.offset, e.msg)
exec(source)

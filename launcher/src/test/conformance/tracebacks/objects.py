def lines(e):
    out = []
    tb = e.__traceback__
    while tb is not None:
        code = tb.tb_frame.f_code
        pos = list(code.co_positions())[tb.tb_lasti // 2]
        out.append((code.co_name, tb.tb_lineno, tb.tb_frame.f_lineno, pos))
        tb = tb.tb_next
    return out


def a(x):
    y = x + 1
    return b(y)


def b(z):
    return z / 0


try:
    a(1)
except ZeroDivisionError as e:
    for line in lines(e):
        print(line)
    tb = e.__traceback__.tb_next
    print(sorted(tb.tb_frame.f_locals.items()), tb.tb_next.tb_frame.f_locals, tb.tb_frame.f_back.f_code.co_name)
    print(tb.tb_next.tb_frame.f_back is tb.tb_frame, type(tb).__name__, type(tb.tb_frame).__name__)
    saved = e
print(lines(saved)[0][0], len(lines(saved)))


def again():
    try:
        a(2)
    except ZeroDivisionError as e:
        raise


def wrapped():
    try:
        again()
    except ZeroDivisionError as e:
        raise ValueError("w") from e


try:
    wrapped()
except ValueError as e:
    print([x[:2] for x in lines(e)])
    print([x[:2] for x in lines(e.__cause__)], e.__suppress_context__, e.__context__ is e.__cause__)


def context():
    try:
        {}["k"]
    except KeyError:
        [][1]


try:
    context()
except IndexError as e:
    print([x[:2] for x in lines(e)], repr(e.__context__), [x[:2] for x in lines(e.__context__)], e.__cause__)


def none():
    try:
        {}["k"]
    except KeyError:
        raise IndexError("hidden") from None


try:
    none()
except IndexError as e:
    print(e.__suppress_context__, repr(e.__context__), e.__cause__)
e = ValueError("kept")
for i in range(3):
    try:
        raise e
    except ValueError as err:
        print(len(lines(err)))
print(len(lines(e.with_traceback(None))))
try:
    raise e.with_traceback(saved.__traceback__)
except ValueError as err:
    print([x[:2] for x in lines(err)])


def gen():
    yield 1
    raise LookupError("gen")


def through():
    yield from gen()


try:
    list(through())
except LookupError as e:
    print([x[:2] for x in lines(e)])
g = through()
next(g)
try:
    g.throw(OSError("thrown"))
except OSError as e:
    print([x[:2] for x in lines(e)])


class CM:
    def __enter__(self):
        return self

    def __exit__(self, t, v, tb):
        print("exit", t.__name__, tb.tb_lineno, tb.tb_next)


try:
    with CM():
        raise RuntimeError(1)
except RuntimeError as e:
    print([x[:2] for x in lines(e)])


def fin():
    try:
        1 / 0
    finally:
        print("finally")


try:
    fin()
except ZeroDivisionError as e:
    print([x[:2] for x in lines(e)])


def frames():
    try:
        raise Exception
    except Exception as e:
        return e.__traceback__.tb_frame


f = frames()
print(f.f_code.co_name, f.f_lineno, f.f_back.f_code.co_name, f.f_globals is globals(), f.f_builtins["len"] is len, f.f_locals)
f.clear()
print(f.f_locals, f.f_trace)
try:
    saved.__traceback__ = 5
except TypeError as e:
    print(e)
try:
    saved.__cause__ = 5
except TypeError as e:
    print(e)
tb = saved.__traceback__
try:
    tb.tb_next.tb_next.tb_next = tb
except ValueError as e:
    print(e)
T = type(tb)
new = T(None, f, 0, 77)
print(new.tb_lineno, new.tb_next, new.tb_lasti, dir(new))
for bad in (lambda: T(1, f, 0, 1), lambda: T(None, 1, 0, 1)):
    try:
        bad()
    except TypeError as e:
        print(e)


def loc():
    p = 1

    def inner():
        return p

    class K:
        q = 2
        r = sorted(locals())

    try:
        undefined
    except NameError as e:
        d = e.__traceback__.tb_frame.f_locals
    return sorted(d), K.r, inner()


print(loc())
c = loc.__code__
print(c.co_name, c.co_cellvars, c.co_varnames, c.co_freevars, c.co_names, c.co_firstlineno, c.co_nlocals, c.co_argcount)
print([k for k in c.co_consts if isinstance(k, (int, str, tuple))][:3], c == loc.__code__, c.replace(co_name="z").co_name)
print(sorted({l for s, e, l in c.co_lines() if l})[:3], c.co_filename.endswith("objects.py"), repr(c).split(" at ")[0])
try:
    try:
        raise ValueError(1)
    except ValueError as e1:
        try:
            raise TypeError(2)
        except TypeError as e2:
            raise KeyError(3)
except KeyError as e3:
    x = e3
    chain = []
    while x:
        chain.append(repr(x))
        x = x.__context__
    print(chain)
try:
    e1
except NameError as e:
    print(e)
try:
    raise
except RuntimeError as e:
    print(e)
for bad in ("raise 5", "raise ValueError from 5", "raise int"):
    try:
        exec(bad)
    except TypeError as e:
        print(e)
try:
    try:
        1 / 0
    except 5:
        pass
except TypeError as e:
    print(e, repr(e.__context__))

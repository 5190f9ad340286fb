"""What the exception tables of functions say: depths, which keep a place, and where they lead."""
import dis


def f(a):
    try:
        a()
    except ValueError as e:
        try:
            a(1)
        finally:
            a(2)
    for i in a:
        with a as b:
            for j in b:
                try:
                    a(j)
                except (KeyError, IndexError):
                    return 3


def many(a):
    x = [a, a(1, 2), a + 1, [a for a in a]] * 20
    for i in range(3):
        for j in range(3):
            for k in range(3):
                try: a(i)
                finally: a(k)


for g in (f, many):
    es = dis._parse_exception_table(g.__code__)
    offsets = {i.offset for i in dis.get_instructions(g)}
    print([(e.depth, e.lasti) for e in es])
    print(all(e.start in offsets and e.target in offsets and e.start < e.end for e in es), [dis.opname[g.__code__.co_code[e.target]] for e in es])

def f(a, b, c):
    x = a < b <= c
    y = a and b or not c
    if a is None and (b or c):
        x, y = y, x
    s = f"{a!r:>{b}} and {c}" + "%s" % (a,)
    s[1:2] = s[a:b:c]
    s[a] += 1
    a.b.c += 2
    d = {1: 2, **a, "k": [*b, 3], "t": (1, 2, 3)}
    first, *rest = {1, 2, 3}
    (n := 10)
    print(a, *b, k=1, **c)
    assert a, "message"
    return [u for u in a if u for v in [u]], {k: v for k, v in b}, 2 ** 10 * -1

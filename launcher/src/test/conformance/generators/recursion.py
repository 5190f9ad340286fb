"""Generators that resume one another without end."""
def g(n):
    yield from g(n+1)
def h(n):
    for x in h(n+1): yield x
async def c(n): await c(n+1)
for f in (lambda: next(g(0)), lambda: list(h(0)), lambda: c(0).send(None)):
    try: f()
    except RecursionError as e: print(repr(e))
def k(n):
    if n: yield from k(n-1)
    yield n
print(sum(k(800)))

import doctest
import io


def square(x):
    """Squares.

    >>> square(3)
    9
    >>> square("a")
    Traceback (most recent call last):
        ...
    TypeError: can't multiply sequence by non-int of type 'str'
    >>> print("a\\n\\nb")
    a
    <BLANKLINE>
    b
    >>> list(range(20)) # doctest: +ELLIPSIS
    [0, 1, ..., 19]
    >>> print("a    b") # doctest: +NORMALIZE_WHITESPACE
    a b
    >>> 1 / 0 # doctest: +SKIP
    """
    return x * x


def wrong():
    """
    >>> 1 + 1
    3
    """


finder, runner = doctest.DocTestFinder(), doctest.DocTestRunner(verbose=False)
for test in finder.find(square, "square", globs={"square": square}):
    print(test.name, len(test.examples), runner.run(test))
out = io.StringIO()
for test in finder.find(wrong, "wrong", globs={}):
    print(runner.run(test, out=out.write))
print("".join(line + "\n" for line in out.getvalue().splitlines() if not line.startswith("File")))
example = doctest.DocTestParser().get_examples(">>> x = 1\n>>> x\n1\n>>> for i in x:\n...     pass\n")
print([(e.source, e.want, e.lineno) for e in example])
print(doctest.script_from_examples("Text\n>>> 1\n1\n"))

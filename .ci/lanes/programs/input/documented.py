"""A module with examples.

>>> double(4)
8
>>> double("a")
'aa'
>>> print(f"{double(1.5):.1f}\\n\\nend")
3.0
<BLANKLINE>
end
"""


def double(x):
    """Doubles.

    >>> double(2)
    5
    >>> double(None)
    Traceback (most recent call last):
        ...
    TypeError: unsupported operand type(s) for *: 'NoneType' and 'int'
    >>> double(1 / 0)
    0
    >>> [double(i) for i in range(20)]  # doctest: +ELLIPSIS
    [0, 2, ..., 38]
    """
    return x * 2


class Box:
    """
    >>> Box(3).value
    3
    """

    def __init__(self, value):
        self.value = value

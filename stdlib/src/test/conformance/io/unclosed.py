"""Files that are made by calling their classes and forgotten: each tells once that nobody closed it."""
import gc
import io
import os
import warnings


def told(make, *args):
    """The warnings about what is made and forgotten."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        for _ in range(3):
            make(*args)
        gc.collect()
    return [warning.category.__name__ for warning in caught]


def file():
    io.FileIO(os.open(os.devnull, os.O_RDONLY))


def buffered():
    io.BufferedReader(io.FileIO(os.open(os.devnull, os.O_RDONLY)))


def text():
    io.TextIOWrapper(io.BufferedReader(io.FileIO(os.open(os.devnull, os.O_RDONLY))), encoding="utf-8")


def keyword():
    io.FileIO(file=os.open(os.devnull, os.O_RDONLY), mode="r")


for make in file, buffered, text, keyword:
    print(make.__name__, told(make))

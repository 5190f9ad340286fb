class Custom(Exception):
    def __str__(self):
        return "custom\ntext"


def index(d):
    return d["a"]["b"] + len(d)


def deep(n):
    return deep(n - 1) + 1 if n else None.missing


def cause():
    try:
        index({"a": {}})
    except KeyError as e:
        raise Custom from e


def context():
    try:
        cause()
    except Custom as e:
        e.add_note("first note")
        e.add_note("second\nnote")
        (1 + 2) * deep(8)


context()

"""A text file that gave its buffer up, names that are no names of codecs, buffers that are too large."""
import codecs
import io

text = io.TextIOWrapper(io.BytesIO(), "ascii")
text.detach()
for name in ("encoding", "errors", "line_buffering", "write_through", "newlines", "name", "closed", "buffer"):
    try:
        print(name, repr(getattr(text, name)))
    except (AttributeError, ValueError) as error:
        print(name, type(error).__name__, error)
print(repr(text))
for name in ("readline", "flush", "tell", "read", "close", "fileno", "seekable"):
    try:
        print(name, getattr(text, name)())
    except ValueError as error:
        print(name, error)

for name in ("\udcfe", "utf-8\0", "nope", "utf-8\udc80"):
    for use in (
        lambda: codecs.lookup(name),
        lambda: "x".encode(name),
        lambda: b"x".decode(name),
        lambda: io.TextIOWrapper(io.BytesIO(), name),
    ):
        try:
            use()
            print("fine")
        except (LookupError, ValueError) as error:
            print(type(error).__name__, ascii(str(error)))
for kind in (io.BufferedReader, io.BufferedWriter, io.BufferedRandom):
    for size in (1 << 62, 0, -1):
        try:
            kind(io.BytesIO(), size)
            print("fine")
        except (MemoryError, ValueError) as error:
            print(type(error).__name__, error)

"""Types of sys of which a program makes none, and reports whose file has no name of text."""
import sys
import time

for named in (sys.flags, sys.version_info):
    for make in (lambda: type(named)(named), lambda: type(named)()):
        try:
            print("made", make())
        except TypeError as error:
            print(error)
    print(type(named).__name__, len(named) > 4, isinstance(named, tuple), named[0] == tuple(named)[0])
print(type(time.gmtime(0))(range(9)).tm_mday)

sys.stderr = sys.stdout
for filename in (b"bytes_filename", None, 3, "text"):
    try:
        raise SyntaxError("msg", (filename, 123, 0, "text"))
    except SyntaxError as error:
        print(error)
        sys.__excepthook__(type(error), error, None)

"""Error handlers and reports meet errors whose object a program has replaced."""
import codecs


def attempt(f, *args):
    try:
        return ascii(f(*args))
    except Exception as e:
        return "%s: %s" % (type(e).__name__, e)


def errors():
    yield UnicodeEncodeError("ascii", "a\u3042b", 1, 2, "ouch"), ([], 42, b"bytes", None, 1.5)
    yield UnicodeDecodeError("ascii", b"a\xe9b", 1, 2, "ouch"), ([], 42, "text", None, 1.5)
    yield UnicodeTranslateError("a\u3042b", 1, 2, "ouch"), ([], 42, b"bytes", None, 1.5)


HANDLERS = "ignore replace xmlcharrefreplace backslashreplace namereplace surrogateescape surrogatepass"
for error, objects in errors():
    print(error, attempt(codecs.lookup_error("replace"), error))
    for wrong in objects:
        error.object = wrong
        for name in HANDLERS.split():
            print(name, attempt(codecs.lookup_error(name), error))
        attempt(str, error)  # says something or raises


def swapping(error):
    error.object = 42
    return "?", error.end


codecs.register_error("swapping", swapping)
print(attempt("a\u3042b".encode, "ascii", "swapping"))
print(attempt(b"a\xe9b".decode, "ascii", "swapping"))
print(attempt(b"a\xe9b".decode, "utf-8", "swapping"))

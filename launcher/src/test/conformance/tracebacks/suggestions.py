# Which name is suggested in a report, and when none is.
import io
import sys


def last_line(error):
    out, sys.stderr = sys.stderr, io.StringIO()
    try:
        sys.__excepthook__(type(error), error, error.__traceback__)
        return sys.stderr.getvalue().splitlines()[-1]
    finally:
        sys.stderr = out


def attribute(names, asked):
    thing = type("Thing", (), {"__dir__": lambda self: names})()
    try:
        getattr(thing, asked)
    except AttributeError as e:
        return last_line(e).partition(". ")[2]


print(attribute(["blech"], "bluch"), attribute(["blech"], "xxxxx"), attribute(["blech"], "blechblech"))
print(attribute(["aaa", "aab", "aac"], "aad"), attribute(["aac", "aab"], "aab"), attribute(["zzz", "aab"], "aa"))
print(attribute(["somethingverywrong", "blech"], "somethingverywring"), attribute(["Colour"], "colour"), attribute(["COLOUR"], "colour"))
print(attribute(["a", "b", "c"], "d"), attribute(["ab"], "ba"), attribute(["abc"], "acb"), attribute(["abcd"], "abdc"), attribute(["x" * 41], "x" * 42))
print(attribute(["name%d" % i for i in range(749)] + ["other"], "othr"), attribute(["name%d" % i for i in range(750)] + ["other"], "othr"))
print(attribute(["b" * 40], "b" * 39 + "c"), attribute(["b" * 41], "b" * 40 + "c"), attribute([], "x"), attribute(["_private"], "private"), attribute(["far", "further"], "furthr"))
print(attribute(["one", "two", "three", "four"], "thre"), attribute(["fluffy", "fluff", "puff"], "fluf"), attribute(["read", "raed"], "rea"), attribute(["spam"], "eggs"))
somewhere = 1


def names():
    inside = 2
    try:
        insid
    except NameError as e:
        print(last_line(e))
    try:
        somewher
    except NameError as e:
        print(last_line(e))
    try:
        prnt
    except NameError as e:
        print(last_line(e))
    try:
        qqqqqqqqq
    except NameError as e:
        print(last_line(e))
    try:
        collections
    except NameError as e:
        print(last_line(e))
    try:
        tim
    except NameError as e:
        print(last_line(e))


names()


class Holder:
    def __init__(self):
        self.blech = 1

    def use(self):
        try:
            return blech
        except NameError as e:
            print(last_line(e))
        try:
            return bleck
        except NameError as e:
            print(last_line(e))


Holder().use()
try:
    from sys import maxsiz
except ImportError as e:
    print(last_line(e))
try:
    from sys import nothing_like_it_at_all
except ImportError as e:
    print(last_line(e))

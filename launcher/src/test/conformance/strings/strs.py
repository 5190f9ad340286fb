def show(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(type(e).__name__, e)

s = "hello world"
print(s[0], s[-1], s[1:4], s[::-2], s[20:], len(s), s * 2, s + "!", "wor" in s, "" in s, s < "i", s == "hello " + "world", list("a\u20acb"), hash("") , s[True])
print(s.find("o"), s.rfind("o"), s.find("zz"), s.find("o", 5), s.find("o", -3, -1), s.find("", 20), s.find("", 11), s.count("l"), s.count(""), s.count("l", 3), s.index("w"), s.rindex("o"), s.startswith("he"), s.endswith(("x", "ld")), s.startswith("lo", 3), s.startswith("", 20), s.endswith("", 11))
print(s.replace("l", "LL"), s.replace("l", "", 1), s.replace("", "-"), s.replace("", "-", 3), s.replace("o", "\u20ac"), "".replace("", "x"), s.replace("q", "z") is s)
print(s.split(), s.split("o"), s.split("o", 1), s.rsplit("o", 1), " a  b c ".split(None, 1), " a  b c ".rsplit(None, 1), "a,b,,c".split(","), "".split(), "".split(","), "a b c".split(maxsplit=1), "a\u2003b".split())
print("a\nb\r\nc\rd\x0be\x85f\u2028g".splitlines(), "a\n\nb\n".splitlines(True), "".splitlines(), s.partition(" "), s.rpartition("o"), s.partition("q"), s.rpartition("q"))
print(",".join(["a", "b"]), "".join(["x", "\u20ac"]), ",".join("abc"), "-".join([]), "-".join(["one"]), "ab".join(("x", "y", "z")))
print(repr("  x ".strip()), "xxay".lstrip("x"), "ayx".rstrip("xy"), "abcba".strip("ab"), "\u3000x".strip(), "a".center(6, "*"), "ab".center(5, "-"), repr("a".ljust(3)), "a".rjust(3, "\u20ac"), "-5".zfill(5), "+".zfill(3), "a\tb\n\tc".expandtabs(4), "prefix".removeprefix("pre"), "prefix".removesuffix("fix"), "x".removeprefix("y"))
print("stra\u00dfe".upper(), "\u0130".lower(), "\u03a3\u03a3 a\u03a3.".lower(), "hello wORLD it's".title(), "\u01c6x".title(), "hELLO".capitalize(), "aB\u00df".swapcase(), "Stra\u00dfe".casefold(), "\ufb01n".upper(), "\u1e9e".lower(), "\u0345".upper(), "\ufb01".capitalize())
for t in ("abc", "aBc", "ABC", "123", "\u00b2", "\u00bd", "\u0661", "ab1", " \t", "", "Ab Cd", "A", "\u4e00", "_x1", "1x", "a b", "\u00e9", "\n", "\u2028", "\u01c5", "if", "\u00aa", "x\u0301"):
    print(repr(t), t.isalpha(), t.isalnum(), t.isdecimal(), t.isdigit(), t.isnumeric(), t.isspace(), t.isupper(), t.islower(), t.istitle(), t.isidentifier(), t.isprintable(), t.isascii())
print("abc".translate({97: "X", 98: None, 99: 0x20ac}), "abc".translate(str.maketrans("ab", "xy", "c")), str.maketrans({"a": 1, 98: "z"}), "hello".translate(str.maketrans({"l": "LL"})))
print(repr("a'b"), repr('a"b'), repr("a'\"b"), repr("\t\n\r\\\x00\x7f\x80\xa0\xad\u200b\ud800\U0001F600\U000e0001"), ascii("a\u00e9\u20ac\U0001F600"), str(5), str(b"x"), str())
for f in (lambda: s + 1, lambda: s * "a", lambda: s[20], lambda: s["a"], lambda: s[1.5], lambda: 1 in s, lambda: s.split(""), lambda: s.split(1), lambda: ",".join([1]), lambda: ",".join(1), lambda: s.index("q"), lambda: s.find(1), lambda: s.replace(1, "a"), lambda: s.replace("a", 1), lambda: s < 1, lambda: s.startswith(1), lambda: s.startswith((1,)), lambda: s.center(20, "ab"), lambda: s.center(20, 1), lambda: s.strip(1), lambda: s.partition(""), lambda: s.partition(1), lambda: s.find("a", "b"), lambda: str.maketrans("a", "bc"), lambda: str.maketrans(1), lambda: s.removeprefix(1), lambda: s[::0], lambda: s.zfill("a"), lambda: s.upper(1), lambda: "abc".translate({97: 1.5}), lambda: s.encode(5), lambda: s.split(x=1), lambda: s.__getitem__("x"), lambda: str.upper(5)):
    show(f)
class S(str):
    def __str__(self):
        return "S!"
x = S("sub")
print(x, repr(x), type(x + "!"), type(x[:]), type(x.upper()), type(x.strip()), x == "sub", hash(x) == hash("sub"), type(str(x)), x.join(["a", "b"]), f"{x}", "%s" % x, {x: 1}["sub"], type(x.replace("q", "r")), type(x * 1), S(5), len(S()))
it = iter("ab")
print(next(it), it.__length_hint__(), next(it), next(it, None))
big = ""
for i in range(2000):
    big += "ab"
print(len(big), big.count("ab"), big[1999], big == "ab" * 2000, big.find("ba"), (big + "\u20ac")[-1])
print(max("abc"), sorted("hello"), "a" "b", "abc" > "ab", "\u20ac" > "z", "a".__ne__("a"), "a".__eq__(1), "x".__mul__(3), "abc".__contains__("b"), "%s" % "x")

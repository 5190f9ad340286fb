import bisect
import difflib
import heapq
import pprint
import reprlib
import shlex
import string
import textwrap

print(textwrap.fill("The quick brown fox jumps over the lazy dog, and then-some more words follow.", 20))
print(textwrap.wrap("aaa bbb  ccc", 5), textwrap.shorten("Hello  world and more", 14), textwrap.shorten("abc", 2, placeholder=""), repr(textwrap.dedent("  a\n    b\n\n  c")), repr(textwrap.indent("a\n\nb", "> ")))
print(textwrap.TextWrapper(width=12, initial_indent="* ", subsequent_indent="  ", break_long_words=False, max_lines=3).fill("one two three abcdefghijklmnop four five six"))
print(textwrap.wrap("a-b-c supercalifragilistic", 8, break_on_hyphens=False), textwrap.wrap("tab\there  x", 40, tabsize=4, replace_whitespace=False), textwrap.fill("x. Y.  Z", 10, fix_sentence_endings=True))
t = string.Template("$who likes ${what} for $$5")
print(t.substitute(who="A", what="B"), t.safe_substitute(who="A"), t.get_identifiers(), t.is_valid(), string.capwords("hello  world"), string.ascii_letters, string.punctuation)
for bad in (lambda: t.substitute(who=1), lambda: string.Template("$ x").substitute(), lambda: textwrap.wrap("x", 0)):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)


class F(string.Formatter):
    def get_value(self, key, args, kwargs):
        return kwargs.get(key, "?" + str(key)) if isinstance(key, str) else args[key]


print(F().format("{0} {a} {b!r:>5}", 1, a=2), list(string.Formatter().parse("x{a.b[0]!s:>{w}}y{{")), string.Formatter().vformat("{0.real:>{1}}", (5, 4), {}))
a, b = "one\ntwo\nthree\n".splitlines(1), "ore\ntree\nthree\nfour\n".splitlines(1)
print("".join(difflib.unified_diff(a, b, "a", "b", n=1)))
print("".join(difflib.context_diff(a, b, "a", "b")))
print("".join(difflib.ndiff(a, b)))
s = difflib.SequenceMatcher(None, "abxcd", "abcd")
print(s.ratio(), s.get_opcodes(), s.get_matching_blocks(), s.find_longest_match(), difflib.get_close_matches("appel", ["ape", "apple", "peach", "puppy"]), list(difflib.restore(difflib.ndiff(a, b), 2)))
print(len(difflib.HtmlDiff().make_table(a, b)) > 500, list(s.get_grouped_opcodes(1)))
h = [5, 1, 4, 2]
heapq.heapify(h)
heapq.heappush(h, 0)
print(heapq.heappop(h), heapq.heappushpop(h, 3), heapq.heapreplace(h, 9), h, heapq.nlargest(2, [3, 1, 2]), heapq.nsmallest(2, "hello", key=ord), list(heapq.merge([1, 4], [2, 3], reverse=False)))
print(bisect.bisect([1, 2, 2, 3], 2), bisect.bisect_left([1, 2, 2, 3], 2), bisect.bisect([1, 5, 9], 4, key=lambda x: x), bisect.bisect_left([1, 2], 3, lo=1))
l = [1, 3]
bisect.insort(l, 2)
print(l)
pprint.pprint({"b": list(range(30)), "a": {"nested": ("tuple",) * 8, "set": {3, 1, 2}}, "s": "word " * 30}, width=60)
pprint.pp({"z": 1, "a": [b"bytes" * 20]}, width=40)
pprint.pprint([[1, [2, [3, [4]]]]], depth=3)
rec = [1]
rec.append(rec)
print(pprint.pformat({10**i: "x" * i for i in range(3)}, indent=4, width=20), pprint.isrecursive(rec), pprint.saferepr({2: 1, 1: 2}), pprint.pformat(1234567, underscore_numbers=True))
print(reprlib.repr(list(range(100))), reprlib.repr("x" * 100), reprlib.Repr(maxlist=2, maxlevel=1).repr([1, [2], 3]))
print(shlex.split("a 'b c' \"d\\\"e\" f\\ g # x", comments=True), shlex.quote("it's"), shlex.join(["a b", "c"]), list(shlex.shlex("a=b;c", punctuation_chars=True)))
try:
    shlex.split("'open")
except ValueError as e:
    print(e)

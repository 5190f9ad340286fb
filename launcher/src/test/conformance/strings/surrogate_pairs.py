"""Surrogates side by side in literals stay two characters; flags of code; where code is cached."""
import ast
import marshal

pairs = ["\ud83d\ude00", "\ud83d" "\ude00", "\ud83d" + "\ude00", "a\ud800\udfffb", "\ude00\ud83d" * 2, "\ud83d\ude00"[1]]
for text in pairs:
    print(len(text), ascii(text), [hex(ord(c)) for c in text])
print(len("\U0001f600"), len("\ud83d\U0001f600"), ascii("\U0001f600" "\ude00"), len("\N{GRINNING FACE}"))
print("\ud83d\ude00" == "\U0001f600", "\ud83d\ude00" == "\ud83d" + chr(0xDE00), "\ud83d\ude00" in {"\ud83d\ude00": 1})
x = 5
print(ascii(f"\ud83d\ude00{x}"), ascii(f"\ud83d{x}\ude00"), ascii(f"{x}\ud83d" "\ude00"))
print(ascii("\ud83d\ude00".encode("utf-16-le", "surrogatepass").decode("utf-16-le")))


def documented():
    "\ud83d\ude00"


print(len(documented.__doc__), documented.__code__.co_consts[0] == documented.__doc__)
again = marshal.loads(marshal.dumps(documented.__code__))
print(len(again.co_consts[0]))
tree = ast.parse(r"'\ud83d\ude00'")
print(len(tree.body[0].value.value), len(eval(compile(ast.Expression(tree.body[0].value), "", "eval"))))


class Flags:
    def method(self):
        pass

    async def coroutine(self):
        pass


print(hex(Flags.method.__code__.co_flags), hex(Flags.coroutine.__code__.co_flags))
import collections
import json.decoder
import os

print(hasattr(os, "__cached__"), collections.__cached__.endswith(".pyc"), "__pycache__/decoder." in json.decoder.__cached__)
print(collections.__spec__.cached == collections.__cached__)

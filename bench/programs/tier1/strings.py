"""Strings: appending, comparing, indexing, methods, formatting."""
import sys


def run(n):
    text = ""
    total = 0
    for i in range(n):
        text = text + "abc"[i % 3]
        if len(text) == 60:
            total = total + text.count("ab") + len(text.upper())
            text = text[:6]
        if text == "abcabc":
            total += 1
        if i & 15 == 0:
            total += len(f"{i & 7}-{text}")
    return total, text


print(run(int(sys.argv[1])))

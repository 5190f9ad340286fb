"""Strings built piece by piece."""


def work():
    text = ""
    for i in range(3000):
        text += "ab"
    return len("-".join([text, str(len(text))]))

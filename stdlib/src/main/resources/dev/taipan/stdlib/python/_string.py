"""What string.Formatter needs: a format string taken apart."""


def _check(text):
    if not isinstance(text, str):
        raise TypeError("expected str, got %s" % type(text).__name__)


def formatter_parser(text, /):
    _check(text)
    return _parts(text)


def _parts(text):
    literal = []
    at = 0
    while at < len(text):
        char = text[at]
        at += 1
        if char in "{}" and text[at : at + 1] == char:
            literal.append(char)
            at += 1
        elif char == "}":
            raise ValueError("Single '}' encountered in format string")
        elif char == "{":
            depth = 1
            start = at
            while depth:
                if at >= len(text):
                    raise ValueError("expected '}' before end of string")
                depth += (text[at] == "{") - (text[at] == "}")
                at += 1
            yield "".join(literal), *_field(text[start : at - 1])
            literal = []
        else:
            literal.append(char)
    if literal:
        yield "".join(literal), None, None, None


def _field(text):
    depth = 0
    for i, char in enumerate(text):
        depth += (char == "[") - (char == "]")
        if depth <= 0 and char in ":!":
            break
    else:
        return text, "", None
    name, rest = text[:i], text[i:]
    conversion = None
    if rest[0] == "!":
        conversion, rest = rest[1:2], rest[2:]
        if not conversion:
            raise ValueError("unmatched '{' in format spec")
        if rest and rest[0] != ":":
            raise ValueError("expected ':' after conversion specifier")
    return name, rest[1:], conversion


def formatter_field_name_split(name, /):
    _check(name)
    end = min([i for i in (name.find("."), name.find("[")) if i >= 0], default=len(name))
    first = name[:end]
    return int(first) if first.isdigit() else first, _rest(name[end:])


def _rest(text):
    while text:
        if text[0] == "[":
            end = text.index("]")
            key = text[1:end]
            yield False, int(key) if key.isdigit() else key
            text = text[end + 1 :]
        else:
            end = min([i for i in (text.find(".", 1), text.find("[", 1)) if i >= 0], default=len(text))
            yield True, text[1:end]
            text = text[end:]

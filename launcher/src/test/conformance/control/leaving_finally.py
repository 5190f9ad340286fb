"""How a body is left, how its finally clause is left, and what becomes of the value on its way out."""

BODY = ("return x + 10", "return 5", "return", "break", "continue", "raise KeyError(x)", "pass", "yield x")
LAST = ("return x + 20", "return 6", "break", "continue", "raise ValueError(x)", "pass", "yield -x",
        "if x < 2: continue", "if x > 0: break", "if x == 1: return -x",
        "for y in range(3):\n                if y == 1: break",
        "for y in range(3):\n                if y == 1: continue\n            log.append(y)",
        "for y in range(3):\n                try:\n                    break\n                finally:\n"
        "                    log.append(y)")

FORMS = {
    "finally": """
def f(log, manager):
    for x in range(3):
        try:
            {body}
        finally:
            log.append(x)
            {last}
        log.append('after')
    else:
        log.append('else')
    return 'end'
""",
    "inside with": """
def f(log, manager):
    for x in range(3):
        with manager(log):
            try:
                {body}
            finally:
                log.append(x)
                {last4}
    return 'end'
""",
    "with inside": """
def f(log, manager):
    for x in range(3):
        try:
            with manager(log):
                {body}
        finally:
            log.append(x)
            {last}
    return 'end'
""",
    "handler": """
def f(log, manager):
    for x in range(3):
        try:
            try:
                raise OSError(x)
            except OSError as e:
                {body}
        finally:
            log.append(x)
            {last}
    return 'end'
""",
    "twice": """
def f(log, manager):
    for x in range(3):
        try:
            try:
                {body}
            finally:
                log.append('inner')
        finally:
            log.append(x)
            {last}
    return 'end'
""",
    "in finally": """
def f(log, manager):
    while True:
        for x in range(3):
            try:
                log.append('try')
            finally:
                try:
                    {body}
                finally:
                    log.append(x)
                    {last8}
        return 'out'
""",
}


class Manager:
    def __init__(self, log):
        self.log = log

    def __enter__(self):
        self.log.append("enter")

    def __exit__(self, kind, value, traceback):
        self.log.append(kind and kind.__name__)


def run(source):
    names = {}
    exec(source, names)
    log = []
    try:
        result = names["f"](log, Manager)
        if hasattr(result, "send"):
            result = list(result)
    except Exception as e:
        result = type(e).__name__, e.args, type(e.__context__).__name__
    return result, log


for name, form in FORMS.items():
    print(name)
    for body in BODY:
        for last in LAST:
            source = form.format(
                body=body, last=last, last4=last.replace("\n", "\n    "), last8=last.replace("\n", "\n        "))
            print("  ", body, "|", " ".join(last.split()), *run(source))

"""Each part of a try statement ends in each way: which handler runs, what is logged, what comes out.

A line for each pair of body and else clause, with the outcomes of all handlers and finally clauses.
"""
import zlib

WAYS = ("pass", "raise ValueError('{0}')", "raise KeyError('{0}')", "return '{0}'", "break", "continue")

TRY = """
def f(log):
    for x in range(2):
        log.append('round')
        try:
            try:
                log.append('body')
                {body}
            except ValueError as e:
                log.append(('handler', str(e)))
                {handler}
            else:
                log.append('else')
                {other}
            finally:
                log.append('finally')
                {final}
        except KeyError as e:
            log.append(('outer', str(e), e.__context__ and str(e.__context__)))
        else:
            log.append('outer else')
        log.append('after')
    else:
        log.append('loop else')
    return 'end'
"""

GROUP = """
def f(log):
    for x in range(2):
        log.append('round')
        try:
            try:
                log.append('body')
                {body}
            except* ValueError as e:
                log.append(('handler', [str(v) for v in e.exceptions]))
                {handler}
            except* KeyError as e:
                log.append(('second', [str(v) for v in e.exceptions]))
            else:
                log.append('else')
                {other}
        except BaseException as e:
            log.append(('outer', type(e).__name__))
        log.append('after')
    return 'end'
"""

LOOP = """
def f(log):
    i = 0
    {head}
        i += 1
        try:
            log.append(i)
            {body}
        except ValueError as e:
            log.append(str(e))
            {handler}
    else:
        log.append('loop else')
        try:
            {other}
        except KeyError:
            log.append('caught in else')
    return 'end'
"""


def run(source):
    names = {}
    exec(source, names)
    log = []
    try:
        result = names["f"](log)
    except Exception as e:
        result = type(e).__name__, e.args, type(e.__context__).__name__
    return result, log


def ways(part):
    return [way.format(part) for way in WAYS]


for body in ways("body"):
    for other in ways("else"):
        text = []
        for handler in ways("handler"):
            for final in ways("finally"):
                text.append(repr(run(TRY.format(body=body, other=other, handler=handler, final=final))))
        print(body, "|", other, "|", zlib.crc32("\n".join(text).encode()), text[0], text[-1])

for body in ways("body"):
    for handler in ways("handler")[:3]:
        for other in ways("else"):
            if "raise" in body + handler + other:
                print(body, "|", handler, "|", other, *run(GROUP.format(body=body, handler=handler, other=other)))

for head in ("for x in range(2):", "while i < 2:", "for x in ():"):
    for body in ways("body"):
        for handler in ways("handler"):
            for other in ways("else")[:4]:
                print(head, body, "|", handler, "|", other, *run(LOOP.format(head=head, body=body, handler=handler, other=other)))

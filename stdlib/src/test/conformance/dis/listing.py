# What dis says that does not depend on the instruction set.
import dis
import inspect
import io
import opcode


def f(a, /, b, *args, c=1, **kw):
    """Doc."""
    total = 0
    for x in args:
        total += x
    try:
        return len(kw) + total
    except KeyError:
        return None


def outer(n):
    def inner():
        return n
    return inner


async def coro():
    return 1


def gen():
    yield 1


class C:
    def method(self):
        return [i for i in range(3)]


print(dis.pretty_flags(0), dis.pretty_flags(3), dis.pretty_flags(0x63), dis.pretty_flags(1 << 20))
for function in (f, outer, coro, gen):
    lines = dis.code_info(function).split('\n')
    print([line for line in lines if not line.startswith(('Filename', 'Stack', '   '))])
print(list(dict.fromkeys(line - f.__code__.co_firstlineno for _, line in dis.findlinestarts(f.__code__))))
print(sorted({i.starts_line for i in dis.get_instructions(outer) if i.starts_line}))
print([i.starts_line for i in dis.get_instructions('x = 1\ny = 2', first_line=10) if i.starts_line])
names = {i.argval for i in dis.get_instructions(f) if i.opcode in dis.hasname}
print(sorted(names))
print(sorted({i.argval for i in dis.get_instructions(f) if i.opcode in dis.haslocal}))
print(all(i.opname == dis.opname[i.opcode] for i in dis.get_instructions(f)))
print(all(i.positions.lineno >= f.__code__.co_firstlineno for i in dis.get_instructions(f) if i.positions.lineno))
targets = [i.argval for i in dis.get_instructions(f) if i.opcode in dis.hasjrel]
offsets = {i.offset for i in dis.get_instructions(f)}
print(bool(targets), all(t in offsets for t in targets))
print(len(list(f.__code__.co_positions())) == len(f.__code__.co_code) // 2)
lines = list(f.__code__.co_lines())
print(lines[0][0], lines[-1][1] == len(f.__code__.co_code), all(a[1] == b[0] for a, b in zip(lines, lines[1:])))
print(f.__code__._varname_from_oparg(0), f.__code__._varname_from_oparg(2))
for name in ('RESUME', 'LOAD_FAST', 'RETURN_VALUE', 'BINARY_OP', 'CALL', 'LOAD_ATTR', 'FOR_ITER', 'CACHE'):
    print(name, dis.opmap[name] == opcode.opmap[name], dis.opname[dis.opmap[name]])
print(opcode.cmp_op)
print(dis.stack_effect(dis.opmap['POP_TOP']), dis.stack_effect(dis.opmap['LOAD_FAST'], 0), dis.stack_effect(dis.opmap['BUILD_TUPLE'], 4))
for arguments in ((dis.opmap['POP_TOP'], 0), (dis.opmap['LOAD_FAST'],), (dis.opmap['LOAD_FAST'], 0, 7)):
    try:
        dis.stack_effect(*arguments[:2], **({'jump': arguments[2]} if len(arguments) > 2 else {}))
        print('no error')
    except ValueError as e:
        print(e)
try:
    dis.dis(5)
except TypeError as e:
    print(e)
out = io.StringIO()
dis.dis(C, file=out)
print(out.getvalue().split('\n')[0])
out = io.StringIO()
dis.dis(outer, file=out)
print([line.split(' at ')[0] for line in out.getvalue().split('\n') if line.startswith('Disassembly')])
out = io.StringIO()
dis.dis(outer, file=out, depth=0)
print('Disassembly' in out.getvalue())
b = dis.Bytecode(f)
print(b.first_line == f.__code__.co_firstlineno, b.codeobj is f.__code__, len(list(b)) == len(list(dis.get_instructions(f))))
print(b.info() == dis.code_info(f), '>>' in b.dis(), 'ExceptionTable' in b.dis())
try:
    f(1, 2, 'x')
except TypeError as e:
    tb = e.__traceback__
    print('-->' in dis.Bytecode.from_traceback(tb).dis())
    out = io.StringIO()
    dis.distb(tb.tb_next, file=out)
    print(out.getvalue().count('-->'))
print(list(dis._find_imports(compile('import a.b\nfrom . import c, d\nfrom ..e import f', 'x', 'exec'))))
print(sorted(dis._find_store_names(compile('x = 1\ndef y(): pass\nclass z: pass', 'x', 'exec'))))
print(inspect.CO_NESTED, inspect.CO_GENERATOR, inspect.CO_COROUTINE)


def hot(n):
    s = 0
    for i in range(n):
        s += i
    return s


hot(1000)
plain = [i.opname for i in dis.get_instructions(hot)]
print('BINARY_OP_ADD_INT' in plain, 'BINARY_OP' in plain)
print(any(i.opname == 'CACHE' for i in dis.get_instructions(hot, show_caches=True)))
print(any(i.opname == 'CACHE' for i in dis.get_instructions(hot)))
print(dis.deoptmap['BINARY_OP_ADD_INT'], dis.deoptmap['LOAD_GLOBAL_BUILTIN'])

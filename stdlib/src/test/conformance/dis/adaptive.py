"""What code has become by running: the one thing that shows whether anything is specialized."""
import dis


def hot(n, text):
    s = 0
    for i in range(n):
        s += i
        text.upper()
    return s


def names(**options):
    return {i.opname for i in dis.get_instructions(hot, **options)}


print(sorted(names(adaptive=True) & {'BINARY_OP_ADD_INT', 'FOR_ITER_RANGE', 'BINARY_OP_ADD_FLOAT'}))
hot(1000, 'a')
print(sorted(names(adaptive=True) & {'BINARY_OP_ADD_INT', 'FOR_ITER_RANGE', 'BINARY_OP_ADD_FLOAT'}))
print('BINARY_OP' in names(adaptive=True), 'FOR_ITER' in names(adaptive=True))
print('BINARY_OP_ADD_INT' in names(), 'BINARY_OP' in names(), 'FOR_ITER' in names())

# builtins taken from globals
import gc
class Mod: pass
def take(space):
    exec("def f():\n    return len('abc')", space)
    return space['f']
space = {'__builtins__': {'len': lambda x: 'mine'}}
f = take(space)
print(f())
del space['__builtins__']
gc.collect()
for i in range(100): [object() for j in range(100)]
gc.collect()
print(f())
import builtins
space = {'__builtins__': builtins}
f = take(space)
print(f(), f.__builtins__ is builtins.__dict__)
space = {}
f = take(space)
print(f(), sorted(space)[0], f.__builtins__ is builtins.__dict__)
from types import FunctionType
g = FunctionType(f.__code__, {'__builtins__': {'len': lambda x: 'second'}})
print(g())
h = FunctionType(f.__code__, {})
print(h())
k = FunctionType(f.__code__, {'__builtins__': {}})
try: k()
except NameError as e: print(e)
def loop(f):
    for i in range(300): r = f()
    return r
print(loop(f), loop(g), loop(h), loop(f))

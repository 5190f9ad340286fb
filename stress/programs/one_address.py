"""Modules that come and go, often at the address of the last one: a cached load never finds the attribute of a dead one.

usage: one_address.py [ROUNDS]
"""
import gc
import types
from sys import argv

ROUNDS = int(argv[1]) if len(argv) > 1 else 3000


def read(module):
    return module.value


for i in range(ROUNDS):
    module = types.ModuleType("module %d" % i)
    module.first = None
    module.value = i
    for _ in range(5):
        if read(module) != i:
            raise AssertionError("%d of another module, in round %d" % (read(module), i))
    del module
    if i % 20 == 0:
        gc.collect()
print("%d rounds: ok" % ROUNDS)

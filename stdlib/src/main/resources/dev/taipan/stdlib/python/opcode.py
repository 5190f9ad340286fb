"""The instruction set of this runtime: names, numbers and what an argument means.

Everything is derived from the table that the interpreter is built from. An instruction is one
64-bit word with a 32-bit argument, so there is no prefix for long arguments; a cache word counts
as an instruction named CACHE, with number 0.
"""

import _opcode
from _opcode import stack_effect

__all__ = ["cmp_op", "hasarg", "hasconst", "hasname", "hasjrel", "hasjabs",
           "haslocal", "hascompare", "hasfree", "hasexc", "opname", "opmap",
           "HAVE_ARGUMENT", "EXTENDED_ARG", "stack_effect"]

cmp_op = ("<", "<=", "==", "!=", ">", ">=")

# Every word has a field for an argument; hasarg lists the instructions that use it.
HAVE_ARGUMENT = 1
# No instruction has this number.
EXTENDED_ARG = 256

CACHE = 0

opname = [f"<{number}>" for number in range(256)]
opname[CACHE] = "CACHE"
opmap = {"CACHE": CACHE}

hasarg = []
hasconst = []
hasname = []
hasjrel = []
hasjabs = []
haslocal = []
hasfree = []
hascompare = []
hasexc = []
oplists = [hasarg, hasconst, hasname, hasjrel, hasjabs, haslocal, hasfree, hascompare, hasexc]

_LISTS = {
    "constant": hasconst, "name": hasname, "name_and_word": hasname, "super_name": hasname,
    "jump": hasjrel, "local": haslocal, "cell": hasfree, "comparison": hascompare,
}

_argument_kinds = {CACHE: "none"}
_inline_cache_entries = [0] * 256
_specializations = {}
_specialized_instructions = []
_specialized_numbers = {}

_rows = list(enumerate(_opcode.table(), 1))
for _number, (_name, _head, _caches, _counted, _kind) in _rows:
    _inline_cache_entries[_number] = _caches
    _argument_kinds[_number] = _kind
    if _head != _number:
        _specializations.setdefault(_rows[_head - 1][1][0], []).append(_name)
        _specialized_instructions.append(_name)
        _specialized_numbers[_name] = _number
        continue
    opname[_number] = _name
    opmap[_name] = _number
    if _kind != "none":
        hasarg.append(_number)
    if _kind in _LISTS:
        _LISTS[_kind].append(_number)
del _number, _name, _head, _caches, _counted, _kind, _rows

# What the words behind an instruction hold, by the name of its family.
_cache_format = {
    "LOAD_CONST": {"value": 1},
    "RESUME": {"executor": 1},
    "JUMP_BACKWARD": {"executor": 1},
    "LOAD_GLOBAL": {"globals": 1, "builtins": 1},
    "LOAD_ATTR": {"record": 1, "place": 1},
    "STORE_ATTR": {"record": 1, "place": 1},
    "LOAD_SUPER_ATTR": {"record": 1},
    "TO_BOOL": {"record": 1},
    "CALL": {"fact": 1},
    "CALL_KW": {"fact": 1},
}

_nb_ops = [tuple(row) for row in _opcode.get_nb_ops()]
_intrinsic_1_descs = _opcode.get_intrinsic1_descs()
_intrinsic_2_descs = _opcode.get_intrinsic2_descs()

ENABLE_SPECIALIZATION = True
MIN_INSTRUMENTED_OPCODE = 256
MIN_PSEUDO_OPCODE = 256
MAX_PSEUDO_OPCODE = 256
_pseudo_ops = []


def is_pseudo(op):
    """Whether the number is of an instruction that only a compiler sees: none is."""
    return False

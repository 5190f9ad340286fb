"""Listings of compiled code.

The functions and their results are those of Python's own module; what is listed are the
instructions of this runtime. An offset counts two for each word, caches included, as everywhere
else in Python where a place in code is given (tb_lasti, co_lines, co_positions).
"""

import collections
import io
import sys
import types

import _opcode
import opcode as _op
from opcode import *
from opcode import __all__ as _opcode_names
from opcode import (_cache_format, _inline_cache_entries, _intrinsic_1_descs,
                    _intrinsic_2_descs, _nb_ops, _specializations,
                    _specialized_instructions)

__all__ = ["code_info", "dis", "disassemble", "distb", "disco",
           "findlinestarts", "findlabels", "show_code",
           "get_instructions", "Instruction", "Bytecode"] + _opcode_names

COMPILER_FLAG_NAMES = {
    1: "OPTIMIZED",
    2: "NEWLOCALS",
    4: "VARARGS",
    8: "VARKEYWORDS",
    16: "NESTED",
    32: "GENERATOR",
    64: "NOFREE",
    128: "COROUTINE",
    256: "ITERABLE_COROUTINE",
    512: "ASYNC_GENERATOR",
}

# Names and numbers with the specialized instructions among them.
_all_opname = list(opname)
_all_opmap = dict(opmap)
for _name, _number in _op._specialized_numbers.items():
    _all_opname[_number] = _name
    _all_opmap[_name] = _number
deoptmap = {member: head for head, members in _specializations.items() for member in members}

_OPNAME_WIDTH = 20
_OPARG_WIDTH = 5

_have_code = (types.MethodType, types.FunctionType, types.CodeType,
              classmethod, staticmethod, type)

Positions = collections.namedtuple(
    "Positions", ["lineno", "end_lineno", "col_offset", "end_col_offset"],
    defaults=[None] * 4)


# ---- Finding the code

def _get_code_object(x):
    """The code behind a function, method, generator, string or the like."""
    x = getattr(x, "__func__", x)
    for name in ("__code__", "gi_code", "ag_code", "cr_code"):
        if hasattr(x, name):
            x = getattr(x, name)
            break
    if isinstance(x, str):
        x = _try_compile(x, "<disassembly>")
    if hasattr(x, "co_code"):
        return x
    raise TypeError("don't know how to disassemble %s objects" % type(x).__name__)


def _try_compile(source, name):
    try:
        return compile(source, name, "eval")
    except SyntaxError:
        return compile(source, name, "exec")


# ---- Describing a code object

def pretty_flags(flags):
    """The names of the bits that are set, or their numbers."""
    names = []
    for i in range(32):
        bit = 1 << i
        if flags & bit:
            names.append(COMPILER_FLAG_NAMES.get(bit, hex(bit)))
            flags ^= bit
            if not flags:
                return ", ".join(names)
    names.append(hex(flags))
    return ", ".join(names)


def code_info(x):
    """A description of a code object: counts, flags, constants and names."""
    return _code_info(_get_code_object(x))


def _code_info(co):
    lines = [
        "Name:              %s" % co.co_name,
        "Filename:          %s" % co.co_filename,
        "Argument count:    %s" % co.co_argcount,
        "Positional-only arguments: %s" % co.co_posonlyargcount,
        "Kw-only arguments: %s" % co.co_kwonlyargcount,
        "Number of locals:  %s" % co.co_nlocals,
        "Stack size:        %s" % co.co_stacksize,
        "Flags:             %s" % pretty_flags(co.co_flags),
    ]
    tables = [
        ("Constants:", co.co_consts, repr),
        ("Names:", co.co_names, str),
        ("Variable names:", co.co_varnames, str),
        ("Free variables:", co.co_freevars, str),
        ("Cell variables:", co.co_cellvars, str),
    ]
    for title, values, text in tables:
        if values:
            lines.append(title)
            lines += ["%4d: %s" % (i, text(value)) for i, value in enumerate(values)]
    return "\n".join(lines)


def show_code(co, *, file=None):
    """Prints what code_info says."""
    print(code_info(co), file=file)


# ---- Instructions

_Instruction = collections.namedtuple(
    "_Instruction",
    ["opname", "opcode", "arg", "argval", "argrepr", "offset", "starts_line",
     "is_jump_target", "positions"],
    defaults=[None])


class Instruction(_Instruction):
    """One instruction.

    opname, opcode: its name and number
    arg: its argument, None if it has none
    argval: what the argument stands for, else the argument
    argrepr: that as text
    offset: where it stands
    starts_line: the source line that begins here, else None
    is_jump_target: whether something jumps here
    positions: the place in the source
    """

    @property
    def baseopname(self):
        """The name of the family, for a specialized instruction."""
        return deoptmap.get(self.opname, self.opname)

    @property
    def baseopcode(self):
        return _all_opmap[self.baseopname]

    def _disassemble(self, lineno_width=3, mark_as_current=False, offset_width=4):
        fields = []
        if lineno_width:
            if self.starts_line is not None:
                fields.append("%*d" % (lineno_width, self.starts_line))
            else:
                fields.append(" " * lineno_width)
        fields.append("-->" if mark_as_current else "   ")
        fields.append(">>" if self.is_jump_target else "  ")
        fields.append(repr(self.offset).rjust(offset_width))
        fields.append(self.opname.ljust(_OPNAME_WIDTH))
        if self.arg is not None:
            fields.append(repr(self.arg).rjust(_OPARG_WIDTH))
            if self.argrepr:
                fields.append("(" + self.argrepr + ")")
        return " ".join(fields).rstrip()


_ExceptionTableEntry = collections.namedtuple(
    "_ExceptionTableEntry", "start end target depth lasti")


def _parse_varint(iterator):
    byte = next(iterator)
    value = byte & 63
    while byte & 64:
        byte = next(iterator)
        value = value << 6 | byte & 63
    return value


def _parse_exception_table(code):
    entries = []
    iterator = iter(code.co_exceptiontable)
    while True:
        try:
            start = _parse_varint(iterator) * 2
        except StopIteration:
            return entries
        end = start + _parse_varint(iterator) * 2
        target = _parse_varint(iterator) * 2
        depth = _parse_varint(iterator)
        entries.append(_ExceptionTableEntry(start, end, target, depth >> 1, bool(depth & 1)))


def _is_backward_jump(op):
    return _all_opname[op].startswith("JUMP_BACKWARD")


def _jump_target(index, op, arg):
    return 2 * (index + 1 + _inline_cache_entries[op] + arg)


def _unpack_opargs(code):
    """Offset, opcode and argument of each instruction of a code object."""
    for index, op, arg, _ in _opcode.instructions(code):
        yield 2 * index, op, arg if op in hasarg else None


def findlabels(code):
    """The offsets that something in the code object jumps to."""
    labels = []
    for index, op, arg, _ in _opcode.instructions(_get_code_object(code)):
        if op in hasjrel:
            target = _jump_target(index, op, arg)
            if target not in labels:
                labels.append(target)
    return labels


def findlinestarts(code):
    """Pairs of an offset and the line that begins there."""
    last = None
    for start, _, line in code.co_lines():
        if line is not None and line != last:
            last = line
            yield start, line


def _binary(arg):
    return arg, _nb_ops[arg][1] if 0 <= arg < len(_nb_ops) else ""


def _comparison(arg):
    text = cmp_op[arg & 15]
    return text, "bool(" + text + ")" if arg & 16 else text


def _with_word(name, arg, before, unbound):
    """A name whose instruction may push a second word."""
    if arg & 1:
        return name, unbound + " + " + name if before else name + " + " + unbound
    return name, name


def _attribute(opname, arg, names):
    if opname == "LOAD_GLOBAL":
        return _with_word(names[arg >> 1], arg, False, "NULL")
    return _with_word(names[arg >> 1], arg, True, "NULL|self")


def _argument(co, index, op, arg):
    """What an argument stands for, and its text."""
    kind = _op._argument_kinds[op]
    name = deoptmap.get(_all_opname[op], _all_opname[op])
    if kind == "constant":
        value = co.co_consts[arg]
        return value, repr(value)
    if kind == "name":
        return co.co_names[arg], co.co_names[arg]
    if kind == "name_and_word":
        return _attribute(name, arg, co.co_names)
    if kind == "super_name":
        return _with_word(co.co_names[arg >> 2], arg, True, "NULL|self")
    if kind in ("local", "cell"):
        value = co._varname_from_oparg(arg)
        return value, value
    if kind == "jump":
        target = _jump_target(index, op, arg)
        return target, "to " + repr(target)
    if kind == "operator":
        return _binary(arg)
    if kind == "comparison":
        return _comparison(arg)
    if kind == "intrinsic_1":
        return arg, _intrinsic_1_descs[arg]
    if kind == "intrinsic_2":
        return arg, _intrinsic_2_descs[arg]
    if name == "CONVERT_VALUE":
        return (None, str, repr, ascii)[arg], ("", "str", "repr", "ascii")[arg]
    if name == "SET_FUNCTION_ATTRIBUTE":
        parts = ("defaults", "kwdefaults", "annotations", "closure")
        return arg, ", ".join(part for i, part in enumerate(parts) if arg & 1 << i)
    return arg, ""


def _cache_text(name, word):
    """A cache word: a fact names its member in its lowest byte, a record word in its highest."""
    if not word:
        return name + ": empty"
    if name in ("globals", "builtins", "fact", "place"):
        return "%s: member %d, index %d, version %d" % (
            name, word & 0xFF, word >> 8 & 0xFFFFFF, word >> 32)
    if name == "record":
        return "record: member %d at 0x%x" % (word >> 48, word & (1 << 48) - 1)
    return "%s: 0x%x" % (name, word)


def _cache_instructions(co, index, op, words, positions):
    """The words behind an instruction; its counter is this thread's."""
    names = list(_cache_format.get(deoptmap.get(_all_opname[op], _all_opname[op]), ()))
    for i, word in enumerate(words):
        text = _cache_text(names[i] if i < len(names) else "word", word)
        counter = _opcode.counter(co, index) if i == 0 else None
        if counter is not None:
            text = "counter: %d/%d, " % counter + text
        yield Instruction("CACHE", CACHE, 0, None, text, 2 * (index + 1 + i), None, False,
                          positions)


CACHE = opmap["CACHE"]


def get_instructions(x, *, first_line=None, show_caches=False, adaptive=False):
    """The instructions of a function, method, string of source or code object.

    With show_caches the words of the inline caches follow their instructions; with adaptive
    the instructions are those that run now, specialized ones among them.
    """
    co = _get_code_object(x)
    offset = first_line - co.co_firstlineno if first_line is not None else 0
    return _get_instructions(co, offset, show_caches, adaptive)


def _get_instructions(co, line_offset=0, show_caches=False, adaptive=False):
    linestarts = dict(findlinestarts(co))
    positions = [Positions(*place) for place in co.co_positions()]
    labels = set(findlabels(co))
    labels.update(entry.target for entry in _parse_exception_table(co))
    # The words of the caches are read from the code that runs in either case.
    running = _opcode.instructions(co, True) if adaptive or show_caches else ()
    made = _opcode.instructions(co)
    for i, (index, op, arg, _) in enumerate(running if adaptive else made):
        here = 2 * index
        line = linestarts.get(here)
        head = made[i][1]
        argument = argval = None
        argrepr = ""
        if head in hasarg:
            argument = arg
            argval, argrepr = _argument(co, index, op, arg)
        place = positions[index] if index < len(positions) else None
        yield Instruction(_all_opname[op], op, argument, argval, argrepr, here,
                          line + line_offset if line is not None else None,
                          here in labels, place)
        if show_caches:
            yield from _cache_instructions(co, index, op, running[i][3], place)


# ---- Listings

def dis(x=None, *, file=None, depth=None, show_caches=False, adaptive=False):
    """Lists a class, method, function, code object, generator or string of source.

    Without an argument the last traceback is listed. Code inside code follows, down to the
    given depth.
    """
    if x is None:
        distb(file=file, show_caches=show_caches, adaptive=adaptive)
        return
    options = {"show_caches": show_caches, "adaptive": adaptive}
    x = getattr(x, "__func__", x)
    for name in ("__code__", "gi_code", "ag_code", "cr_code"):
        if hasattr(x, name):
            x = getattr(x, name)
            break
    if hasattr(x, "__dict__"):
        for name, member in sorted(x.__dict__.items()):
            if isinstance(member, _have_code):
                print("Disassembly of %s:" % name, file=file)
                try:
                    dis(member, file=file, depth=depth, **options)
                except TypeError as error:
                    print("Sorry:", error, file=file)
                print(file=file)
    elif hasattr(x, "co_code"):
        _disassemble_recursive(x, file=file, depth=depth, **options)
    elif isinstance(x, str):
        _disassemble_str(x, file=file, depth=depth, **options)
    else:
        raise TypeError("don't know how to disassemble %s objects" % type(x).__name__)


def distb(tb=None, *, file=None, show_caches=False, adaptive=False):
    """Lists the code in which a traceback ends, with its instruction marked."""
    if tb is None:
        try:
            tb = sys.last_exc.__traceback__ if hasattr(sys, "last_exc") else sys.last_traceback
        except AttributeError:
            raise RuntimeError("no last traceback to disassemble") from None
        while tb.tb_next:
            tb = tb.tb_next
    disassemble(tb.tb_frame.f_code, tb.tb_lasti, file=file, show_caches=show_caches,
                adaptive=adaptive)


def disassemble(co, lasti=-1, *, file=None, show_caches=False, adaptive=False):
    """Lists one code object; the instruction at lasti is marked."""
    _disassemble(co, lasti, 0, file, show_caches, adaptive)


disco = disassemble


def _disassemble_recursive(co, *, file=None, depth=None, show_caches=False, adaptive=False):
    disassemble(co, file=file, show_caches=show_caches, adaptive=adaptive)
    if depth is not None and depth <= 0:
        return
    for inner in co.co_consts:
        if hasattr(inner, "co_code"):
            print(file=file)
            print("Disassembly of %r:" % (inner,), file=file)
            _disassemble_recursive(inner, file=file, show_caches=show_caches, adaptive=adaptive,
                                   depth=None if depth is None else depth - 1)


def _disassemble_str(source, **options):
    _disassemble_recursive(_try_compile(source, "<dis>"), **options)


def _disassemble(co, lasti, line_offset, file, show_caches, adaptive):
    lines = [line for _, line in findlinestarts(co)]
    width = max(3, len(str(max(lines) + line_offset))) if lines else 0
    instructions = list(_get_instructions(co, line_offset, show_caches, adaptive))
    last = instructions[-1].offset if instructions else 0
    offset_width = max(4, len(str(last)))
    current = max((i.offset for i in instructions
                   if i.opname != "CACHE" and i.offset <= lasti), default=None)
    for instruction in instructions:
        if instruction.starts_line is not None and width and instruction.offset > 0:
            print(file=file)
        marked = lasti >= 0 and instruction.offset == current
        print(instruction._disassemble(width, marked, offset_width), file=file)
    table = _parse_exception_table(co)
    if table:
        print("ExceptionTable:", file=file)
        for entry in table:
            print("  %d to %d -> %d [%d]%s" % (
                entry.start, entry.end - 2, entry.target, entry.depth,
                " lasti" if entry.lasti else ""), file=file)


class Bytecode:
    """The code behind an object, as a sequence of Instruction."""

    def __init__(self, x, *, first_line=None, current_offset=None, show_caches=False,
                 adaptive=False):
        self.codeobj = co = _get_code_object(x)
        self.first_line = co.co_firstlineno if first_line is None else first_line
        self._line_offset = self.first_line - co.co_firstlineno
        self._original_object = x
        self.current_offset = current_offset
        self.exception_entries = _parse_exception_table(co)
        self.show_caches = show_caches
        self.adaptive = adaptive

    def __iter__(self):
        return _get_instructions(self.codeobj, self._line_offset, self.show_caches,
                                 self.adaptive)

    def __repr__(self):
        return "%s(%r)" % (type(self).__name__, self._original_object)

    @classmethod
    def from_traceback(cls, tb, *, show_caches=False, adaptive=False):
        """The code in which a traceback ends."""
        while tb.tb_next:
            tb = tb.tb_next
        return cls(tb.tb_frame.f_code, current_offset=tb.tb_lasti, show_caches=show_caches,
                   adaptive=adaptive)

    def info(self):
        """A description of the code object."""
        return _code_info(self.codeobj)

    def dis(self):
        """The listing as a string."""
        lasti = -1 if self.current_offset is None else self.current_offset
        with io.StringIO() as out:
            _disassemble(self.codeobj, lasti, self._line_offset, out, self.show_caches,
                         self.adaptive)
            return out.getvalue()


# ---- What modules import and store

def _find_imports(co):
    """Name, level and from-list of each import statement of a code object."""
    before = [None, None]
    for _, op, arg in _unpack_opargs(co):
        name = opname[op]
        if name == "IMPORT_NAME":
            (first, level), (second, names) = before
            if first == second == "LOAD_CONST":
                yield co.co_names[arg], co.co_consts[level], co.co_consts[names]
        before = [before[1], (name, arg)]


def _find_store_names(co):
    """The names of the variables that a module's code stores to."""
    stores = {opmap["STORE_NAME"], opmap["STORE_GLOBAL"]}
    for _, op, arg in _unpack_opargs(co):
        if op in stores:
            yield co.co_names[arg]


def main():
    """python -m dis [-C] [FILE]"""
    import argparse

    parser = argparse.ArgumentParser()
    parser.add_argument("-C", "--show-caches", action="store_true", help="show inline caches")
    parser.add_argument("infile", nargs="?", type=argparse.FileType("rb"), default="-")
    arguments = parser.parse_args()
    with arguments.infile as infile:
        source = infile.read()
    dis(compile(source, arguments.infile.name, "exec"), show_caches=arguments.show_caches)


if __name__ == "__main__":
    main()

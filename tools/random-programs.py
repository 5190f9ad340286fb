#!/usr/bin/env python3
"""random-programs: random loops, whose results must not depend on how they are executed.

    tools/random-programs.py --make FILE SEED COUNT [ROUNDS]    writes programs
    tools/random-programs.py --run FILE [NUMBER] [threads=N] [into=OUT]
                                                                runs them, prints what they say
    tools/random-programs.py --show FILE NUMBER                 one program's source
    tools/random-programs.py --compare TAIPAN PYTHON SEED COUNT [ROUNDS] [MODE ...]

--compare makes COUNT programs, runs them all in one process for each mode, and prints the numbers
of those that say something else than under PYTHON. A mode is a list of Taipan's options, with
threads=N if several threads shall run each program at once; without any, those of MODES. ROUNDS: how often a program's main loop goes round (60; tier 2's counters fire
from 1030 on unless jit=stress).

A program is a module of functions that call each other downwards, so that it ends. Its numbers grow
over all the edges of ints and are brought back at the end of a round; what it says is values, and
for an exception its class, message and lines.
"""

import json
import random
import sys
import threading
import zlib

MODES = (
    "-X jit=off",
    "-X jit=sync",
    "-X jit=stress",
    "-X specialize=off",
    "-X jit=stress -X gc=stress:64",
    "-X jit=stress threads=3",
)

INTS = (
    0, 1, -1, 2, 3, -3, 5, 7, -7, 8, 10, 16, 31, 63, 64, 100, 255, 1000,
    2**31 - 1, -(2**31), 2**32, 2**47, 2**48 - 1, -(2**48), 2**48, -(2**48) - 1, 2**48 - 3,
    -(2**48) + 2, 2**49, 2**62, 2**63 - 1, -(2**63), 2**63, 2**64, 2**100, -(10**30),
)
FLOATS = (
    "0.0", "-0.0", "0.5", "1.0", "-1.0", "1.5", "2.0", "3.0", "-2.5", "1e16", "1e308", "5e-324",
    "0.1", "INF", "-INF", "NAN", "281474976710655.0", "-281474976710656.0", "1e22",
)
CONTAINER_LIMIT = 12


class Function:
    """What callers know of a function: its parameters' types, its result's type, its cost."""

    def __init__(self, name, parameters, defaults, result, cost):
        self.name = name
        self.parameters = parameters
        self.defaults = defaults
        self.result = result
        self.cost = cost


class Maker:
    def __init__(self, seed, rounds):
        self.rng = random.Random(seed)
        self.rounds = rounds
        self.lines = []
        self.indent = 0
        self.functions = []
        self.names = {}
        self.loops = 0
        self.cost = 1
        self.factor = 1
        self.counter = 0
        self.in_loop = False
        self.level = 0
        self.round = None
        self.closure = False
        self.traced = self.chance(8)
        # Little but what traces contain: so that they get long.
        self.plain = self.chance(60)

    # ---- text

    def emit(self, text):
        self.lines.append("    " * self.indent + text)

    def pick(self, *choices):
        return self.rng.choice(choices)

    def chance(self, percent):
        return self.rng.randrange(100) < percent

    def fresh(self, prefix):
        self.counter += 1
        return f"{prefix}{self.counter}"

    def variable(self, kind):
        names = self.names.get(kind)
        return self.rng.choice(names) if names else None

    def target(self, kind):
        """A variable to assign to: no loop counts by it."""
        return self.rng.choice([n for n in self.names[kind] if n[0] not in "ivwk"])

    # ---- expressions

    def expression(self, kind, depth):
        return {
            "int": self.int_,
            "float": self.float_,
            "bool": self.bool_,
            "str": self.str_,
        }[kind](depth)

    def constant(self):
        if self.chance(55):
            value = self.rng.randrange(-4, 12)
        elif self.chance(80):
            value = self.rng.choice(INTS)
        else:
            value = self.rng.getrandbits(self.rng.randrange(1, 70)) * self.pick(1, -1)
        return f"({value})" if value < 0 else str(value)

    def call(self, kind, depth):
        """A call of one of the functions above, or None."""
        fitting = [
            f for f in self.functions if f.result == kind and f.cost * self.factor < 40 * self.rounds
        ]
        if not fitting:
            return None
        f = self.rng.choice(fitting)
        self.cost += f.cost * self.factor
        required = len(f.parameters) - f.defaults
        given = self.rng.randrange(required, len(f.parameters) + 1)
        values = [self.expression(k, depth - 1) for _, k in f.parameters[:given]]
        style = self.rng.randrange(10)
        if self.plain or style < 7 or not values:
            return f"{f.name}({', '.join(values)})"
        if style == 7:
            return f"{f.name}(*({', '.join(values)},))"
        named = self.rng.randrange(given)
        parts = values[:named]
        rest = [f"{f.parameters[i][0]}={values[i]}" for i in range(named, given)]
        self.rng.shuffle(rest)
        return f"{f.name}({', '.join(parts + rest)})"

    def int_(self, depth):
        if depth <= 0 or self.chance(20):
            name = self.variable("int")
            return name if name and self.chance(75) else self.constant()
        way = self.rng.randrange(32)
        sub = lambda: self.int_(depth - 1)
        if self.plain and way in (12, 15, 19, 28, 29, 30):
            return self.pick(f"(-{sub()})", f"(1 if {self.bool_(depth - 1)} else {sub()})")
        if way < 7:
            return f"({sub()} {self.pick('+', '-', '*', '+', '-')} {sub()})"
        if way < 9:
            return f"({sub()} {self.pick('&', '|', '^')} {sub()})"
        if way < 11:
            safe = (f"({sub()} | 1)", f"({sub()} | 1)", "4", "-8", "3", "-1", "7", "(2**48 - 1)")
            divisor = sub() if self.chance(6) else self.pick(*safe)
            return f"({sub()} {self.pick('//', '%')} {divisor})"
        if way < 12:
            count = self.pick(f"({sub()} & 15)", f"({sub()} & 63)", "1", "3", "48", "15", "16", "0")
            return f"({sub()} {self.pick('<<', '>>', '>>')} {count})"
        if way == 12:
            return f"({self.pick('-', '~', '+', '-')}{sub()})"
        if way == 13:
            return f"({sub()} if {self.bool_(depth - 1)} else {sub()})"
        if way == 14:
            return f"({sub()} {self.pick('and', 'or')} {sub()})"
        if way == 15:
            return f"int({self.bool_(depth - 1)})"
        if way == 16:
            if self.plain:
                return self.pick("len(L)", "len(T)", "len(M)")
            return self.pick("len(L)", "len(T)", "len(D)", "len(S)", "len(M)")
        if way < 19:
            of = self.pick("L", "L", "T", "M")
            safe = (f"{sub()} % len({of})", f"{sub()} & 1", "-1", "0", f"-({sub()} & 1) - 1", f"-({sub()} % len({of}))")
            return f"{of}[{sub() if self.chance(4) else self.pick(*safe)}]"
        if way == 19:
            return self.pick(f"D.get({sub()} & 7, {sub()})", f"D[{sub()} & 3]")
        if way < 23:
            o = self.pick("o", "o", "q", "w")
            if self.plain:
                return self.pick(
                    f"{o}.n", f"{o}.n", f"{o}.m({sub()})", f"{o}.two", f"{o}.p({sub()}, {sub()})",
                    f"{o}.K", "A.K", f"A.s({sub()})", f"A.c({sub()})", f"{o}.p({sub()})",
                    f"A({sub()}, 2.5).n", f"V({sub()}, {sub()}).x", f"{o}.bound({sub()})", "v.x", f"v.swap({sub()})",
                    f"Wide({sub()}).s3", f"HS[{sub()} % 3]({sub()})",
                )
            return self.pick(
                f"{o}.n", f"{o}.n", f"{o}.m({sub()})", f"{o}.two", f"{o}.p({sub()}, {sub()})",
                f"{o}.K", "A.K", "B.K", f"A.s({sub()})", f"A.c({sub()})", f"{o}.p({sub()})",
                f"A({sub()}).n", f"V({sub()}, {sub()}).x", f"{o}.bound({sub()})",
                f"v.x", f"v.y", f"v.swap({sub()})", f"{o}.try_({sub()})", f"{o}[{sub()} & 7]" if o == "w" else f"{o}.n",
            )
        if way < 25:
            return self.pick("G0", "G1", "MOD.value", "G0", f"ROWS[{sub()} & 1][{sub()} & 3]")
        if way < 28:
            return self.call("int", depth) or sub()
        if way == 28:
            return self.pick(
                f"abs({sub()})", f"min({sub()}, {sub()})", f"max({sub()}, {sub()})",
                f"sum([i_ * {self.constant()} for i_ in range({sub()} & 3)])",
                f"sum(i_ + 1 for i_ in L)", f"divmod({sub()}, {sub()} | 1)[{self.pick(0, 1)}]",
            )
        if way == 29:
            return f"(lambda z_: z_ {self.pick('+', '-', '*')} {sub()})({sub()})"
        if way == 30:
            return self.pick(f"sum(gen({sub()} & 3))", f"down({sub()} & 7, {sub()})", f"sum(map(A.s, M))", f"fib({sub()} & 3)",
                f"sum(rows({sub()} & 3))", f"until({sub()} & 15)")
        return f"h({sub()})" if self.closure else sub()

    def float_(self, depth):
        if depth <= 0 or self.chance(25):
            name = self.variable("float")
            return name if name and self.chance(70) else f"({self.rng.choice(FLOATS)})"
        way = self.rng.randrange(16)
        sub = lambda: self.float_(depth - 1)
        other = lambda: self.pick(self.float_, self.float_, self.int_)(depth - 1)
        if way < 5:
            left, right = sub(), other()
            if self.chance(30):
                left, right = right, left
            return f"({left} {self.pick('+', '-', '*')} {right})"
        if way < 8:
            divisor = other() if self.chance(10) else self.pick("2.0", "3.0", "(-4)", "0.5", "1.0", "-1.0", "7")
            return f"({self.pick(sub, lambda: self.int_(depth - 1))()} / {divisor})"
        if way == 8:
            return f"(-{sub()})"
        if way == 9:
            return f"({sub()} {self.pick('//', '%')} {self.pick('2.0', '(-3.5)', '7.25', sub() if self.chance(15) else '0.5')})"
        if way == 10:
            return f"sqrt(abs({other()}))"
        if way == 11:
            return f"float({self.int_(depth - 1)} & 4095)"
        if way == 12:
            return f"({sub()} if {self.bool_(depth - 1)} else {sub()})"
        if way == 13:
            return self.pick("o.f", "q.f", "GF")
        if way == 14:
            return self.call("float", depth) or sub()
        return f"({sub()} - {self.pick('0.0', '-0.0')})"

    def bool_(self, depth):
        if depth <= 0 or self.chance(10):
            name = self.variable("bool")
            return name if name and self.chance(70) else self.pick("True", "False")
        way = self.rng.randrange(18)
        if self.plain and way in (8, 11, 14, 15, 16, 17):
            way = self.rng.randrange(6)
        compare = self.pick("<", "<=", "==", "!=", ">", ">=")
        if way < 6:
            return f"({self.int_(depth - 1)} {compare} {self.int_(depth - 1)})"
        if way < 9:
            right = self.float_(depth - 1) if self.plain else self.pick(self.float_, self.int_)(depth - 1)
            return f"({self.float_(depth - 1)} {compare} {right})"
        if way == 9:
            return f"(not {self.bool_(depth - 1)})"
        if way == 10:
            return f"({self.bool_(depth - 1)} {self.pick('and', 'or')} {self.bool_(depth - 1)})"
        if way == 11:
            return f"({self.bool_(depth - 1)} {self.pick('&', '|', '^')} {self.bool_(depth - 1)})"
        if way == 12:
            return f"({self.int_(depth - 1)} < {self.int_(depth - 1)} {compare} {self.int_(depth - 1)})"
        if way == 13:
            return f"(o.opt {self.pick('is', 'is not')} None)"
        if way == 14:
            return f"({self.int_(depth - 1)} in {self.pick('L', 'T', 'D', 'M')})"
        if way == 15:
            return self.pick(
                f"isinstance({self.variable('int')}, int)", "bool(S)", "bool(L)", "(not L)",
                f"isinstance({self.pick('o', 'q', 'w')}, B)", f"({self.pick('o', 'q')} is {self.pick('o', 'w')})",
                f"({self.variable('bool')} is {self.pick('True', 'False')})", "bool(M)",
                f"({self.variable('int')} is None)",
            )
        if way == 16:
            return f"({self.str_(depth - 1)} {compare} {self.str_(depth - 1)})"
        return f"bool({self.int_(depth - 1)})"

    def str_(self, depth):
        if self.plain or depth <= 0 or self.chance(40):
            return self.pick("S", "S", "'a'", "'xyz'", "''", "'\\u00e9'", "'\\u20ac'", "'\\U0001f600'")
        way = self.rng.randrange(5)
        if way == 0:
            return f"({self.str_(depth - 1)} + {self.str_(depth - 1)})"
        if way == 1:
            return f"S[{self.int_(depth - 1)} % (len(S) or 1):]"
        if way == 2:
            return f"str({self.int_(depth - 1)})"
        if way == 3:
            return f"f'{{{self.variable('int')}}}-{{{self.variable('bool')}}}'"
        return f"({self.str_(depth - 1)} * ({self.int_(depth - 1)} & 1))"

    # ---- statements

    def block(self, count):
        self.indent += 1
        self.level += 1
        for _ in range(count):
            self.statement()
        self.level -= 1
        self.indent -= 1

    def statement(self):
        deep = self.level >= 5
        way = self.rng.randrange(100)
        if self.plain and way in (73, 74, 76, 77):
            way = 0
        if way < 24:
            self.assign()
        elif way < 32 and not deep:
            self.branch()
        elif way < 42 and not deep:
            self.loop()
        elif way < 52:
            self.container()
        elif way < 60:
            self.attribute()
        elif way < 66 and not deep:
            self.attempt()
        elif way < 70:
            self.rare()
        elif way < 73:
            self.closures()
        elif way < 76:
            self.globals_()
        elif way < 78:
            self.emit(f"out({self.int_(1)}, {self.float_(1)}, {self.bool_(1)})")
        elif way < 80 and self.in_loop:
            self.emit(f"if {self.bool_(2)}:")
            self.emit(f"    {self.pick('break', 'continue', 'continue')}")
        elif way < 82:
            self.unpack()
        elif way < 84 and self.level:
            self.emit(f"if {self.bool_(2)}:")
            self.emit(f"    raise {self.pick('ValueError', 'Odd')}({self.int_(1)})")
        else:
            self.assign()

    def assign(self):
        kind = self.pick("int", "int", "int", "float", "bool", "float")
        name = self.target(kind)
        start = len(self.lines)
        if kind != "bool" and self.chance(40):
            operator = self.pick("+", "-", "*", "+") if kind == "int" else self.pick("+", "-", "*", "/")
            if kind == "int" and self.chance(25):
                operator = self.pick("&", "|", "^", "//", "%", ">>")
            right = self.expression(kind, 2)
            if operator in ("//", "%") and self.chance(80):
                right = f"({right} | 1)"
            right = f"({right} & 31)" if operator == ">>" else right
            self.emit(f"{name} {operator}= {right}")
        else:
            self.emit(f"{name} = {self.expression(kind, 3)}")
        if kind == "int":
            self.tame(start, name)
        if self.chance(0 if self.plain else 12):
            self.emit(f"S = {self.str_(2)}[-9:]")

    def branch(self):
        self.emit(f"if {self.bool_(2)}:")
        self.block(self.rng.randrange(1, 3))
        if self.chance(20):
            self.emit(f"elif {self.bool_(2)}:")
            self.block(1)
        if self.chance(50):
            self.emit("else:")
            self.block(self.rng.randrange(1, 3))

    def loop(self):
        if self.loops >= 3 or self.factor > 6 * self.rounds:
            return self.assign()
        self.loops += 1
        times = self.rng.randrange(2, 7)
        factor, in_loop, level = self.factor, self.in_loop, self.level
        self.factor *= times
        self.in_loop = True
        way = self.rng.randrange(12)
        ints = self.names["int"]
        self.names["int"] = list(ints)
        after = None
        if way < 5:
            i = self.fresh("i")
            start = self.pick("", f"{self.constant()}, ", f"{self.variable('int')}, ")
            step = self.pick(1, 1, 2, -1, 3)
            if start:
                begin = start[:-2]
                over = self.pick(
                    f"range({begin}, {begin} + {times * step}, {step})",
                    f"range({begin}, {begin} + {times * step}, {step})" if step != 1 else f"range({begin}, {begin} + {times})",
                )
            else:
                over = self.pick(f"range({times})", f"range({self.int_(1)} & {times})", f"range({self.int_(1)} % {times})")
            self.emit(f"for {i} in {over}:")
            self.names["int"].append(i)
        elif way < 7 and self.plain:
            i = self.fresh("v")
            self.emit(f"for {i} in {self.pick('L', 'M', 'T', '(1, 2, 3, 4)', 'T')}:")
            self.names["int"].append(i)
        elif way < 7:
            i = self.fresh("v")
            self.emit(f"for {i} in {self.pick('L', 'M', 'T', 'L[:3]', 'list(T)', 'D', 'sorted(D)', 'gen(3)')}:")
            self.names["int"].append(i)
            if self.chance(30):
                self.emit(f"    if len(L) < {CONTAINER_LIMIT}:")
                self.emit(f"        L.append({i})")
        elif way == 7 and not self.plain:
            i, j = self.fresh("k"), self.fresh("v")
            over = self.pick("enumerate(L)", "zip(L, T)", "D.items()", "[(1, 2), (3, 4)]", "zip(M, L)", "list(D.items())")
            self.emit(f"for {i}, {j} in {over}:")
            self.names["int"] += [i, j]
        else:
            i = self.fresh("w")
            self.emit(f"{i} = {self.pick(0, -1, 2**48 - 3, -(2**48) + 1)}")
            self.emit(f"{i}e = {i} + {times}")
            self.emit(f"while {i} < {i}e{self.pick('', f' and {self.bool_(1)}', f' or {self.bool_(1)} and {i} < {i}e + 2')}:")
            self.emit(f"    {i} += 1")
            self.names["int"].append(i)
        self.block(self.rng.randrange(1, 4))
        self.in_loop = in_loop
        if self.chance(20):
            self.emit("else:")
            self.block(1)
        self.names["int"] = ints
        self.factor = factor
        self.loops -= 1

    def container(self):
        i = self.int_(2)
        if self.plain:
            self.emit(self.pick(
                f"L[{i} % len(L)] = {self.int_(2)} % 281474976710655",
                f"M[{i} & 3] = {self.int_(2)} & 0xFFFFFFFFFFF",
                f"L.append({self.int_(2)} % 1000003)",
                f"L[0] += {self.int_(1)} & 7",
                f"M[{self.pick(0, 1, 2)}] = {self.float_(1)}" if self.chance(10) else f"M[1] = {self.int_(1)} & 4095",
                f"L = [{self.int_(1)} & 255 for x_ in T if x_ != {self.constant()}]",
            ))
            self.emit(f"if len(L) > {CONTAINER_LIMIT} or len(L) < 4:")
            self.emit("    L = [3, 1, -4, 1, 5]")
            return
        self.emit(
            self.pick(
                f"L[{i} % len(L)] = {self.int_(2)} & 0xFFFFFFFFFFFFF",
                f"L[{self.pick('-1', '0', '1', '-2', '2')}] = {self.int_(1)} % 281474976710656",
                f"M[{i} & 3] = {self.pick(self.int_, self.int_, self.bool_)(2)}",
                f"L.append({self.int_(2)} % 1000003)",
                f"M.append({self.int_(1)} & 0xFFF)",
                f"{self.target('int')} = L.pop()",
                f"del L[{i} % len(L)]",
                f"D[{i} & 7] = {self.int_(1)} & 0xFFFF",
                f"D.pop({i} & 7, None)",
                f"L = [{self.int_(1)} & 255 for x_ in T if x_ != {self.constant()}] or [1]",
                f"T = ({self.int_(1)} & 255, {self.int_(1)} % 7, 3)",
                f"L, M = M, L",
                f"L[{self.pick(0, 1)}:{self.pick(2, 3)}] = [{self.int_(1)} & 3, 5, 6]",
                f"L[0] += {self.int_(1)} & 7",
            )
        )
        for name in "LM":
            self.emit(f"if not 3 < len({name}) < {CONTAINER_LIMIT}:")
            self.emit(f"    {name} = [3, 1, -4, 1, 5]")

    def attribute(self):
        o = self.pick("o", "o", "q")
        self.emit(
            self.pick(
                f"{o}.n = {self.int_(2)} % {self.pick(1000003, 2**48, 2**50)}",
                f"{o}.n += {self.int_(1)} & 7",
                f"{o}.f = {self.float_(2)}",
                f"{o}.opt = {self.pick('None', self.int_(1), self.float_(1))}",
                f"{o}.two = {self.int_(2)} % 65537",
                f"{o} = {self.pick('A', 'B', 'A', 'W')}({self.int_(1)} & 255)",
                f"o, q = q, o",
                f"v.x = {self.int_(1)} & 1023",
                f"v.y += {self.int_(1)} & 15",
                f"v = V({self.int_(1)} & 63, v.x)",
                f"ROWS[{self.int_(1)} & 1][{self.int_(1)} & 3] += {self.int_(1)} & 7",
                f"o.extra = {self.int_(1)} & 255",
                f"{self.target('int')} = getattr(o, 'extra', 3)",
            )
        )

    def attempt(self):
        start = len(self.lines)
        self.emit("try:")
        self.block(self.rng.randrange(1, 3))
        raising = self.pick(
            f"{self.target('int')} = {self.int_(1)} // {self.int_(1)}",
            f"{self.target('int')} = L[{self.int_(1)} % 9 - 2]",
            f"{self.target('int')} = D[{self.int_(1)} & 15]",
            f"{self.target('float')} = {self.float_(1)} / {self.float_(1)}",
            f"{self.target('int')} = fails({self.int_(1)})",
            f"{self.target('int')} = {self.int_(1)} << {self.int_(1)} % 70 - 1",
            f"{self.target('int')} = o.missing if {self.bool_(1)} else 4",
            f"{self.target('int')} += None if {self.bool_(1)} else 2" if self.chance(20) else "pass",
            "pass",
        )
        self.emit(f"    {raising}")
        caught = self.pick("ArithmeticError", "LookupError", "Exception", "(ValueError, Odd)", "ZeroDivisionError")
        if self.chance(10):
            self.lines[start] = self.lines[start].replace("try:", f"with Guarded({self.int_(1)} & 7) as {self.target('int')}:")
        elif self.chance(85):
            self.emit(f"except {caught} as e_:")
            self.emit(f"    out(type(e_).__name__, str(e_), where(e_))")
            self.block(1)
            if self.chance(30):
                self.emit("else:")
                self.block(1)
            if self.chance(25):
                self.emit("finally:")
                self.finish()
        else:
            self.emit("finally:")
            self.finish()

    def finish(self):
        in_loop, self.in_loop = self.in_loop, False
        self.block(1)
        self.in_loop = in_loop

    def rare(self):
        """What changes in one round only, so that a compiled loop meets it."""
        if self.round is None:
            return self.assign()
        last = self.rounds
        when = self.pick(
            f"{self.round} == {self.rng.randrange(last)}",
            f"{self.round} in ({self.rng.randrange(last)}, {self.rng.randrange(last)})",
            f"{self.round} % {self.rng.randrange(5, 30)} == {self.rng.randrange(5)}",
        )
        f = self.rng.choice(self.functions) if self.functions else None
        choices = [
            f"{self.target('int')} = {self.pick(self.float_, self.bool_, self.int_)(1)}",
            f"{self.target('int')} = {self.pick('None', 'S', 'True', '2**48', '-2**48', '2**70')}",
            f"{self.target('float')} = {self.pick(self.int_, self.bool_)(1)}",
            f"{self.target('float')} = {self.pick('None', '3', 'NAN', '-0.0', '10**400')}",
            f"o = {self.pick('A', 'B', 'W')}({self.int_(1)} & 63)",
            f"A.K = {self.int_(1)} & 1023",
            "A.m = B.m" if self.chance(30) else "B.K = A.K + 1",
            "B.m = lambda self, a: a ^ self.n",
            "A.two = property(lambda self: 22)" if self.chance(30) else "A.K = 77",
            "del o.f" if self.chance(20) else "o.f = 2",
            f"globals()['G0'] = {self.int_(1)} & 1023",
            f"setattr(MOD, 'value', {self.int_(1)} & 1023)",
            "L = tuple(L)" if self.chance(30) else "L = list(T) + [9, 9, 9]",
            "o = None" if self.chance(25) else "o.opt = 5",
            "T = list(T)" if self.chance(30) else "T = (1, 2, 3)",
            "M[1] = None" if self.chance(30) else "M[0] = 1.5",
            self.pick("q = o", "M = L", "v = VOBJ", "o = OBJ"),
        ]
        if self.traced:
            choices = ["sys.settrace(watch)", "sys.settrace(watch)", "sys.settrace(None)"]
        elif f:
            choices += [
                f"{f.name}.__defaults__ = tuple(d_ + 1 for d_ in {f.name}.__defaults__ or ()) or None",
                "HS[1] = make(r)",
                "HS[0].__defaults__ = (r,)",
                "OBJ.n += 1; VOBJ.x = 2 - VOBJ.x",
                f"globals()['{f.name}'] = wrapped({f.name})",
            ]
            same = [g for g in self.functions if g.parameters == f.parameters and g.result == f.result]
            choices.append(f"{f.name}.__code__ = {self.rng.choice(same).name}.__code__" if len(same) > 1 else "pass")
        self.emit(f"if {when}:")
        self.emit(f"    {self.rng.choice(choices)}")

    def closures(self):
        if not self.closure:
            return self.assign()
        self.emit(self.pick(
            f"{self.target('int')} = h({self.int_(1)})",
            f"{self.target('int')} = h({self.int_(1)}, {self.int_(1)})",
            f"{self.target('int')} = cell",
            f"cell = {self.int_(2)} % 65537",
            f"hs = [lambda z_, y_=y_: z_ + y_ + cell for y_ in T]; {self.target('int')} = hs[1]({self.int_(1)})",
        ))

    def globals_(self):
        self.emit(self.pick(
            f"G1 = {self.int_(1)} & 0xFFFFFF",
            f"{self.target('int')} = G1 + {self.int_(1)}",
            f"GF = {self.float_(1)}",
            "G1 += 1",
            f"G2[0] = {self.int_(1)} & 255",
            "{a} = G2[0]".format(a=self.target("int")),
        ))

    def unpack(self):
        a, b = self.target("int"), self.target("int")
        start = len(self.lines)
        self.emit(self.pick(
            f"{a}, {b} = {b}, {a}",
            f"{a}, {b} = {self.int_(2)}, {self.int_(1)}",
            f"{a}, {b}, *_ = L",
            f"{a}, {b}, c_ = T",
            f"({a}, {b}), d_ = pair({self.int_(1)}), 1",
            f"{a} = {b} = {self.int_(2)}",
        ))
        self.tame(start, a, b)

    # ---- functions and the module

    def clip(self):
        for name in self.names["int"]:
            if name[0] in "abcdz" and name[1:].isdigit():
                self.bring_back(name)

    def bring_back(self, name):
        if self.plain:
            limit = self.pick("2**47", "281474976710000", "1000003", "2**40")
            self.emit(f"if not -{limit} < {name} < {limit}:")
            self.emit(f"    {name} = {self.pick('11', '-3', '2**46 - 5', f'{name} % 10007')}")
            return
        limit = self.pick("2**200", "2**49", "2**48", "2**63")
        self.emit(f"if {name} is None or not -{limit} < {name} < {limit}:")
        self.emit(f"    {name} = {self.pick('11', f'hash({name}) % 1009', '-3', '2**48 - 5')}")

    def tame(self, start, *names):
        """Brings back what statements since a line may have made large."""
        text = "\n".join(self.lines[start:])
        if "*" in text or "<<" in text:
            for name in names:
                self.bring_back(name)

    def prologue(self, ints, floats):
        self.emit("global G1, GF")
        self.emit("L = [3, 1, 4, 1, 5]; M = [2, 7, 1, 8]; T = (1, 2, 3); D = {0: 1, 1: 2, 2: 3, 3: 4}; S = 'str'")
        self.emit(f"o = A({self.constant()}); q = {self.pick('A', 'B')}(2); w = W(3); v = V(7, 8)")
        for i, name in enumerate(ints):
            self.emit(f"{name} = {self.constant()}")
        for name in floats:
            self.emit(f"{name} = {self.rng.choice(FLOATS)}")
        self.emit("p1 = True; p2 = False")

    def function(self, number):
        name = f"f{number}"
        arity = self.rng.randrange(1, 4)
        parameters = [(f"a{i}", "int") for i in range(arity)]
        if self.chance(30):
            parameters.append(("x0", "float"))
        defaults = self.rng.randrange(0, len(parameters)) if self.chance(50) else 0
        result = self.pick("int", "int", "int", "float")
        if self.chance(25):
            result = "int"
            parameters, defaults = [("a0", "int"), ("a1", "int")], 0
        header = []
        for i, (p, kind) in enumerate(parameters):
            default = f"={self.constant() if kind == 'int' else self.rng.choice(FLOATS)}"
            header.append(p + (default if i >= len(parameters) - defaults else ""))
        self.emit(f"def {name}({', '.join(header)}):")
        self.indent += 1
        self.cost = 1
        self.factor = 1
        self.round = None
        self.closure = False
        self.in_loop = False
        self.names = {
            "int": [p for p, k in parameters if k == "int"],
            "float": [p for p, k in parameters if k == "float"] or ["x0"],
            "bool": ["p1"],
        }
        if self.chance(55):
            # Small enough to be taken into a caller's trace.
            self.emit("p1 = a0 > 0; o = OBJ; q = o; w = WOBJ; v = VOBJ; L = LIST; M = LIST; T = TUP; D = DIC; S = 'ab'")
            if ("x0", "float") not in parameters:
                self.emit("x0 = 0.5")
            for _ in range(self.rng.randrange(0, 3)):
                way = self.rng.randrange(4)
                if way == 0:
                    self.emit(f"if {self.bool_(2)}:")
                    self.emit(f"    return {self.expression(result, 2)}")
                elif way == 1:
                    self.emit(f"for i0 in range({self.rng.randrange(4)}):")
                    self.emit(f"    a0 = (a0 {self.pick('+', '-', '*', '^')} {self.int_(1)}) % 1000003")
                    self.cost += 3
                else:
                    self.emit(f"a0 = {self.int_(2)}")
            self.emit(f"return {self.expression(result, 3)}")
        else:
            ints = [f"b{i}" for i in range(2)]
            self.prologue(ints, ["y0"])
            if ("x0", "float") not in parameters:
                self.emit("x0 = 0.5")
            self.names["int"] += ints
            self.names["float"].append("y0")
            self.names["bool"].append("p2")
            for _ in range(self.rng.randrange(2, 5)):
                self.statement()
            self.clip()
            self.emit(f"return {self.expression(result, 2)}")
        self.indent -= 1
        self.functions.append(Function(name, parameters, defaults, result, self.cost + 5))

    def main(self):
        self.emit("def main(N):")
        self.indent += 1
        self.cost = 1
        self.factor = self.rounds
        self.names = {"int": ["a1", "a2", "b1", "c1"], "float": ["x1", "x2"], "bool": ["p1", "p2"]}
        self.prologue(self.names["int"], self.names["float"])
        self.closure = self.chance(50)
        if self.closure:
            self.emit("cell = 5")
            self.emit(f"def h(z1, z2={self.constant()}):")
            self.emit("    nonlocal cell")
            self.emit(f"    cell = (cell + z1) % {self.pick(1009, 65537, 2**48)}")
            self.emit(f"    return {self.pick('cell - z2', 'z1 ^ cell', 'z1 * 3 - cell', 'cell if z1 else z2')}")
        self.round = "r"
        self.emit(self.pick("for r in range(N):", "r = -1\n    while r < N - 1:\n        r += 1", "for r in list(range(N)):"))
        self.indent += 1
        self.emit("try:")
        # break would end the rounds
        self.in_loop = False
        for _ in range(self.rng.randrange(4, 11)):
            if self.chance(35):
                self.indent += 1
                self.emit("try:")
                self.block(self.rng.randrange(1, 3))
                self.emit(f"except {self.pick('Exception', 'Exception', 'ArithmeticError')} as e_:")
                self.emit("    out(type(e_).__name__, str(e_), where(e_))")
                self.indent -= 1
            else:
                self.block(1)
        self.emit("except Exception as e_:")
        self.emit("    out(type(e_).__name__, str(e_), where(e_))")
        self.emit(f"    a1 = {self.constant()} + r; a2 = r; b1 = {self.constant()} - r * r; c1 = r % 5; x1 = r / 8; x2 = {self.rng.choice(FLOATS)}")
        self.emit("    L = [3, 1, 4, 1, 5]; M = [2, 7, 1, 8]; T = (1, 2, 3); o = A(1); p1 = True; S = 's'")
        self.clip()
        for name in ("x1", "x2"):
            self.emit(f"if {name} is None or not -1e300 < {name} < 1e300:")
            self.emit(f"    {name} = {self.pick('0.25', '-0.0', '3.5')}")
        if self.chance(60):
            self.emit(f"if r % {self.pick(1, 2, 7) if not self.plain else 9} == 0:")
            self.emit("    out(r, a1, a2, b1, c1, x1, x2, p1, p2)")
        self.indent -= 1
        self.emit("sys.settrace(None)")
        self.emit("out(sorted(seen.items()))")
        self.emit("out(a1, a2, b1, c1, x1, x2, p1, p2, S)")
        self.emit("out(L, M, T, sorted(D.items()), state(o), state(q), state(w), G0, G1, GF)")
        self.indent -= 1

    def program(self):
        self.lines.append(PREAMBLE)
        for number in range(self.rng.randrange(1, 5)):
            self.function(number)
        self.main()
        self.emit("main(N)")
        return "\n".join(self.lines) + "\n"


# What makes two names lead to one thing, and the names.
ALIASES = (
    ("q = o", "o.n", "q.n"), ("q = o", "o.n", "q.n"), ("o = OBJ", "o.n", "OBJ.n"), ("v = VOBJ", "v.x", "VOBJ.x"),
    ("M = L", "L[1]", "M[1]"), ("M = L", "L[0]", "M[a2 & 1]"), ("pass", "ROWS[0][1]", "ROWS[a1 & 1][1]"),
)


class Tight(Maker):
    """Loops of nothing but what traces contain, and now and then a round that is otherwise."""

    def int_(self, depth):
        if depth <= 0 or self.chance(15):
            if self.chance(75):
                return self.variable("int")
            return self.pick("0", "1", "2", "3", "7", "(-1)", "(-5)", "100", "281474976710655", "(-281474976710656)", "65536")
        sub = lambda: self.int_(depth - 1)
        mask = self.pick(255, 1023, 2**20 - 1, 2**47 - 1, 2**48 - 1)
        shift = self.rng.randrange(12)
        return self.pick(
            f"({sub()} + {sub()})", f"({sub()} - {sub()})", f"({sub()} + {sub()})", f"({sub()} - {sub()})",
            f"({sub()} * {self.pick(2, 3, -1, 7, 1, 0, -2)})", f"({sub()} * {sub()} % {mask})",
            f"({sub()} & {mask})", f"({sub()} {self.pick('&', '|', '^')} {sub()})", f"({sub()} % {self.pick(3, 4, 7, -5, 16, 1000003, -8, 1)})",
            f"({sub()} // {self.pick(3, 4, 7, -5, 16, -1, 2, 1)})", f"({sub()} {self.pick('//', '%')} ({sub()} | 1))",
            f"({sub()} >> {shift})", f"(({sub()} & {mask >> 12}) << {shift})", f"({sub()} >> ({sub()} & 31))",
            f"(({sub()} & 255) << ({sub()} & 31))", f"(-{sub()})", f"({sub()} if {self.bool_(depth - 1)} else {sub()})",
            f"L[{sub()} & 3]", f"L[{sub()} % len(L)]", f"L[-1 - ({sub()} & 1)]", f"T[{sub()} % 3]", f"M[{sub()} & 1]",
            "len(L)", "len(T)", "o.n", "o.n", "q.n", "v.x", "v.y", f"o.m({sub()})", f"q.m({sub()})", f"o.p({sub()}, {sub()})", f"o.p({sub()})",
            "o.two", "o.K", "A.K", f"A.s({sub()})", f"A.c({sub()})", f"A({sub()}, 0.5).n", f"V({sub()}, 3).x", f"v.swap({sub()})",
            f"o.bound({sub()})", "G0", "MOD.value", "ROWS[1][2]", f"ROWS[{sub()} & 1][1]", f"Wide({sub()}).s3",
            f"HS[{sub()} % 3]({sub()})", f"HS[{sub()} & 1]({sub()}, {sub()})", f"(-({sub()} | -281474976710656))", f"({sub()} & -281474976710656)",
            "q.n", "M[2]", "L[2]", self.tight_call("int", depth), self.tight_call("int", depth), self.tight_call("int", depth),
            f"h({sub()})" if self.closure else sub(), f"h({sub()}, {sub()})" if self.closure else sub(), "cell" if self.closure else sub(),
        )

    def tight_call(self, kind, depth):
        return self.call(kind, depth) or self.variable(kind)

    def float_(self, depth):
        if depth <= 0 or self.chance(20):
            return self.variable("float") if self.chance(70) else f"({self.rng.choice(FLOATS)})"
        sub = lambda: self.float_(depth - 1)
        number = lambda: self.pick(self.float_, self.int_)(depth - 1)
        return self.pick(
            f"({sub()} + {sub()})", f"({sub()} - {sub()})", f"({sub()} * {sub()})", f"({sub()} + {number()})", f"({number()} - {sub()})",
            f"({number()} * {sub()})", f"({sub()} / {self.pick('2.0', '3.0', '-4.0', '0.5', '7', '1e10')})", f"({self.int_(depth - 1)} / {self.pick(3, 4, -7)})",
            f"({sub()} / ({sub()} * 0.0 + 3.0))", f"(-{sub()})", f"sqrt({self.int_(depth - 1)} & 65535)", "o.f", "q.f",
            f"({sub()} if {self.bool_(depth - 1)} else {sub()})", self.tight_call("float", depth), f"({sub()} - 0.0)", f"({sub()} * 1.0)",
        )

    def bool_(self, depth):
        compare = self.pick("<", "<=", "==", "!=", ">", ">=")
        if depth <= 0:
            return self.pick(f"({self.variable('int')} {compare} {self.variable('int')})", self.variable("bool"))
        return self.pick(
            f"({self.int_(depth - 1)} {compare} {self.int_(depth - 1)})", f"({self.int_(depth - 1)} {compare} {self.int_(depth - 1)})",
            f"({self.float_(depth - 1)} {compare} {self.float_(depth - 1)})", f"(not {self.bool_(depth - 1)})",
            f"({self.bool_(depth - 1)} {self.pick('and', 'or')} {self.bool_(depth - 1)})",
            f"({self.int_(depth - 1)} < {self.int_(0)} {compare} {self.int_(0)})", "(o is q)", "(o.opt is None)", "(o.opt is not None)",
            f"({self.variable('bool')} is {self.variable('bool')})", f"(not {self.variable('int')})", f"({self.variable('int')} is {self.variable('int')})",
        )

    def bring_back(self, name):
        limit = self.pick(2**47, 2**46, 1000003, 2**40, 2**48 - 1)
        self.emit(f"if {name} > {limit} or {name} < -{limit}:")
        self.emit(f"    {name} = {self.pick('11', '-3', '2**46 - 5', f'{name} % 10007', f'{name} & 65535')}")

    def statement(self):
        way = self.rng.randrange(22)
        a = self.target("int")
        start = len(self.lines)
        if way < 5:
            self.emit(f"{a} = {self.int_(self.pick(1, 2, 2, 3))}")
            self.tame(start, a)
        elif way < 7:
            self.emit(f"{a} {self.pick('+', '-', '^', '|', '&', '+')}= {self.int_(1)}")
        elif way < 9:
            x = self.target("float")
            self.emit(f"{x} = {self.float_(2)}")
            self.emit(f"if {x} > 1e200 or {x} < -1e200 or {x} != {x}:")
            self.emit(f"    {x} = {self.pick('0.25', '-0.0', '3.5')}")
        elif way == 9:
            self.emit(f"{self.target('bool')} = {self.bool_(2)}")
        elif way < 12 and self.level < 4:
            self.emit(f"if {self.bool_(2)}:")
            self.block(self.rng.randrange(1, 3))
            if self.chance(50):
                self.emit("else:")
                self.block(1)
        elif way < 14 and self.level < 4:
            self.inner()
        elif way == 14:
            self.emit(self.pick(
                f"L[{self.int_(1)} & 3] = {self.int_(1)} & 0xFFFFFFFFFFF", f"M[{self.pick(0, 1)}] = {self.int_(1)} & 255",
                f"ROWS[0][{self.int_(1)} & 3] = {self.int_(1)} & 1023", "L[0], L[1] = L[1], L[0]", f"L[2] += {self.int_(0)} & 3",
            ))
        elif way == 15:
            self.emit(f"if len(L) < {self.pick(6, 40)}:")
            self.emit(f"    L.append({self.int_(1)} & 1023)")
        elif way == 16:
            self.emit(self.pick(
                f"o.n = {self.int_(1)} % 1000003", f"q.n += {self.int_(0)} & 3", f"o.f = {self.float_(1)}", f"v.x = {self.int_(1)} & 4095", "o, q = q, o", "q = o", "q = o", "M = L", "v = VOBJ",
                f"o = A({self.int_(1)} & 255, 1.25)", f"v = V({self.int_(1)} & 7, v.x)", "o.opt = None", f"o.two = {self.int_(1)} & 1023",
            ))
        elif way == 17:
            b = self.target("int")
            self.emit(self.pick(f"{a}, {b} = {b}, {a}", f"{a}, {b} = {self.int_(1)} & 65535, {self.int_(1)} & 255", f"{a}, {b}, c_ = T", f"{a} = {b}"))
        elif way == 18 and self.level < 4:
            self.emit("try:")
            self.block(1)
            self.emit(f"    {a} = {self.int_(1)} {self.pick('//', '%')} ({self.int_(1)} % {self.pick(5, 17, 40)})")
            self.emit("except ZeroDivisionError as e_:")
            self.emit(f"    {a} = {self.pick('where(e_)[-1][1]', '3', '-1')}")
        elif way in (19, 20):
            self.aliases(a)
        else:
            self.rare()

    def aliases(self, a):
        """Stores through two names, which may be of one thing, before it is read through the first again."""
        _, one, other = self.alias
        one, other = self.pick((one, other), (one, other), (other, one))
        self.emit(f"{one} = {self.int_(1)} & 4095" if self.chance(50) else f"{a} = {one}")
        self.emit(f"{other} = {self.int_(1)} & 1023")
        # Nothing else is kept in k0, so that what was read shows at the end.
        self.emit(f"{a} {self.pick('=', '+=', '-=')} {one}" if self.round is None else f"k0 = k0 * 5 + {one} & 0xFFFFFFFF")

    def inner(self):
        if self.loops >= 2:
            return self.emit(f"{self.target('int')} = {self.int_(1)} & 65535")
        self.loops += 1
        factor, self.factor = self.factor, self.factor * 5
        ints = self.names["int"]
        self.names["int"] = list(ints)
        i = self.fresh("i")
        way = self.rng.randrange(6)
        if way < 3:
            times = self.rng.randrange(1, 7)
            self.emit(f"for {i} in {self.pick(f'range({times})', f'range({self.int_(1)} & 7)', f'range(2, {times} + 3)', f'range({self.int_(0)} & 15, 9)')}:")
        elif way == 3:
            self.emit(f"for {i} in {self.pick('L', 'T', 'M', '(1, 5, -3, 2)')}:")
        else:
            self.emit(f"{i} = {self.rng.randrange(3)}")
            self.emit(f"while {i} < {self.rng.randrange(2, 7)}{self.pick('', f' and {self.bool_(1)}')}:")
            self.emit(f"    {i} += {self.pick(1, 1, 2)}")
        self.names["int"].append(i)
        self.block(self.rng.randrange(1, 4))
        if self.chance(20):
            self.emit(f"    if {self.bool_(1)}:")
            self.emit(f"        {self.pick('break', 'continue')}")
            self.block(1)
        self.names["int"] = ints
        self.factor = factor
        self.loops -= 1

    def tight_function(self, number):
        kind = self.pick("int", "int", "float")
        arity = self.rng.randrange(1, 4)
        parameters = [(f"a{i}", "int") for i in range(arity)]
        defaults = self.rng.randrange(0, arity) if self.chance(40) else 0
        text = [p + (f"={self.rng.randrange(9)}" if i >= arity - defaults else "") for i, (p, _) in enumerate(parameters)]
        if kind == "float":
            parameters.append(("x0", "float"))
            text.append("x0=2.5" if defaults else "x0")
            defaults += 1 if defaults else 0
        self.emit(f"def f{number}({', '.join(text)}):")
        self.names = {"int": [p for p, k in parameters if k == "int"], "float": ["x0"], "bool": ["p1"]}
        self.cost = self.factor = 1
        self.round = None
        self.closure = False
        self.alias = ALIASES[0]
        self.indent += 1
        self.emit("o = OBJ; q = OTHER; v = VOBJ; L = LIST; M = LIST; T = (7, 8, 9); p1 = a0 > 3")
        if kind == "int":
            self.emit("x0 = 0.75")
        for _ in range(self.rng.randrange(0, 3)):
            if self.chance(40):
                self.emit(f"if {self.bool_(1)}:")
                self.emit(f"    return {self.expression(kind, 1)}")
            else:
                self.statement()
        self.emit(f"return {self.expression(kind, 2)}")
        self.indent -= 1
        self.functions.append(Function(f"f{number}", parameters, defaults, kind, self.cost + 3))

    def main(self):
        self.traced = False
        self.emit("def main(N):")
        self.indent += 1
        self.cost, self.factor = 1, self.rounds
        self.names = {"int": ["a1", "a2", "b1"], "float": ["x1", "x2"], "bool": ["p1", "p2"]}
        self.prologue(self.names["int"], self.names["float"])
        self.closure = self.chance(40)
        if self.closure:
            self.emit("cell = 5")
            self.emit("def h(z1, z2=4):")
            self.emit(f"    {self.pick('nonlocal cell', 'pass')}")
            if "nonlocal" in self.lines[-1]:
                self.emit(f"    cell = (cell + z1) % {self.pick(1009, 65537)}")
            self.emit(f"    return {self.pick('cell - z2', 'z1 ^ cell', 'z1 * 3 - cell', 'cell if z1 else z2')}")
        self.round = "r"
        self.names["int"].append("r")
        # Before the loop: a trace that has seen it knows that both are one.
        self.alias = self.rng.choice(ALIASES)
        self.emit(self.pick(self.alias[0], self.alias[0], "pass") + "; k0 = 1")
        self.emit("for e in range(3):")
        self.emit("    r = 0")
        self.emit("    try:")
        self.indent += 2
        self.emit(self.pick("for r in range(N):", "while r < N:\n                r += 1"))
        self.names["int"] = [n for n in self.names["int"] if n != "r"]
        self.indent += 1
        for name in self.names["int"]:
            self.bring_back(name)
        for _ in range(self.rng.randrange(2, 9)):
            self.statement()
        self.indent -= 2
        self.emit("except Exception as e_:")
        self.emit("    out(r, type(e_).__name__, str(e_), where(e_), a1, a2, b1, x1, x2, p1, p2)")
        self.emit("    a1 = r; a2 = 3 - r; b1 = 7; x1 = 0.5; x2 = -0.0; p1 = False; p2 = True; o = A(1); q = B(3)")
        self.emit("    L = [3, 1, 4, 1, 5]; M = [2, 7, 1, 8]; T = (1, 2, 3); v = V(1, 5)")
        self.emit("out(r, a1, a2, b1, k0, x1, x2, p1, p2, L, M, T, ROWS)")
        self.indent -= 1
        self.emit("out(state(o), state(q), v.x, v.y, G0, state(OBJ), state(OTHER), LIST)")
        self.indent -= 1

    def function(self, number):
        self.tight_function(number)


PREAMBLE = '''\
from math import sqrt, inf as INF, nan as NAN
import sys
import types
MOD = types.ModuleType("mod")
MOD.value = 40
G0 = 3
G1 = 4
G2 = [0]
GF = 0.5
ROWS = [[1, 2, 3, 4], [5, 6, 7, 8]]
class Odd(Exception):
    pass
class A:
    K = 5
    def __init__(self, n, f=1.5):
        self.n = n
        self.f = f
        self.opt = None
    def m(self, a):
        return self.n + a
    def p(self, a, b=2):
        if a < b:
            return self.n - a
        return self.m(b)
    @property
    def two(self):
        return self.n * 2
    @two.setter
    def two(self, value):
        self.n = value // 2
    def try_(self, a):
        try:
            if a & 3 == 1:
                raise Odd(a)
            return fails(a)
        except ValueError as e:
            return self.n - len(e.args)
        except Odd:
            return -a
        finally:
            self.n = (self.n + 1) % 1000
    def bound(self, a):
        g = self.m
        return g(a)
    @staticmethod
    def s(a):
        return a + 1
    @classmethod
    def c(cls, a):
        return cls.K - a
class B(A):
    K = 6
    def m(self, a):
        return super().m(a) - 1
class W(A):
    def __init__(self, n):
        self.opt = 1
        self.f = 0.25
        self.n = n
    def __getitem__(self, k):
        return self.n + k
class V:
    __slots__ = ("x", "y")
    def __init__(self, x, y):
        self.x = x
        self.y = y
    def swap(self, a):
        self.x, self.y = self.y, self.x
        return a - self.x
class Wide:
    __slots__ = tuple(f"s{i}" for i in range(70))
    def __init__(self, n):
        self.s69 = n
        self.s3 = n + 1
OBJ = A(9)
OTHER = B(4)
WOBJ = W(3)
VOBJ = V(1, 2)
LIST = [5, 6, 7, 8]
TUP = (4, 5)
DIC = {0: 9, 1: 8, 2: 7, 3: 6}
def make(k):
    def inner(a, b=k * 3):
        return a * 2 + b - k
    return inner
HS = [make(1), make(5), make(9)]
def gen(n):
    for i in range(n):
        yield i * 3
def down(n, a):
    if n <= 0:
        return a & 0xFFF
    return down(n - 1, a + n) + 1
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
class Guarded:
    def __init__(self, swallow):
        self.swallow = swallow
    def __enter__(self):
        return self.swallow
    def __exit__(self, kind, value, trace):
        return kind is not None and self.swallow > 2
def rows(n):
    for i in range(n):
        t = 0
        for j in range(4):
            t += A.s(j) * i + deep(j)
        yield t
def deep(a):
    return deeper(a * 3)
def until(n):
    t = 0
    while True:
        for o in (OBJ, OTHER):
            t += o.m(n)
            if t % 7 == 3:
                return t
        n += 1
        if n > 30:
            return -1
def pair(a):
    return a, a + 1
def fails(a):
    if a % 3 == 0:
        raise Odd(a)
    return deeper(a) + 1
def deeper(a):
    if a % 3 == 1:
        raise ValueError(a)
    return 10 // (a % 5 - 2)
def wrapped(f):
    def inner(*args, **kwargs):
        return f(*args, **kwargs)
    return inner
seen = {}
def watch(frame, event, arg):
    key = (frame.f_code.co_name, event, frame.f_lineno)
    seen[key] = seen.get(key, 0) + 1
    return watch
def state(o):
    return type(o).__name__ + (str(vars(o)) if o is not None else "")
def where(e):
    found = []
    t = e.__traceback__
    while t is not None:
        found.append((t.tb_frame.f_code.co_name, t.tb_lineno))
        t = t.tb_next
    return found if len(found) < 90 else "deep"
'''


class Said:
    """The first lines that a program says, and a checksum of all."""

    LIMIT = 40

    def __init__(self):
        self.lines = []
        self.count = 0
        self.sum = 0

    def __call__(self, *values):
        text = repr(values)
        self.count += 1
        self.sum = zlib.crc32(text.encode("utf-8", "backslashreplace"), self.sum)
        if self.count <= self.LIMIT:
            self.lines.append(text)


def execute(code, rounds):
    said = Said()
    try:
        exec(code, {"__name__": "p", "out": said, "N": rounds})
    except Exception as e:
        said("ended", type(e).__name__, str(e))
    return said


def together(code, rounds, threads):
    """What each of several threads says that run the same code at once, on globals of their own."""
    saids = []
    running = [threading.Thread(target=lambda: saids.append(execute(code, rounds))) for _ in range(threads)]
    for thread in running:
        thread.start()
    for thread in running:
        thread.join()
    return saids


def run(programs, rounds, only=None, threads=0):
    """Each program twice: the second time its code is warm and its globals are others."""
    for number, source in enumerate(programs):
        if only is not None and number != only:
            continue
        if only is not None:
            Said.LIMIT = 10**9
        code = compile(source, f"<{number}>", "exec")
        first = execute(code, rounds)
        others = together(code, rounds, threads) if threads else [execute(code, rounds)]
        for line in first.lines:
            print(number, line)
        print(number, "said", first.count, first.sum)
        for other in others:
            if other.sum != first.sum:
                print(number, "says then", other.count, other.sum)
                for i, (a, b) in enumerate(zip(first.lines, other.lines)):
                    if a != b:
                        print(number, "line", i, a, "then", b)
                        break
        sys.stdout.flush()


def make(file, seed, count, rounds):
    kinds = (Maker, Tight)
    programs = [kinds[i % 2](seed * 1_000_000 + i, rounds).program() for i in range(count)]
    with open(file, "w") as out:
        json.dump({"rounds": rounds, "programs": programs}, out)


def read(file):
    with open(file) as f:
        data = json.load(f)
    return data["programs"], data["rounds"]


def output(command, file):
    import shlex, subprocess

    words = shlex.split(command)
    threads = [w for w in words if w.startswith("threads=")]
    words = [w for w in words if w not in threads] + [__file__, "--run", file] + threads
    done = subprocess.run(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    said = {}
    for line in done.stdout.decode("utf-8", "replace").splitlines():
        number, _, text = line.partition(" ")
        said.setdefault(number, []).append(text)
    return said, done.returncode, done.stderr.decode("utf-8", "replace")[-2000:]


def compare(taipan, python, seed, count, rounds, modes):
    import tempfile

    with tempfile.NamedTemporaryFile(suffix=".json") as f:
        make(f.name, seed, count, rounds)
        expected, _, _ = output(python, f.name)
        failed = False
        for mode in modes:
            said, code, errors = output(f"{taipan} {mode}", f.name)
            wrong = [n for n in expected if said.get(n) != expected[n]]
            failed |= bool(wrong) or code != 0
            print(f"{mode}: {len(expected) - len(wrong)} of {count} agree", end="")
            print(f"; not {' '.join(wrong)}" if wrong else "", flush=True)
            if code != 0:
                print(f"ended with {code}: {errors}")
    return 1 if failed else 0


def main(arguments):
    what = arguments[0]
    if what == "--make":
        make(arguments[1], int(arguments[2]), int(arguments[3]), int((arguments[4:] or [60])[0]))
    elif what == "--run":
        programs, rounds = read(arguments[1])
        numbers = [int(a) for a in arguments[2:] if "=" not in a]
        threads = [int(a[8:]) for a in arguments[2:] if a.startswith("threads=")]
        for into in [a[5:] for a in arguments[2:] if a.startswith("into=")]:
            sys.stdout = open(into, "w")
        run(programs, rounds, *(numbers or [None]), *threads)
    elif what == "--show":
        print(read(arguments[1])[0][int(arguments[2])], end="")
    elif what == "--compare":
        taipan, python, seed, count, *rest = arguments[1:]
        rounds = int(rest[0]) if rest and rest[0].isdigit() else 60
        modes = [r for r in rest if not r.isdigit()] or MODES
        return compare(taipan, python, int(seed), int(count), rounds, modes)
    else:
        print(__doc__)
        return 2
    return 0


if __name__ == "__main__":
    status = main(sys.argv[1:])
    if status:
        sys.exit(status)

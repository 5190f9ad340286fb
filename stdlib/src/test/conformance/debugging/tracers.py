"""bdb, trace, cProfile and profile."""
import bdb
import cProfile
import io
import profile
import pstats
import sys
import trace


def fact(n):
    if n < 2:
        return 1
    return n * fact(n - 1)


def program():
    values = []
    for i in range(4):
        values.append(fact(i))
    return sum(values)


class Stepper(bdb.Bdb):
    def __init__(self):
        super().__init__()
        self.log = []

    def note(self, kind, frame):
        self.log.append((kind, frame.f_code.co_name, frame.f_lineno - program.__code__.co_firstlineno))

    def user_call(self, frame, args):
        self.note("call", frame)
        self.set_step()

    def user_line(self, frame):
        self.note("line", frame)
        self.set_step() if len(self.log) < 12 else self.set_continue()

    def user_return(self, frame, value):
        self.log.append(("return", frame.f_code.co_name, value))
        self.set_step()


s = Stepper()
print(s.runcall(program))
for entry in s.log:
    print("  ", *entry)

t = trace.Trace(count=1, trace=0, countfuncs=0)
print(t.runfunc(program))
first = fact.__code__.co_firstlineno
counts = {line - first: n for (file, line), n in t.results().counts.items() if file == __file__}
print(sorted(counts.items()))

t = trace.Trace(count=0, trace=0, countcallers=1)
t.runfunc(program)
print(sorted((a[2].split(".")[-1], b[2].split(".")[-1]) for a, b in t.results().callers))

for module in (cProfile, profile):
    p = module.Profile()
    if module is cProfile:
        p.enable()
        program()
        p.disable()
    else:
        p.runcall(program)
    p.create_stats()
    rows = {}
    for (file, line, name), (cc, nc, tt, ct, callers) in p.stats.items():
        if "disable" in name or "setprofile" in name or name == "profiler" or "exec" in name or "function program" in name:
            continue
        rows[name] = (cc, nc, sorted((c[2], v[0] if isinstance(v, tuple) else v) for c, v in callers.items()) if name != "program" else [])
    for name in sorted(rows):
        print(module.__name__, name, *rows[name])
out = io.StringIO()
p = cProfile.Profile()
p.runcall(program)
pstats.Stats(p, stream=out).strip_dirs().sort_stats("ncalls", "name").print_stats("fact|append")
print([line.split()[0] for line in out.getvalue().splitlines() if "fact)" in line or "append" in line])
clock = iter(range(1000))
p = cProfile.Profile(lambda: next(clock), 0.5)
p.runcall(fact, 3)
p.create_stats()
print({name: (cc, nc, tt, ct) for (_, _, name), (cc, nc, tt, ct, _) in p.stats.items() if name == "fact"})

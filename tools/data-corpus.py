#!/usr/bin/env python3
"""data-corpus: compares numbers, random sequences and data formats with CPython.

    tools/data-corpus.py --compare TAIPAN PYTHON [--seed N] [--count N]
    tools/data-corpus.py --make PART SEED COUNT     prints a digest for each thousand cases
    tools/data-corpus.py --write FILE SEED COUNT    writes values in three formats
    tools/data-corpus.py --read FILE SEED COUNT     reads them and compares

The parts: floats (repr, format, parsing of random doubles), random (every method of random.Random),
struct (packing and unpacking), json (writing and reading), pickle (reading back what was written).
--compare runs both commands on every part, then lets each read what the other one wrote. It exits
with 1 at the first difference and names the block in which it is.
"""

import argparse
import hashlib
import json
import math
import pickle
import random
import shlex
import struct
import subprocess
import sys
import tempfile

BLOCK = 1000


def doubles(rng):
    """Doubles of every size: random bits, short decimals, whole numbers, neighbours of powers."""
    kind = rng.randrange(4)
    if kind == 0:
        value = struct.unpack("<d", struct.pack("<Q", rng.getrandbits(64)))[0]
        return value if value == value else 0.5
    if kind == 1:
        return rng.randrange(-(10**6), 10**6) / 10 ** rng.randrange(12)
    if kind == 2:
        return float(rng.getrandbits(rng.randrange(1, 80)))
    return math.nextafter(2.0 ** rng.randrange(-1074, 1023), rng.choice((-math.inf, math.inf)))


def floats(rng):
    value = doubles(rng)
    text = repr(value)
    if float(text) != value:
        return "not read back: " + text
    spec = rng.choice((".3f", ".0e", ".17g", ",.2f", "+.10g", "e", "%", "12.4", ".30f", "#.6g", "08.2f"))
    digits = "%d.%0*de%d" % (rng.getrandbits(30), rng.randrange(1, 25), rng.getrandbits(40), rng.randrange(-330, 310))
    return "%s|%s|%s|%r|%s|%r" % (text, format(value, spec), "%.12g" % value, float(digits), value.hex(), round(value, rng.randrange(-3, 8)) if abs(value) < 1e100 else 0)


def randoms(rng):
    r = random.Random(rng.choice((rng.getrandbits(100), str(rng.random()), rng.random(), rng.randbytes(9))))
    return repr((
        r.random(), r.getrandbits(77), r.randrange(10**20), r.randint(-5, 5), r.choice("abcdefg"), r.choices(range(9), [1, 2, 3] * 3, k=4),
        r.sample(range(1000), 5), r.uniform(-1, 9), r.triangular(), r.gauss(0, 2), r.normalvariate(1, 3), r.lognormvariate(0, 1), r.expovariate(2),
        r.vonmisesvariate(1, 2), r.gammavariate(0.5, 2), r.gammavariate(3, 2), r.betavariate(2, 3), r.paretovariate(3), r.weibullvariate(1, 2),
        r.binomialvariate(50, 0.3), r.shuffle(x := list(range(20))), x, r.randbytes(11), hash(r.getstate()[1]) is not None,
    ))


STRUCT = {"b": 8, "B": 8, "h": 16, "H": 16, "i": 32, "I": 32, "l": 32, "L": 32, "q": 64, "Q": 64}


def structs(rng):
    code, values = rng.choice("<>=!"), []
    for _ in range(rng.randrange(1, 8)):
        c = rng.choice("bBhHiIlLqQfdesx?c")
        if c in STRUCT:
            top = 1 << STRUCT[c] - 1
            values.append(rng.randrange(-top, top) if c.islower() else rng.randrange(2 * top))
        elif c in "fde":
            values.append(rng.uniform(-1000, 1000))
        elif c == "s":
            c = "%ds" % rng.randrange(9)
            values.append(rng.randbytes(rng.randrange(9)))
        elif c == "?":
            values.append(rng.random() < 0.5)
        elif c == "c":
            values.append(rng.randbytes(1))
        code += c
    packed = struct.pack(code, *values)
    return "%s %s %r" % (code, packed.hex(), struct.unpack(code, packed))


def value(rng, depth=0, keys=str):
    """A value that JSON can hold, or, with other keys, pickle."""
    kind = rng.randrange(9 if depth < 4 else 6)
    if kind == 0:
        return rng.choice((None, True, False))
    if kind == 1:
        return rng.getrandbits(rng.randrange(1, 200)) * rng.choice((1, -1))
    if kind == 2:
        return doubles(rng)
    if kind < 6:
        return "".join(chr(rng.choice((rng.randrange(32, 127), rng.randrange(0xD000), rng.randrange(0x10000, 0x110000), rng.randrange(32)))) for _ in range(rng.randrange(12)))
    if kind == 6:
        return [value(rng, depth + 1, keys) for _ in range(rng.randrange(5))]
    if kind == 7 and keys is not str:
        return rng.choice((tuple, frozenset, set))(value(rng, 5) for _ in range(rng.randrange(4))) if rng.random() < 0.7 else rng.randbytes(20)
    return {value(rng, 5) if keys is not str else str(value(rng, 5)): value(rng, depth + 1, keys) for _ in range(rng.randrange(5))}


def jsons(rng):
    v = value(rng)
    text = json.dumps(v, ensure_ascii=rng.random() < 0.5, indent=rng.choice((None, 1)), sort_keys=rng.random() < 0.3)
    return text if json.loads(text) == v else "not read back: " + text


def pickles(rng):
    v = value(rng, keys=object)
    data = pickle.dumps(v, rng.randrange(6))
    return repr(type(v)) if pickle.loads(data) == v else "not read back: %r" % (v,)


PARTS = {"floats": floats, "random": randoms, "struct": structs, "json": jsons, "pickle": pickles}


def make(part, seed, count):
    rng, digest = random.Random("%s %d" % (part, seed)), hashlib.sha256()
    for i in range(1, count + 1):
        text = PARTS[part](rng)
        if text.startswith("not read back"):
            sys.exit("%s %d: %s" % (part, i, ascii(text)))
        digest.update(text.encode("utf-8", "surrogatepass"))
        if i % BLOCK == 0 or i == count:
            print(part, i, digest.hexdigest()[:16])


def exchanged(seed, count):
    rng = random.Random(seed)
    return [value(rng, keys=object) for _ in range(count)], [value(rng) for _ in range(count)], [doubles(rng) for _ in range(count)]


def write(path, seed, count):
    objects, plain, numbers = exchanged(seed, count)
    with open(path, "wb") as file:
        for protocol in range(6):
            pickle.dump(objects, file, protocol)
        pickle.dump(json.dumps(plain), file)
        pickle.dump(struct.pack("<%dd" % count, *numbers), file)


def read(path, seed, count):
    objects, plain, numbers = exchanged(seed, count)
    with open(path, "rb") as file:
        for protocol in range(6):
            if pickle.load(file) != objects:
                sys.exit("pickle protocol %d differs" % protocol)
        if json.loads(pickle.load(file)) != plain:
            sys.exit("json differs")
        if list(struct.unpack("<%dd" % count, pickle.load(file))) != numbers:
            sys.exit("struct differs")


def output(command, *arguments):
    done = subprocess.run([*shlex.split(command), __file__, *map(str, arguments)], stdout=subprocess.PIPE, text=True)
    if done.returncode != 0:
        sys.exit("%s failed on %s" % (command, " ".join(map(str, arguments))))
    return done.stdout


def compare(ours, theirs, seed, count):
    for part in PARTS:
        cases = count if part == "floats" else max(BLOCK, count // 100)
        pairs = zip(output(ours, "--make", part, seed, cases).splitlines(), output(theirs, "--make", part, seed, cases).splitlines())
        for mine, reference in pairs:
            if mine != reference:
                sys.exit("differs: " + mine)
        print(part, cases, "cases are the same", flush=True)
    for writer, reader in ((ours, theirs), (theirs, ours)):
        with tempfile.NamedTemporaryFile() as file:
            output(writer, "--write", file.name, seed, BLOCK)
            output(reader, "--read", file.name, seed, BLOCK)
    print("pickle, json and struct are read both ways")


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--compare", nargs=2)
    parser.add_argument("--make", nargs=3)
    parser.add_argument("--write", nargs=3)
    parser.add_argument("--read", nargs=3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=1_000_000)
    options = parser.parse_args()
    if options.compare:
        compare(*options.compare, options.seed, options.count)
    elif options.make:
        make(options.make[0], int(options.make[1]), int(options.make[2]))
    elif options.write:
        write(options.write[0], int(options.write[1]), int(options.write[2]))
    elif options.read:
        read(options.read[0], int(options.read[1]), int(options.read[2]))
    else:
        parser.error("nothing to do")


if __name__ == "__main__":
    main()

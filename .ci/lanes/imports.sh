#!/usr/bin/env bash
# Importing as a process sees it: cached code, site, -m, folders and archives.
# TAIPAN names another command to test.
set -uo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
taipan=${TAIPAN-$root/taipan}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
chmod 755 "$scratch"
cd "$scratch"
unset PYTHONPATH PYTHONPYCACHEPREFIX PYTHONDONTWRITEBYTECODE PYTHONNOUSERSITE
export HOME=$scratch/home
mkdir "$HOME"
passed=0 failed=0 skipped=0

# check NAME CONDITION...: the condition is a command
check() {
  local name=$1
  shift
  if "$@"; then
    ((passed++))
  else
    ((failed++))
    echo "FAILED: $name"
  fi
}
# says TEXT ARGUMENT...: the program's output, errors included
says() {
  local wanted=$1 got
  shift
  got=$("$taipan" "$@" 2>&1)
  [[ $got == "$wanted" ]] || { echo "  got: ${got:0:600}"; return 1; }
}
# ends STATUS TEXT ARGUMENT...: the exit code, and a text that the output holds
ends() {
  local status=$1 wanted=$2 got code
  shift 2
  got=$("$taipan" "$@" 2>&1 </dev/null)
  code=$?
  [[ $code == "$status" && $got == *"$wanted"* ]] || { echo "  got $code: ${got:0:600}"; return 1; }
}

# Builds what is missing, so that no word of that is in an answer.
"$taipan" -c pass 2>/dev/null

# ---- the modules of the start, made from the build's image or by their code
objects() { TAIPAN_JAVA_OPTS=$1 PYTHONHASHSEED=0 "$taipan" "${@:2}" "$root/.ci/lanes/start_objects.py"; }
same_start() {
  objects -Dtaipan.start=execute "$@" >executed 2>&1
  # The environment names the way.
  objects -Dtaipan.start="" "$@" 2>&1 | sed "s/-Dtaipan.start=/&execute/" >made
  [[ $(tail -n 1 made) == True ]] && cmp executed made
}
for options in -I -S "-I -S" "-O -s" ""; do
  check "the same objects at every start: $options" same_start $options
done
if [[ -r $root/.build/current ]]; then
  check "the build has made the image" test -s "$root/.build/$(<"$root/.build/current")/start.modules"
fi
# What nobody looks at is not made; posix is among the modules that come late.
makes_posix() {
  TAIPAN_JAVA_OPTS=-Xlog:class+init=info "$taipan" -c "$1" | grep -q "Initializing 'dev/taipan/stdlib/os/PosixFill'"
}
check "a start makes no names for nobody" eval '! makes_posix "pass"'
check "nor does reading a file" eval '! makes_posix "open(\"executed\").read()"'
check "but a look at a module does" makes_posix "import os; os.sep"
cat >late_classes.py <<'PY'
class Early: pass
assert list.__subclasses__() is not None
classes = object.__subclasses__()
names = [c.__name__ for c in classes]
assert classes[-1] is Early and names.index("ABC") < names.index("_wrap_close") < names.index("Quitter"), names
PY
cat >late_objects.py <<'PY'
import gc, sys
os = sys.modules["os"]
assert len(gc.get_referents(os)[0]) > 100
assert any(d.get("__name__") == "posixpath" for d in gc.get_objects() if type(d) is dict)
PY
cat >late_codecs.py <<'PY'
assert "\N{EURO SIGN}".encode("cp1252") == b"\x80"
PY
cat >late_threads.py <<'PY'
import _thread, sys
names = ["os", "io", "codecs", "abc", "posixpath", "stat", "posix", "_collections_abc"]
go, seen, lock = [], [], _thread.allocate_lock()
def look(name):
    while not go: pass
    own, other = vars(sys.modules[name]), vars(sys.modules["os"])
    with lock: seen.append((name, id(own), len(own), id(other), len(other)))
for name in names: _thread.start_new_thread(look, (name,))
go.append(1)
while len(seen) < len(names): [[] for _ in range(100)]
import os
assert {s[3:] for s in seen} == {(id(vars(os)), len(vars(os)))}, seen
assert all((i, n) == (id(vars(sys.modules[m])), len(vars(sys.modules[m]))) for m, i, n, *_ in seen), seen
assert os.environ["HOME"] and callable(os.getcwd)
PY
for program in late_classes late_objects late_codecs late_threads; do
  for options in "" "-X gc=stress:1" "-X gc=stress:64"; do
    TAIPAN_JAVA_OPTS=-ea check "$program $options" says "" $options $program.py
  done
done
mkdir -p before/encodings
echo 'print("my os")' >before/os.py
PYTHONPATH=before check "what is built in comes first" says "ok" -c "import os; print('ok')"
cat >before/encodings/__init__.py <<'PY'
print("my encodings")
PY
PYTHONPATH=before check "another package of codecs" says $'my encodings\nok' -c "print('ok')"
PYTHONPATH=before check "but not with -E" says "ok" -E -c "print('ok')"

# ---- cached code
mkdir cached
cat >cached/use.py <<'PY'
import mod
print(mod.value, mod.f())
PY
write() { printf 'value = %s\ndef f(): return value + 1\n' "$1" >cached/mod.py; }
pyc=cached/__pycache__/mod.taipan-312.pyc
write 10
check "a module is imported" says "10 11" cached/use.py
check "its code is cached" test -s $pyc
check "the cached code is used" says "10 11" cached/use.py
# The same size and time as the source says it is the same: what counts is the header.
touch -r cached/mod.py stamp
write 20
touch -r stamp cached/mod.py
check "time and size decide" says "10 11" cached/use.py
touch -d "2001-01-01" cached/mod.py
check "another time: compiled again" says "20 21" cached/use.py
write 300
touch -d "2001-01-01" cached/mod.py
check "another size: compiled again" says "300 301" cached/use.py
size=$(stat -c %s $pyc)
for at in 0 2 4 9 13 16 18 30 $((size / 2)) $((size - 1)); do
  "$taipan" cached/use.py >/dev/null # whole again
  printf '\xa5' | dd of=$pyc bs=1 seek=$at conv=notrunc status=none
  check "a damaged byte at $at" says "300 301" cached/use.py
done
for length in 0 3 15 20 $((size / 2)) $((size - 1)); do
  "$taipan" cached/use.py >/dev/null
  truncate -s $length $pyc
  check "cut off at $length" says "300 301" cached/use.py
done
check "importlib reads the same file" says "300 True" -c "
import sys; sys.path.insert(0, 'cached')
import importlib.util, importlib
spec = importlib.util.find_spec('mod')
module = importlib.util.module_from_spec(spec); spec.loader.exec_module(module)
print(module.value, spec.cached.endswith('cached/__pycache__/mod.taipan-312.pyc'))"
rm -r cached/__pycache__
check "-B" says "300 301" -B cached/use.py
check "-B writes nothing" test ! -e cached/__pycache__
check "PYTHONDONTWRITEBYTECODE" env PYTHONDONTWRITEBYTECODE=1 "$taipan" -c "
import sys; sys.path.insert(0, 'cached'); import mod; assert sys.dont_write_bytecode"
check "PYTHONDONTWRITEBYTECODE writes nothing" test ! -e cached/__pycache__
PYTHONPYCACHEPREFIX=$scratch/prefix check "PYTHONPYCACHEPREFIX" says "300 301" cached/use.py
check "the code is below the prefix" test -s "$scratch/prefix$scratch/cached/__pycache__/../mod.taipan-312.pyc" -o -s "$scratch/prefix$scratch/cached/mod.taipan-312.pyc"
check "and nowhere else" test ! -e cached/__pycache__
check "-X pycache_prefix" says "$scratch/other" -X pycache_prefix="$scratch/other" -c "import sys; print(sys.pycache_prefix)"

mkdir many
for i in 1 2 3 4 5 6; do
  printf 'import many%s\nname = %s\nclass C:\n    def f(self): return [x for x in range(%s)]\n' $((i + 1)) $i $i >many/many$i.py
done
printf 'name = 7\n' >many/many7.py
printf 'import many1, many6\nprint(many1.name + many6.name, len(many6.C().f()))\n' >many/use.py
at_once() {
  local i pids=() ok=0
  for i in 1 2 3 4 5 6; do
    says "7 6" many/use.py & pids+=($!)
  done
  for i in "${pids[@]}"; do wait "$i" || ok=1; done
  return $ok
}
check "six processes write the same files" at_once
check "nothing half-written stays" test "$(ls many/__pycache__ | grep -vc '\.taipan-312\.pyc$')" = 0
check "what they wrote is good" says "7 6" many/use.py
if [[ $(id -u) == 0 ]] && command -v setpriv >/dev/null; then
  rm -r many/__pycache__
  as_nobody() { [[ $(setpriv --reuid=65534 --clear-groups "$taipan" many/use.py 2>&1) == "7 6" ]]; }
  check "a folder that cannot be written" as_nobody
  check "stays as it is" test ! -e many/__pycache__
else
  ((skipped += 2))
fi

# ---- site
packages=$("$taipan" -c "import site; print(site.getsitepackages()[0])")
check "the folder of packages is there" test -d "$packages"
check "and on the path" says True -c "import sys; print('$packages' in sys.path)"
check "not with -S" says "False False" -S -c "import sys; print('$packages' in sys.path, 'site' in sys.modules)"
check "what site adds to builtins" says "exit quit copyright credits license help" -c "
print(*[n for n in 'exit quit copyright credits license help'.split() if n in dir(__builtins__)])"
# With -v the module says what it does, so its own main runs: the outcome is the one that Java gives.
cat >outcome.py <<'PY'
import builtins, site, sys
print(sys.path, sys._home, site.ENABLE_USER_SITE, site.USER_BASE, site.USER_SITE, site.PREFIXES, sys.flags.no_site)
print([type(getattr(builtins, n)).__name__ for n in ("quit", "exit", "copyright", "credits", "license", "help")])
print(hasattr(sys, "__interactivehook__"), list(sys.modules))
PY
same_outcome() { [[ $("$taipan" "$@" outcome.py) == "$("$taipan" -v "$@" outcome.py 2>/dev/null)" ]]; }
check "site done in Java is site done by itself" same_outcome
check "with -s" same_outcome -s
check "with -I" same_outcome -I -B
user=$HOME/.local/lib/python3.12/site-packages
mkdir -p "$user" "$scratch/extra" "$scratch/customize"
echo "print('user')" >"$user/usercustomize.py"
echo "$scratch/extra" >"$user/extra.pth"
echo "import sys; sys.from_pth = 1" >>"$user/extra.pth"
echo "print('site')" >"$scratch/customize/sitecustomize.py"
program="import sys; print('$user' in sys.path, '$scratch/extra' in sys.path, hasattr(sys, 'from_pth'), '$scratch/customize' in sys.path)"
export PYTHONPATH=$scratch/customize
check "sitecustomize, usercustomize, .pth" says $'site\nuser\nTrue True True True' -c "$program"
check "-s" says $'site\nFalse False False True' -s -c "$program"
check "-E" says $'user\nTrue True True False' -E -c "$program"
check "-I" says $'False False False False' -I -c "$program"
check "-S has no site" says $'False False False True' -S -c "$program"
unset PYTHONPATH
check "exit() and its code" ends 3 "" -c "exit(3)"
rm -r "$user"
check "the first entry of the path" says "['']" -c "import sys; print(sys.path[:1])"
check "no first entry with -P" says "False" -P -c "import sys; print('' in sys.path)"

# ---- -m, folders, archives
mkdir -p pkg/inner data/sub
echo "print(__name__, __package__, __spec__.name, __file__.endswith('pkg/__main__.py'))" >pkg/__main__.py
echo "where = __path__" >pkg/__init__.py
echo "import sys; print(__name__, __spec__.name, sys.argv[1:], sys.argv[0].endswith('mod.py'))" >pkg/mod.py
check "-m package" says "__main__ pkg pkg.__main__ True" -m pkg
check "-m module" says "__main__ pkg.mod ['a'] True" -m pkg.mod a
check "-m with nothing there" ends 1 "No module named nothing_here" -m nothing_here
check "-m with a package that cannot run" ends 1 "No module named json.__main__; 'json' is a package and cannot be directly executed" -m json
mkdir app
echo "import helper, sys; print(helper.value, __name__, sys.argv, sys.path[0])" >app/__main__.py
echo "value = 'help'" >app/helper.py
check "a folder" says "help __main__ ['app', 'x'] $scratch/app" app x
check "a folder without __main__" ends 1 "can't find '__main__' module in" data
"$taipan" -m zipapp app -o app.pyz -p "/usr/bin/env taipan" || ((failed++))
check "an archive" says "help __main__ ['app.pyz'] $scratch/app.pyz" app.pyz
"$taipan" -c "
import zipfile
with zipfile.ZipFile('lib.zip', 'w') as z:
    z.writestr('zipped/__init__.py', 'value = 5')
    z.writestr('zipped/part.py', 'def f():\n    raise ValueError(1)\n')
    z.writestr('zipped/text.txt', 'inside')
    z.writestr('ns/', '')
    z.writestr('ns/one.py', 'x = 1')" || ((failed++))
mkdir -p ns && echo "x = 2" >ns/two.py
check "zipimport, resources, namespace packages" says "5 inside True ['zipped.part'] 1 2 True" -c "
import sys; sys.path.insert(0, 'lib.zip')
import zipped, pkgutil, importlib.resources, traceback
import ns.one, ns.two
text = importlib.resources.files('zipped').joinpath('text.txt').read_text()
from zipped.part import f
try: f()
except ValueError: trace = traceback.format_exc()
print(zipped.value, text, 'raise ValueError(1)' in trace,
      [m.name for m in pkgutil.iter_modules(zipped.__path__, 'zipped.')], ns.one.x, ns.two.x, ns.__spec__.origin is None)"
mkdir -p dist/demo-1.2.dist-info dist/demo
printf 'Metadata-Version: 2.1\nName: demo\nVersion: 1.2\n' >dist/demo-1.2.dist-info/METADATA
printf '[console_scripts]\nrun = demo:main\n' >dist/demo-1.2.dist-info/entry_points.txt
echo "def main(): return 'ran'" >dist/demo/__init__.py
check "importlib.metadata" says "1.2 ran" -c "
import sys; sys.path.insert(0, 'dist')
from importlib.metadata import version, entry_points
(point,) = entry_points(group='console_scripts', name='run')
print(version('demo'), point.load()())"
printf 'import time; time.sleep(0.05)\nimport circle_b\nvalue = 1\n' >circle_a.py
printf 'import time; time.sleep(0.05)\nimport circle_a\nvalue = 2\n' >circle_b.py
check "a circle of imports on two threads" says "1 2" -c "
import threading
threads = [threading.Thread(target=__import__, args=(n,)) for n in ('circle_a', 'circle_b')]
for t in threads: t.start()
for t in threads: t.join()
import circle_a, circle_b
print(circle_a.value, circle_b.value)"

# ---- programs of the library
echo '{"b": [1, 2]}' >x.json
check "-m json.tool" says $'{\n    "b": [\n        1,\n        2\n    ]\n}' -m json.tool x.json
check "-m timeit" ends 0 "loops, best of" -m timeit -n 5 -r 2 "1 + 1"
printf 'import unittest\nclass T(unittest.TestCase):\n    def test_good(self): self.assertEqual(1, 1)\n    def test_bad(self): self.assertEqual(1, 2)\n' >test_it.py
check "-m unittest" ends 1 "FAILED (failures=1)" -m unittest test_it
check "-m unittest finds tests" ends 1 "Ran 2 tests" -m unittest
check "-m compileall" ends 0 "" -m compileall -q app
check "compileall wrote it" test -s app/__pycache__/helper.taipan-312.pyc
printf 'def f():\n    """\n    >>> f()\n    2\n    """\n    return 3\n' >docs.py
check "-m doctest" ends 1 "Expected:" -m doctest docs.py
check "-m py_compile" ends 0 "" -m py_compile docs.py
check "-m calendar" ends 0 "November 2026" -m calendar 2026 11

echo "$passed passed, $failed failed, $skipped skipped"
((failed == 0))

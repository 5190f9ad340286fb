#!/usr/bin/env bash
# How ./taipan starts: from where, with which Java, built by whom.
set -uo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
chmod 755 "$scratch"
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
# hello [TAIPAN]: the program's output is exactly one line
hello() { [[ $("${1:-$root/taipan}" -c 'print("hello")' 2>/dev/null) == hello ]]; }
# starts_no_maven: a start whose PATH has no mvn and whose build folder does not change
starts_no_maven() {
  local before
  before=$(<"$root/.build/current")
  hello && [[ $(<"$root/.build/current") == "$before" ]]
}
# prints TEXT ARGUMENT...: what a run with the arguments writes is the text
prints() { [[ $("$root/taipan" "${@:2}" 2>&1) == "$1" ]]; }
both() {
  local first second
  hello "$1" & first=$!
  hello "$1" & second=$!
  wait "$first" && wait "$second"
}

check "the first start" hello
check "a second start builds nothing" starts_no_maven

ln -s "$root/taipan" "$scratch/link"
check "through a symbolic link" hello "$scratch/link"
cd "$scratch"
check "from another directory, by a symbolic link without a folder" hello ./link
imports_by() { [[ $("$1" -c 'import array, json; print(json.dumps(1))' 2>&1) == 1 ]]; }
# What the training run did not load is read from a jar: the first one opened alone takes ten milliseconds.
all_from_the_cache() {
  TAIPAN_JAVA_OPTS="-Xlog:class+load:file=$scratch/classes" "$root/taipan" -c pass &&
    (($(grep -c 'source:' "$scratch/classes") > 500)) && ! grep 'source:' "$scratch/classes" | grep -v 'shared objects file'
}
check "all classes of a start are in the cache" all_from_the_cache
full_heap() {
  local output status=0
  output=$("$root/taipan" -X heap=32m "$@" "$root/stress/programs/full_heap.py" 2>&1) || status=$?
  ((status == 1)) && [[ $output == "tuples"*"closures"$'\n'3$'\n'Traceback*"in tuples"*MemoryError ]]
}
check "a full heap is a MemoryError" full_heap
check "a full heap is a MemoryError, in traces too" full_heap -X jit=stress
check "by a way with dots" imports_by "$root/tools/../.ci/./../taipan"

# While the JVM starts, a child of the script looks for newer sources; the program sees nothing of it.
cat >"$scratch/alone.py" <<'END'
import os, sys

try:
    print(os.waitpid(-1, os.WNOHANG))
except ChildProcessError:
    print("no child")
print([fd for fd in os.listdir("/proc/self/fd") if os.path.exists(f"/proc/self/fd/{fd}") and "pipe:" in os.readlink(f"/proc/self/fd/{fd}")])
print(sys.stdin.read(), [name for name in os.environ if name == "TAIPAN_CHECK"])
END
cat >"$scratch/alone" <<'END'
no child
[]
input []
END
alone() {
  printf input >"$scratch/input"
  # No pipe of this lane's own either.
  (for fd in /proc/self/fd/*; do ((${fd##*/} > 2)) && eval "exec ${fd##*/}>&-"; done
    exec "$root/taipan" "$scratch/alone.py" <"$scratch/input" >"$scratch/seen" 2>&1)
  diff "$scratch/alone" "$scratch/seen"
}
check "the search for newer sources cannot be seen" alone
ends() { "$root/taipan" "${@:2}" >"$scratch/ended" 2>/dev/null; [[ $? == "$1" && $(<"$scratch/ended") == text ]]; }
for status in 0 1 42 255; do
  check "sys.exit($status) and what was written" ends "$status" -c "import sys; sys.stdout.write('text'); sys.exit($status)"
  check "os._exit($status) and what was written" ends "$status" -c "import os; os.write(1, b'text'); os._exit($status)"
done
check "an end with a thread at work" ends 3 -c "
import sys, threading
threading.Thread(target=lambda: [None for _ in iter(int, 1)], daemon=True).start()
sys.stdout.write('text')
sys.exit(256 + 3)"
TAIPAN_JAVA_OPTS="-Xlog:gc*:file=$scratch/jvm.log" check "an end with options for the JVM" ends 0 -c "print('text')"
check "a log of the JVM is written to its end" grep -q "Heap" "$scratch/jvm.log"

JAVA_TOOL_OPTIONS=-Dnoise=1 check "JAVA_TOOL_OPTIONS is kept away" hello

# With no descriptor left, what the runtime must still load, read or make either works or is an OSError.
echo "x = 1" >"$scratch/mine.py"
cat >"$scratch/descriptors.py" <<'END'
import os, resource, sys

hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
if "limit" in sys.argv:
    resource.setrlimit(resource.RLIMIT_NOFILE, (200, hard))
opened = []


def attempt(action):
    try:
        return action()
    except OSError as error:
        return error.errno


def fill():
    while True:
        opened.append(os.open("/dev/null", os.O_RDONLY))


print(attempt(fill), attempt(lambda: len(os.urandom(16))), attempt(lambda: open("/dev/null")), attempt(os.pipe))
print(attempt(lambda: __import__("mine")), attempt(lambda: __import__("uuid").uuid1().version))
print(attempt(lambda: __import__("socket").socket()), attempt(lambda: "\xe9".encode("gb18030")))
print(attempt(lambda: __import__("random").Random().random() < 1))
for fd in opened[:8]:
    os.close(fd)
print(attempt(lambda: __import__("mine").x))
END
few_descriptors() {
  [[ $(ulimit -n "$1"; cd "$scratch"; "$root/taipan" descriptors.py "$2" 2>&1) == "24 16 24 24
24 1
24 b'\xa8\xa6'
True
1" ]]
}
check "no descriptor left" few_descriptors 300 ""
check "no descriptor left of a smaller limit" few_descriptors 400 limit

check "-X utf8=0" prints locale -X utf8=0 -c 'import io; print(io.text_encoding(None))'
check "-X utf8" prints utf-8 -X utf8 -c 'import io; print(io.text_encoding(None))'
check "-X warn_default_encoding" prints "<string>:1: EncodingWarning: 'encoding' argument not specified" \
  -X warn_default_encoding -c 'open("/dev/null").close()'
check "-X no_debug_ranges" prints "{None}" -X no_debug_ranges \
  -c 'print({place[2] for place in compile("a + b", "", "eval").co_positions()})'
check "-X dev" prints "True unknown error handler name 'nonsense'" -X dev -c 'import sys
try: b"".decode("ascii", "nonsense")
except LookupError as error: print(sys.flags.dev_mode, error)'

# A tree of its own, in which nothing has been built; Maven's caches make this quick.
mkdir "$scratch/tree"
tar -C "$root" --exclude=./.build --exclude=./.git --exclude=target -cf - . | tar -C "$scratch/tree" -xf -
check "two first starts at once" both "$scratch/tree/taipan"
check "one of them built" test "$(ls -d "$scratch"/tree/.build/dist-* | wc -l)" = 1
built=$(<"$scratch/tree/.build/current")
echo "// changed in place" >>"$scratch/tree/launcher/src/main/java/dev/taipan/launcher/Main.java"
words() { "$1" -c 'import sys; print(sys.stdin, sys.argv[1:])' "a b" "" $'\xff' "*" <&- 2>/dev/null; }
expected=$(words "$root/taipan")
check "a program without standard input" test "${expected:0:14}" = "None ['a b', '"
check "a source edited in place: the same command line" test "$expected" = "$(TAIPAN_TRAIN=no words "$scratch/tree/taipan")"
check "a source edited in place: a new build" test "$(<"$scratch/tree/.build/current")" != "$built"
check "and no other one after it" hello "$scratch/tree/taipan"
check "two builds are kept" test "$(ls -d "$scratch"/tree/.build/dist-* | wc -l)" = 2

if [[ $(id -u) == 0 ]] && command -v setpriv >/dev/null; then
  as_nobody() { [[ $(setpriv --reuid=65534 --clear-groups env HOME=/nonexistent "$1" -c 'print("hello")' 2>/dev/null) == hello ]]; }
  check "as a user who may not write" as_nobody "$scratch/tree/taipan"
  rm "$scratch/tree/.build/current"
  message=$(setpriv --reuid=65534 --clear-groups "$scratch/tree/taipan" -c pass 2>&1)
  check "not built and not writable: one line" test "$(wc -l <<<"$message") ${message:0:18}" = "1 taipan: not built,"
else
  ((skipped += 2))
fi

# Without a JDK: an empty mount over the usual folders needs a namespace of its own.
if command -v unshare >/dev/null && unshare -m true 2>/dev/null; then
  message=$(unshare -m bash -c 'for d in /usr/lib/jvm /opt; do mount -t tmpfs none $d; done
    env -u JAVA_HOME HOME=/nonexistent PATH=/usr/bin:/bin "$1" -c pass 2>&1; echo "$?"' _ "$root/taipan")
  check "no JDK: one line and status 1" test "$(wc -l <<<"$message") ${message:0:23} ${message: -1}" = "2 taipan: no JDK 25 found 1"
else
  ((skipped++))
fi

echo "$passed passed, $failed failed, $skipped skipped"
((failed == 0))

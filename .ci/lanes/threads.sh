#!/usr/bin/env bash
# The multithreaded examples check their own results; a deadlock is named; bad use of threads ends well.
set -uo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
read -ra taipan <<<"${TAIPAN-$root/taipan}"
passed=0 failed=0

# check NAME STATUS PATTERN COMMAND...: the exit status, and a pattern that the output must contain; a command that hangs
# writes its Java stacks and is ended
check() {
  local name=$1 status=$2 pattern=$3 output
  shift 3
  output=$(timeout -s QUIT -k 10 120 "$@" 2>&1)
  if [[ $? == "$status" && $output =~ $pattern ]]; then
    ((passed++))
  else
    ((failed++))
    echo "FAILED: $name: $output"
  fi
}

for example in mandelbrot_image word_count prime_sieve pipeline graph_search nbody_barrier; do
  check "$example" 0 'check: .*: ok' "${taipan[@]}" "$root/examples/$example.py"
done
check "a deadlock of two locks" 0 'deadlock:.*one.*two.*two.*one' "${taipan[@]}" -c '
import threading, time, taipan
a, b, both = threading.Lock(), threading.Lock(), threading.Barrier(2)
def hold(x, y):
    with x:
        both.wait()
        with y: pass
for name, pair in (("one", (a, b)), ("two", (b, a))):
    threading.Thread(target=hold, args=pair, name=name, daemon=True).start()
while not taipan.deadlocks(): time.sleep(0.01)
print(taipan.report().replace("\n", " "))'
check "releasing an unheld lock" 1 'RuntimeError: release unlocked lock' "${taipan[@]}" -c 'import threading; threading.Lock().release()'
check "joining oneself" 1 'RuntimeError: cannot join current thread' "${taipan[@]}" -c 'import threading; threading.current_thread().join()'
check "starting twice" 1 'RuntimeError: threads can only be started once' "${taipan[@]}" -c '
import threading
t = threading.Thread(target=int); t.start(); t.join(); t.start()'
check "a thread that dies" 0 'Exception in thread dying:.*ZeroDivisionError.*others go on' "${taipan[@]}" -c '
import threading
t = threading.Thread(target=lambda: 1 / 0, name="dying"); t.start(); t.join()
print("others go on")'
check "threads that the system refuses" 0 "can't start new thread, and on" "${taipan[@]}" -c '
import threading
threading.stack_size(1 << 50)
try: threading.Thread(target=int).start()
except RuntimeError as e: print(e, end=", and on")'
check "Ctrl-C" 130 'KeyboardInterrupt' timeout --preserve-status -s INT 5 "${taipan[@]}" -c 'import threading; l = threading.Lock(); l.acquire(); l.acquire()'

echo "$passed passed, $failed failed, 0 skipped"
((failed == 0))

#!/usr/bin/env bash
# The tier 1 programs: right results in each mode, and at least 95 % of what belongs to a family runs in a specialized
# member. Each line of bench/programs/tier1/expected.txt has a program, its argument and its result (as CPython gives it).
# The loop must have its profile from the start-up cache: the first compiler makes no code of it that counts (level 3).
# TAIPAN names another command to run them with.
set -uo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
programs=$root/bench/programs/tier1
read -ra taipan <<<"${TAIPAN-$root/taipan}"
passed=0 failed=0 hits=0 executions=0
report=$(mktemp)
trap 'rm -f "$report"' EXIT

check() {
  local name=$1 expected=$2 output
  shift 2
  output=$(timeout -s QUIT -k 10 120 "${taipan[@]}" "$@" 2>"$report") && [[ $output == "$expected" ]] && { ((passed++)); return; }
  ((failed++))
  echo "FAILED: $name: $output instead of $expected; $(tail -n 1 "$report")"
}

compiles() {
  local mode=$1 file=$2 lines
  lines=$(TAIPAN_JAVA_OPTS="-XX:CompileCommand=PrintCompilation,*InterpreterLoop::run" timeout -s QUIT -k 10 120 \
    "${taipan[@]}" -X "jit=$mode" "$file" 100000 2>/dev/null | grep ' InterpreterLoop::run\|\.InterpreterLoop::run' | grep -v 'made not entrant')
  if grep -q ' 4 ' <<<"$lines" && ! grep -q ' 3 ' <<<"$lines"; then
    ((passed++))
  else
    ((failed++))
    echo "FAILED: $file, jit=$mode: the loop was not compiled by the cache's profile: $lines"
  fi
}

while read -r program n expected; do
  file=$programs/$program.py
  check "$program off" "$expected" -X jit=off -X stats "$file" "$n"
  share=$(sed -n 's/^specialized: .*(\([0-9]*\) of \([0-9]*\))$/\1 \2/p' "$report")
  read -r hit all <<<"${share:-0 0}"
  hits=$((hits + hit)) executions=$((executions + all))
  check "$program sync" "$expected" -X jit=sync "$file" "$n"
  check "$program stress" "$expected" -X jit=stress "$file" "$n"
  check "$program stress, gc=stress" "$expected" -X jit=stress -X gc=stress:64 "$file" "$n"
done <"$programs/expected.txt"
for program in attributes closures exceptions generators strings; do
  compiles off "$programs/$program.py"
done
compiles on "$programs/keywords.py"

if ((100 * hits >= 95 * executions && executions > 0)); then
  ((passed++))
else
  ((failed++))
  echo "FAILED: $hits of $executions executions are hits of a specialized member"
fi
echo "$hits of $executions executions in specialized members"
echo "$passed passed, $failed failed, 0 skipped"
((failed == 0))

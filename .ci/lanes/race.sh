#!/usr/bin/env bash
# Races: every jcstress class in sanity mode and then for a short fixed time, and the programs of stress/programs that
# several threads run, among them a minute of torture.py and half a minute of library_types.py. `./dev races default` runs
# the classes for longer, `./dev races planted` shows that each finds a broken guarantee; `.ci/lanes/race.sh MINUTES` is
# torture.py and library_types.py alone, for that long.
set -uo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cd "$root"
read -ra taipan <<<"${TAIPAN-$root/taipan}"
passed=0 failed=0

# program EXPECTED-STATUS WORD...: one run of taipan; one that hangs writes its Java stacks and is ended
program() {
  local wanted=$1 status output
  shift
  output=$(timeout -s QUIT -k 10 300 "${taipan[@]}" "$@" 2>&1)
  status=$?
  if ((status == wanted)); then
    ((passed++))
    echo "${*/#*\//}: $(tail -n 1 <<<"$output")"
  else
    ((failed++))
    echo "FAILED, status $status: ${*/#*\//}"
    tail -n 200 <<<"$output"
  fi
}

# torture SEED: all modes once, about a minute on two cores
torture() {
  local seed=$1
  program 0 -X jit=off stress/programs/torture.py "$seed" 60000
  program 0 -X jit=on stress/programs/torture.py "$seed" 100000
  program 0 -X jit=sync stress/programs/torture.py "$seed" 50000
  program 0 -X jit=stress stress/programs/torture.py "$seed" 20000
  program 0 -X jit=off -X gc=stress:64 stress/programs/torture.py "$seed" 4000
  program 0 -X jit=on -X gc=stress:64 stress/programs/torture.py "$seed" 4000
}

# types SEED: the library's types, shared, in all modes
types() {
  local seed=$1 types=stress/programs/library_types.py
  program 0 -X jit=off "$types" "$seed" 40000
  program 0 -X jit=on "$types" "$seed" 60000 2
  program 0 -X jit=sync "$types" "$seed" 40000 3
  program 0 -X jit=stress "$types" "$seed" 20000
  program 0 -X jit=off -X gc=stress:64 "$types" "$seed" 1500
}

# live SEED: what the FAQ calls atomic, and what others run or stand on, in all modes
live() {
  local seed=$1 mode
  for mode in off on; do
    program 0 -X jit=$mode stress/programs/one_step.py "$seed" 40000
    program 0 -X jit=$mode -W ignore stress/programs/live_objects.py "$seed" 20000
  done
  program 0 -X jit=stress stress/programs/one_step.py "$seed" 10000 3
  program 0 -X jit=on -X gc=stress:64 stress/programs/one_step.py "$seed" 2000
  program 0 -X jit=on -X gc=stress:64 -W ignore stress/programs/live_objects.py "$seed" 1500
}

# watched SEED: trace functions and monitoring switched on and off, in all modes
watched() {
  local seed=$1 watched=stress/programs/watched.py mode
  for mode in off on sync stress; do
    program 0 -X jit=$mode "$watched" "$seed" 100
  done
  program 0 -X jit=on -X gc=stress:64 "$watched" "$seed" 20
}

result() {
  echo "$passed passed, $failed failed, 0 skipped"
  ((failed == 0))
}

if (($#)); then
  end=$((SECONDS + 60 * $1))
  for ((seed = RANDOM; SECONDS < end; seed++)); do
    torture "$seed"
    types "$seed"
    live "$seed"
    watched "$seed"
  done
  result
  exit
fi

output=$(timeout 600 ./dev races sanity sample 2>&1)
status=$?
echo "$output" | grep -v '^[0-9]* passed, '
while read -r good _ bad _; do
  ((passed += good, failed += bad))
done < <(grep -E '^[0-9]+ passed, [0-9]+ failed, [0-9]+ skipped$' <<<"$output")
((status == 0 || failed > 0)) || ((failed++))

torture 1
program 1 -X jit=off stress/programs/torture.py 1 20000 4 planted
types 1
program 1 -X jit=off stress/programs/library_types.py 1 20000 4 planted
live 1
program 1 -X jit=off stress/programs/one_step.py 1 20000 4 planted
watched 1
program 1 -X jit=off stress/programs/watched.py 1 30 3 planted
program 0 -X jit=on stress/programs/snapshots.py 3
program 0 -X jit=on -X gc=stress:16 stress/programs/one_address.py
for mode in on sync stress; do
  program 0 -X jit=$mode stress/programs/guard_at_start.py
done
result

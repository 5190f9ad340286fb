#!/usr/bin/env bash
# The light programs: right results without traces, on the reference executor and in machine code, each also with
# gc=stress and jit=stress, on one thread and on two; and nearly all of their iterations inside traces.
#
# Each line of bench/programs/light/expected.txt has a program, its argument, the back-edges that it takes, and its
# result (as CPython gives it). Both counts have to add up to no more than the back-edges and those of a start. TAIPAN names another command
# to run them with; LIGHT_BACKENDS limits the modes (off, ir, native).
set -uo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
programs=$root/bench/programs
read -ra taipan <<<"${TAIPAN-$root/taipan}"
small=3000 large=200000
# Rounds of the loops that threads.tail itself has.
tail_rounds=4
passed=0 failed=0
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

fail() {
  ((failed++))
  echo "FAILED: $1"
}

# run NAME PROGRAM N EXPECTED TOTAL SHARE OPTION...: the result must be EXPECTED, and SHARE per cent of TOTAL iterations
# in traces
run() {
  local name=$1 program=$2 n=$3 expected=$4 total=$5 wanted=$6 output report inside outside backend share
  shift 6
  output=$(timeout -s QUIT -k 10 120 "${taipan[@]}" -X stats "$@" "$program" "$n" 2>"$scratch/report") || {
    fail "$name: status $?: $(grep -v '^  executor' "$scratch/report" | tail -n 3) $output"
    return
  }
  report=$(<"$scratch/report")
  [[ $output == "$expected" ]] || { fail "$name: $output instead of $expected"; return; }
  [[ $report =~ iterations:\ ([0-9]+)\ in\ traces,\ ([0-9]+)\ in\ tier\ 1 ]] || { fail "$name: no iterations counted"; return; }
  inside=${BASH_REMATCH[1]} outside=${BASH_REMATCH[2]}
  backend=none
  [[ $report =~ backend\ ([a-z0-9]+) ]] && backend=${BASH_REMATCH[1]}
  share=$((100 * inside / total))
  ((inside + outside <= total + start_rounds)) || { fail "$name: counted $inside + $outside iterations of $total"; return; }
  ((share >= wanted)) || { fail "$name: $share % of $total iterations in traces of backend $backend, $wanted wanted"; return; }
  ((passed++))
  echo "$name: $total iterations, $share % in traces, backend $backend"
}

# What Python code runs before any program takes rounds, too.
echo pass >"$scratch/nothing.py"
[[ $("${taipan[@]}" -X stats -X jit=off "$scratch/nothing.py" 2>&1) =~ iterations:\ 0\ in\ traces,\ ([0-9]+)\ in\ tier\ 1 ]] || fail "no iterations of a start counted"
start_rounds=${BASH_REMATCH[1]-0}

# expect PROGRAM N: the stored iterations and result
expect() { sed -n "s/^$1 $2 //p" "$programs/light/expected.txt"; }

for program in integers remainders floats nested calls changing skipping chain mixed indexing tuples identity; do
  one=$programs/light/$program.py two=$scratch/$program.py
  # On two threads: the same function, without the line that calls it.
  { sed '$d' "$one" && cat "$programs/threads.tail"; } >"$two"
  read -r few_total few <<<"$(expect "$program" $small)"
  read -r many_total many <<<"$(expect "$program" $large)"
  for mode in ${LIGHT_BACKENDS-off ir native}; do
    case $mode in
      off) options=(-X jit=off) stress=(-X jit=off) share=0 ;;
      ir) options=(-X jit=sync -X backend=ir) stress=(-X jit=stress -X backend=ir) share=95 ;;
      native) options=(-X jit=sync) stress=(-X jit=stress) share=95 ;;
    esac
    run "$program $mode" "$one" $large "$many" "$many_total" $share "${options[@]}"
    run "$program $mode, two threads" "$two" $large "$many $many" $((2 * many_total + tail_rounds)) $share "${options[@]}"
    if [[ $mode == off ]]; then
      run "$program $mode, gc=stress" "$one" $small "$few" "$few_total" 0 "${options[@]}" -X gc=stress:1
      run "$program $mode, gc=stress, two threads" "$two" $small "$few $few" $((2 * few_total + tail_rounds)) 0 "${options[@]}" -X gc=stress:1
      continue
    fi
    run "$program $mode, gc=stress" "$one" $large "$many" "$many_total" $share "${options[@]}" -X gc=stress:16
    run "$program $mode, gc=stress, two threads" "$two" $large "$many $many" $((2 * many_total + tail_rounds)) $share "${options[@]}" -X gc=stress:16
    run "$program $mode, jit=stress" "$one" $large "$many" "$many_total" $share "${stress[@]}"
    run "$program $mode, jit=stress, two threads" "$two" $large "$many $many" $((2 * many_total + tail_rounds)) $share "${stress[@]}"
  done
done
echo "$passed passed, $failed failed, 0 skipped"
((failed == 0))

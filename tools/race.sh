#!/usr/bin/env bash
# The race suites: every class in sanity mode, then every class for a short fixed time; and the torture program.
# `./dev races default` runs them for longer, `./dev races planted` shows that each finds a broken guarantee.
set -uo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
passed=0 failed=0

output=$(timeout 600 ./dev races sanity sample 2>&1)
status=$?
echo "$output" | grep -v '^[0-9]* passed, '
while read -r good _ bad _; do
  ((passed += good, failed += bad))
done < <(grep -E '^[0-9]+ passed, [0-9]+ failed, [0-9]+ skipped$' <<<"$output")
((status == 0 || failed > 0)) || ((failed++))

# torture OPERATIONS OPTION...: two seeds with these options
torture() {
  local seed
  for seed in 1 2; do
    if timeout 120 ./taipan "${@:2}" stress/programs/torture.py "$seed" "$1"; then
      ((passed++))
    else
      ((failed++))
      echo "FAILED: torture.py $seed with ${*:2}"
    fi
  done
}
torture 20000 -X jit=off
torture 1000 -X jit=off -X gc=stress:64

echo "$passed passed, $failed failed, 0 skipped"
((failed == 0))

#!/usr/bin/env bash
# test-summary.sh: adds up the test reports of all modules and prints `N passed, N failed, N skipped`.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
shopt -s nullglob
reports=(*/target/surefire-reports/TEST-*.xml)
((${#reports[@]})) || { echo "0 passed, 0 failed, 0 skipped"; exit 0; }
awk '
  function attribute(name) { return match($0, " " name "=\"[0-9]+\"") ? substr($0, RSTART + length(name) + 3, RLENGTH) + 0 : 0 }
  /<testsuite / { inside = 1 }
  inside { tests += attribute("tests"); failed += attribute("errors") + attribute("failures"); skipped += attribute("skipped") }
  inside && />/ { inside = 0 }
  END { printf "%d passed, %d failed, %d skipped\n", tests - failed - skipped, failed, skipped }
' "${reports[@]}"

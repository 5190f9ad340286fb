#!/usr/bin/env bash
# The library's programs: python -m unittest, doctest, pdb, json.tool, timeit, compileall, http.server.
# TAIPAN names another command to test.
set -uo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
if ! command -v python3 >/dev/null; then
  echo "0 passed, 0 failed, 1 skipped"
  exit 0
fi
exec python3 "$root/.ci/lanes/programs.py" "${TAIPAN-$root/taipan}"

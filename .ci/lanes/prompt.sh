#!/usr/bin/env bash
# The prompt at a pseudo terminal, and what a closed output does.
set -uo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
if ! command -v python3 >/dev/null; then
  echo "0 passed, 0 failed, 1 skipped"
  exit 0
fi
exec python3 "$root/.ci/lanes/prompt.py" "${TAIPAN-$root/taipan}"

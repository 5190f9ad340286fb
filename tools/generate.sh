#!/usr/bin/env bash
# generate.sh MODULE_DIR OUT_DIR: run the source generator unless its inputs are older than its stamp.
#
# A folder's time changes when a file in it goes, so deletions are seen too.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
module=$1 out=$2
stamp=$out.stamp
inputs=("$root/vm-core/src/generator" "$root/tools/generate.sh")
for dir in "$module/src/main/instructions" "$module/src/main/java"; do
  [[ -d $dir ]] && inputs+=("$dir")
done
if [[ -d $out && -e $stamp && -z $(find "${inputs[@]}" -newer "$stamp" -print -quit) ]]; then
  exit 0
fi
source "$root/tools/jdk.sh"
find_jdk25 || { echo "generate.sh: no JDK 25 found" >&2; exit 1; }
mkdir -p "$out"
touch "$stamp.new"
"$JDK/bin/java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC \
  "$root/vm-core/src/generator/java/dev/taipan/generator/Generate.java" "$module" "$out"
mv "$stamp.new" "$stamp"

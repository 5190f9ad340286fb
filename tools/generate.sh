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
rm -rf "$out.new"
"$JDK/bin/java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC \
  "$root/vm-core/src/generator/java/dev/taipan/generator/Generate.java" "$module" "$out.new"
# Only what changed is written, or each build would compile everything anew; what has no source any more goes.
while IFS= read -r file; do
  cmp -s "$out.new/$file" "$out/$file" || { mkdir -p "$out/${file%/*}" && cp "$out.new/$file" "$out/$file"; }
done < <(cd "$out.new" && find . -name '*.java')
while IFS= read -r file; do
  [[ -e $out.new/$file ]] || rm "$out/$file"
done < <(cd "$out" && find . -name '*.java')
rm -rf "$out.new"
mv "$stamp.new" "$stamp"

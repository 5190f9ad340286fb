#!/usr/bin/env bash
# The light programs in arm64 machine code, on an arm64 Java that is emulated where this machine is another: right
# results on one thread and two, also with gc=stress and jit=stress, and nearly all iterations inside traces.
#
# Where no arm64 Java can be had (no emulator, no apt, no network) the lane says SKIPPED and why.
set -uo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cd "$root"
source tools/jdk.sh
passed=0 failed=0 skipped=0
result() {
  echo "$passed passed, $failed failed, $skipped skipped"
  ((failed == 0))
  exit
}
find_jdk25 && run_maven -q -B -o -Dquick -Dmaven.test.skip=true -pl stress -am package || { ((failed++)); result; }
out=$root/.build/quick/stress
jvm=(--add-exports java.base/jdk.internal.misc=ALL-UNNAMED --enable-native-access=ALL-UNNAMED -XX:-ClipInlining
  -cp "$out/classes:$(<"$out/runtime.classpath")")

reason=$(timeout 900 tools/arm64/java -version 2>&1 >/dev/null)
case $? in
  0) ;;
  3)
    echo "SKIPPED: ${reason##*arm64: }"
    ((skipped++))
    result
    ;;
  *)
    echo "FAILED: the arm64 Java does not start: $reason"
    ((failed++))
    result
    ;;
esac
# The quick compiler only: under emulation the other one costs more than it brings.
output=$(timeout 900 tools/arm64/java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:ErrorFile="$root/.build/arm64-crash.log" \
  "${jvm[@]}" dev.taipan.stress.light.LightPrograms bench/programs arm64 200000)
echo "$output" | sed '$d'
if [[ $(tail -n 1 <<<"$output") =~ ^([0-9]+)\ passed,\ ([0-9]+)\ failed ]]; then
  ((passed += BASH_REMATCH[1], failed += BASH_REMATCH[2]))
else
  echo "FAILED: the emulated run ended without a result"
  ((failed++))
fi
result

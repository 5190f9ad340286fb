#!/usr/bin/env bash
# The arm64 backend on an arm64 Java, emulated where this machine is another: its code is made there and runs there.
#
# Where no arm64 Java can be had (no emulator, no apt, no network) the lane says SKIPPED and why.
set -uo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cd "$root"
random_traces=300 seconds=45

reason=$(timeout 900 tools/arm64/java -version 2>&1 >/dev/null)
case $? in
  0) ;;
  3)
    echo "SKIPPED: ${reason##*arm64: }"
    echo "0 passed, 0 failed, 1 skipped"
    exit 0
    ;;
  *)
    echo "FAILED: the arm64 Java does not start: $reason"
    echo "0 passed, 1 failed, 0 skipped"
    exit 1
    ;;
esac
./dev compile backend-arm64 || {
  echo "0 passed, 1 failed, 0 skipped"
  exit 1
}
classes=$root/.build/quick
# The quick compiler only: under emulation the other one costs more than it brings.
timeout 600 tools/arm64/java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -ea -XX:ErrorFile="$root/.build/arm64-crash.log" \
  --add-exports java.base/jdk.internal.misc=ALL-UNNAMED --enable-native-access=ALL-UNNAMED \
  -cp "$classes/vm-core/classes:$classes/optimizer/classes:$classes/backend-arm64/classes:$classes/backend-arm64/test-classes" \
  dev.taipan.backend.arm64.MachineMain "$random_traces" "$seconds" || {
  status=$?
  ((status == 1)) || echo "FAILED: the emulated run ended with status $status
0 passed, 1 failed, 0 skipped"
  exit 1
}

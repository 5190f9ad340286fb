#!/usr/bin/env bash
# build.sh ROOT JDK: builds what the launcher needs into a new folder of ROOT/.build and makes it
# current. The caller holds ROOT/.build/lock.
#
# A running Taipan keeps its jars and its cache mapped, so a finished folder is never written again;
# the one before it stays for processes that still run from it.
set -euo pipefail
root=$1 JDK=$2
build=$root/.build log=$root/.build/build.log
source "$root/tools/jdk.sh"
source "$root/tools/jvm-flags.sh"

say() { echo "taipan: $*" >&2; }

command -v mvn >/dev/null || {
  say "Maven is needed for the first build and mvn is not on the PATH: apt install maven"
  exit 1
}

say "building with $JDK (log: $log)"
name=dist-$(date +%Y%m%d-%H%M%S)-$$
dist=$build/$name
rm -rf "$build"/unfinished-*
work=$build/unfinished-$name
mkdir -p "$work/lib" "$work/python"
touch "$work/stamp" # before the build: what is edited while it runs is newer

cd "$root"
if ! run_maven -q -B -Dquick -Dtaipan.onWarning=-Xdiags:compact -Dmaven.test.skip=true -pl launcher -am package \
  >"$log" 2>&1 </dev/null; then
  tail -n 20 "$log" >&2
  say "the build failed (log: $log)"
  exit 1
fi

IFS=: read -ra jars <<<"$(<"$build/quick/launcher/runtime.classpath")"
for jar in "$build"/quick/launcher/launcher-*.jar "${jars[@]}"; do
  case ${jar##*/} in
    python-resources-*) cp "$jar" "$work/python/python-resources.jar" ;;
    *) cp "$jar" "$work/lib/" ;;
  esac
done
"$JDK/bin/java" -XX:TieredStopAtLevel=1 "$root/tools/PlainCode.java" "$work"/lib/*.jar >>"$log" 2>&1 </dev/null || {
  say "the classes could not be rewritten (log: $log)"
  exit 1
}
# Without it processes start and end a few milliseconds later.
"$JDK/bin/java" "$root/tools/SystemCallLibrary.java" "$work/calls.so" >>"$log" 2>&1 </dev/null ||
  say "the library of system calls was not written (log: $log)"
cp launcher/src/main/jvm/compiler.commands "$work/"
cp -r launcher/src/main/training "$work/training"
cp bench/programs/warm/opcodes.py "$work/training/"
printf '%s\n%s' "$JDK" "$(<"$JDK/release")" >"$work/jdk"
mv "$work" "$dist"

say "compiling the library"
jvm_flags "$dist"
(
  unset JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS _JAVA_OPTIONS
  "$JDK/bin/java" "${flags[@]}" -XX:+UseParallelGC -XX:-UseSerialGC -XX:TieredStopAtLevel=1 \
    -Dtaipan.home="$root" -m dev.taipan.stdlib/dev.taipan.stdlib.importing.LibraryCodeMaker "$dist/library.code"
) >>"$log" 2>&1 </dev/null || say "the library was not compiled: imports will be slower (log: $log)"

# What every start imports is executed once, here, and kept as the objects that it makes.
(
  unset JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS _JAVA_OPTIONS
  "$JDK/bin/java" "${flags[@]}" -XX:TieredStopAtLevel=1 -Dtaipan.start=write \
    -Dtaipan.home="$root" -Dtaipan.executable="$root/taipan" \
    -m dev.taipan.launcher/dev.taipan.launcher.Main -I -c pass
) >>"$log" 2>&1 </dev/null || say "the start's modules were not kept: starts will be slower (log: $log)"

# TAIPAN_TRAIN=no is for developers who build often; starts are slower then.
if [[ ${TAIPAN_TRAIN-} != no ]]; then
  say "training the start-up cache"
  jvm_flags "$dist"
  unset JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS _JAVA_OPTIONS
  # Of what runs here only the profiles of the interpreter's loops are kept (compileonly): those of other methods
  # would have starts compile more than they use. The loop waits with its second compilation until it has been in
  # all modes. Small heaps: in this run the JVM writes zeros to all memory that it is asked for.
  loop=dev.taipan.vm.interp.InterpreterLoop::run
  heap=(-X heap=256m)
  # A program's failure shows in the log; whether there is a cache is what counts here.
  (
    cd "$dist/training"
    "$JDK/bin/java" "${flags[@]}" -XX:AOTCacheOutput="$dist/taipan.aot" -Dtaipan.training=+ \
      -Dtaipan.calls="$dist/calls.so" \
      -XX:CompileCommand="compileonly,*Loop::run" -XX:CompileCommand="CompileThresholdScaling,$loop,10.0" -XX:Tier4BackEdgeThreshold=600000 \
      -Dtaipan.home="$root" -Dtaipan.executable="$root/taipan" \
      -m dev.taipan.launcher/dev.taipan.launcher.Main "${heap[@]}" train.py \
      + "${heap[@]}" -X jit=off loops.py 300 + "${heap[@]}" -X backend=none loops.py 60 \
      + "${heap[@]}" -X specialize=off loops.py 60
  ) >>"$log" 2>&1 </dev/null || say "the training programs failed (log: $log)"
  [[ -e $dist/taipan.aot ]] || say "there is no start-up cache: starts will be slower (log: $log)"
fi

previous=
[[ -r $build/current ]] && read -r previous <"$build/current"
echo "$name" >"$build/current.new"
mv "$build/current.new" "$build/current"
for old in "$build"/dist-*; do
  [[ $old == "$dist" || $old == "$build/$previous" ]] || rm -rf "$old"
done
say "built"

# Sourced: jvm_flags DIST JDK sets the array `flags` to the JVM options of a Taipan process.
#
# The cache is only used by a JVM that runs with the flags it was trained with, so the launcher and
# the training run (build.sh) both take them from here.

jvm_flags() {
  local dist=$1
  flags=(
    # No line of the JVM may reach a program's standard output. A cache that does not fit any more (a
    # copied tree has other file times) is passed over in silence.
    -Xlog:disable
    -Xlog:all=error,aot*=off,cds*=off:stderr
    # Moving the cache's classes to a random address takes longer than mapping them.
    -XX:+UnlockDiagnosticVMOptions
    -XX:ArchiveRelocationMode=0
    -XX:-UsePerfData
    -XX:CompileCommand=quiet
    -XX:CompileCommandFile="$dist/compiler.commands"
    # The Java heap holds little: Python's objects are elsewhere.
    -XX:+UseSerialGC
    # A young generation of the default size (a sixtieth of the machine) is all touched before it is first collected.
    -Xmn24m
    # Compiling competes with a start for two processors, and most of what a start calls some hundred times it
    # never calls again: methods wait twice as long for the first compiler and six times for the second, which
    # takes a fifth off the processor time of a start.
    -XX:Tier3InvocationThreshold=400
    -XX:Tier3MinInvocationThreshold=200
    -XX:Tier3CompileThreshold=4000
    -XX:Tier4InvocationThreshold=30000
    -XX:Tier4MinInvocationThreshold=5000
    -XX:Tier4CompileThreshold=60000
    # The interpreter loop needs its inlined callees beyond the JVM's limit (docs/build.md).
    -XX:-ClipInlining
    --add-exports=java.base/jdk.internal.misc=dev.taipan.vm,org.agrona
    --enable-native-access=dev.taipan.vm,dev.taipan.optimizer,dev.taipan.stdlib,org.jline
    --add-modules=dev.taipan.tracer,dev.taipan.specializer,dev.taipan.backend.x86,dev.taipan.backend.arm64
    -Dtaipan.code="$dist/library.code"
    -p "$dist/lib"
    -cp "$dist/python/python-resources.jar"
  )
  # The cache has the profile of the interpreter's loop (docs/build.md).
  [[ -e $dist/taipan.aot ]] && flags+=(-XX:AOTCache="$dist/taipan.aot" -XX:+AOTReplayTraining)
  return 0
}

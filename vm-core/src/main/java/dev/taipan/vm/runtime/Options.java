package dev.taipan.vm.runtime;

/**
 * What {@code -X} and the environment decide, fixed when a runtime starts.
 *
 * @param jit when traces are recorded and compiled
 * @param backend the name of the trace backend, empty for the machine's own
 * @param specialize whether tier 1 specializes
 * @param gcStress a collection at every n-th call that may poll; 0 for none
 * @param heapLimit bytes that cells may take; 0 for the default
 * @param codeCache bytes that machine code may take
 * @param stats whether counters are printed at the end
 * @param jitLog a file that gets a line for each trace and what it was compiled to; empty for none
 * @param hashSeed seed of str and bytes hashes
 * @param intMaxStrDigits limit of digits in conversions between int and str
 * @param optimize 1 compiles without assertions, 2 without docstrings too
 * @param columns whether code tells columns, or only lines
 * @param dev whether a program's mistakes are looked for that would do no harm
 */
public record Options(
    Jit jit,
    String backend,
    boolean specialize,
    int gcStress,
    long heapLimit,
    long codeCache,
    boolean stats,
    String jitLog,
    long hashSeed,
    int intMaxStrDigits,
    int optimize,
    boolean columns,
    boolean dev) {

  /** When traces are made. */
  public enum Jit {
    OFF,
    /** Compiled on a background thread. */
    ON,
    /** Compiled on the spot. */
    SYNC,
    /** Compiled on the spot, at the first back-edge and the first exit. */
    STRESS
  }

  /** The options of a plain start. */
  public static Options defaults() {
    return new Options(Jit.ON, "", true, 0, 0, 64L << 20, false, "", 0, 4300, 0, true, false);
  }

  /** These options, but for what decides how a program is run. */
  public Options running(Jit how, String by, int collectEvery, boolean counters) {
    return new Options(
        how,
        by,
        specialize,
        collectEvery,
        heapLimit,
        codeCache,
        counters,
        jitLog,
        hashSeed,
        intMaxStrDigits,
        optimize,
        columns,
        dev);
  }
}

package dev.taipan.vm.layout;

import dev.taipan.vm.heap.Heap;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadState;

/**
 * A Python function. The first change of code, defaults, keyword defaults or closure of a function
 * whose version was handed out stops the world; so the words are read with acquire and written with
 * release, and a guard on the version holds until the next poll.
 *
 * <pre>
 *   +0   header
 *   +8   version (32): 0 none, 1 cleared for good, from 2 on valid
 *   +16  code
 *   +24  globals
 *   +32  builtins
 *   +40  defaults: tuple or EMPTY
 *   +48  keyword defaults: dict or EMPTY
 *   +56  closure: tuple or EMPTY
 *   +64  name
 *   +72  qualified name
 *   +80  dict or EMPTY
 *   +88  host index of the rest (64), 0 = none yet
 * </pre>
 */
public final class FunctionLayout {
  public static final int VERSION = 8;
  public static final int CODE = 16;
  public static final int GLOBALS = 24;
  public static final int BUILTINS = 32;
  public static final int DEFAULTS = 40;
  public static final int KWDEFAULTS = 48;
  public static final int CLOSURE = 56;
  public static final int NAME = 64;
  public static final int QUALNAME = 72;
  public static final int DICT = 80;
  public static final int HOST = 88;
  public static final int SIZE = 96;

  private FunctionLayout() {}

  public static long create(
      ThreadState ts, long code, long globals, long builtins, long name, long qualname) {
    long cell = Heap.allocate(ts, Kind.FUNCTION.id, SIZE);
    Memory.putLong(cell + VERSION, 0);
    Memory.putLong(cell + CODE, code);
    Memory.putLong(cell + GLOBALS, globals);
    Memory.putLong(cell + BUILTINS, builtins);
    Memory.putLong(cell + DEFAULTS, 0);
    Memory.putLong(cell + KWDEFAULTS, 0);
    Memory.putLong(cell + CLOSURE, 0);
    Memory.putLong(cell + NAME, name);
    Memory.putLong(cell + QUALNAME, qualname);
    Memory.putLong(cell + DICT, 0);
    Memory.putLong(cell + HOST, 0);
    Memory.storeStoreFence();
    return cell;
  }

  public static long code(long cell) {
    return Memory.getLongAcquire(Cells.check(cell, Kind.FUNCTION) + CODE);
  }

  public static void setCode(long cell, long code) {
    Memory.putLongRelease(Cells.check(cell, Kind.FUNCTION) + CODE, code);
  }

  public static long globals(long cell) {
    return Memory.getLongAcquire(Cells.check(cell, Kind.FUNCTION) + GLOBALS);
  }

  public static long builtins(long cell) {
    return Memory.getLongAcquire(Cells.check(cell, Kind.FUNCTION) + BUILTINS);
  }

  public static void setBuiltins(long cell, long builtins) {
    Memory.putLongRelease(Cells.check(cell, Kind.FUNCTION) + BUILTINS, builtins);
  }

  public static long defaults(long cell) {
    return Memory.getLongAcquire(Cells.check(cell, Kind.FUNCTION) + DEFAULTS);
  }

  public static void setDefaults(long cell, long defaults) {
    Memory.putLongRelease(Cells.check(cell, Kind.FUNCTION) + DEFAULTS, defaults);
  }

  public static long kwdefaults(long cell) {
    return Memory.getLongAcquire(Cells.check(cell, Kind.FUNCTION) + KWDEFAULTS);
  }

  public static void setKwdefaults(long cell, long kwdefaults) {
    Memory.putLongRelease(Cells.check(cell, Kind.FUNCTION) + KWDEFAULTS, kwdefaults);
  }

  public static long closure(long cell) {
    return Memory.getLongAcquire(Cells.check(cell, Kind.FUNCTION) + CLOSURE);
  }

  public static void setClosure(long cell, long closure) {
    Memory.putLongRelease(Cells.check(cell, Kind.FUNCTION) + CLOSURE, closure);
  }

  public static long name(long cell) {
    return Memory.getLongAcquire(Cells.check(cell, Kind.FUNCTION) + NAME);
  }

  public static void setName(long cell, long name) {
    Memory.putLongRelease(Cells.check(cell, Kind.FUNCTION) + NAME, name);
  }

  public static long qualname(long cell) {
    return Memory.getLongAcquire(Cells.check(cell, Kind.FUNCTION) + QUALNAME);
  }

  public static void setQualname(long cell, long qualname) {
    Memory.putLongRelease(Cells.check(cell, Kind.FUNCTION) + QUALNAME, qualname);
  }

  public static long dict(long cell) {
    return Memory.getLongAcquire(Cells.check(cell, Kind.FUNCTION) + DICT);
  }

  public static void setDict(long cell, long dict) {
    Memory.putLongRelease(Cells.check(cell, Kind.FUNCTION) + DICT, dict);
  }

  public static long host(long cell) {
    return Memory.getLongAcquire(Cells.check(cell, Kind.FUNCTION) + HOST);
  }

  public static void setHost(long cell, long host) {
    Memory.putLongRelease(Cells.check(cell, Kind.FUNCTION) + HOST, host);
  }

  public static int version(long cell) {
    return Memory.getIntAcquire(Cells.check(cell, Kind.FUNCTION) + VERSION);
  }

  /** By compare-and-set, since two threads may hand out a version at once. */
  public static boolean changeVersion(long cell, int expected, int version) {
    return Memory.compareAndSetInt(cell + VERSION, expected, version);
  }
}

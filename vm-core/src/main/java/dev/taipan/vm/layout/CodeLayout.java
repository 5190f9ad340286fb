package dev.taipan.vm.layout;

import dev.taipan.vm.code.CodeFlags;
import dev.taipan.vm.heap.Heap;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadState;

/**
 * Compiled code. Immutable but for the two versions and what the instructions hold; the Java object
 * behind the host index has everything that hot code does not touch, and traces the constants.
 *
 * <pre>
 *   +0   header
 *   +8   version (32): 0 none
 *   +12  which events the instructions report (32): the thread block's number if they are up to date
 *   +16  host index (64)
 *   +24  address of the first instruction word; behind the last one lie the interned
 *        names of locals, cells and frees, then those that instructions index
 *   +32  number of instruction words (64)
 *   +40  locals, cells and frees (32)
 *   +44  stack size (32)
 *   +48  flags (32)
 *   +52  positional parameters (32)
 *   +56  positional-only parameters (32)
 *   +60  keyword-only parameters (32)
 *   +64  free variables (32)
 *   +68  bytes of a thread's profile (32)
 *   +72  bytes of the arguments of a call that needs no more than copying them, -1: there is none (32)
 *   +80  address of the first name that instructions index
 * </pre>
 */
public final class CodeLayout {
  public static final int VERSION = 8;
  public static final int EVENTS = 12;
  public static final int HOST = 16;
  public static final int INSTRUCTIONS = 24;
  public static final int WORD_COUNT = 32;
  public static final int LOCALSPLUS = 40;
  public static final int STACK_SIZE = 44;
  public static final int FLAGS = 48;
  public static final int ARG_COUNT = 52;
  public static final int POSONLY_COUNT = 56;
  public static final int KWONLY_COUNT = 60;
  public static final int FREE_COUNT = 64;
  public static final int PROFILE_SIZE = 68;
  public static final int EXACT_BYTES = 72;
  public static final int NAMES = 80;
  public static final int SIZE = 88;

  private CodeLayout() {}

  public static long create(
      ThreadState ts,
      long instructions,
      long wordCount,
      int localsplus,
      int stackSize,
      int flags,
      int argCount,
      int posonlyCount,
      int kwonlyCount,
      int freeCount,
      int profileSize) {
    long cell = Heap.allocate(ts, Kind.CODE.id, SIZE);
    Memory.putLong(cell + VERSION, 0);
    Memory.putLong(cell + HOST, 0);
    Memory.putLong(cell + INSTRUCTIONS, instructions);
    Memory.putLong(cell + WORD_COUNT, wordCount);
    Memory.putInt(cell + LOCALSPLUS, localsplus);
    Memory.putInt(cell + STACK_SIZE, stackSize);
    Memory.putInt(cell + FLAGS, flags);
    Memory.putInt(cell + ARG_COUNT, argCount);
    Memory.putInt(cell + POSONLY_COUNT, posonlyCount);
    Memory.putInt(cell + KWONLY_COUNT, kwonlyCount);
    Memory.putInt(cell + FREE_COUNT, freeCount);
    Memory.putInt(cell + PROFILE_SIZE, profileSize);
    boolean simple = kwonlyCount == 0 && (flags & (CodeFlags.VARARGS | CodeFlags.VARKEYWORDS)) == 0;
    Memory.putInt(cell + EXACT_BYTES, simple ? argCount * Long.BYTES : -1);
    Memory.putLong(cell + NAMES, instructions + 8 * (wordCount + localsplus));
    Memory.storeStoreFence();
    return cell;
  }

  /** Whether a call with just this many positional arguments needs no more than copying them. */
  public static boolean isExact(long cell, int nargs) {
    return Memory.getInt(Cells.check(cell, Kind.CODE) + EXACT_BYTES) == nargs * Long.BYTES;
  }

  public static long host(long cell) {
    return Memory.getLong(Cells.check(cell, Kind.CODE) + HOST);
  }

  public static long instructions(long cell) {
    return Memory.getLong(Cells.check(cell, Kind.CODE) + INSTRUCTIONS);
  }

  public static long wordCount(long cell) {
    return Memory.getLong(Cells.check(cell, Kind.CODE) + WORD_COUNT);
  }

  /** A name that instructions index. */
  public static long name(long cell, int index) {
    return Memory.getLong(Memory.getLong(Cells.check(cell, Kind.CODE) + NAMES) + 8L * index);
  }

  /** The name of a local, cell or free variable. */
  public static long slotName(long cell, int slot) {
    return Memory.getLong(slotNames(cell) + 8L * slot);
  }

  /** Where the names of all of them lie. */
  public static long slotNames(long cell) {
    return instructions(cell) + 8 * wordCount(cell);
  }

  public static int localsplus(long cell) {
    return Memory.getInt(Cells.check(cell, Kind.CODE) + LOCALSPLUS);
  }

  public static int stackSize(long cell) {
    return Memory.getInt(Cells.check(cell, Kind.CODE) + STACK_SIZE);
  }

  public static int flags(long cell) {
    return Memory.getInt(Cells.check(cell, Kind.CODE) + FLAGS);
  }

  public static int argCount(long cell) {
    return Memory.getInt(Cells.check(cell, Kind.CODE) + ARG_COUNT);
  }

  public static int posonlyCount(long cell) {
    return Memory.getInt(Cells.check(cell, Kind.CODE) + POSONLY_COUNT);
  }

  public static int kwonlyCount(long cell) {
    return Memory.getInt(Cells.check(cell, Kind.CODE) + KWONLY_COUNT);
  }

  public static int freeCount(long cell) {
    return Memory.getInt(Cells.check(cell, Kind.CODE) + FREE_COUNT);
  }

  public static int profileSize(long cell) {
    return Memory.getInt(Cells.check(cell, Kind.CODE) + PROFILE_SIZE);
  }

  /** Stores the index that {@code heap.hosts.add(ts, code, cell)} gave, before the cell escapes. */
  public static void setHost(long cell, long index) {
    Memory.putLong(cell + HOST, index);
  }

  public static int version(long cell) {
    return Memory.getIntAcquire(Cells.check(cell, Kind.CODE) + VERSION);
  }

  /** By compare-and-set, since two threads may hand out a version at once. */
  public static boolean changeVersion(long cell, int expected, int version) {
    return Memory.compareAndSetInt(cell + VERSION, expected, version);
  }

  /** Acquire: whoever finds the code up to date sees its instructions so. */
  public static int events(long cell) {
    return Memory.getIntAcquire(Cells.check(cell, Kind.CODE) + EVENTS);
  }

  /** After the instructions; in a stop, or under the lock of the runtime's monitoring. */
  public static void setEvents(long cell, int version) {
    Memory.putIntRelease(cell + EVENTS, version);
  }

  /** Bytes of a frame that runs this code. */
  public static long frameBytes(long cell) {
    return FrameLayout.bytes(localsplus(cell), stackSize(cell));
  }
}

package dev.taipan.vm.thread;

import dev.taipan.vm.heap.SizeClass;

/**
 * The thread block: what native code must reach of a thread. Written by its thread only, except for
 * the poll word, whose bits anyone sets and clears atomically, and the owner token ({@link
 * OwnerTokens}).
 *
 * <pre>
 *   +0    poll word (64): see {@link PollBits}
 *   +8    current frame
 *   +16   stack limit: no frame may end above
 *   +24   pending exception word or EMPTY
 *   +32   last epoch seen at a poll
 *   +40   exit index and the like, for machine code
 *   +48   scratch word
 *   +56   depth of Python calls left before RecursionError
 *   +64   allocation cursors: {+0 cursor, +8 limit} for each size class
 *   +1792 spill area: 256 words
 *   +3840 loop iterations inside traces, counted under -X stats
 *   +3848 loop iterations in tier 1, likewise
 *   +3856 owner token (32), -1 for none
 *   +3864 header of new cells but for the shape: the token in the top 16 bits, or 0
 *   +3872 which events code is to report (32): code with another number is brought up to date when
 *         it is entered
 * </pre>
 */
public final class ThreadLayout {
  public static final int POLL = 0;
  public static final int FRAME = 8;
  public static final int STACK_LIMIT = 16;
  public static final int PENDING = 24;
  public static final int EPOCH = 32;
  public static final int EXIT = 40;
  public static final int SCRATCH = 48;
  public static final int DEPTH_LEFT = 56;
  public static final int CURSORS = 64;
  public static final int CURSOR_BYTES = 16;
  public static final int CURSOR_LIMIT = 8;
  public static final int SPILL = 1792;
  public static final int SPILL_WORDS = 256;
  public static final int TRACE_ITERATIONS = SPILL + SPILL_WORDS * 8;
  public static final int TIER1_ITERATIONS = TRACE_ITERATIONS + 8;
  public static final int TOKEN = TIER1_ITERATIONS + 8;
  public static final int NEW_HEADER = TOKEN + 8;
  public static final int EVENTS = NEW_HEADER + 8;

  /** Bytes of a cache line; the block begins and ends with one. */
  static final int LINE = 64;

  public static final int SIZE = (EVENTS + 8 + LINE - 1) & -LINE;

  static {
    assert CURSORS + SizeClass.COUNT * CURSOR_BYTES <= SPILL;
  }

  private ThreadLayout() {}
}

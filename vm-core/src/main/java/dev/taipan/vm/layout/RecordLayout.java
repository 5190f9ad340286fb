package dev.taipan.vm.layout;

import dev.taipan.vm.memory.Memory;

/**
 * What a cache word of an attribute or class call refers to. The key says for what it holds and is
 * 0 while it holds for nothing; the other words are written while it is 0 only. The key is set with
 * release and cleared in a stop of the world, so a reader that has compared it may use the rest
 * until its next poll. Records are never freed: a stale cache word can only miss.
 *
 * <pre>
 *   +0   key: a shape id, or the owner itself
 *   +8   offset of a slot from the cell's start; bytes of a new instance
 *   +16  value: a function, a class attribute, a module's dict, an __init__
 *   +24  extra: the shape that follows, the self of a class method, a function version
 *   +32  second extra
 *   +40  the member's number, for a site with several records
 * </pre>
 *
 * A site that has seen several shapes refers to a table instead: addresses of records, at most
 * {@link #TABLE_RECORDS}, then 0; immutable.
 */
public final class RecordLayout {
  public static final int KEY = 0;
  public static final int OFFSET = 8;
  public static final int VALUE = 16;
  public static final int EXTRA = 24;
  public static final int EXTRA2 = 32;
  public static final int MEMBER = 40;
  public static final int SIZE = 48;
  public static final int TABLE_RECORDS = 4;

  /** Above an address in a cache word stands the member. */
  public static final int MEMBER_SHIFT = 48;

  private RecordLayout() {}

  /** A cache word that names a member and refers to a record. */
  public static long fact(int member, long record) {
    return (long) member << MEMBER_SHIFT | record;
  }

  /** The record of a cache word of this member; 0 if the word names another one. */
  public static long record(long fact, int member) {
    return fact >>> MEMBER_SHIFT == member ? fact & (1L << MEMBER_SHIFT) - 1 : 0;
  }

  public static long key(long record) {
    return Memory.getLongAcquire(record + KEY);
  }

  public static int member(long record) {
    return (int) Memory.getLong(record + MEMBER);
  }

  /** The record of a table whose key this is, 0 if there is none. */
  public static long find(long table, long key) {
    long at = table;
    long record = Memory.getLong(at);
    while (record != 0 && key(record) != key) {
      at += 8;
      record = Memory.getLong(at);
    }
    return record;
  }

  public static long offset(long record) {
    return Memory.getLong(record + OFFSET);
  }

  public static long value(long record) {
    return Memory.getLongAcquire(record + VALUE);
  }

  public static long extra(long record) {
    return Memory.getLong(record + EXTRA);
  }

  public static long extra2(long record) {
    return Memory.getLong(record + EXTRA2);
  }
}

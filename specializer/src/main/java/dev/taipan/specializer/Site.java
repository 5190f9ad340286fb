package dev.taipan.specializer;

import dev.taipan.vm.code.Instructions;
import dev.taipan.vm.interp.Members;
import dev.taipan.vm.layout.RecordLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.type.Records;
import dev.taipan.vm.value.Word;
import java.util.ArrayList;
import java.util.List;

/** One attempt at a site whose cache word refers to a record: the classes that it relies on. */
final class Site {
  private final ThreadState ts;
  private final long pc;
  private final long name;
  private final List<PyType> types = new ArrayList<>(2);
  private PyType live;

  Site(ThreadState ts, long pc, long name) {
    this.ts = ts;
    this.pc = pc;
    this.name = name;
  }

  /** From now on the class stays as it is until the next poll; false if it changes too often. */
  boolean relyOn(PyType type) {
    if (types.contains(type)) {
      return true;
    }
    if (type.assignVersion() == 0) {
      return false;
    }
    types.add(type);
    return true;
  }

  /** Likewise for the class of a descriptor; built-in classes never change. */
  boolean relyOnTypeOf(long word) {
    if (!Word.isCell(word)) {
      return true;
    }
    PyType type = ts.runtime().typeOf(word);
    return !type.has(PyType.Flag.HEAP) || relyOn(type);
  }

  /** The value is an attribute of this class, to be read again when it is overwritten. */
  void live(PyType type) {
    live = type;
  }

  boolean publish(long member, long subject, long offset, long value, long extra) {
    return publish(member, subject, offset, value, extra, 0);
  }

  /** Publishes the record and the word that refers to it. */
  boolean publish(long member, long subject, long offset, long value, long extra, long extra2) {
    var fact =
        new Records.Fact(Members.number(member), subject, name, offset, value, extra, extra2);
    long record = ts.runtime().records().publish(ts, fact, types, live);
    if (record == 0) {
      return false;
    }
    Instructions.setCache(pc, 0, member + record);
    return true;
  }

  /**
   * As {@code publish}, at a site that may have seen other shapes: what still holds of them goes
   * with the new record into a table. Gives the member that was published, 0 if none was: a site of
   * too many shapes stays generic.
   */
  long publishAlso(long member, long polymorphic, long shape, long offset, long value, long extra) {
    long before = Instructions.cache(pc, 0);
    if (!publish(member, shape, offset, value, extra)) {
      return 0;
    }
    long record = Instructions.cache(pc, 0) - member;
    List<Long> found = new ArrayList<>();
    found.add(record);
    for (long old : records(before, polymorphic)) {
      if (RecordLayout.key(old) != 0 && RecordLayout.key(old) != shape) {
        found.add(old);
      }
    }
    if (found.size() == 1) {
      return member;
    }
    if (found.size() > RecordLayout.TABLE_RECORDS) {
      Instructions.setCache(pc, 0, before);
      return 0;
    }
    Instructions.setCache(pc, 0, polymorphic + ts.runtime().records().table(found));
    return polymorphic;
  }

  /** The records that a cache word refers to, if they are such as a table may hold. */
  private static List<Long> records(long word, long polymorphic) {
    List<Long> found = new ArrayList<>();
    int member = Members.number(word);
    long address = word & (1L << RecordLayout.MEMBER_SHIFT) - 1;
    if (member == Members.number(polymorphic)) {
      for (long at = address; Memory.getLong(at) != 0; at += 8) {
        found.add(Memory.getLong(at));
      }
    } else if (polymorphic == Members.LOAD_POLYMORPHIC
        ? member >= 1 && member <= Members.number(Members.LOAD_NONDESCRIPTOR)
        : member == Members.number(Members.STORE_SLOT)
            || member == Members.number(Members.STORE_ADD)) {
      found.add(address);
    }
    return found;
  }
}

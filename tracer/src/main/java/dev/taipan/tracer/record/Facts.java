package dev.taipan.tracer.record;

import dev.taipan.optimizer.trace.TraceUop;
import dev.taipan.tracer.executor.HeldRecords;
import dev.taipan.vm.code.Instructions;
import dev.taipan.vm.interp.Members;
import dev.taipan.vm.layout.RecordLayout;
import dev.taipan.vm.thread.ThreadState;

/**
 * What the records behind cache words say, for a recording that from then on depends on them. A
 * record is used only if it holds for the operands that were noted before the instruction ran: then
 * the member has run, not its family's head.
 */
final class Facts {
  private final HeldRecords held;
  private final Recording.Roots roots;

  Facts(HeldRecords held, Recording.Roots roots) {
    this.held = held;
    this.roots = roots;
  }

  /** The record that the instruction used, 0 if it used none that the recording can rely on. */
  long record(ThreadState ts, TraceUop uop, long pc, long owner, long shape) {
    long record = Instructions.cache(pc, 0) - member(uop);
    boolean own = record >>> RecordLayout.MEMBER_SHIFT == 0;
    return own && RecordLayout.key(record) == (isOfOwner(uop) ? owner : shape)
        ? held(ts, record)
        : 0;
  }

  /** The record that a site of several shapes used. */
  long selected(ThreadState ts, long pc, long shape) {
    long word = Instructions.cache(pc, 0);
    int member = Members.number(word);
    boolean table =
        member == Members.number(Members.LOAD_POLYMORPHIC)
            || member == Members.number(Members.STORE_POLYMORPHIC);
    long address = word & (1L << RecordLayout.MEMBER_SHIFT) - 1;
    return held(ts, table ? RecordLayout.find(address, shape) : 0);
  }

  private long held(ThreadState ts, long record) {
    if (record == 0 || !held.hold(ts, record)) {
      return 0;
    }
    roots.add(RecordLayout.value(record));
    return record;
  }

  /** What a record of a table is recorded as. */
  static TraceUop uop(long record) {
    long member = (long) RecordLayout.member(record) << RecordLayout.MEMBER_SHIFT;
    if (member == Members.LOAD_SLOT) {
      return TraceUop.LOAD_ATTR_INSTANCE_VALUE;
    }
    if (member == Members.LOAD_METHOD) {
      return TraceUop.LOAD_ATTR_METHOD;
    }
    if (member == Members.LOAD_NONDESCRIPTOR) {
      return TraceUop.LOAD_ATTR_NONDESCRIPTOR;
    }
    return member == Members.STORE_SLOT
        ? TraceUop.STORE_ATTR_INSTANCE_VALUE
        : TraceUop.STORE_ATTR_ADD_VALUE;
  }

  private static long member(TraceUop uop) {
    return switch (uop) {
      case LOAD_ATTR_INSTANCE_VALUE -> Members.LOAD_SLOT;
      case LOAD_ATTR_METHOD -> Members.LOAD_METHOD;
      case LOAD_ATTR_NONDESCRIPTOR -> Members.LOAD_NONDESCRIPTOR;
      case LOAD_ATTR_CLASS -> Members.LOAD_CLASS;
      case LOAD_ATTR_CLASS_METHOD -> Members.LOAD_CLASS_METHOD;
      case LOAD_ATTR_MODULE -> Members.LOAD_MODULE;
      case LOAD_ATTR_PROPERTY -> Members.LOAD_PROPERTY;
      case LOAD_ATTR_BOUND_METHOD -> Members.LOAD_BOUND;
      case STORE_ATTR_INSTANCE_VALUE -> Members.STORE_SLOT;
      case STORE_ATTR_ADD_VALUE -> Members.STORE_ADD;
      case CALL_ALLOC_AND_ENTER_INIT -> Members.CALL_INIT;
      default -> throw new IllegalArgumentException(uop + " has no record");
    };
  }

  /** Whether the key is the owner itself and not its shape. */
  private static boolean isOfOwner(TraceUop uop) {
    return switch (uop) {
      case LOAD_ATTR_CLASS, LOAD_ATTR_CLASS_METHOD, LOAD_ATTR_MODULE, CALL_ALLOC_AND_ENTER_INIT ->
          true;
      default -> false;
    };
  }
}

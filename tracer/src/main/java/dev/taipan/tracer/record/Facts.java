package dev.taipan.tracer.record;

import dev.taipan.optimizer.trace.TraceUop;
import dev.taipan.tracer.executor.HeldRecords;
import dev.taipan.vm.code.Instructions;
import dev.taipan.vm.interp.Members;
import dev.taipan.vm.layout.RecordLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

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
  long record(ThreadState ts, TraceUop uop, long pc, long owner) {
    long record = Instructions.cache(pc, 0) - member(uop);
    if (record >>> RecordLayout.MEMBER_SHIFT != 0
        || RecordLayout.key(record) != subject(uop, record, owner)
        || !held.hold(ts, record)) {
      return 0;
    }
    roots.add(RecordLayout.value(record));
    return record;
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

  /** What the key has to be. */
  private static long subject(TraceUop uop, long record, long owner) {
    return switch (uop) {
      case LOAD_ATTR_CLASS, LOAD_ATTR_CLASS_METHOD, LOAD_ATTR_MODULE, CALL_ALLOC_AND_ENTER_INIT ->
          owner;
      // The instruction has changed the shape.
      case STORE_ATTR_ADD_VALUE ->
          shape(owner) == RecordLayout.extra(record) ? RecordLayout.key(record) : -1;
      default -> shape(owner);
    };
  }

  private static long shape(long owner) {
    return Word.isCell(owner) ? Memory.getIntAcquire(owner) : -1;
  }
}

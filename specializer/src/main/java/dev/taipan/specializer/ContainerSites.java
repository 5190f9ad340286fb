package dev.taipan.specializer;

import dev.taipan.vm.code.Op;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.layout.TupleLayout;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.value.Word;

/** Membership, item stores, unpacking, loops over built-in containers. */
final class ContainerSites {
  private ContainerSites() {}

  static int contains(long sp) {
    Kind kind = Operands.kind(Operands.at(sp, 1));
    return kind == Kind.SET ? Op.CONTAINS_OP_SET : kind == Kind.DICT ? Op.CONTAINS_OP_DICT : 0;
  }

  static int store(long sp) {
    Kind kind = Operands.kind(Operands.at(sp, 2));
    long key = Operands.at(sp, 1);
    if (kind == Kind.LIST && Word.isInt(key)) {
      return Op.STORE_SUBSCR_LIST_INT;
    }
    return kind == Kind.DICT ? Op.STORE_SUBSCR_DICT : 0;
  }

  static int unpack(long sp, int count) {
    long sequence = Operands.at(sp, 1);
    Kind kind = Operands.kind(sequence);
    if (kind == Kind.TUPLE && TupleLayout.length(sequence) == count) {
      return count == 2 ? Op.UNPACK_SEQUENCE_TWO_TUPLE : Op.UNPACK_SEQUENCE_TUPLE;
    }
    return kind == Kind.LIST ? Op.UNPACK_SEQUENCE_LIST : 0;
  }

  static int iterate(ThreadState ts, long sp) {
    long iterator = Operands.at(sp, 1);
    Kind kind = Operands.kind(iterator);
    if (kind == null) {
      return Word.isCell(iterator) && !Operands.shape(ts, iterator).type().has(PyType.Flag.HEAP)
          ? Op.FOR_ITER_BUILTIN
          : 0;
    }
    return switch (kind) {
      case RANGE_ITER -> Op.FOR_ITER_RANGE;
      case LIST_ITER -> Op.FOR_ITER_LIST;
      case TUPLE_ITER -> Op.FOR_ITER_TUPLE;
      case GENERATOR -> Op.FOR_ITER_GEN;
      default -> Op.FOR_ITER_BUILTIN;
    };
  }

  /** A generator or coroutine is resumed in the loop. */
  static int send(long sp) {
    Kind kind = Operands.kind(Operands.at(sp, 2));
    return kind == Kind.GENERATOR || kind == Kind.COROUTINE ? Op.SEND_GEN : 0;
  }
}

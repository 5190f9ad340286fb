package dev.taipan.specializer;

import dev.taipan.vm.code.Instructions;
import dev.taipan.vm.code.Op;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.layout.TupleLayout;
import dev.taipan.vm.object.DictIterators;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.PairIterator;
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

  static int iterate(ThreadState ts, long pc, long sp) {
    long iterator = Operands.at(sp, 1);
    Kind kind = Operands.kind(iterator);
    if (kind == null) {
      return Word.isCell(iterator) ? ofBuiltin(ts, pc, iterator) : 0;
    }
    return switch (kind) {
      case RANGE_ITER -> Op.FOR_ITER_RANGE;
      case LIST_ITER -> Op.FOR_ITER_LIST;
      case TUPLE_ITER -> Op.FOR_ITER_TUPLE;
      case GENERATOR -> Op.FOR_ITER_GEN;
      default -> ofBuiltin(ts, pc, iterator);
    };
  }

  private static int ofBuiltin(ThreadState ts, long pc, long iterator) {
    if (Operands.shape(ts, iterator).type().has(PyType.Flag.HEAP)) {
      return 0;
    }
    boolean takenApart =
        Op.head(Instructions.op(pc + 8)) == Op.UNPACK_SEQUENCE
            && !Instructions.isInstrumented(pc + 8)
            && Instructions.arg(pc + 8) == 2;
    return takenApart && givesPairs(ts, iterator) ? Op.FOR_ITER_PAIR : Op.FOR_ITER_BUILTIN;
  }

  private static boolean givesPairs(ThreadState ts, long iterator) {
    if (Operands.shape(ts, iterator).kind() == Kind.DICT_ITER) {
      return DictIterators.givesPairs(iterator);
    }
    return Hosts.orNull(ts, iterator) instanceof PairIterator steps && steps.givesPairs();
  }

  /** A generator or coroutine is resumed in the loop. */
  static int send(long sp) {
    Kind kind = Operands.kind(Operands.at(sp, 2));
    return kind == Kind.GENERATOR || kind == Kind.COROUTINE ? Op.SEND_GEN : 0;
  }
}

package dev.taipan.optimizer.build;

import dev.taipan.optimizer.ir.IrOp;
import dev.taipan.optimizer.ir.TraceIr;
import dev.taipan.optimizer.ir.ValueKind;
import dev.taipan.optimizer.spi.TraceAbort;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.value.Word;

/** Changes of lists, each one operation that takes the list's lock for a few instructions. */
final class ListUops {
  private static final int NONE = TraceIr.NONE;

  private final BuildState s;
  private final NumberUops numbers;
  private final ObjectUops objects;

  ListUops(BuildState state, NumberUops numbers, ObjectUops objects) {
    s = state;
    this.numbers = numbers;
    this.objects = objects;
  }

  Step store() throws TraceAbort {
    int index = s.asInt(s.peek(0));
    int list = s.asCell(s.peek(1), Kind.LIST);
    int value = s.boxed(s.peek(2));
    objects.escapes(value);
    s.ir.add(IrOp.LIST_STORE, list, index, value, 0, s.exit());
    s.drop();
    s.drop();
    s.drop();
    return Step.DONE;
  }

  /** Of a comprehension: the list lies below the item. */
  Step appendItem(int depth) throws TraceAbort {
    int list = s.asCell(s.peek(depth), Kind.LIST);
    int value = s.boxed(s.peek(0));
    objects.escapes(value);
    s.ir.add(IrOp.LIST_APPEND, list, value, NONE, 0, s.exit());
    s.drop();
    return Step.DONE;
  }

  Step append(long callable) throws TraceAbort {
    int function = s.peek(2);
    ValueKind kind = s.ir.kind(function);
    if (kind != ValueKind.WORD && kind != ValueKind.CELL) {
      return Step.STOP;
    }
    s.checked(IrOp.GUARD_WORD, function, NONE, callable);
    int list = s.asCell(s.peek(1), Kind.LIST);
    int value = s.boxed(s.peek(0));
    objects.escapes(value);
    s.ir.add(IrOp.LIST_APPEND, list, value, NONE, 0, s.exit());
    s.drop();
    return numbers.replaceTwo(s.constant(Word.NONE));
  }
}

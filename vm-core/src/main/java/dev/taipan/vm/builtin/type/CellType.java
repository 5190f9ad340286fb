package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.builtin.Setter;
import dev.taipan.vm.layout.CellLayout;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Comparison;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Sequences;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.Slot;
import dev.taipan.vm.value.Word;

/** {@code types.CellType}: a variable that closures share. */
@BuiltinType(name = "cell", kind = Kind.CELL, subclassable = false)
final class CellType {
  private CellType() {}

  @Builtin(value = "__new__(cls, contents=, /)", binding = Binding.NEW)
  static long create(ThreadState ts, long cls, long contents) {
    return CellLayout.create(ts, contents);
  }

  @Builtin("__repr__(self, /)")
  static String repr(ThreadState ts, long self) {
    long content = CellLayout.content(self);
    return content == Word.EMPTY
        ? "<cell at 0x%x: empty>".formatted(self)
        : "<cell at 0x%x: %s object at 0x%x>".formatted(self, Classes.nameOf(ts, content), content);
  }

  private static long compare(ThreadState ts, Slot slot, long self, long value) {
    if (!Word.isCell(value) || ts.runtime().kindOf(value) != Kind.CELL) {
      return Word.NOT_IMPLEMENTED;
    }
    long left = CellLayout.content(self);
    long right = CellLayout.content(value);
    if (left != Word.EMPTY && right != Word.EMPTY) {
      return Comparison.compare(ts, slot.ordinal() - Slot.LT.ordinal(), left, right);
    }
    int order = Boolean.compare(left != Word.EMPTY, right != Word.EMPTY);
    return Word.boxBool(Sequences.holds(slot, order));
  }

  @Builtin("__lt__(self, value, /)")
  static long lt(ThreadState ts, long self, long value) {
    return compare(ts, Slot.LT, self, value);
  }

  @Builtin("__eq__(self, value, /)")
  static long eq(ThreadState ts, long self, long value) {
    return compare(ts, Slot.EQ, self, value);
  }

  @Builtin("__ne__(self, value, /)")
  static long ne(ThreadState ts, long self, long value) {
    return compare(ts, Slot.NE, self, value);
  }

  @Builtin("__gt__(self, value, /)")
  static long gt(ThreadState ts, long self, long value) {
    return compare(ts, Slot.GT, self, value);
  }

  @Getter("cell_contents")
  static long contents(ThreadState ts, long self) {
    long content = CellLayout.content(self);
    if (content == Word.EMPTY) {
      throw Errors.valueError(ts, "Cell is empty");
    }
    return content;
  }

  @Setter("cell_contents")
  static void setContents(long self, long value) {
    CellLayout.setContent(self, value);
  }
}

package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.builtin.Setter;
import dev.taipan.vm.layout.CellLayout;
import dev.taipan.vm.layout.Cells;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.object.Comparison;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** The cells of closures. */
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
        : "<cell at 0x%x: %s object at 0x%x>"
            .formatted(self, ts.runtime().typeOf(content).name(), content);
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
  static void setContents(ThreadState ts, long self, long value) {
    CellLayout.setContent(self, value);
  }

  @Builtin("__eq__(self, value, /)")
  static long eq(ThreadState ts, long self, long value) {
    if (!Cells.is(value, Kind.CELL)) {
      return Word.NOT_IMPLEMENTED;
    }
    long left = CellLayout.content(self);
    long right = CellLayout.content(value);
    boolean filled = left != Word.EMPTY && right != Word.EMPTY;
    return Word.boxBool(filled ? Comparison.equal(ts, left, right) : left == right);
  }
}

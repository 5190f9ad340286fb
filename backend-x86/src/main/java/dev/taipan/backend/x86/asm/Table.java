package dev.taipan.backend.x86.asm;

import java.util.ArrayList;
import java.util.List;

/** All encodings, in one list; the printer's index and the tests iterate it. */
final class Table {
  static final List<Encoding> ALL = gather();

  private Table() {}

  private static List<Encoding> gather() {
    List<Encoding> all = new ArrayList<>();
    for (Alu alu : Alu.values()) {
      all.addAll(alu.encodings());
    }
    for (Shift shift : Shift.values()) {
      all.addAll(shift.encodings());
    }
    for (Unary unary : Unary.values()) {
      all.add(unary.encoding);
    }
    for (Sse sse : Sse.values()) {
      all.add(sse.encoding);
    }
    for (Op op : Op.values()) {
      all.add(op.encoding);
    }
    return List.copyOf(all);
  }
}

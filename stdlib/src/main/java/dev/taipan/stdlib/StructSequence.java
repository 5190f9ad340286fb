package dev.taipan.stdlib;

import dev.taipan.vm.builtin.BuiltinTable;
import dev.taipan.vm.builtin.Signature;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.layout.TupleLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Representation;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.Shape;

/**
 * A tuple type whose items have names ({@code sys.version_info}, {@code time.struct_time} ...). Its
 * table is not generated: the fields are data.
 */
public final class StructSequence extends BuiltinTable {
  private final String[] fields;
  private final String[] names;

  public StructSequence(String module, String name, String... fields) {
    super(name, module, Kind.TUPLE, "tuple", false, false, "");
    this.fields = fields.clone();
    this.names = new String[fields.length + 1];
    System.arraycopy(fields, 0, names, 0, fields.length);
    names[fields.length] = "__repr__";
  }

  /** A new instance. */
  public long create(ThreadState ts, long... items) {
    Shape shape = StandardLibrary.type(ts, this).shape();
    long cell = TupleLayout.create(ts, shape.id(), items.length, shape.attributeWords());
    for (int i = 0; i < items.length; i++) {
      TupleLayout.set(cell, i, items[i]);
    }
    Memory.storeStoreFence();
    return cell;
  }

  @Override
  public String[] names() {
    return names;
  }

  @Override
  public char memberKind(int index) {
    return index < fields.length ? 'g' : 'm';
  }

  @Override
  public String doc(int index) {
    return null;
  }

  @Override
  protected Signature makeSignature(int index) {
    return new Signature(names[index], "(self, /)", "self", "!", 1, 0, 0, false, false);
  }

  @Override
  public long call(ThreadState ts, int index, long args, int nargs, long kwnames) {
    long self = self(ts, index, Memory.getLong(args));
    return index < fields.length ? Tuples.get(self, index) : repr(ts, self);
  }

  private long repr(ThreadState ts, long self) {
    StringBuilder text = new StringBuilder(module() + "." + name() + "(");
    for (int i = 0; i < fields.length; i++) {
      text.append(i == 0 ? "" : ", ").append(fields[i]).append('=');
      text.append(Representation.text(ts, Tuples.get(self, i)));
    }
    return Strs.of(ts, text.append(")").toString());
  }
}

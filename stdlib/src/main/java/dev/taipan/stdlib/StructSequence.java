package dev.taipan.stdlib;

import dev.taipan.vm.builtin.BuiltinTable;
import dev.taipan.vm.builtin.Signature;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.layout.TupleLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Instances;
import dev.taipan.vm.object.Iteration;
import dev.taipan.vm.object.Representation;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.RootScope;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.type.Shape;
import dev.taipan.vm.value.Word;
import java.util.Arrays;

/**
 * A tuple type whose items have names ({@code sys.version_info}, {@code time.struct_time} ...). Its
 * table is not generated: the fields are data. Hidden fields are attributes beyond the items.
 */
public final class StructSequence extends BuiltinTable {
  private static final String METHODS = "__repr__ __reduce__ __setattr__ __delattr__ __new__";
  private static final String METHOD_KINDS = "mmmmN";

  private final String[] fields;
  private final String[] hidden;

  /** How many fields have getters: the first ones, up to the first that is hidden too. */
  private final int getters;

  /** What a program may make one of. */
  private enum Making {
    OF_A_SEQUENCE,
    OF_ITEMS,
    REFUSED
  }

  private final Making making;

  /** Made when it is first asked for; equal whoever wins. */
  private String kinds;

  public StructSequence(String module, String name, String... fields) {
    this(module, name, new String[0], fields);
  }

  /** With attributes beyond the items; an item of the same name is reached by index only. */
  public StructSequence(String module, String name, String[] hidden, String... fields) {
    this(module, name, Making.OF_A_SEQUENCE, hidden, fields);
  }

  /** A type that is made of its items: {@code sched_param(3)}. */
  public static StructSequence byItems(String module, String name, String... fields) {
    return new StructSequence(module, name, Making.OF_ITEMS, new String[0], fields);
  }

  /** A type of which a program makes no instance. */
  public static StructSequence closed(String module, String name, String... fields) {
    return new StructSequence(module, name, Making.REFUSED, new String[0], fields);
  }

  private StructSequence(
      String module, String name, Making making, String[] hidden, String... fields) {
    super(name, module, Kind.TUPLE, "tuple", false, hidden.length > 0, "");
    this.fields = fields;
    this.hidden = hidden;
    int count = fields.length;
    for (int i = hidden.length == 0 ? -1 : fields.length - 1; i >= 0; i--) {
      count = Arrays.asList(hidden).contains(fields[i]) ? i : count;
    }
    this.getters = count;
    this.making = making;
  }

  /** A new instance; values of hidden fields follow the items. */
  public long create(ThreadState ts, long... items) {
    Shape shape = StandardLibrary.type(ts, this).shape();
    int visible = Math.min(items.length, fields.length);
    long cell = TupleLayout.create(ts, shape.id(), visible, shape.attributeWords());
    for (int i = 0; i < visible; i++) {
      TupleLayout.set(cell, i, items[i]);
    }
    Memory.storeStoreFence();
    if (items.length > visible) {
      int mark = ts.rootMark();
      ts.root(cell);
      ts.rootAll(items);
      for (int i = visible; i < items.length; i++) {
        Instances.set(ts, cell, ts.runtime().intern(ts, hidden[i - visible]), items[i]);
      }
      ts.rootRelease(mark);
    }
    return cell;
  }

  /** What the type says of its fields. */
  @Override
  public void complete(ThreadState ts, long namespace) {
    int all = fields.length + hidden.length;
    Dicts.set(ts, namespace, "n_fields", Word.boxInt(all));
    Dicts.set(ts, namespace, "n_sequence_fields", Word.boxInt(fields.length));
    Dicts.set(ts, namespace, "n_unnamed_fields", Word.boxInt(fields.length - getters));
    long[] match = new long[getters];
    for (int i = 0; i < getters; i++) {
      match[i] = ts.runtime().intern(ts, fields[i]);
    }
    Dicts.set(ts, namespace, "__match_args__", Tuples.of(ts, match));
  }

  @Override
  public String text() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < getters; i++) {
      text.append(fields[i]).append(' ');
    }
    for (String name : hidden) {
      text.append(name).append(' ');
    }
    return text.append(METHODS).toString();
  }

  @Override
  public String kinds() {
    String known = kinds;
    if (known == null) {
      known = "g".repeat(getters + hidden.length) + METHOD_KINDS;
      kinds = known;
    }
    return known;
  }

  @Override
  public String doc(int index) {
    return null;
  }

  @Override
  protected Signature makeSignature(int index) {
    if (memberKind(index) == 'N' && making == Making.OF_ITEMS) {
      String text = "(cls, /, " + String.join(", ", fields) + ")";
      return new Signature(names()[index], text, "cls", "!", 1, 0, 0, false, false);
    }
    if (memberKind(index) == 'N') {
      return new Signature(
          names()[index],
          "(cls, /, sequence, dict={})",
          "cls",
          "!sequence,dict",
          1,
          0,
          0,
          false,
          false);
    }
    return new Signature(names()[index], "(self, /)", "self", "!", 1, 0, 0, false, false);
  }

  @Override
  public long call(ThreadState ts, int index, long args, int nargs, long kwnames) {
    if (memberKind(index) == 'N') {
      return switch (making) {
        case OF_A_SEQUENCE -> construct(ts, args, nargs, kwnames);
        case OF_ITEMS -> ofItems(ts, args, nargs, kwnames);
        case REFUSED ->
            throw Errors.typeError(ts, "cannot create '%s.%s' instances", module(), name());
      };
    }
    long self = self(ts, index, Memory.getLong(args));
    if (index < getters) {
      return Tuples.get(self, index);
    }
    if (index < getters + hidden.length) {
      long value = Instances.get(ts, self, ts.runtime().intern(ts, names()[index]));
      return value == Word.EMPTY ? Word.NONE : value;
    }
    return switch (index - getters - hidden.length) {
      case 0 -> repr(ts, self);
      case 1 -> reduce(ts, self);
      default -> change(ts, self, args, nargs);
    };
  }

  private long ofItems(ThreadState ts, long args, int nargs, long kwnames) {
    int keywords = kwnames == Word.EMPTY ? 0 : Tuples.length(kwnames);
    if (nargs - 1 + keywords != fields.length) {
      throw Errors.typeError(
          ts,
          "%s() takes exactly %d arguments (%d given)",
          name(),
          fields.length,
          nargs - 1 + keywords);
    }
    long[] items = new long[fields.length];
    for (int i = 0; i < fields.length; i++) {
      int index = i < nargs - 1 ? i : fieldOf(ts, Tuples.get(kwnames, i - nargs + 1));
      items[index] = Memory.getLong(args + 8L * (i + 1));
    }
    return create(ts, items);
  }

  private int fieldOf(ThreadState ts, long keyword) {
    int index = Arrays.asList(fields).indexOf(Strs.toJava(keyword));
    if (index < 0) {
      throw Errors.typeError(
          ts, "'%s' is an invalid keyword argument for %s()", Strs.toJava(keyword), name());
    }
    return index;
  }

  private long construct(ThreadState ts, long args, int nargs, long kwnames) {
    int keywords = kwnames == Word.EMPTY ? 0 : Tuples.length(kwnames);
    if (nargs + keywords < 2 || nargs + keywords > 3) {
      throw Errors.typeError(ts, "%s() missing required argument 'sequence' (pos 1)", name());
    }
    int mark = ts.rootMark();
    try {
      long given = Memory.getLong(args + 8);
      if (!Iteration.isIterable(ts, given)) {
        throw Errors.typeError(ts, "constructor requires a sequence");
      }
      long items = Iteration.toTuple(ts, given);
      ts.root(items);
      int count = Tuples.length(items);
      checkCount(ts, count);
      int all = fields.length + hidden.length;
      long extra = nargs + keywords == 3 ? Memory.getLong(args + 16) : Word.NONE;
      if (extra != Word.NONE && !Dicts.isDict(ts, extra)
          || nargs + keywords == 3 && extra == Word.NONE) {
        throw Errors.typeError(ts, "%s.%s() takes a dict as second arg, if any", module(), name());
      }
      long[] values = new long[all];
      for (int i = 0; i < all; i++) {
        values[i] = i < count ? Tuples.get(items, i) : fallback(ts, extra, i, items);
      }
      return create(ts, values);
    } finally {
      ts.rootRelease(mark);
    }
  }

  /** A hidden field that the sequence does not reach: the dict's, the item of its name, or None. */
  private long fallback(ThreadState ts, long extra, int index, long items) {
    String name = hidden[index - fields.length];
    if (Dicts.isDict(ts, extra)) {
      long found = Dicts.getStr(ts, extra, ts.runtime().intern(ts, name));
      if (found != Word.EMPTY) {
        return found;
      }
    }
    int same = Arrays.asList(fields).indexOf(name);
    return same < 0 ? Word.NONE : Tuples.get(items, same);
  }

  private void checkCount(ThreadState ts, int count) {
    int most = fields.length + hidden.length;
    if (count >= fields.length && count <= most) {
      return;
    }
    String bound =
        hidden.length == 0 ? "a" : count < fields.length ? "an at least " : "an at most ";
    int wanted = count < fields.length ? fields.length : most;
    throw Errors.typeError(
        ts,
        "%s.%s() takes %s%s%d-sequence (%d-sequence given)",
        module(),
        name(),
        bound,
        hidden.length == 0 ? " " : "",
        wanted,
        count);
  }

  private long reduce(ThreadState ts, long self) {
    long[] items = new long[fields.length];
    for (int i = 0; i < items.length; i++) {
      items[i] = Tuples.get(self, i);
    }
    if (making == Making.OF_ITEMS) {
      return Tuples.of(ts, ts.runtime().typeOf(self).cell(), Tuples.of(ts, items));
    }
    try (RootScope roots = ts.roots()) {
      long extra = roots.keep(Dicts.create(ts));
      for (String name : hidden) {
        long value = Attributes.find(ts, self, name);
        if (value != Word.EMPTY) {
          Dicts.set(ts, extra, name, value);
        }
      }
      long type = ts.runtime().typeOf(self).cell();
      return Tuples.of(ts, type, Tuples.of(ts, Tuples.of(ts, items), extra));
    }
  }

  /** No attribute can be set or deleted; instances of a subclass may have some of their own. */
  private long change(ThreadState ts, long self, long args, int nargs) {
    if (nargs < 2 || !Strs.isStr(ts, Memory.getLong(args + 8))) {
      throw Errors.typeError(ts, "attribute name must be string");
    }
    long name = Memory.getLong(args + 8);
    String text = Strs.toJava(name);
    boolean known = Arrays.asList(fields).contains(text) || Arrays.asList(hidden).contains(text);
    PyType type = ts.runtime().typeOf(self);
    if (known) {
      throw Errors.attributeError(ts, "readonly attribute");
    }
    if (type.equals(StandardLibrary.type(ts, this))) {
      throw Errors.attributeError(ts, "'%s' object has no attribute '%s'", type.name(), text);
    }
    Attributes.genericSet(ts, type, self, name, nargs > 2 ? Memory.getLong(args + 16) : Word.EMPTY);
    return Word.NONE;
  }

  private long repr(ThreadState ts, long self) {
    String prefix = module().equals("builtins") ? "" : module() + ".";
    StringBuilder text = new StringBuilder(prefix + name() + "(");
    for (int i = 0; i < fields.length; i++) {
      text.append(i == 0 ? "" : ", ").append(fields[i]).append('=');
      text.append(Representation.text(ts, Tuples.get(self, i)));
    }
    return Strs.of(ts, text.append(")").toString());
  }
}

package dev.taipan.vm.object;

import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;

/** {@code list[int]}: a class and its arguments; immutable. */
public final class GenericAlias extends HostObject {
  private final long origin;
  private final long args;
  private final long parameters;
  private final boolean unpacked;

  private GenericAlias(long origin, long args, long parameters, boolean unpacked) {
    this.origin = origin;
    this.args = args;
    this.parameters = parameters;
    this.unpacked = unpacked;
  }

  /** {@code origin[item]}: a tuple gives several arguments. */
  public static long create(ThreadState ts, long origin, long item) {
    return create(ts, ts.runtime().types().genericAlias, origin, item, false);
  }

  public static long create(ThreadState ts, PyType type, long origin, long item, boolean unpacked) {
    int mark = ts.rootMark();
    try {
      long args = Tuples.isTuple(ts, item) ? item : Tuples.of(ts, item);
      ts.root(args);
      long parameters = TypeParameters.of(ts, args);
      return Hosts.create(ts, type, new GenericAlias(origin, args, parameters, unpacked));
    } finally {
      ts.rootRelease(mark);
    }
  }

  public long origin() {
    return origin;
  }

  /** A tuple. */
  public long args() {
    return args;
  }

  /** The type variables among the arguments, a tuple. */
  public long parameters() {
    return parameters;
  }

  /** Whether this is {@code *origin[args]}. */
  public boolean unpacked() {
    return unpacked;
  }

  /** {@code origin[arg, ...]} as annotations are written. */
  public String show(ThreadState ts) {
    StringBuilder out = new StringBuilder(unpacked ? "*" : "");
    out.append(TypeParameters.show(ts, origin)).append('[');
    int count = Tuples.length(args);
    for (int i = 0; i < count; i++) {
      out.append(i > 0 ? ", " : "").append(TypeParameters.show(ts, Tuples.get(args, i)));
    }
    return out.append(count == 0 ? "()]" : "]").toString();
  }

  @Override
  public void trace(Visitor visitor) {
    visitor.visit(origin);
    visitor.visit(args);
    visitor.visit(parameters);
  }

  /** Whether a name is the alias's own and not asked of its origin. */
  public static boolean isOwn(ThreadState ts, long name) {
    if (!Strs.isStr(ts, name)) {
      return true;
    }
    return switch (Strs.toJava(name)) {
      case "__class__",
          "__origin__",
          "__args__",
          "__unpacked__",
          "__parameters__",
          "__typing_unpacked_tuple_args__",
          "__mro_entries__",
          "__reduce_ex__",
          "__reduce__",
          "__copy__",
          "__bases__",
          "__deepcopy__" ->
          true;
      default -> false;
    };
  }
}

package dev.taipan.vm.builtin;

import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Floats;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.type.Slot;

/**
 * The builtins of one declaring class: what the generated tables extend.
 *
 * <p>A table has no state that a script can see, so one instance serves all runtimes of the JVM. A
 * builtin is named by its table and index; calling it is one virtual call and one switch.
 *
 * <p>Member kinds: {@code f} module function, {@code m} method, {@code S} static method, {@code C}
 * class method, {@code N} {@code __new__}, {@code g} reader and {@code s} writer of a computed
 * attribute.
 */
@SuppressWarnings("ReferenceEquality") // a table is one object
public abstract class BuiltinTable {
  private final String name;
  private final String module;
  private final Kind kind;
  private final String base;
  private final boolean subclassable;
  private final boolean dict;
  private final String doc;

  /** The words of {@link #text}, when they are first asked for; equal whoever wins. */
  private String[] names;

  /** Made on first use; equal whoever wins. */
  private Signature[] signatures;

  protected BuiltinTable(String module, String doc) {
    this(module, module, null, null, false, false, doc);
  }

  protected BuiltinTable(
      String name,
      String module,
      Kind kind,
      String base,
      boolean subclassable,
      boolean dict,
      String doc) {
    this.name = name;
    this.module = module;
    this.kind = kind;
    this.base = base;
    this.subclassable = subclassable;
    this.dict = dict;
    this.doc = doc;
  }

  /** The names of the builtins by index, apart by blanks; all are of ASCII. */
  public abstract String text();

  /** The letters of the builtins' kinds, by index. */
  public abstract String kinds();

  /** The names of the builtins, by index. */
  public final String[] names() {
    String[] known = names;
    if (known == null) {
      known = words(text());
      names = known;
    }
    return known;
  }

  /** Whether one of the builtins has this name. */
  public final boolean has(String wanted) {
    for (String each : names()) {
      if (each.equals(wanted)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Adds what a type's namespace holds beyond the builtins, no special methods. Called while the
   * namespace is filled: allocates, never polls.
   */
  public void complete(ThreadState ts, long namespace) {}

  /** The letter of the builtin's kind. */
  public final char memberKind(int index) {
    return kinds().charAt(index);
  }

  /** The builtin's documentation or null. */
  public abstract String doc(int index);

  protected abstract Signature makeSignature(int index);

  /**
   * Calls a builtin. {@code nargs} positional words lie at {@code args}; the keyword values follow
   * them, their names in the tuple {@code kwnames} (EMPTY for none). The caller keeps all of them
   * alive.
   */
  public abstract long call(ThreadState ts, int index, long args, int nargs, long kwnames);

  public final Signature signature(int index) {
    Signature[] known = signatures;
    if (known == null) {
      known = new Signature[kinds().length()];
      signatures = known;
    }
    Signature signature = known[index];
    if (signature == null) {
      signature = makeSignature(index);
      known[index] = signature;
    }
    return signature;
  }

  /** The type's or module's name. */
  public final String name() {
    return name;
  }

  public final String module() {
    return module;
  }

  /** The native layout of the type's instances; null for a module. */
  public final Kind kind() {
    return kind;
  }

  public final String base() {
    return base;
  }

  public final boolean subclassable() {
    return subclassable;
  }

  /** Whether instances take attributes of any name. */
  public final boolean hasDict() {
    return dict;
  }

  public final String doc() {
    return doc;
  }

  // What generated code calls.

  /**
   * The words of a text, taken apart at its blanks. A table does that when it is first asked for
   * its names; whoever comes second makes equal ones.
   */
  public static String[] words(String text) {
    if (text.isEmpty()) {
      return new String[0];
    }
    int count = 1;
    for (int at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) {
      count++;
    }
    String[] words = new String[count];
    int start = 0;
    for (int i = 0; i < count - 1; i++) {
      int end = text.indexOf(' ', start);
      words[i] = text.substring(start, end);
      start = end + 1;
    }
    words[count - 1] = text.substring(start);
    return words;
  }

  protected final long[] bind(ThreadState ts, int index, long args, int nargs, long kwnames) {
    return Arguments.bind(ts, this, index, args, nargs, kwnames);
  }

  /**
   * Checks that a method's receiver has the type's native layout; Java code behind it trusts that.
   */
  protected final long self(ThreadState ts, int index, long self) {
    boolean good =
        switch (kind) {
          case INSTANCE -> true;
          case FLOAT -> Floats.isFloat(ts, self);
          default -> ts.runtime().typeOf(self).kind() == kind;
        };
    if (!good) {
      throw badSelf(ts, index, self);
    }
    return self;
  }

  /**
   * Checks the class that a {@code __new__} is to make an instance of: derived from this table's
   * type and laid out by it, for the cell that Java code makes gets that class's shape.
   */
  protected final void checkMade(ThreadState ts, long args, int nargs) {
    if (nargs == 0) {
      throw Errors.typeError(ts, "%s.__new__(): not enough arguments", name);
    }
    long word = Memory.getLong(args);
    PyType made = Classes.orNull(ts, word);
    if (made == null) {
      throw Errors.typeError(
          ts, "%s.__new__(X): X is not a type object (%s)", name, Classes.nameOf(ts, word));
    }
    if (made.table() != this) {
      checkDerived(ts, made);
    }
  }

  private void checkDerived(ThreadState ts, PyType made) {
    boolean derived = false;
    for (PyType ancestor : made.mro()) {
      derived |= ancestor.table() == this;
    }
    if (!derived) {
      throw Errors.typeError(
          ts, "%s.__new__(%s): %s is not a subtype of %s", name, made.name(), made.name(), name);
    }
    PyType builtin = made;
    while (builtin.table() == null || !builtin.table().hasConstructor()) {
      builtin = builtin.base();
    }
    if (builtin.table() != this) {
      throw Errors.typeError(
          ts, "%s.__new__(%s) is not safe, use %s.__new__()", name, made.name(), builtin.name());
    }
  }

  private boolean hasConstructor() {
    return kinds().indexOf('N') >= 0;
  }

  protected final <T> T selfHost(ThreadState ts, int index, long self, Class<T> type) {
    Object host = Hosts.orNull(ts, self);
    if (!type.isInstance(host)) {
      throw badSelf(ts, index, self);
    }
    return type.cast(host);
  }

  protected final <T> T host(ThreadState ts, int index, int parameter, long value, Class<T> type) {
    if (value == 0L) {
      return null;
    }
    Object host = Hosts.orNull(ts, value);
    if (!type.isInstance(host)) {
      throw Arguments.wrongType(ts, this, index, parameter, type.getSimpleName(), value);
    }
    return type.cast(host);
  }

  protected final int asInt(ThreadState ts, long value) {
    return Arguments.asInt(ts, value);
  }

  protected final boolean asBoolean(ThreadState ts, long value) {
    return Arguments.asBoolean(ts, value);
  }

  protected final double asDouble(ThreadState ts, long value) {
    return Arguments.asDouble(ts, value);
  }

  protected final String asString(ThreadState ts, int index, int parameter, long value) {
    return Arguments.asString(ts, this, index, parameter, value);
  }

  protected final long string(ThreadState ts, String text) {
    return Strs.of(ts, text);
  }

  protected final IllegalStateException noSuchBuiltin(int index) {
    return new IllegalStateException(name + " has no builtin number " + index);
  }

  private RuntimeException badSelf(ThreadState ts, int index, long self) {
    String given = ts.runtime().typeOf(self).name();
    String member = names()[index];
    boolean special = memberKind(index) == 'm' && Slot.named(member) != null;
    return Errors.typeError(
        ts,
        special
            ? "descriptor '%s' requires a '%s' object but received a '%s'"
            : "descriptor '%s' for '%s' objects doesn't apply to a '%s' object",
        member,
        name,
        given);
  }
}

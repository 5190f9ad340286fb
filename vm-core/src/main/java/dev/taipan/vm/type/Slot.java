package dev.taipan.vm.type;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The special methods that the runtime itself looks up, each once.
 *
 * <p>A type caches one word per row (see {@link PyType#slot}). The order of the binary operators is
 * that of the compiler's {@code BINARY_OP} argument: forward, reflected and in-place rows stand at
 * a fixed distance.
 */
public enum Slot {
  ADD,
  AND,
  FLOORDIV,
  LSHIFT,
  MATMUL,
  MUL,
  MOD,
  OR,
  POW,
  RSHIFT,
  SUB,
  TRUEDIV,
  XOR,
  RADD,
  RAND,
  RFLOORDIV,
  RLSHIFT,
  RMATMUL,
  RMUL,
  RMOD,
  ROR,
  RPOW,
  RRSHIFT,
  RSUB,
  RTRUEDIV,
  RXOR,
  IADD,
  IAND,
  IFLOORDIV,
  ILSHIFT,
  IMATMUL,
  IMUL,
  IMOD,
  IOR,
  IPOW,
  IRSHIFT,
  ISUB,
  ITRUEDIV,
  IXOR,
  LT,
  LE,
  EQ,
  NE,
  GT,
  GE,
  DIVMOD,
  RDIVMOD,
  NEG,
  POS,
  ABS,
  INVERT,
  INT,
  FLOAT,
  COMPLEX,
  INDEX,
  ROUND,
  TRUNC,
  FLOOR,
  CEIL,
  BOOL,
  LEN,
  LENGTH_HINT,
  GETITEM,
  SETITEM,
  DELITEM,
  MISSING,
  CONTAINS,
  ITER,
  NEXT,
  REVERSED,
  HASH,
  REPR,
  STR,
  FORMAT,
  BYTES,
  FSPATH,
  CALL,
  NEW,
  INIT,
  DEL,
  GETATTRIBUTE,
  GETATTR,
  SETATTR,
  DELATTR,
  DIR,
  GET,
  SET,
  DELETE,
  SET_NAME,
  INIT_SUBCLASS,
  CLASS_GETITEM,
  INSTANCECHECK,
  SUBCLASSCHECK,
  SUBCLASSHOOK,
  MRO_ENTRIES,
  PREPARE,
  ENTER,
  EXIT,
  AENTER,
  AEXIT,
  AWAIT,
  AITER,
  ANEXT,
  BUFFER,
  RELEASE_BUFFER,
  REDUCE,
  REDUCE_EX,
  GETSTATE,
  SIZEOF;

  /** Rows from a forward operator to its reflected form, and from there to the in-place form. */
  public static final int OPERATORS = RADD.ordinal() - ADD.ordinal();

  /** Rows that are plain methods to a program: the others show as wrappers of slots. */
  private static final Set<Slot> METHODS =
      Set.of(
          COMPLEX,
          ROUND,
          TRUNC,
          FLOOR,
          CEIL,
          LENGTH_HINT,
          MISSING,
          REVERSED,
          FORMAT,
          BYTES,
          FSPATH,
          DIR,
          SET_NAME,
          INIT_SUBCLASS,
          CLASS_GETITEM,
          INSTANCECHECK,
          SUBCLASSCHECK,
          SUBCLASSHOOK,
          MRO_ENTRIES,
          PREPARE,
          ENTER,
          EXIT,
          AENTER,
          AEXIT,
          REDUCE,
          REDUCE_EX,
          GETSTATE,
          SIZEOF);

  private static final Slot[] ALL = values();
  private static final Map<String, Slot> BY_NAME = new HashMap<>();

  static {
    for (Slot slot : ALL) {
      BY_NAME.put(slot.pythonName, slot);
    }
  }

  private final String pythonName = "__" + name().toLowerCase(java.util.Locale.ROOT) + "__";

  /** The special method's name, underscores included. */
  public String pythonName() {
    return pythonName;
  }

  /** The slot of a special name, or null for any other name. */
  public static Slot named(String name) {
    return BY_NAME.get(name);
  }

  /** Whether a built-in type's method of this name is a slot wrapper. */
  public static boolean isWrapped(String name) {
    Slot slot = named(name);
    return slot != null && !METHODS.contains(slot);
  }

  public static Slot at(int ordinal) {
    return ALL[ordinal];
  }

  public static int count() {
    return ALL.length;
  }

  /** {@code __radd__} of {@code __add__}. */
  public Slot reflected() {
    return ALL[ordinal() + OPERATORS];
  }

  /** {@code __iadd__} of {@code __add__}. */
  public Slot inPlace() {
    return ALL[ordinal() + 2 * OPERATORS];
  }

  /** The comparison that asks the same with the operands swapped. */
  public Slot swapped() {
    return switch (this) {
      case LT -> GT;
      case LE -> GE;
      case GT -> LT;
      case GE -> LE;
      case EQ, NE -> this;
      default -> throw new IllegalStateException(this + " is no comparison");
    };
  }
}

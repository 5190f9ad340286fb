package dev.taipan.vm.type;

import dev.taipan.vm.builtin.BuiltinTable;
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

  /** The special methods' names in the order of the rows, apart by blanks. */
  static final String TEXT =
      "__add__ __and__ __floordiv__ __lshift__ __matmul__ __mul__ __mod__ __or__ __pow__ "
          + "__rshift__ __sub__ __truediv__ __xor__ __radd__ __rand__ __rfloordiv__ __rlshift__ "
          + "__rmatmul__ __rmul__ __rmod__ __ror__ __rpow__ __rrshift__ __rsub__ __rtruediv__ "
          + "__rxor__ __iadd__ __iand__ __ifloordiv__ __ilshift__ __imatmul__ __imul__ __imod__ "
          + "__ior__ __ipow__ __irshift__ __isub__ __itruediv__ __ixor__ __lt__ __le__ __eq__ "
          + "__ne__ __gt__ __ge__ __divmod__ __rdivmod__ __neg__ __pos__ __abs__ __invert__ "
          + "__int__ __float__ __complex__ __index__ __round__ __trunc__ __floor__ __ceil__ "
          + "__bool__ __len__ __length_hint__ __getitem__ __setitem__ __delitem__ __missing__ "
          + "__contains__ __iter__ __next__ __reversed__ __hash__ __repr__ __str__ __format__ "
          + "__bytes__ __fspath__ __call__ __new__ __init__ __del__ __getattribute__ __getattr__ "
          + "__setattr__ __delattr__ __dir__ __get__ __set__ __delete__ __set_name__ "
          + "__init_subclass__ __class_getitem__ __instancecheck__ __subclasscheck__ "
          + "__subclasshook__ __mro_entries__ __prepare__ __enter__ __exit__ __aenter__ __aexit__ "
          + "__await__ __aiter__ __anext__ __buffer__ __release_buffer__ __reduce__ __reduce_ex__ "
          + "__getstate__ __sizeof__";

  /** Apart, for a start asks for few names or none. */
  private static final class Names {
    private static final String[] WORDS = BuiltinTable.words(TEXT);
  }

  /** Apart, for a start asks for no slot by its name. */
  private static final class ByName {
    private static final Map<String, Slot> SLOTS = new HashMap<>();

    static {
      for (Slot slot : ALL) {
        SLOTS.put(slot.pythonName(), slot);
      }
    }
  }

  /** The special method's name, underscores included. */
  public String pythonName() {
    return Names.WORDS[ordinal()];
  }

  /** The slot of a special name, or null for any other name. */
  public static Slot named(String name) {
    return ByName.SLOTS.get(name);
  }

  /** Whether a built-in type's method of the row's name is a slot wrapper. */
  boolean isWrapped() {
    return !METHODS.contains(this);
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

package dev.taipan.vm.layout;

/**
 * The native layouts. One row says how large a cell's fixed part is, which words of it refer to
 * other cells, and what else the collector must follow; marking, checking and the type table are
 * derived from it.
 *
 * <p>A kind's id is the shape id of the exact builtin type with that layout. Kinds without a layout
 * ({@link #isImmediate}) have an id for the type table only. {@link #INSTANCE} is the layout of
 * shapes from {@link #FIRST_SHAPE_ID} on; its own id is never stored in a cell.
 */
public enum Kind {
  INT(1, IntLayout.LIMBS, 0, 0, 0, Payload.NONE),
  STR(2, StrLayout.CHARS, 0, 0, 0, Payload.STR),
  BYTES(3, BytesLayout.DATA, 0, 0, 0, Payload.NONE),
  TUPLE(4, TupleLayout.ITEMS, 0, 0, 0, Payload.TUPLE),
  LIST(5, ListLayout.SIZE, 0, 0, 0, Payload.LIST),
  DICT(6, DictLayout.SIZE, 0, 0, 0, Payload.DICT),
  SET(7, SetLayout.SIZE, 0, 0, 0, Payload.SET),
  FROZENSET(8, SetLayout.SIZE, 0, 0, 0, Payload.SET),
  FUNCTION(9, FunctionLayout.SIZE, FunctionLayout.CODE, 9, FunctionLayout.HOST, Payload.NONE),
  METHOD(10, MethodLayout.SIZE, MethodLayout.FUNCTION, 2, 0, Payload.NONE),
  BUILTIN(11, BuiltinLayout.SIZE, BuiltinLayout.SELF, 2, BuiltinLayout.HOST, Payload.NONE),
  CODE(12, CodeLayout.SIZE, 0, 0, CodeLayout.HOST, Payload.NONE),
  CELL(13, CellLayout.SIZE, CellLayout.CONTENT, 1, 0, Payload.NONE),
  GENERATOR(14, GeneratorLayout.FRAME, GeneratorLayout.NAME, 4, 0, Payload.GENERATOR),
  COROUTINE(15, GeneratorLayout.FRAME, GeneratorLayout.NAME, 4, 0, Payload.GENERATOR),
  ASYNC_GENERATOR(16, GeneratorLayout.FRAME, GeneratorLayout.NAME, 4, 0, Payload.GENERATOR),
  RANGE(17, RangeLayout.SIZE, RangeLayout.START, 4, 0, Payload.NONE),
  SLICE(18, SliceLayout.SIZE, SliceLayout.START, 3, 0, Payload.NONE),
  RANGE_ITER(19, RangeIterLayout.SIZE, 0, 0, 0, Payload.NONE),
  LIST_ITER(20, SequenceIterLayout.SIZE, SequenceIterLayout.SEQUENCE, 1, 0, Payload.NONE),
  TUPLE_ITER(21, SequenceIterLayout.SIZE, SequenceIterLayout.SEQUENCE, 1, 0, Payload.NONE),
  STR_ITER(22, SequenceIterLayout.SIZE, SequenceIterLayout.SEQUENCE, 1, 0, Payload.NONE),
  DICT_ITER(23, DictIterLayout.SIZE, DictIterLayout.DICT, 1, 0, Payload.NONE),
  CLASS(24, ClassLayout.SIZE, 0, 0, ClassLayout.HOST, Payload.NONE),
  HOST(25, HostLayout.SIZE, 0, 0, HostLayout.INDEX, Payload.NONE),
  WEAKREF(26, WeakrefLayout.SIZE, WeakrefLayout.CALLBACK, 1, 0, Payload.WEAKREF),
  COMPLEX(27, ComplexLayout.SIZE, 0, 0, 0, Payload.NONE),
  BYTEARRAY(28, ByteArrayLayout.SIZE, 0, 0, 0, Payload.BLOCK),
  FRAME(
      29, FrameObjectLayout.SIZE, FrameObjectLayout.CODE, 3, FrameObjectLayout.HOST, Payload.NONE),
  BUILTIN_METHOD(30, MethodLayout.SIZE, MethodLayout.FUNCTION, 2, 0, Payload.NONE),
  METHOD_WRAPPER(31, MethodLayout.SIZE, MethodLayout.FUNCTION, 2, 0, Payload.NONE),
  INSTANCE(40, InstanceLayout.SLOTS, 0, 0, 0, Payload.NONE),
  FLOAT(41, 0, 0, 0, 0, Payload.IMMEDIATE),
  BOOL(42, 0, 0, 0, 0, Payload.IMMEDIATE),
  SMALL_INT(43, 0, 0, 0, 0, Payload.IMMEDIATE),
  NONE(44, 0, 0, 0, 0, Payload.IMMEDIATE),
  NOT_IMPLEMENTED(45, 0, 0, 0, 0, Payload.IMMEDIATE),
  ELLIPSIS(46, 0, 0, 0, 0, Payload.IMMEDIATE);

  /** What the collector follows besides the words that a row lists. */
  public enum Payload {
    NONE,
    STR,
    TUPLE,
    LIST,
    DICT,
    SET,
    GENERATOR,
    WEAKREF,
    BLOCK,
    IMMEDIATE
  }

  /** Shape ids below are native kinds. */
  public static final int FIRST_SHAPE_ID = 256;

  private static final Kind[] BY_ID = new Kind[FIRST_SHAPE_ID];

  static {
    for (Kind kind : values()) {
      assert BY_ID[kind.id] == null : kind;
      BY_ID[kind.id] = kind;
    }
  }

  /** The shape id of the exact builtin type. */
  public final int id;

  /** Bytes of the fixed part, the header included. */
  public final int size;

  /** Offset of the first of {@link #words} consecutive references. */
  public final int firstWord;

  public final int words;

  /** Offset of the index of a Java object, 0 if there is none. */
  public final int hostOffset;

  public final Payload payload;

  Kind(int id, int size, int firstWord, int words, int hostOffset, Payload payload) {
    this.id = id;
    this.size = size;
    this.firstWord = firstWord;
    this.words = words;
    this.hostOffset = hostOffset;
    this.payload = payload;
  }

  /** Whether values of this kind are words without a cell. */
  public boolean isImmediate() {
    return payload == Payload.IMMEDIATE;
  }

  /** The native kind with this id, null if there is none. */
  public static Kind ofId(int id) {
    return id >= 0 && id < FIRST_SHAPE_ID ? BY_ID[id] : null;
  }
}

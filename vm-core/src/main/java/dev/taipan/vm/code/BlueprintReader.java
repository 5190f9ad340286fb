package dev.taipan.vm.code;

import dev.taipan.vm.ast.ConstantValue;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * Reads what {@link BlueprintWriter} wrote. The checksum finds accidents; against everything else
 * each count is held against the bytes that are left, and the code is verified before it is given
 * out, so that whatever the bytes are the answer is code that can run or an error.
 */
public final class BlueprintReader {
  private static final int MAX_NESTING = 200;

  private final VarInts.Reader in;
  private final List<String> strings = new ArrayList<>();
  private int nesting;

  private BlueprintReader(byte[] body) {
    this.in = new VarInts.Reader(body);
  }

  /**
   * The blueprint in serialized form.
   *
   * @throws DamagedCode if the bytes are not what the writer of this version makes
   */
  public static CodeBlueprint read(byte[] bytes) throws DamagedCode {
    int head = BlueprintWriter.MAGIC.length + BlueprintWriter.CHECKSUM_BYTES;
    if (bytes.length < head || Arrays.mismatch(bytes, BlueprintWriter.MAGIC) < 4) {
      throw new DamagedCode("not serialized code of this version");
    }
    int sum = 0;
    for (int i = 0; i < BlueprintWriter.CHECKSUM_BYTES; i++) {
      sum |= (bytes[BlueprintWriter.MAGIC.length + i] & 0xff) << i * Byte.SIZE;
    }
    if (sum != BlueprintWriter.checksum(bytes)) {
      throw new DamagedCode("checksum differs");
    }
    try {
      return new BlueprintReader(Arrays.copyOfRange(bytes, head, bytes.length)).whole();
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new DamagedCode("damaged: " + e.getMessage());
    }
  }

  private CodeBlueprint whole() throws DamagedCode {
    if (in.next() != Op.count()) {
      throw new DamagedCode("code of another instruction set");
    }
    CodeBlueprint code = code();
    if (in.hasMore()) {
      throw new DamagedCode("bytes left over");
    }
    StackVerifier.verify(code);
    return code;
  }

  private CodeBlueprint code() {
    String name = string();
    String qualname = string();
    String filename = string();
    int firstLine = in.next();
    Signature signature = new Signature(in.next(), in.next(), in.next());
    int flags = in.next();
    int stackSize = in.next();
    List<String> names = list(this::string);
    Variables variables = new Variables(list(this::string), list(this::string), list(this::string));
    InstructionWords words = words();
    int auxCount = in.next();
    ExceptionTable exceptions = new ExceptionTable(list(this::exception));
    PositionTable positions = new PositionTable(in.nextBytes());
    positions.forEach((start, end, span) -> {}); // refuses a broken table now
    List<CodeConstant> constants = list(this::constant);
    return new CodeBlueprint(
        name,
        qualname,
        filename,
        firstLine,
        signature,
        flags,
        stackSize,
        constants,
        names,
        variables,
        words,
        auxCount,
        exceptions,
        positions);
  }

  /** A count of things that take at least a byte each. */
  private int count() {
    int count = in.next();
    if (count < 0 || count > in.remaining()) {
      throw new IndexOutOfBoundsException("count " + count);
    }
    return count;
  }

  private <T> List<T> list(Supplier<T> element) {
    int count = count();
    List<T> list = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      list.add(element.get());
    }
    return list;
  }

  private String string() {
    int reference = in.next();
    if (reference != 0) {
      return strings.get(reference - 1);
    }
    char[] text = new char[count()];
    for (int i = 0; i < text.length; i++) {
      text[i] = (char) in.next();
    }
    strings.add(new String(text));
    return strings.getLast();
  }

  private InstructionWords words() {
    int length = in.next();
    // An instruction takes three bytes at least and has few cache words.
    if (length < 0 || length > (long) in.remaining() * 4) {
      throw new IndexOutOfBoundsException("word count " + length);
    }
    long[] words = new long[length];
    int at = 0;
    while (at < length) {
      int op = in.next();
      if (op <= 0 || op >= Op.count()) {
        throw new IndexOutOfBoundsException("opcode " + op);
      }
      int aux = in.next();
      if (aux < 0 || aux > InstructionWords.MAX_AUX) {
        throw new IndexOutOfBoundsException("profile index " + aux);
      }
      words[at] = InstructionWords.pack(op, aux, VarInts.unzigzag(in.next()));
      at += 1 + Op.cacheWords(op);
    }
    if (at != length) {
      throw new IndexOutOfBoundsException("instruction cut off");
    }
    return new InstructionWords(words);
  }

  private ExceptionTable.Entry exception() {
    int start = in.next();
    int end = in.next();
    int target = in.next();
    int depth = in.next();
    return new ExceptionTable.Entry(start, end, target, depth >>> 1, (depth & 1) != 0);
  }

  private CodeConstant constant() {
    ConstantTag tag = ConstantTag.of(in.next());
    if (tag != ConstantTag.CODE) {
      return new CodeConstant.Value(value(tag));
    }
    enter();
    CodeConstant code = new CodeConstant.Code(code());
    nesting--;
    return code;
  }

  private void enter() {
    if (++nesting > MAX_NESTING) {
      throw new IndexOutOfBoundsException("nested too deeply");
    }
  }

  private ConstantValue value(ConstantTag tag) {
    return switch (tag) {
      case SINGLETON -> singleton(in.next());
      case INT -> new ConstantValue.IntValue(in.nextLong());
      case BIG_INT -> ConstantValue.ofInt(new BigInteger(in.nextBytes()));
      case FLOAT -> new ConstantValue.FloatValue(Double.longBitsToDouble(in.nextLong()));
      case COMPLEX -> complex();
      case STR -> new ConstantValue.StrValue(string());
      case STR_APART -> new ConstantValue.StrValue(string(), true);
      case BYTES -> new ConstantValue.BytesValue(in.nextBytes());
      case TUPLE -> new ConstantValue.TupleValue(items());
      case FROZEN_SET -> new ConstantValue.FrozenSetValue(items());
      case CODE, NAME -> throw new IndexOutOfBoundsException(tag + " inside a value");
    };
  }

  private static ConstantValue singleton(int ordinal) {
    ConstantValue.Singleton[] all = ConstantValue.Singleton.values();
    if (ordinal < 0 || ordinal >= all.length) {
      throw new IndexOutOfBoundsException("singleton " + ordinal);
    }
    return all[ordinal];
  }

  private ConstantValue complex() {
    double real = Double.longBitsToDouble(in.nextLong());
    return new ConstantValue.ComplexValue(real, Double.longBitsToDouble(in.nextLong()));
  }

  private List<ConstantValue> items() {
    enter();
    List<ConstantValue> items = list(() -> value(ConstantTag.of(in.next())));
    nesting--;
    return List.copyOf(items);
  }
}

package dev.taipan.vm.code;

import dev.taipan.vm.ast.ConstantValue;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A module's code in the form in which it is linked fastest: the instruction words lie as they will
 * lie in memory, and what runs rarely need is passed over until somebody asks. All numbers but the
 * words are {@link VarInts}.
 *
 * <pre>
 *  image  := count string* code
 *  string := length*2 + wide, characters of one byte or two
 *  code   := name qualname firstLine argCount posOnly kwOnly flags stackSize yieldsInRegion
 *            count name*  count slot*
 *            sites  count word*  count patch*       word: 8 bytes; patch: distance from the last one
 *            freeCount  length details
 *            count constant*
 *  details := varnames cellvars freevars  count (start end target depth*2+lasti)*  length positions
 * </pre>
 *
 * Names are indexes of strings; patches are the words that take a constant. An image is only read
 * from a file whose checksum was right, so nothing is checked here.
 */
public final class CodeImage {
  private final byte[] bytes;
  private final String filename;
  private final int[] stringPlaces;

  /** Twice the length, and 1 for characters of two bytes. */
  private final int[] stringHeads;

  private final int root;

  /**
   * Over the bytes of an image.
   *
   * @param filename what the code says it comes from; the image does not hold it, so that it can be
   *     moved
   */
  public CodeImage(byte[] bytes, String filename) {
    this.bytes = bytes;
    this.filename = filename;
    VarInts.Reader in = new VarInts.Reader(bytes);
    stringPlaces = new int[in.next()];
    stringHeads = new int[stringPlaces.length];
    for (int i = 0; i < stringPlaces.length; i++) {
      int head = in.next();
      stringHeads[i] = head;
      stringPlaces[i] = in.at();
      in.skip((head >>> 1) << (head & 1));
    }
    root = in.at();
  }

  public byte[] bytes() {
    return bytes;
  }

  public int stringCount() {
    return stringPlaces.length;
  }

  /** A string of the pool. */
  public String string(int index) {
    int length = stringHeads[index] >>> 1;
    return isWide(index)
        ? wide(stringPlaces[index], length)
        : new String(bytes, stringPlaces[index], length, StandardCharsets.ISO_8859_1);
  }

  public boolean isWide(int index) {
    return (stringHeads[index] & 1) != 0;
  }

  /** Where the characters of a string begin in the bytes. */
  public int stringPlace(int index) {
    return stringPlaces[index];
  }

  public int stringLength(int index) {
    return stringHeads[index] >>> 1;
  }

  /** Byte by byte: lone surrogates must survive. */
  private String wide(int start, int length) {
    char[] units = new char[length];
    for (int i = 0; i < length; i++) {
      int low = bytes[start + 2 * i] & 0xFF;
      units[i] = (char) (low | bytes[start + 2 * i + 1] << Byte.SIZE);
    }
    return new String(units);
  }

  /** A reader at the code of the whole module. */
  public Cursor code() {
    return new Cursor(root);
  }

  Cursor codeAt(int at) {
    return new Cursor(at);
  }

  /** What the code says that it comes from. */
  public String filename() {
    return filename;
  }

  /** Goes through the parts of code in their order. */
  public final class Cursor {
    private final VarInts.Reader in;

    private Cursor(int at) {
      in = new VarInts.Reader(bytes, at);
    }

    public CodeImage image() {
      return CodeImage.this;
    }

    public int next() {
      return in.next();
    }

    public long nextLong() {
      return in.nextLong();
    }

    public byte[] nextBytes() {
      return in.nextBytes();
    }

    /** Where the next number stands. */
    public int at() {
      return in.at();
    }

    public void skip(int count) {
      in.skip(count);
    }

    private String string() {
      return CodeImage.this.string(in.next());
    }

    private List<String> strings() {
      int count = in.next();
      List<String> list = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        list.add(string());
      }
      return list;
    }

    private void skipNumbers() {
      for (int count = in.next(); count > 0; count--) {
        in.next();
      }
    }

    /** The details of the code that stands here. */
    public ImageDetails details() {
      return new ImageDetails(CodeImage.this, in.at());
    }

    ImageDetails.Parts parts() {
      final String name = string();
      in.next();
      final int firstLine = in.next();
      in.next();
      in.next();
      in.next();
      final int flags = in.next();
      in.next();
      in.next();
      skipNumbers();
      skipNumbers();
      in.next();
      in.skip(in.next() * Long.BYTES);
      skipNumbers();
      in.next();
      in.next();
      Variables variables = new Variables(strings(), strings(), strings());
      return new ImageDetails.Parts(name, firstLine, flags, variables, exceptions(), positions());
    }

    private ExceptionTable exceptions() {
      int count = in.next();
      List<ExceptionTable.Entry> entries = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        int start = in.next();
        int end = in.next();
        int target = in.next();
        int depth = in.next();
        entries.add(new ExceptionTable.Entry(start, end, target, depth >>> 1, (depth & 1) != 0));
      }
      return new ExceptionTable(entries);
    }

    private PositionTable positions() {
      return new PositionTable(in.nextBytes());
    }

    CodeBlueprint blueprint() {
      final String name = string();
      final String qualname = string();
      final int firstLine = in.next();
      final Signature signature = new Signature(in.next(), in.next(), in.next());
      final int flags = in.next();
      final int stackSize = in.next();
      in.next();
      final List<String> names = strings();
      skipNumbers();
      in.next();
      long[] linked = linkedWords();
      skipNumbers();
      in.next();
      in.next();
      Variables variables = new Variables(strings(), strings(), strings());
      ExceptionTable exceptions = exceptions();
      PositionTable positions = positions();
      int auxCount = numberAsCompiler(linked);
      return new CodeBlueprint(
          name,
          qualname,
          filename,
          firstLine,
          signature,
          flags,
          stackSize,
          constants(),
          names,
          variables,
          new InstructionWords(linked),
          auxCount,
          exceptions,
          positions);
    }

    private long[] linkedWords() {
      long[] words = new long[in.next()];
      for (int i = 0; i < words.length; i++) {
        long word = 0;
        for (int b = 0; b < Long.BYTES; b++) {
          word |= (bytes[in.at() + b] & 0xFFL) << b * Byte.SIZE;
        }
        in.skip(Long.BYTES);
        words[i] = word;
      }
      return words;
    }

    private List<CodeConstant> constants() {
      int count = in.next();
      List<CodeConstant> list = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        ConstantTag tag = ConstantTag.of(in.next());
        list.add(
            tag == ConstantTag.CODE
                ? new CodeConstant.Code(blueprint())
                : new CodeConstant.Value(value(tag)));
      }
      return list;
    }

    private ConstantValue value(ConstantTag tag) {
      return switch (tag) {
        case SINGLETON -> ConstantValue.Singleton.values()[in.next()];
        case INT -> new ConstantValue.IntValue(in.nextLong());
        case BIG_INT -> ConstantValue.ofInt(new BigInteger(in.nextBytes()));
        case FLOAT -> new ConstantValue.FloatValue(Double.longBitsToDouble(in.nextLong()));
        case COMPLEX -> {
          double real = Double.longBitsToDouble(in.nextLong());
          yield new ConstantValue.ComplexValue(real, Double.longBitsToDouble(in.nextLong()));
        }
        case STR, NAME -> new ConstantValue.StrValue(string());
        case STR_APART -> new ConstantValue.StrValue(string(), true);
        case BYTES -> new ConstantValue.BytesValue(in.nextBytes());
        case TUPLE -> new ConstantValue.TupleValue(values());
        case FROZEN_SET -> new ConstantValue.FrozenSetValue(values());
        case CODE -> throw new IndexOutOfBoundsException("code inside a value");
      };
    }

    private List<ConstantValue> values() {
      int count = in.next();
      List<ConstantValue> items = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        items.add(value(ConstantTag.of(in.next())));
      }
      return List.copyOf(items);
    }

    /** Gives the words the profile indexes of the compiler; returns their number. */
    private static int numberAsCompiler(long[] words) {
      int aux = 0;
      for (int at = 0; at < words.length; ) {
        int op = InstructionWords.op(words[at]);
        int index = 0;
        if (InstructionWords.hasAux(op)) {
          index = Math.min(aux, InstructionWords.MAX_AUX);
          aux = index + 1;
        }
        words[at] = InstructionWords.pack(op, index, InstructionWords.arg(words[at]));
        at += 1 + Op.cacheWords(op);
      }
      return aux;
    }
  }
}

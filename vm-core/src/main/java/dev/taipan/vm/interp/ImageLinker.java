package dev.taipan.vm.interp;

import dev.taipan.vm.ast.ConstantValue;
import dev.taipan.vm.code.CodeImage;
import dev.taipan.vm.code.CodeObject;
import dev.taipan.vm.code.ConstantTag;
import dev.taipan.vm.code.ImageDetails;
import dev.taipan.vm.code.InstructionWords;
import dev.taipan.vm.container.Strings;
import dev.taipan.vm.layout.BytesLayout;
import dev.taipan.vm.layout.CodeLayout;
import dev.taipan.vm.layout.ComplexLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Sets;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.math.BigInteger;

/**
 * Turns an image into CODE cells, as {@link CodeLinker} does with a blueprint: the words are copied
 * and get their constants; a string of the image is interned once for all code that names it.
 */
public final class ImageLinker {
  private final ThreadState ts;
  private final CodeImage image;
  private final CodeImage.Cursor in;

  /** Interned strings by their index, 0 for those that were not wanted yet. */
  private final long[] interned;

  private ImageLinker(ThreadState ts, CodeImage image) {
    this.ts = ts;
    this.image = image;
    this.in = image.code();
    this.interned = new long[image.stringCount()];
  }

  /** The CODE cell of the whole module. What may collect here is the hashing of a set's items. */
  public static long link(ThreadState ts, CodeImage image) {
    return new ImageLinker(ts, image).code();
  }

  private long code() {
    final ImageDetails details = in.details();
    final long name = intern(in.next());
    final long qualname = intern(in.next());
    in.next();
    final int argCount = in.next();
    final int posOnly = in.next();
    final int kwOnly = in.next();
    final int flags = in.next();
    final int stackSize = in.next() + CodeLinker.SPARE_STACK;
    final boolean yieldsInRegion = in.next() != 0;
    final long[] names = internedList();
    final long[] slots = internedList();
    final int sites = in.next();
    final int length = in.next();
    final long words = CodeLinker.allocate(length, slots, names);
    Memory.copyIn(image.bytes(), in.at(), words, Long.BYTES * length);
    in.skip(Long.BYTES * length);
    final int[] patches = patches();
    final int freeCount = in.next();
    in.skip(in.next());
    final int mark = ts.rootMark();
    final long[] constants = constants();
    for (int at : patches) {
      long instruction = Memory.getLong(words + Long.BYTES * (at - 1L));
      long constant = constants[InstructionWords.arg(instruction)];
      Memory.putLong(words + (long) Long.BYTES * at, constant);
    }
    CodeObject code =
        new CodeObject(
            details,
            name,
            qualname,
            constants,
            names,
            slots,
            words,
            length,
            yieldsInRegion,
            ts.runtime().codeWatchers());
    long cell =
        CodeLayout.create(
            ts,
            words,
            length,
            slots.length,
            stackSize,
            flags,
            argCount,
            posOnly,
            kwOnly,
            freeCount,
            2 * (sites + 1));
    ts.rootRelease(mark);
    return CodeLinker.finish(ts, code, cell);
  }

  private int[] patches() {
    int[] patches = new int[in.next()];
    int at = 0;
    for (int i = 0; i < patches.length; i++) {
      at += in.next();
      patches[i] = at;
    }
    return patches;
  }

  private long intern(int index) {
    long known = interned[index];
    if (known == 0L) {
      known = ts.runtime().intern(ts, string(index));
      interned[index] = known;
    }
    return known;
  }

  private long[] internedList() {
    long[] words = new long[in.next()];
    for (int i = 0; i < words.length; i++) {
      words[i] = intern(in.next());
    }
    return words;
  }

  /** A new str, or the interned one where code of the module has it as a name already. */
  private long string(int index) {
    if (interned[index] != 0L) {
      return interned[index];
    }
    return image.isWide(index)
        ? Strings.fromJava(ts, image.string(index))
        : Strings.fromLatin1(
            ts, image.bytes(), image.stringPlace(index), image.stringLength(index));
  }

  /** The next constants; they stay rooted until their code is made. */
  private long[] constants() {
    long[] words = new long[in.next()];
    for (int i = 0; i < words.length; i++) {
      words[i] = constant();
      ts.root(words[i]);
    }
    return words;
  }

  private long constant() {
    return switch (ConstantTag.of(in.next())) {
      case SINGLETON -> singleton(in.next());
      case INT -> Ints.of(ts, in.nextLong());
      case BIG_INT -> Ints.of(ts, new BigInteger(in.nextBytes()));
      case FLOAT -> Word.boxDouble(Double.longBitsToDouble(in.nextLong()));
      case COMPLEX -> {
        double real = Double.longBitsToDouble(in.nextLong());
        yield ComplexLayout.create(ts, real, Double.longBitsToDouble(in.nextLong()));
      }
      case STR -> string(in.next());
      case STR_APART -> Strs.ofUnits(ts, image.string(in.next()));
      case NAME -> intern(in.next());
      case BYTES -> BytesLayout.of(ts, in.nextBytes());
      case TUPLE -> Tuples.of(ts, constants());
      case FROZEN_SET -> Sets.frozen(ts, constants());
      case CODE -> code();
    };
  }

  private static long singleton(int ordinal) {
    return switch (ConstantValue.Singleton.values()[ordinal]) {
      case NONE -> Word.NONE;
      case TRUE -> Word.TRUE;
      case FALSE -> Word.FALSE;
      case ELLIPSIS -> Word.ELLIPSIS;
    };
  }
}

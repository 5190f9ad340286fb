package dev.taipan.stdlib.code;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.code.ArgumentKind;
import dev.taipan.vm.code.CodeObject;
import dev.taipan.vm.code.InstructionWords;
import dev.taipan.vm.code.Instructions;
import dev.taipan.vm.code.Op;
import dev.taipan.vm.compile.Intrinsic;
import dev.taipan.vm.interp.BinaryOps;
import dev.taipan.vm.interp.SiteCounters;
import dev.taipan.vm.layout.Cells;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.object.CodeAttributes;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;

/**
 * {@code _opcode}: the instructions' tables and the words of a code object, for {@code opcode} and
 * {@code dis}, which are written in Python on top of this. The tables are read from {@code Op}, so
 * that nothing about an instruction is written down twice.
 */
@BuiltinModule("_opcode")
public final class OpcodeModule {
  private OpcodeModule() {}

  /** A row for each opcode: name, head's opcode, cache words, whether it is counted, argument. */
  @Builtin("table()")
  static long table(ThreadState ts) {
    long rows = Lists.create(ts, Op.count());
    for (int op = 1; op < Op.count(); op++) {
      Lists.append(
          ts,
          rows,
          Tuples.of(
              ts,
              Strs.of(ts, Op.name(op)),
              Word.boxInt(Op.head(op)),
              Word.boxInt(Op.cacheWords(op)),
              Word.boxBool(Op.isCounted(op)),
              Strs.of(ts, ArgumentKind.of(op).name().toLowerCase(Locale.ROOT))));
    }
    return rows;
  }

  /**
   * The instructions of a code object: index of the word, opcode, argument, cache words. Adaptive
   * ones are read from the code that runs, others are as the compiler made them.
   */
  @Builtin("instructions(code, adaptive=False, /)")
  static long instructions(ThreadState ts, long code, boolean adaptive) {
    CodeObject object = code(ts, code);
    InstructionWords made = object.blueprint().words();
    long list = Lists.create(ts, made.length());
    for (int i = 0; i < made.length(); ) {
      long word = made.at(i);
      int op = adaptive ? Instructions.op(object.address(i)) : InstructionWords.op(word);
      int count = Op.cacheWords(InstructionWords.op(word));
      long caches = adaptive ? caches(ts, object.address(i), count) : Tuples.empty(ts);
      Lists.append(
          ts,
          list,
          Tuples.of(
              ts,
              Word.boxInt(i),
              Word.boxInt(op),
              Word.boxInt(InstructionWords.arg(word)),
              caches));
      i += 1 + count;
    }
    return list;
  }

  /** The cache words, as unsigned numbers: a word of a constant's is what stands for it. */
  private static long caches(ThreadState ts, long pc, int count) {
    long[] words = new long[count];
    for (int i = 0; i < count; i++) {
      words[i] = Ints.of(ts, new BigInteger(Long.toUnsignedString(Instructions.cache(pc, i))));
    }
    return Tuples.of(ts, words);
  }

  /** This thread's counter of an instruction, (value, backoff); None if it has none yet. */
  @Builtin("counter(code, index, /)")
  static long counter(ThreadState ts, long code, int index) {
    CodeObject object = code(ts, code);
    if (index < 0 || index >= object.blueprint().words().length()) {
      throw Errors.valueError(ts, "no instruction at %d", index);
    }
    int count = SiteCounters.of(ts, object, index);
    return count < 0
        ? Word.NONE
        : Tuples.of(
            ts, Word.boxInt(SiteCounters.value(count)), Word.boxInt(SiteCounters.backoff(count)));
  }

  @Builtin("get_nb_ops()")
  static long nbOps(ThreadState ts) {
    long list = Lists.create(ts, BinaryOps.SUBSCRIPT + 1);
    for (int op = 0; op <= BinaryOps.SUBSCRIPT; op++) {
      long name = Strs.of(ts, "NB_" + BinaryOps.name(op));
      Lists.append(ts, list, Tuples.of(ts, name, Strs.of(ts, BinaryOps.symbol(op))));
    }
    return list;
  }

  @Builtin("get_intrinsic1_descs()")
  static long intrinsic1(ThreadState ts) {
    return intrinsics(ts, Intrinsic.unaryNames());
  }

  @Builtin("get_intrinsic2_descs()")
  static long intrinsic2(ThreadState ts) {
    return intrinsics(ts, Intrinsic.binaryNames());
  }

  private static long intrinsics(ThreadState ts, List<String> names) {
    long list = Lists.create(ts, names.size());
    names.forEach(name -> Lists.append(ts, list, Strs.of(ts, "INTRINSIC_" + name)));
    return list;
  }

  /** How the families fared, None where nothing is counted. */
  @Builtin("get_specialization_stats()")
  static long specializationStats(ThreadState ts) {
    return ts.runtime().options().stats() ? FamilyStats.of(ts) : Word.NONE;
  }

  @Builtin("stack_effect(opcode, oparg=None, /, *, jump=None)")
  static int stackEffect(ThreadState ts, int opcode, long oparg, long jump) {
    if (opcode < 0 || opcode >= Op.count()) {
      throw Errors.valueError(ts, "invalid opcode or oparg");
    }
    boolean isCache = opcode == 0;
    boolean takes = !isCache && ArgumentKind.of(opcode) != ArgumentKind.NONE;
    if (takes && oparg == Word.NONE) {
      throw Errors.valueError(
          ts, "stack_effect: opcode requires oparg but oparg was not specified");
    }
    if (!takes && oparg != Word.NONE) {
      throw Errors.valueError(
          ts, "stack_effect: opcode does not permit oparg but oparg was specified");
    }
    int arg = takes ? (int) dev.taipan.vm.object.Numbers.asJavaLong(ts, oparg) : 0;
    if (jump != Word.NONE && jump != Word.TRUE && jump != Word.FALSE) {
      throw Errors.valueError(ts, "stack_effect: jump must be False, True or None");
    }
    if (isCache) {
      return 0;
    }
    int head = Op.head(opcode);
    int straight = Op.stackEffect(head, arg, false);
    int jumping = Op.stackEffect(head, arg, true);
    return jump == Word.NONE ? Math.max(straight, jumping) : jump == Word.TRUE ? jumping : straight;
  }

  private static CodeObject code(ThreadState ts, long word) {
    if (!Cells.is(word, Kind.CODE)) {
      throw Errors.typeError(
          ts, "expected a code object, not %s", ts.runtime().typeOf(word).name());
    }
    return CodeAttributes.code(ts, word);
  }
}

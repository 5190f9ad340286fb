package dev.taipan.vm.interp;

import dev.taipan.vm.ast.ConstantValue;
import dev.taipan.vm.code.CodeBlueprint;
import dev.taipan.vm.code.CodeConstant;
import dev.taipan.vm.code.CodeObject;
import dev.taipan.vm.code.CodeWatcher;
import dev.taipan.vm.code.InstructionWords;
import dev.taipan.vm.code.Instructions;
import dev.taipan.vm.code.Op;
import dev.taipan.vm.layout.CodeLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadState;
import java.util.List;

/**
 * Turns a blueprint into a CODE cell: words in memory, constants as words.
 *
 * <p>Profile indexes are given here and not by the compiler, because only here is it known that a
 * site has a counter. One word of stack is added to what the compiler asks for: a member of
 * LOAD_GLOBAL stores EMPTY above its value before it looks whether it is wanted.
 */
public final class CodeLinker {
  static final int SPARE_STACK = 1;
  private static final int MAX_SITES = 0xFFFF;

  private final ThreadState ts;

  private CodeLinker(ThreadState ts) {
    this.ts = ts;
  }

  /** A CODE cell. What may collect here is the hashing of a constant set's items. */
  public static long link(ThreadState ts, CodeBlueprint blueprint) {
    return new CodeLinker(ts).link(blueprint);
  }

  private long link(CodeBlueprint blueprint) {
    int mark = ts.rootMark();
    List<CodeConstant> given = blueprint.constants();
    long[] constants = new long[given.size()];
    for (int i = 0; i < constants.length; i++) {
      constants[i] = constant(given.get(i));
      ts.root(constants[i]);
    }
    long cell = make(blueprint, constants);
    ts.rootRelease(mark);
    return cell;
  }

  private long make(CodeBlueprint blueprint, long[] constants) {
    long[] names = interned(blueprint.names());
    long[] slots = interned(blueprint.variables().slots());
    int length = blueprint.words().length();
    long words = allocate(length, slots, names);
    int sites = write(blueprint.words(), constants, words);
    CodeObject code =
        CodeObject.of(
            blueprint,
            intern(blueprint.name()),
            intern(blueprint.qualname()),
            constants,
            names,
            slots,
            words,
            ts.runtime().codeWatchers());
    long cell =
        CodeLayout.create(
            ts,
            words,
            length,
            slots.length,
            blueprint.stackSize() + SPARE_STACK,
            blueprint.flags(),
            blueprint.signature().argCount(),
            blueprint.signature().posOnlyCount(),
            blueprint.signature().kwOnlyCount(),
            blueprint.variables().freevars().size(),
            2 * (sites + 1));
    return finish(ts, code, cell);
  }

  /** Room for the words, and behind them the names, where the interpreter reads them. */
  static long allocate(int length, long[] slots, long[] names) {
    long words =
        Memory.allocate((long) Long.BYTES * Math.max(1, length + slots.length + names.length));
    write(slots, words + (long) Long.BYTES * length);
    write(names, words + (long) Long.BYTES * (length + slots.length));
    return words;
  }

  private static void write(long[] names, long to) {
    for (int i = 0; i < names.length; i++) {
      Memory.putLong(to + (long) Long.BYTES * i, names[i]);
    }
  }

  /** Gives a cell its Java side, and lets those know who want to. */
  static long finish(ThreadState ts, CodeObject code, long cell) {
    CodeLayout.setHost(cell, ts.heap.hosts.add(ts, code, cell));
    Memory.storeStoreFence();
    for (CodeWatcher watcher : ts.runtime().codeWatchers()) {
      watcher.created(code);
    }
    return cell;
  }

  /** Writes the words with the constants in place; returns how many sites count. */
  private static int write(InstructionWords from, long[] constants, long to) {
    int sites = 0;
    for (int i = 0; i < from.length(); ) {
      long word = from.at(i);
      int op = InstructionWords.op(word);
      int arg = InstructionWords.arg(word);
      // Sites past the last index share it: they then only specialize later.
      int aux = Op.isCounted(op) ? Math.min(++sites, MAX_SITES) : 0;
      Memory.putLong(to + 8L * i, Instructions.word(op, aux, arg));
      for (int c = 1; c <= Op.cacheWords(op); c++) {
        Memory.putLong(to + 8L * (i + c), op == Op.LOAD_CONST ? constants[arg] : 0);
      }
      i += 1 + Op.cacheWords(op);
    }
    return Math.min(sites, MAX_SITES);
  }

  private long constant(CodeConstant constant) {
    return switch (constant) {
      case CodeConstant.Code code -> link(code.code());
      case CodeConstant.Value value -> value(value.value());
    };
  }

  private long value(ConstantValue value) {
    return ConstantWords.of(ts, value);
  }

  private long intern(String text) {
    return ts.runtime().intern(ts, text);
  }

  private long[] interned(List<String> texts) {
    long[] words = new long[texts.size()];
    for (int i = 0; i < words.length; i++) {
      words[i] = intern(texts.get(i));
    }
    return words;
  }
}

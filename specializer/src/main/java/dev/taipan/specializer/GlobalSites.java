package dev.taipan.specializer;

import dev.taipan.vm.code.CodeObject;
import dev.taipan.vm.code.Instructions;
import dev.taipan.vm.code.Op;
import dev.taipan.vm.container.Dicts;
import dev.taipan.vm.layout.CodeLayout;
import dev.taipan.vm.layout.DictLayout;
import dev.taipan.vm.layout.FrameLayout;
import dev.taipan.vm.layout.KeysLayout;
import dev.taipan.vm.thread.ThreadState;

/**
 * Globals and builtins.
 *
 * <p>Each of the two cache words states a fact that stays true for good, because a version is never
 * used again and an entry never holds another key: "with this version of the keys, the name's value
 * is at this offset" and "with this version of the keys, the name is not there".
 */
final class GlobalSites {
  private static final int IN_GLOBALS = 1;
  private static final int IN_BUILTINS = 2;

  /** The offset of a value in the keys must fit the cache word's index. */
  private static final int MAX_OFFSET = 0xFFFFFF;

  private GlobalSites() {}

  static int load(ThreadState ts, long fp, long pc) {
    CodeObject code = (CodeObject) ts.heap.hosts.get(CodeLayout.host(FrameLayout.code(fp)));
    long name = code.name(Instructions.arg(pc) >> 1);
    long globals = FrameLayout.globals(fp);
    if (!Dicts.isExact(globals)) {
      return 0;
    }
    int version = Dicts.keysVersion(ts, globals);
    long keys = DictLayout.keys(globals);
    if (version == 0 || KeysLayout.version(keys) != version) {
      return 0;
    }
    int index = Dicts.indexOfStr(ts, keys, name);
    if (index < 0) {
      return inBuiltins(ts, fp, pc, name, version);
    }
    long offset = offset(keys, index);
    // An insertion resets the version before it touches anything: if it still stands, so does the
    // index.
    if (offset > MAX_OFFSET || KeysLayout.version(keys) != version) {
      return 0;
    }
    Instructions.setCache(pc, 0, Instructions.fact(IN_GLOBALS, (int) offset, version));
    return Op.LOAD_GLOBAL_MODULE;
  }

  private static int inBuiltins(ThreadState ts, long fp, long pc, long name, int absent) {
    long globals = DictLayout.keys(FrameLayout.globals(fp));
    long builtins = FrameLayout.builtins(fp);
    if (!Dicts.isExact(builtins)) {
      return 0;
    }
    int version = Dicts.keysVersion(ts, builtins);
    long keys = DictLayout.keys(builtins);
    int index = version == 0 ? -1 : Dicts.indexOfStr(ts, keys, name);
    if (index < 0
        || offset(keys, index) > MAX_OFFSET
        || KeysLayout.version(keys) != version
        || KeysLayout.version(globals) != absent) {
      return 0;
    }
    Instructions.setCache(
        pc, 1, Instructions.fact(IN_BUILTINS, (int) offset(keys, index), version));
    Instructions.setCache(pc, 0, Instructions.fact(IN_BUILTINS, 0, absent));
    return Op.LOAD_GLOBAL_BUILTIN;
  }

  /** From the keys block to the value. */
  private static long offset(long keys, int index) {
    return KeysLayout.entry(keys, index) + KeysLayout.ENTRY_VALUE - keys;
  }
}

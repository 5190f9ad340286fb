package dev.taipan.stress.race;

import dev.taipan.vm.container.Dicts;
import dev.taipan.vm.layout.DictLayout;
import dev.taipan.vm.layout.KeysLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** A dict with one name, whose value is 1 and whose entry is the first, and its keys' version. */
record CachedName(long dict, int version) {
  static final long NAME = Word.boxInt(0);

  /** What the name holds at first. */
  static final int FIRST_VALUE = 1;

  /** What other names hold. */
  private static final long OTHER = Word.boxInt(7);

  private static final int OTHERS = 12;

  static CachedName create(ThreadState ts) {
    long dict = Stage.keep(DictLayout.create(ts));
    Dicts.put(ts, dict, NAME, Word.boxInt(FIRST_VALUE));
    return new CachedName(dict, Dicts.keysVersion(ts, dict));
  }

  /** Deletes the name and sets it again, to 2. */
  void setAgain(ThreadState ts) {
    Dicts.remove(ts, dict, NAME);
    Dicts.put(ts, dict, NAME, Word.boxInt(2));
  }

  /** Other names, more than the keys have room for. */
  void grow(ThreadState ts) {
    for (int i = 1; i <= OTHERS; i++) {
      Dicts.put(ts, dict, Word.boxInt(i), OTHER);
    }
  }

  /** A planted fault: the entry is given to another name, and the version stays. */
  void giveEntryAway() {
    long entry = KeysLayout.entry(DictLayout.keys(dict), 0);
    Memory.putLongRelease(entry + KeysLayout.ENTRY_KEY, Word.boxInt(8));
    Memory.putLongRelease(entry + KeysLayout.ENTRY_VALUE, OTHER);
  }

  /** The value in the first entry of these keys. */
  static int value(long keys) {
    return Stage.value(KeysLayout.value(KeysLayout.entry(keys, 0)));
  }
}

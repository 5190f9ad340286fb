package dev.taipan.vm.object;

import dev.taipan.vm.layout.ClassLayout;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.value.Word;

/** From a word to the class it is. */
public final class Classes {
  private Classes() {}

  public static boolean isClass(ThreadState ts, long word) {
    return Word.isCell(word) && ts.runtime().shapes().get(Memory.getInt(word)).kind() == Kind.CLASS;
  }

  /** The class behind a CLASS cell, null for any other word. */
  public static PyType orNull(ThreadState ts, long word) {
    return isClass(ts, word) ? of(ts, word) : null;
  }

  /** The class behind a word that is known to be a CLASS cell. */
  public static PyType of(ThreadState ts, long cell) {
    return (PyType) ts.runtime().hosts().get(ClassLayout.host(cell));
  }

  /** The name of an object's class, as errors show it. */
  public static String nameOf(ThreadState ts, long word) {
    return ts.runtime().typeOf(word).name();
  }
}

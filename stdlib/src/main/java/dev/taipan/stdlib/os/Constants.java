package dev.taipan.stdlib.os;

import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.thread.ThreadState;

/** Tables of names and numbers, written as text. */
public final class Constants {
  private Constants() {}

  /** Puts {@code "NAME number NAME number"} into a namespace. */
  public static void fill(ThreadState ts, long namespace, String table) {
    String[] words = table.split(" ", -1);
    for (int i = 0; i + 1 < words.length; i += 2) {
      Dicts.set(ts, namespace, words[i], Ints.of(ts, Long.parseLong(words[i + 1])));
    }
  }
}

package dev.taipan.stdlib.module;

import dev.taipan.vm.object.Lists;
import dev.taipan.vm.thread.ThreadState;
import java.util.Arrays;

/** Words met in a stop; they become a list before the next poll. */
final class WordList {
  long[] words = new long[64];
  int count;

  void add(long word) {
    if (count == words.length) {
      words = Arrays.copyOf(words, count * 2);
    }
    words[count++] = word;
  }

  long toList(ThreadState ts) {
    long list = Lists.create(ts, count);
    appendTo(ts, list);
    return list;
  }

  void appendTo(ThreadState ts, long list) {
    for (int i = 0; i < count; i++) {
      Lists.append(ts, list, words[i]);
    }
  }
}

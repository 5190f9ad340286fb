package dev.taipan.stdlib.collections;

import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.value.Word;
import java.util.Arrays;

/** Words in a ring that grows at both ends. Knows no threads; its owner guards it. */
final class Ring {
  private static final int FIRST = 8;

  /** The length is a power of two. */
  private long[] words = new long[FIRST];

  private int head;
  private int size;

  int size() {
    return size;
  }

  private int at(int index) {
    return head + index & words.length - 1;
  }

  long get(int index) {
    return words[at(index)];
  }

  void set(int index, long word) {
    words[at(index)] = word;
  }

  void addLast(long word) {
    grow();
    words[at(size++)] = word;
  }

  void addFirst(long word) {
    grow();
    head = head - 1 & words.length - 1;
    words[head] = word;
    size++;
  }

  private void grow() {
    if (size == words.length) {
      if (size > 1 << 29) {
        throw new OutOfMemoryError("deque");
      }
      words = straight(size * 2);
      head = 0;
    }
  }

  private long[] straight(int length) {
    long[] copy = new long[length];
    int first = Math.min(size, words.length - head);
    System.arraycopy(words, head, copy, 0, first);
    System.arraycopy(words, 0, copy, first, size - first);
    return copy;
  }

  long removeFirst() {
    long word = words[head];
    words[head] = Word.EMPTY;
    head = head + 1 & words.length - 1;
    size--;
    shrink();
    return word;
  }

  long removeLast() {
    int last = at(--size);
    long word = words[last];
    words[last] = Word.EMPTY;
    shrink();
    return word;
  }

  /** A ring that is nearly empty gives its memory back. */
  private void shrink() {
    if (words.length > 64 && size < words.length >> 3) {
      words = straight(words.length >> 1);
      head = 0;
    }
  }

  /** Moves everything to the right by a number of places, which may be negative. */
  void rotate(long places) {
    if (size > 1) {
      int right = (int) Math.floorMod(places, (long) size);
      if (right <= size >> 1) {
        for (int i = 0; i < right; i++) {
          addFirst(removeLastKeeping());
        }
      } else {
        for (int i = size - right; i > 0; i--) {
          long word = words[head];
          head = head + 1 & words.length - 1;
          size--;
          addLast(word);
        }
      }
    }
  }

  private long removeLastKeeping() {
    return words[at(--size)];
  }

  void insert(int index, long word) {
    if (index < size >> 1) {
      addFirst(Word.EMPTY);
      for (int i = 0; i < index; i++) {
        set(i, get(i + 1));
      }
    } else {
      addLast(Word.EMPTY);
      for (int i = size - 1; i > index; i--) {
        set(i, get(i - 1));
      }
    }
    set(index, word);
  }

  void remove(int index) {
    if (index < size >> 1) {
      for (int i = index; i > 0; i--) {
        set(i, get(i - 1));
      }
      removeFirst();
    } else {
      for (int i = index; i < size - 1; i++) {
        set(i, get(i + 1));
      }
      removeLast();
    }
  }

  void reverse() {
    for (int i = 0, k = size - 1; i < k; i++, k--) {
      long word = get(i);
      set(i, get(k));
      set(k, word);
    }
  }

  void clear() {
    words = new long[FIRST];
    head = 0;
    size = 0;
  }

  long[] toArray() {
    return straight(size);
  }

  void visit(Visitor visitor) {
    for (int i = 0; i < size; i++) {
      visitor.visit(get(i));
    }
  }

  @Override
  public String toString() {
    return Arrays.toString(toArray());
  }
}

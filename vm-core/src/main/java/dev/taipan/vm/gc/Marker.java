package dev.taipan.vm.gc;

import dev.taipan.vm.heap.Heap;
import dev.taipan.vm.heap.HeapMarks;
import dev.taipan.vm.layout.ByteArrayLayout;
import dev.taipan.vm.layout.DictLayout;
import dev.taipan.vm.layout.FrameLayout;
import dev.taipan.vm.layout.GeneratorLayout;
import dev.taipan.vm.layout.InstanceLayout;
import dev.taipan.vm.layout.KeysLayout;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.layout.ListLayout;
import dev.taipan.vm.layout.SetLayout;
import dev.taipan.vm.layout.StrLayout;
import dev.taipan.vm.layout.TupleLayout;
import dev.taipan.vm.layout.WeakrefLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.value.Word;
import java.util.Arrays;

/**
 * One marking thread: marks what it is shown and scans what it marked. A cell waits in a ring of 16
 * between its first touch (its header is loaded) and its scan, so that the cache misses of several
 * cells overlap.
 */
final class Marker implements Visitor {
  private static final int RING = 16;
  private static final Kind[] KINDS = new Kind[Kind.FIRST_SHAPE_ID];

  static {
    for (int id = 0; id < KINDS.length; id++) {
      KINDS[id] = Kind.ofId(id);
    }
  }

  final MarkDeque deque = new MarkDeque();

  private final Heap heap;
  private final HeapMarks marks;
  private final long[] ring = new long[RING];
  private final int[] ringId = new int[RING];
  private int ringNext;
  private boolean shared;
  private long[] weakrefs = new long[256];
  private int weakrefCount;

  Marker(Heap heap, HeapMarks marks) {
    this.heap = heap;
    this.marks = marks;
  }

  /** Whether other threads mark at the same time. */
  void begin(boolean shared) {
    this.shared = shared;
  }

  // ---- visiting

  @Override
  public void visit(long word) {
    if (Word.isCell(word) && mark(word)) {
      deque.push(word);
    }
  }

  @Override
  public void visitWords(long address, long count) {
    for (long p = address, end = address + (count << 3); p < end; p += 8) {
      visit(Memory.getLong(p));
    }
  }

  @Override
  public void visitBlock(long block) {
    if (block != 0) {
      mark(block);
    }
  }

  private boolean mark(long address) {
    return shared ? marks.markShared(address) : marks.mark(address);
  }

  // ---- scanning

  /** Scans until there is nothing left in the deque. */
  void drain() {
    int idle = 0;
    while (idle < RING) {
      long cell = deque.pop();
      idle = cell == 0 ? idle + 1 : 0;
      int slot = ringNext;
      ringNext = (slot + 1) & (RING - 1);
      long due = ring[slot];
      int id = ringId[slot];
      ring[slot] = cell;
      if (cell != 0) {
        ringId[slot] = Memory.getInt(cell);
      }
      if (due != 0) {
        scan(due, id);
        idle = 0;
      }
    }
  }

  /** Scans a cell that was taken from another's deque. */
  void scan(long cell) {
    scan(cell, Memory.getInt(cell));
  }

  private void scan(long cell, int id) {
    if (id < Kind.FIRST_SHAPE_ID) {
      Kind kind = id < 0 ? null : KINDS[id];
      if (kind == null) {
        throw new IllegalStateException(
            "collector reached free memory: " + Heap.describeCell(cell));
      }
      scanNative(cell, kind);
      return;
    }
    ShapeInfo shape = heap.shapes.shapeInfo(id);
    Kind kind = shape.kind();
    scanNative(cell, kind);
    if (shape.attributeWords() != 0) {
      scanAttributes(cell, InstanceLayout.attributes(cell, kind), shape.inlineSlots());
    }
  }

  private void scanNative(long cell, Kind kind) {
    if (kind.words != 0) {
      visitWords(cell + kind.firstWord, kind.words);
    }
    if (kind.hostOffset != 0
        && heap.hosts.get(Memory.getLong(cell + kind.hostOffset)) instanceof Traced traced) {
      traced.trace(this);
    }
    switch (kind.payload) {
      case NONE, IMMEDIATE -> {}
      case STR -> scanStr(cell);
      case TUPLE -> visitWords(cell + TupleLayout.ITEMS, Memory.getLong(cell + TupleLayout.LENGTH));
      case LIST -> scanList(cell);
      case DICT -> scanKeys(Memory.getLong(cell + DictLayout.KEYS));
      case SET -> scanTable(Memory.getLong(cell + SetLayout.TABLE));
      case GENERATOR -> scanGenerator(cell);
      case WEAKREF -> addWeakref(cell);
      case BLOCK -> visitBlock(Memory.getLong(cell + ByteArrayLayout.DATA));
    }
  }

  private void scanStr(long cell) {
    if ((Memory.getInt(cell + StrLayout.INFO) & StrLayout.TAIL) != 0) {
      visitBlock(Memory.getLong(cell + StrLayout.CHARS));
    }
  }

  private void scanList(long cell) {
    long items = Memory.getLong(cell + ListLayout.ITEMS);
    visitBlock(items);
    long length = Memory.getLong(cell + ListLayout.LENGTH);
    visitWords(items + ListLayout.WORDS, Math.min(length, ListLayout.capacity(items)));
  }

  private void scanKeys(long keys) {
    visitBlock(keys);
    int bytes = KeysLayout.entryBytes(KeysLayout.form(keys));
    long entry = KeysLayout.entries(keys);
    long end = entry + (long) KeysLayout.entryCount(keys) * bytes;
    for (; entry < end; entry += bytes) {
      visit(Memory.getLong(entry + KeysLayout.ENTRY_KEY));
      visit(Memory.getLong(entry + KeysLayout.ENTRY_VALUE));
    }
  }

  private void scanTable(long table) {
    visitBlock(table);
    long entry = table + SetLayout.ENTRIES;
    long end = entry + (SetLayout.mask(table) + 1) * SetLayout.ENTRY;
    for (; entry < end; entry += SetLayout.ENTRY) {
      visit(Memory.getLong(entry + SetLayout.ENTRY_KEY));
    }
  }

  private void scanGenerator(long cell) {
    if (GeneratorLayout.state(cell) != GeneratorLayout.FINISHED) {
      FrameLayout.trace(GeneratorLayout.frame(cell), this);
    }
  }

  private void scanAttributes(long cell, long attributes, int slots) {
    visitWords(cell + attributes + 8, slots);
    long link = Memory.getLong(cell + attributes);
    if (!InstanceLayout.isChunk(link)) {
      visit(link);
      return;
    }
    long chunk = link - InstanceLayout.CHUNK_TAG;
    while (chunk != 0) {
      visitBlock(chunk);
      visitWords(
          chunk + InstanceLayout.CHUNK_WORDS,
          Memory.getLong(chunk + InstanceLayout.CHUNK_CAPACITY));
      chunk = Memory.getLong(chunk + InstanceLayout.CHUNK_NEXT);
    }
  }

  // ---- weak references

  private void addWeakref(long cell) {
    if (weakrefCount == weakrefs.length) {
      weakrefs = Arrays.copyOf(weakrefs, weakrefCount * 2);
    }
    weakrefs[weakrefCount++] = cell;
  }

  /** Clears met weak references whose target died and queues their callbacks. */
  void clearWeakrefs() {
    for (int i = 0; i < weakrefCount; i++) {
      long cell = weakrefs[i];
      long target = Memory.getLong(cell + WeakrefLayout.TARGET);
      if (target != 0 && !marks.isLive(target)) {
        Memory.putLong(cell + WeakrefLayout.TARGET, 0);
        if (Memory.getLong(cell + WeakrefLayout.CALLBACK) != 0) {
          marks.addCallback(cell);
        }
      }
    }
    weakrefCount = 0;
  }
}

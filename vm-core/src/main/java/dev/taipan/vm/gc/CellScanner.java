package dev.taipan.vm.gc;

import dev.taipan.vm.heap.Heap;
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
import dev.taipan.vm.memory.Memory;

/** Shows itself all that a cell refers to, as the cell's {@link Kind} and shape say. In a stop. */
abstract class CellScanner implements Visitor {
  private static final Kind[] KINDS = new Kind[Kind.FIRST_SHAPE_ID];

  static {
    for (int id = 0; id < KINDS.length; id++) {
      KINDS[id] = Kind.ofId(id);
    }
  }

  private final Heap heap;

  CellScanner(Heap heap) {
    this.heap = heap;
  }

  /** A weak reference, whose target is not shown. */
  abstract void weakref(long cell);

  final void scan(long cell, int id) {
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
      case WEAKREF -> weakref(cell);
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
}

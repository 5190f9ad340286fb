package dev.taipan.bench;

import dev.taipan.vm.container.Dicts;
import dev.taipan.vm.container.Lists;
import dev.taipan.vm.layout.Cells;
import dev.taipan.vm.layout.DictLayout;
import dev.taipan.vm.layout.ListLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.runtime.Options;
import dev.taipan.vm.runtime.Runtime;
import dev.taipan.vm.runtime.Services;
import dev.taipan.vm.thread.ObjectLock;
import dev.taipan.vm.thread.ThreadLayout;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What keeps other writers out of a list while an item is overwritten, and what that costs when
 * there is no other: nothing (a plain store), the object's lock as it is, and an owner token, that
 * is a comparison of half a header word with the thread's number and a store, with (announced) and
 * without (polled) a note in the thread's block of what is being written. Beside them the real
 * writes to a list and a dict. {@code ./dev jmh ContainerWrites}; docs/threads.md has the figures.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(2)
public class ContainerWrites {
  private static final int ITEMS = 64;
  private static final int TOKEN = Cells.LOCK + 2;
  private static final long HEAP_BYTES = 64L << 20;

  private Runtime runtime;
  private ThreadState ts;
  private long list;
  private long dict;
  private long word;
  private int next;

  public ContainerWrites() {}

  @Setup
  public void create() {
    Options options =
        new Options(
            Options.Jit.OFF, "", false, 0, HEAP_BYTES, 1 << 20, false, "", 0, 0, 0, true, false);
    runtime = new Runtime(options, Services.none(), new Spinning.Silent());
    ts = runtime.mainThread();
    list = ListLayout.create(ts, ITEMS);
    dict = DictLayout.create(ts);
    word = Word.boxInt(7);
    for (int i = 0; i < ITEMS; i++) {
      Lists.append(ts, list, word);
      Dicts.put(ts, dict, Word.boxInt(i), word);
    }
    Memory.putShort(list + TOKEN, (short) ts.number);
  }

  @TearDown
  public void close() {
    Memory.putShort(list + TOKEN, (short) 0);
    ts.detach();
  }

  private int index() {
    next = (next + 1) & (ITEMS - 1);
    return next;
  }

  private void store(int index) {
    if (index < ListLayout.length(list)) {
      Memory.putLongRelease(ListLayout.slot(ListLayout.items(list), index), word);
    }
  }

  @Benchmark
  public void plain() {
    store(index());
  }

  @Benchmark
  public void locked() {
    ObjectLock.beginWrite(ts, list);
    store(index());
    ObjectLock.endWrite(ts, list);
  }

  /** Whoever takes the token away waits for a poll of the owner. */
  @Benchmark
  public void polled() {
    if (Memory.getShortOpaque(list + TOKEN) == (short) ts.number) {
      store(index());
    } else {
      locked();
    }
  }

  /** Whoever takes the token away has every processor pass a fence, then looks at the note. */
  @Benchmark
  public void announced() {
    long note = ts.block + ThreadLayout.SCRATCH;
    Memory.putLongOpaque(note, list);
    if (Memory.getShortOpaque(list + TOKEN) == (short) ts.number) {
      store(index());
      Memory.putLongRelease(note, 0);
    } else {
      Memory.putLongRelease(note, 0);
      locked();
    }
  }

  @Benchmark
  public boolean realList() {
    return Lists.set(ts, list, index(), word);
  }

  @Benchmark
  public void realDict() {
    Dicts.put(ts, dict, Word.boxInt(index()), word);
  }
}

package dev.taipan.stdlib.map;

import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.object.ByteStrings;
import dev.taipan.vm.object.HostObject;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.util.concurrent.atomic.AtomicLong;

/** Iteration over a map: bytes objects of length one, where an index gives ints. */
@BuiltinType(name = "mmap_iterator", module = "mmap", subclassable = false)
final class MmapIteratorType extends HostObject {
  private final long map;
  private final AtomicLong next = new AtomicLong();

  private MmapIteratorType(long map) {
    this.map = map;
  }

  static long create(ThreadState ts, long map) {
    return Hosts.create(
        ts, StandardLibrary.type(ts, MmapIteratorTypeTable.TABLE), new MmapIteratorType(map));
  }

  @Builtin("__iter__(self, /)")
  static long iter(long self) {
    return self;
  }

  @Builtin("__next__(self, /)")
  static long next(ThreadState ts, MmapIteratorType self) {
    Mapping mapping = Hosts.get(ts, self.map, Mapping.class);
    byte[] one = mapping.copy(ts, self.next.getAndIncrement(), 1);
    return one.length == 0 ? Word.EMPTY : ByteStrings.of(ts, one);
  }

  @Override
  public void trace(Visitor visitor) {
    visitor.visit(map);
  }
}

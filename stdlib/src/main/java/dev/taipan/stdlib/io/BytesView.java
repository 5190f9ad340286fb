package dev.taipan.stdlib.io;

import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.object.ByteTarget;
import dev.taipan.vm.object.HostObject;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.thread.ThreadState;

/** What {@code BytesIO.getbuffer} gives a memoryview on: the file's bytes, written in place. */
@BuiltinType(name = "_BytesIOBuffer", module = "_io", subclassable = false)
final class BytesView extends HostObject implements ByteTarget {
  private final long file;
  private final BytesFile bytes;

  private BytesView(long file, BytesFile bytes) {
    this.file = file;
    this.bytes = bytes;
  }

  static long create(ThreadState ts, long file, BytesFile bytes) {
    return Hosts.create(
        ts, StandardLibrary.type(ts, BytesViewTable.TABLE), new BytesView(file, bytes));
  }

  @Override
  public byte[] toByteArray(ThreadState ts) {
    return bytes.value(ts);
  }

  @Override
  public boolean isWritable(ThreadState ts) {
    return true;
  }

  @Override
  public int byteLength(ThreadState ts) {
    return bytes.length(ts);
  }

  @Override
  public void writeBytes(ThreadState ts, int at, byte[] from) {
    bytes.overwrite(ts, at, from);
  }

  @Override
  public boolean readBytes(ThreadState ts, int at, byte[] target) {
    return bytes.copy(ts, at, target);
  }

  @Override
  public void lease(ThreadState ts) {
    bytes.lease();
  }

  @Override
  public void giveBack() {
    bytes.giveBack();
  }

  @Override
  public void trace(Visitor visitor) {
    visitor.visit(file);
  }
}

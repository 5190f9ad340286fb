package dev.taipan.vm.object;

import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.thread.ThreadState;

/** A read-only view of a mapping. */
public final class MappingProxy extends HostObject {
  private final long mapping;

  public MappingProxy(long mapping) {
    this.mapping = mapping;
  }

  public static long of(ThreadState ts, long mapping) {
    return Hosts.create(ts, ts.runtime().types().mappingproxy, new MappingProxy(mapping));
  }

  public long mapping() {
    return mapping;
  }

  @Override
  public void trace(Visitor visitor) {
    visitor.visit(mapping);
  }
}

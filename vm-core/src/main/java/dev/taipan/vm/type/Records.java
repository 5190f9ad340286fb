package dev.taipan.vm.type;

import dev.taipan.vm.gc.Liveness;
import dev.taipan.vm.gc.WeakHolder;
import dev.taipan.vm.interp.Members;
import dev.taipan.vm.layout.RecordLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The records behind the cache words of attributes and class calls: one for each (member, subject,
 * name), shared by all sites. A change of a class that a record relies on clears its key in the
 * stop that the change needs anyway; a site that asks again gets the same record, filled anew.
 *
 * <p>Cell words in a record need no root while it holds: the classes that it relies on keep them. A
 * record of a module's attribute has the module as its key, which no class keeps: it ends with the
 * module, since another one may come to stand at its address.
 */
public final class Records implements WeakHolder {
  /**
   * What a record says.
   *
   * @param member the member that reads it
   * @param subject its key: a shape id, or the owner itself
   * @param name the interned attribute name, EMPTY for a call
   */
  public record Fact(
      int member, long subject, long name, long offset, long value, long extra, long extra2) {}

  /** Its own equality: the one that the JVM makes for records takes long to be made. */
  private record Place(int member, long subject, long name, long offset) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Place p
          && p.member == member
          && p.subject == subject
          && p.name == name
          && p.offset == offset;
    }

    @Override
    public int hashCode() {
      return Long.hashCode((subject * 31 + name) * 31 + offset) * 31 + member;
    }
  }

  private final ConcurrentHashMap<Place, Long> records = new ConcurrentHashMap<>();

  /** Who else is told when a record's key is cleared; under {@link #filling} or in a stop. */
  private final Map<Long, List<ClassWatcher>> watchers = new HashMap<>();

  /** The records whose key is a module; under {@link #filling} or in a stop. */
  private final List<Long> ofModules = new ArrayList<>();

  /** A leaf lock: one thread at a time fills a record. */
  private final ReentrantLock filling = new ReentrantLock();

  Records() {}

  public static Records create() {
    return new Records();
  }

  /**
   * The address of a record that says this, which holds until one of the types changes; 0 if one of
   * them cannot be relied on. The facts were found after {@link PyType#assignVersion} of each type
   * and without a poll since.
   *
   * @param live the class whose attribute the value is, read again at each overwriting; or null
   */
  public long publish(ThreadState ts, Fact fact, List<PyType> types, PyType live) {
    Place place = new Place(fact.member(), fact.subject(), fact.name(), fact.offset());
    filling.lock();
    try {
      Long known = records.get(place);
      long record = known == null ? allocate() : known;
      if (RecordLayout.key(record) != 0) {
        return record;
      }
      for (PyType type : types) {
        if (type.version() == 0) {
          return 0;
        }
      }
      if (known == null) {
        records.put(place, record);
        if (fact.member() == Members.number(Members.LOAD_MODULE)) {
          ofModules.add(record);
        }
      }
      fill(ts, fact, record, types, live);
      return record;
    } finally {
      filling.unlock();
    }
  }

  /**
   * Tells the watcher when the record no longer holds; false if it does not hold now. The caller
   * has not polled since it read the record.
   */
  public boolean watch(long record, ClassWatcher watcher) {
    filling.lock();
    try {
      if (RecordLayout.key(record) == 0) {
        return false;
      }
      List<ClassWatcher> list = watchers.computeIfAbsent(record, r -> new ArrayList<>());
      if (!list.contains(watcher)) {
        list.add(watcher);
      }
      return true;
    } finally {
      filling.unlock();
    }
  }

  @Override
  public void clearDead(Liveness liveness) {
    ThreadState collecting = ThreadState.current();
    for (long record : ofModules) {
      if (RecordLayout.key(record) != 0 && !liveness.isLive(RecordLayout.key(record))) {
        end(collecting, record);
      }
    }
  }

  /** In a stop: nobody holds the lock. */
  private void end(ThreadState ts, long record) {
    Memory.putLongRelease(record + RecordLayout.KEY, 0);
    List<ClassWatcher> told = watchers.remove(record);
    if (told != null) {
      told.forEach(watcher -> watcher.changed(ts));
    }
  }

  /**
   * In a stop: no record says any longer that something is this word. For a descriptor that is
   * initialised again, which no class notices.
   */
  public void endAll(ThreadState ts, long value) {
    for (long record : records.values()) {
      if (RecordLayout.key(record) != 0 && RecordLayout.value(record) == value) {
        end(ts, record);
      }
    }
  }

  /** A table of the records that hold among these, for a site that has seen them all. */
  public long table(List<Long> found) {
    long table = Memory.allocate(8L * (RecordLayout.TABLE_RECORDS + 1));
    int count = Math.min(found.size(), RecordLayout.TABLE_RECORDS);
    for (int i = 0; i <= RecordLayout.TABLE_RECORDS; i++) {
      Memory.putLong(table + 8L * i, i < count ? found.get(i) : 0L);
    }
    Memory.storeStoreFence();
    return table;
  }

  private static long allocate() {
    long record = Memory.allocate(RecordLayout.SIZE);
    Memory.fillWords(record, RecordLayout.SIZE >>> 3, Word.EMPTY);
    return record;
  }

  private void fill(ThreadState ts, Fact fact, long record, List<PyType> types, PyType live) {
    Memory.putLong(record + RecordLayout.MEMBER, fact.member());
    Memory.putLong(record + RecordLayout.OFFSET, fact.offset());
    Memory.putLongRelease(record + RecordLayout.VALUE, fact.value());
    Memory.putLong(record + RecordLayout.EXTRA, fact.extra());
    Memory.putLong(record + RecordLayout.EXTRA2, fact.extra2());
    for (PyType type : types) {
      type.watch(ts, new Watch(this, record, fact.name(), type == live ? live : null));
    }
    Memory.putLongRelease(record + RecordLayout.KEY, fact.subject());
  }

  /** Clears the key, and keeps a plain class attribute's value up to date. */
  private record Watch(Records records, long record, long name, PyType live)
      implements ClassWatcher {
    @Override
    public void changed(ThreadState ts) {
      records.end(ts, record);
    }

    @Override
    public void watching(ThreadState ts) {
      overwritten(ts, name);
    }

    @Override
    public void overwritten(ThreadState ts, long changedName) {
      if (live != null && changedName == name) {
        Memory.putLongRelease(record + RecordLayout.VALUE, live.find(ts, name));
      }
    }
  }
}

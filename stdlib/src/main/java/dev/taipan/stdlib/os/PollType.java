package dev.taipan.stdlib.os;

import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.HostObject;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** {@code select.poll()}: descriptors and what to wait for. */
@BuiltinType(name = "poll", module = "select", subclassable = false)
final class PollType extends HostObject {
  private final ConcurrentSkipListMap<Integer, Integer> watched = new ConcurrentSkipListMap<>();

  private PollType() {}

  static long create(ThreadState ts) {
    return Hosts.create(ts, StandardLibrary.type(ts, PollTypeTable.TABLE), new PollType());
  }

  private static int mask(ThreadState ts, long word) {
    long value = Numbers.asJavaLong(ts, word);
    if (value < 0) {
      throw Errors.valueError(ts, "value must be positive");
    }
    if (value > 0xFFFF) {
      throw Errors.overflowError(ts, "Python int too large to convert to C unsigned short");
    }
    return (int) value;
  }

  @Builtin("register(self, fd, eventmask=7, /)")
  static void register(ThreadState ts, PollType self, long fd, long events) {
    int mask = events == Word.EMPTY ? 7 : mask(ts, events);
    self.watched.put(Descriptors.of(ts, fd), mask);
  }

  @Builtin("modify(self, fd, eventmask, /)")
  static void modify(ThreadState ts, PollType self, long fd, long events) {
    int number = Descriptors.of(ts, fd);
    if (self.watched.replace(number, mask(ts, events)) == null) {
      throw OsErrors.of(ts, 2);
    }
  }

  @Builtin("unregister(self, fd, /)")
  static void unregister(ThreadState ts, PollType self, long fd) {
    int number = Descriptors.of(ts, fd);
    if (self.watched.remove(number) == null) {
      throw Errors.keyError(ts, Word.boxInt(number));
    }
  }

  @Builtin("poll(self, timeout=None, /)")
  static long poll(ThreadState ts, PollType self, long timeout) {
    double millis = timeout == Word.NONE ? -1 : Numbers.asDouble(ts, timeout);
    List<Polling.Watch> watches = new ArrayList<>();
    for (Map.Entry<Integer, Integer> entry : self.watched.entrySet()) {
      watches.add(new Polling.Watch(entry.getKey(), entry.getValue()));
    }
    int[] events = Polling.poll(ts, watches, millis < 0 ? -1 : (long) Math.ceil(millis));
    long list = Lists.create(ts, 4);
    for (int i = 0; i < events.length; i++) {
      if (events[i] != 0) {
        long fd = Word.boxInt(watches.get(i).fd());
        Lists.append(ts, list, Tuples.of(ts, fd, Word.boxInt(events[i])));
      }
    }
    return list;
  }
}

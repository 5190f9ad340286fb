package dev.taipan.stdlib.code;

import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.interp.FamilyReport;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.thread.ThreadState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code taipan.stats()}: what the families of specialized instructions did so far, by family. Only
 * under {@code -X stats} is anything counted; without it the dict is empty.
 */
@BuiltinModule("taipan")
public final class FamilyStats {
  private FamilyStats() {}

  @Builtin("stats()")
  static long stats(ThreadState ts) {
    return of(ts);
  }

  /** A dict of dicts. The threads are stopped while their counts are added up. */
  static long of(ThreadState ts) {
    List<FamilyReport.Family> families = new ArrayList<>();
    ts.world.stop(ts, () -> families.addAll(ts.runtime().families().families()));
    long dict = Dicts.create(ts);
    for (FamilyReport.Family family : families) {
      Dicts.set(ts, dict, family.name(), family(ts, family));
    }
    return dict;
  }

  private static long family(ThreadState ts, FamilyReport.Family family) {
    long dict = Dicts.create(ts);
    Dicts.set(ts, dict, "executions", Ints.of(ts, family.executions()));
    Dicts.set(ts, dict, "hits", Ints.of(ts, family.hits()));
    Dicts.set(ts, dict, "misses", Ints.of(ts, family.misses()));
    Dicts.set(ts, dict, "attempts", Ints.of(ts, family.attempts()));
    Dicts.set(ts, dict, "successes", Ints.of(ts, family.successes()));
    Dicts.set(ts, dict, "deopts", Ints.of(ts, family.deopts()));
    Dicts.set(ts, dict, "members", counts(ts, family.members()));
    Dicts.set(ts, dict, "failures", counts(ts, family.failures()));
    return dict;
  }

  private static long counts(ThreadState ts, Map<String, ? extends Number> counts) {
    long dict = Dicts.create(ts);
    counts.forEach((name, n) -> Dicts.set(ts, dict, name, Ints.of(ts, n.longValue())));
    return dict;
  }
}

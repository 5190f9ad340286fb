package dev.taipan.stdlib.report;

import dev.taipan.stdlib.NativeGaps;
import dev.taipan.stdlib.StructSequence;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.util.List;
import java.util.Locale;

/** {@code taipan}: what a program can learn about the runtime that no other Python has. */
@BuiltinModule("taipan")
public final class TaipanModule {
  private static final StructSequence THREAD =
      new StructSequence(
          "taipan", "thread", "ident", "name", "state", "waits_for", "held_by", "place");

  private TaipanModule() {}

  /** The threads: each with its state, the address of the lock it waits for and who holds that. */
  @Builtin("threads()")
  static long threads(ThreadState ts) {
    ThreadReport report = ThreadReport.of(ts);
    int mark = ts.rootMark();
    try {
      long list = Lists.create(ts, report.rows().size());
      ts.root(list);
      for (ThreadReport.Row row : report.rows()) {
        Lists.append(ts, list, thread(ts, row));
      }
      return list;
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static long thread(ThreadState ts, ThreadReport.Row row) {
    var place = row.stack().isEmpty() ? null : row.stack().getFirst();
    return THREAD.create(
        ts,
        Word.boxInt(row.number()),
        Strs.of(ts, row.name()),
        Strs.of(ts, row.state()),
        row.waitsFor() == 0 ? Word.NONE : Word.boxInt(row.waitsFor()),
        row.holder() == 0 ? Word.NONE : Word.boxInt(row.holder()),
        place == null ? Word.NONE : Strs.of(ts, place.file() + ":" + place.line()));
  }

  /**
   * What CPython's native modules have and ours lack: from a name, with its module in front, to how
   * it is missing ("raises", "absent", "module") and why.
   */
  @Builtin("missing_names()")
  static long missingNames(ThreadState ts) {
    long dict = Dicts.create(ts);
    for (NativeGaps.Gap gap : NativeGaps.all()) {
      String kind = gap.kind().name().toLowerCase(Locale.ROOT);
      String prefix = gap.module().isEmpty() ? "" : gap.module() + ".";
      for (String name : gap.list()) {
        long row = Tuples.of(ts, Strs.of(ts, kind), Strs.of(ts, gap.why()));
        Dicts.set(ts, dict, prefix + name, row);
      }
    }
    return dict;
  }

  /** The circles of waiting threads: a list of lists of thread numbers. */
  @Builtin("deadlocks()")
  static long deadlocks(ThreadState ts) {
    List<List<ThreadReport.Row>> circles = ThreadReport.of(ts).deadlocks();
    long list = Lists.create(ts, circles.size());
    for (List<ThreadReport.Row> circle : circles) {
      long inner = Lists.create(ts, circle.size());
      circle.forEach(row -> Lists.append(ts, inner, Word.boxInt(row.number())));
      Lists.append(ts, list, inner);
    }
    return list;
  }

  /** The same as text, with deadlocks named. */
  @Builtin("report()")
  static String report(ThreadState ts) {
    return ThreadReport.of(ts).text();
  }
}

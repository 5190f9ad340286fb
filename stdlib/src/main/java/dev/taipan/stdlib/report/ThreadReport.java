package dev.taipan.stdlib.report;

import dev.taipan.vm.interp.StackWalk;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Modules;
import dev.taipan.vm.object.Representation;
import dev.taipan.vm.object.ThreadLock;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.RunState;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What every thread was doing at one moment: where it is, what it waits for and who holds that.
 * Threads that wait for each other in a circle are a deadlock and are named.
 */
public record ThreadReport(List<Row> rows) {
  /** How many frames of a thread are shown. */
  private static final int FRAMES = 100;

  /** How much of a name is shown. */
  private static final int NAME = 500;

  /**
   * A thread.
   *
   * @param waitsFor the lock's cell, 0 if the thread waits for none
   * @param holder number of the thread that acquired that lock last, 0 for nobody
   */
  public record Row(
      int number,
      String name,
      String state,
      long waitsFor,
      int holder,
      List<StackWalk.Place> stack) {}

  /** Stops the world for as long as reading the stacks takes. */
  public static ThreadReport of(ThreadState ts) {
    List<Row> rows = new ArrayList<>();
    ts.world.stop(
        ts,
        () -> {
          for (ThreadState thread : ts.world.threads()) {
            if (thread.frame() != 0 || thread == ts.runtime().mainThread()) {
              rows.add(row(ts, thread));
            }
          }
        });
    Map<Integer, String> names = names(ts);
    rows.replaceAll(
        row ->
            new Row(
                row.number,
                names.getOrDefault(row.number, row.name),
                row.state,
                row.waitsFor,
                row.holder,
                row.stack));
    return new ThreadReport(rows);
  }

  private static Row row(ThreadState ts, ThreadState thread) {
    ThreadLock lock = thread.waitingFor() instanceof ThreadLock waited ? waited : null;
    boolean runs = thread == ts || thread.runState() == RunState.WAITING;
    String state = lock != null ? "waiting for a lock" : runs ? "running" : "blocked";
    return new Row(
        thread.number,
        thread.name(),
        state,
        lock == null ? 0 : lock.cell(),
        lock == null ? 0 : lock.owner(),
        StackWalk.of(thread));
  }

  /** The names that {@code threading} gave. */
  private static Map<Integer, String> names(ThreadState ts) {
    Map<Integer, String> names = new HashMap<>();
    long module = Dicts.getStr(ts, ts.runtime().modules(), ts.runtime().intern(ts, "threading"));
    if (module == Word.EMPTY) {
      return names;
    }
    long active = Dicts.getStr(ts, Modules.dict(ts, module), ts.runtime().intern(ts, "_active"));
    if (active == Word.EMPTY || !Dicts.isDict(ts, active)) {
      return names;
    }
    int mark = ts.rootMark();
    long copy = Dicts.copy(ts, active);
    ts.root(copy);
    try {
      for (int i = Dicts.nextPosition(copy, 0); i >= 0; i = Dicts.nextPosition(copy, i + 1)) {
        int number = (int) Word.unboxInt(Dicts.keyAt(copy, i));
        long name = Attributes.get(ts, Dicts.valueAt(copy, i), "_name");
        names.put(number, Representation.strText(ts, name));
      }
    } catch (Raised signal) {
      ts.clearPending();
    } finally {
      ts.rootRelease(mark);
    }
    return names;
  }

  private Row row(int number) {
    return rows.stream().filter(row -> row.number == number).findFirst().orElse(null);
  }

  /** The circles of threads each of which waits for a lock that the next one holds. */
  @SuppressWarnings("ReferenceEquality") // whether a walk came back to the very row it began at
  public List<List<Row>> deadlocks() {
    List<List<Row>> found = new ArrayList<>();
    Set<Integer> told = new HashSet<>();
    for (Row start : rows) {
      List<Row> path = new ArrayList<>();
      Row at = start;
      while (at != null && at.waitsFor != 0 && !path.contains(at)) {
        path.add(at);
        at = row(at.holder);
      }
      // One that waits for itself is the usual way to wait until somebody releases the lock.
      boolean circle = at == start && path.size() > 1;
      if (circle && path.stream().noneMatch(r -> told.contains(r.number))) {
        path.forEach(row -> told.add(row.number));
        found.add(path);
      }
    }
    return found;
  }

  private static String who(Row row) {
    return row == null ? "nobody" : "thread " + row.number + " (" + row.name + ")";
  }

  /** As text: a line for each thread, then the deadlocks. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (Row row : rows) {
      text.append(who(row)).append(": ").append(row.state);
      if (row.waitsFor != 0) {
        text.append(" at 0x%x, held by %s".formatted(row.waitsFor, who(row(row.holder))));
      }
      if (!row.stack.isEmpty()) {
        StackWalk.Place place = row.stack.getFirst();
        text.append(", in ").append(place.function()).append(" (");
        text.append(place.file()).append(':').append(place.line()).append(')');
      }
      text.append('\n');
    }
    for (List<Row> circle : deadlocks()) {
      text.append("deadlock:\n");
      for (Row row : circle) {
        String holder = who(row(row.holder));
        text.append(
            "  %s waits for the lock at 0x%x, held by %s\n"
                .formatted(who(row), row.waitsFor, holder));
      }
    }
    return text.toString();
  }

  /** The stacks as {@code faulthandler} shows them, those of {@code ts} last. */
  public String stacks(ThreadState ts, boolean all) {
    List<String> parts = new ArrayList<>();
    for (Row row : rows) {
      if (all && row.number != ts.number) {
        parts.add(stack(row, "Thread"));
      }
    }
    Row own = row(ts.number);
    if (own != null) {
      parts.add(stack(own, all ? "Current thread" : null));
    }
    if (all && !deadlocks().isEmpty()) {
      parts.add(text());
    }
    return String.join("\n", parts);
  }

  private static String stack(Row row, String heading) {
    StringBuilder text = new StringBuilder();
    String head = heading == null ? "Stack" : heading + " 0x%016x".formatted(row.number);
    text.append(head).append(" (most recent call first):\n");
    for (StackWalk.Place place : row.stack.subList(0, Math.min(row.stack.size(), FRAMES))) {
      text.append("  File \"").append(cut(place.file())).append("\", line ").append(place.line());
      text.append(" in ").append(cut(place.function())).append('\n');
    }
    if (row.stack.size() > FRAMES) {
      text.append("  ...\n");
    }
    if (row.stack.isEmpty()) {
      text.append("  <no Python frame>\n");
    }
    return text.toString();
  }

  private static String cut(String name) {
    return name.length() > NAME ? name.substring(0, NAME) + "..." : name;
  }
}

package dev.taipan.vm.interp;

import dev.taipan.vm.code.CodeDetails;
import dev.taipan.vm.code.CodeObject;
import dev.taipan.vm.layout.FrameLayout;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.util.ArrayList;
import java.util.List;

/** Where a thread is: its frames as plain data, for reports. */
public final class StackWalk {
  private StackWalk() {}

  /** A frame. */
  public record Place(String file, int line, String function) {}

  /** The frames, innermost first; of the calling thread, or of any other in a stop. */
  public static List<Place> of(ThreadState thread) {
    return of(thread, thread.frame(), Integer.MAX_VALUE);
  }

  private static List<Place> of(ThreadState thread, long innermost, int most) {
    List<Place> places = new ArrayList<>();
    for (long fp = innermost; fp != 0 && places.size() < most; fp = FrameLayout.previous(fp)) {
      CodeObject code = Frames.code(thread, fp);
      CodeDetails blueprint = code.details();
      int line = blueprint.positions().lineNear(code.index(FrameLayout.pc(fp)));
      places.add(
          new Place(
              blueprint.filename(), line == 0 ? blueprint.firstLine() : line, blueprint.name()));
    }
    return places;
  }

  /** {@code cr_origin}: a tuple of file, line and function for each of some frames. Never polls. */
  static long origin(ThreadState ts, long innermost, int most) {
    List<Place> places = of(ts, innermost, most);
    long[] words = new long[places.size()];
    for (int i = 0; i < words.length; i++) {
      Place place = places.get(i);
      words[i] =
          Tuples.of(
              ts,
              Strs.of(ts, place.file()),
              Word.boxInt(place.line()),
              Strs.of(ts, place.function()));
    }
    return Tuples.of(ts, words);
  }

  /** The frame object of another thread's innermost frame, EMPTY if it has none; in a stop. */
  public static long frameObject(ThreadState ts, ThreadState thread) {
    return thread.frame() == 0 ? Word.EMPTY : FrameObjects.of(ts, thread.frame());
  }
}

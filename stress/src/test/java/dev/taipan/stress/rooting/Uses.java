package dev.taipan.stress.rooting;

import java.lang.constant.ClassDesc;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;

/** What happens to words: they are used, stored, rooted, read from others. Notes the hazards. */
final class Uses {
  final Origins origins = new Origins();
  final Summary summary;

  private final Body body;
  private final Program program;

  /** By origin and crossing, so that a word is reported once. */
  private final Map<Long, Hazard> hazards = new LinkedHashMap<>();

  Uses(Body body, Program program) {
    this.body = body;
    this.program = program;
    summary = new Summary(body.parameters.size());
  }

  Iterable<Hazard> hazards() {
    return hazards.values();
  }

  boolean isTracked(int parameter) {
    ClassDesc type = body.parameters.get(parameter);
    return type.descriptorString().equals("J") || program.mayHoldWords(type);
  }

  // ---- use

  /** A word is followed, passed on or returned. */
  void use(int index, State state, Value value) {
    BitSet words = origins.contents(value.words());
    for (int o = words.nextSetBit(0); o >= 0; o = words.nextSetBit(o + 1)) {
      int status = state.status(o);
      if (status >= Status.CROSSED) {
        report(o, status - Status.CROSSED, body.where(index));
      }
    }
  }

  /** A bare word goes to a callee that collects and then uses it. */
  void need(int index, State state, Value value, String why) {
    BitSet words = origins.contents(value.words());
    for (int o = words.nextSetBit(0); o >= 0; o = words.nextSetBit(o + 1)) {
      if (state.status(o) == Status.BARE) {
        report(o, index, why);
      }
    }
  }

  private void report(int origin, int crossed, String used) {
    BitSet single = new BitSet();
    single.set(origin);
    BitSet roots = origins.holders(single);
    for (int o = roots.nextSetBit(0); o >= 0; o = roots.nextSetBit(o + 1)) {
      Origins.Origin root = origins.get(o);
      if (root.kind() == Origins.Kind.PARAMETER && Primitives.isQuiet(body.id)) {
        continue;
      }
      if (root.kind() == Origins.Kind.PARAMETER) {
        summary.needsRoot.putIfAbsent(-1 - root.index(), chain(crossed, used));
      } else if (root.kind() == Origins.Kind.FRESH) {
        Hazard hazard =
            new Hazard(
                body.id.toString(),
                root.what() + " " + body.where(root.index()),
                body.where(crossed),
                used);
        hazards.putIfAbsent((long) o << 32 | crossed, hazard);
      }
    }
  }

  private String chain(int crossed, String used) {
    String here = body.where(crossed);
    String text = here + ">" + used;
    return text.length() > 300 ? text.substring(0, 300) : text;
  }

  // ---- what keeps words alive

  void store(int index, State state, Value value) {
    use(index, state, value);
    hold(state, value, Status.STORED);
  }

  void root(int index, State state, Value value) {
    use(index, state, value);
    hold(state, value, Status.ROOTED);
  }

  private void hold(State state, Value value, int status) {
    BitSet words = origins.contents(value.words());
    for (int o = words.nextSetBit(0); o >= 0; o = words.nextSetBit(o + 1)) {
      if (origins.get(o).what().equals(Steps.ELEMENT)) {
        words.or(origins.related(o));
      }
    }
    for (int o = 0; o < origins.count(); o++) {
      boolean held =
          words.get(o)
              || (origins.kind(o) == Origins.Kind.DEPENDENT
                  && origins.related(o).intersects(words));
      if (held && state.status(o) > status) {
        state.set(o, status);
      }
    }
  }

  /** A field or an element of a Java object. */
  Value read(int index, State state, Value object, String what) {
    BitSet words = object.words();
    if (words.isEmpty()) {
      return Value.UNKNOWN;
    }
    BitSet holders = new BitSet();
    for (int o = words.nextSetBit(0); o >= 0; o = words.nextSetBit(o + 1)) {
      if (origins.kind(o) == Origins.Kind.OBJECT) {
        holders.or(origins.related(o));
      } else {
        holders.set(o);
      }
    }
    return dependent(index, state, holders, what);
  }

  /** A word that lives as long as a holder does. */
  Value dependent(int index, State state, BitSet holders, String what) {
    holders.clear(origins.count(), Integer.MAX_VALUE);
    int worst = Status.ABSENT;
    int example = -1;
    for (int o = holders.nextSetBit(0); o >= 0; o = holders.nextSetBit(o + 1)) {
      if (state.status(o) > worst) {
        worst = state.status(o);
        example = o;
      }
    }
    if (worst <= Status.STORED) {
      return Value.UNKNOWN;
    }
    int origin = origins.at(Origins.Kind.DEPENDENT, index, what);
    origins.related(origin).or(holders);
    origins.related(origin).clear(origin);
    state.set(origin, worst, state.marks(example));
    return Value.of(origin);
  }

  Value fresh(int index, State state, String what, int status) {
    int origin = origins.at(Origins.Kind.FRESH, index, what);
    state.set(origin, status);
    return Value.of(origin);
  }

  /** A Java object holds a word from now on. */
  void putInto(State state, Value object, Value value) {
    if (value.words().isEmpty()) {
      return;
    }
    if (object.words().isEmpty()) {
      hold(state, value, Status.STORED);
      return;
    }
    for (int o = object.words().nextSetBit(0); o >= 0; o = object.words().nextSetBit(o + 1)) {
      if (origins.kind(o) == Origins.Kind.OBJECT) {
        origins.related(o).or(value.words());
        origins.related(o).clear(o);
      } else if (origins.get(o).index() == -1 && !body.isStatic) {
        capture(value.words());
      }
    }
  }

  private void capture(BitSet words) {
    for (int o = words.nextSetBit(0); o >= 0; o = words.nextSetBit(o + 1)) {
      if (origins.kind(o) == Origins.Kind.PARAMETER && origins.get(o).index() != -1) {
        summary.captured.set(-1 - origins.get(o).index());
      }
    }
  }

  // ---- the end of the method

  void end(int index, State state, Value result) {
    use(index, state, result);
    summary.returns = true;
    summary.collects |= state.collected;
    summary.freshResult |= Primitives.takes(body.id);
    for (int o = 0; o < origins.count(); o++) {
      if (origins.kind(o) == Origins.Kind.PARAMETER) {
        int i = -1 - origins.get(o).index();
        summary.end[i] =
            Math.max(summary.end[i], known(i, Math.min(state.worst(o), Status.CROSSED)));
      }
    }
    BitSet words = origins.contents(result.words());
    for (int o = words.nextSetBit(0); o >= 0; o = words.nextSetBit(o + 1)) {
      int status = state.status(o);
      switch (origins.kind(o)) {
        case FRESH -> {
          summary.freshResult |= status >= Status.BARE;
          summary.rootedResult |= status == Status.ROOTED;
        }
        case PARAMETER -> {
          boolean itself = result.words().get(o);
          (itself ? summary.resultIs : summary.resultDependsOn).set(-1 - origins.get(o).index());
        }
        case DEPENDENT -> {
          if (status >= Status.ROOTED) {
            dependentResult(o, state);
          }
        }
        case OBJECT, MARK -> {}
      }
    }
  }

  private int known(int parameter, int status) {
    if (Primitives.isQuiet(body.id)) {
      return Math.min(status, Status.BARE);
    }
    if (Primitives.stores(body.id) && parameter == body.parameters.size() - 1) {
      return Status.STORED;
    }
    return Primitives.isWeak(body.id) ? Math.max(status, Status.BARE) : status;
  }

  private void dependentResult(int dependent, State state) {
    BitSet single = new BitSet();
    single.set(dependent);
    BitSet holders = origins.holders(single);
    for (int o = holders.nextSetBit(0); o >= 0; o = holders.nextSetBit(o + 1)) {
      if (origins.kind(o) == Origins.Kind.PARAMETER) {
        summary.resultDependsOn.set(-1 - origins.get(o).index());
      } else if (origins.kind(o) == Origins.Kind.FRESH) {
        summary.freshResult |= state.status(o) >= Status.BARE;
      }
    }
  }
}

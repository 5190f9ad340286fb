package dev.taipan.stress.rooting;

import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What calls do to the abstract state of one method. */
final class Calls {
  /** Tells the origin of an argument that is given back from that of a new result. */
  private static final int SAME = 1 << 24;

  private final Body body;
  private final Program program;
  private final CallGraph graph;
  private final Summaries summaries;
  private final Uses uses;
  private final Origins origins;

  Calls(Body body, Program program, CallGraph graph, Summaries summaries, Uses uses) {
    this.body = body;
    this.program = program;
    this.graph = graph;
    this.summaries = summaries;
    this.uses = uses;
    origins = uses.origins;
  }

  /** Tells whether the call may return. */
  boolean invoke(int index, InvokeInstruction call, State state) {
    MethodId named = CallGraph.named(call);
    MethodTypeDesc type = call.typeSymbol();
    List<Value> args = pop(type, call.opcode() != Opcode.INVOKESTATIC, state);
    int slots = slots(type.returnType());
    if (Primitives.isHarmless(named)) {
      state.push(test(named, args), slots);
    } else if (Primitives.isLoad(named)) {
      uses.use(index, state, args.getFirst());
      Value loaded = slots == 2 ? uses.read(index, state, args.getFirst(), "load") : Value.UNKNOWN;
      push(state, loaded, slots);
    } else if (Primitives.isStore(named)) {
      args.stream().limit(1).forEach(v -> uses.use(index, state, v));
      args.stream().skip(1).forEach(v -> uses.store(index, state, v));
      push(state, Value.UNKNOWN, slots);
    } else if (Primitives.isRoot(named)) {
      uses.root(index, state, args.getLast());
      push(state, slots == 2 ? args.getLast() : Value.UNKNOWN, slots);
    } else if (Primitives.isMark(named)) {
      int mark = origins.at(Origins.Kind.MARK, index, "mark");
      state.open.set(mark);
      push(state, Value.of(mark), slots);
    } else if (Primitives.isRelease(named)) {
      state.release(args.getLast().words());
    } else if (program.isHeld(named)) {
      args.forEach(v -> uses.store(index, state, v));
      push(state, Value.UNKNOWN, slots);
    } else if (Primitives.isFresh(named)) {
      args.forEach(v -> uses.use(index, state, v));
      if (Primitives.collects(named)) {
        state.collect(index);
      }
      push(state, uses.fresh(index, state, named.name(), Status.BARE), slots);
    } else {
      return general(index, call, named, args, state);
    }
    return true;
  }

  /** Whether a collection may come before an exception, but not before a return. */
  boolean mayCollectAndThrow(int index, InvokeInstruction call) {
    Set<MethodId> targets = graph.targets(call);
    return graph.collects(body, index, call)
        && !targets.isEmpty()
        && targets.stream().map(summaries::get).noneMatch(s -> s != null && s.collects);
  }

  private static void push(State state, Value value, int slots) {
    if (slots != 0) {
      state.push(value, slots);
    }
  }

  static int slots(ClassDesc type) {
    return TypeKind.from(type).slotSize();
  }

  private static List<Value> pop(MethodTypeDesc type, boolean receiver, State state) {
    List<Value> args = new ArrayList<>();
    for (ClassDesc parameter : type.parameterList().reversed()) {
      args.add(state.pop(slots(parameter)));
    }
    if (receiver) {
      args.add(state.pop(1));
    }
    Collections.reverse(args);
    return args;
  }

  private static Value test(MethodId named, List<Value> args) {
    if (args.isEmpty() || args.getFirst().words().isEmpty()) {
      return Value.UNKNOWN;
    }
    BitSet words = args.getFirst().words();
    if (Primitives.tellsCell(named)) {
      return new Value(words, Value.Meaning.NO_CELL_IF_ZERO);
    }
    return Primitives.tellsNoCell(named)
        ? new Value(words, Value.Meaning.NO_CELL_UNLESS_ZERO)
        : Value.UNKNOWN;
  }

  private boolean general(
      int index, InvokeInstruction call, MethodId named, List<Value> args, State state) {
    Set<MethodId> targets = graph.targets(call);
    ClassDesc result = call.typeSymbol().returnType();
    args.forEach(v -> uses.use(index, state, v));
    if (targets.isEmpty()) {
      outside(index, args, state, graph.collects(body, index, call), result);
      return true;
    }
    Summary known = summary(targets, args.size());
    for (Map.Entry<Integer, String> need : known.needsRoot.entrySet()) {
      uses.need(index, state, args.get(need.getKey()), need.getValue());
    }
    boolean quiet = targets.stream().allMatch(t -> Primitives.isQuiet(t));
    boolean collects = !quiet && (known.collects || Primitives.collects(named));
    Value same = same(index, args, known, state, result);
    int before = same.isTracked() ? state.status(same.origins().nextSetBit(0)) : Status.ABSENT;
    pass(index, args, known, collects, state);
    if (same.isTracked() && before == Status.BARE) {
      int alias = same.origins().nextSetBit(0);
      int holder = origins.related(alias).nextSetBit(0);
      boolean kept = state.status(holder) < Status.BARE;
      state.set(alias, kept ? state.status(holder) : before, state.marks(holder));
    }
    for (int j = known.captured.nextSetBit(0); j >= 0; j = known.captured.nextSetBit(j + 1)) {
      uses.putInto(state, args.getFirst(), args.get(j));
    }
    if (!known.returns) {
      return false;
    }
    push(state, same.or(result(index, named, args, known, state, result)), slots(result));
    return true;
  }

  /** A call that leaves the program: what comes back may be what was given. */
  private void outside(
      int index, List<Value> args, State state, boolean collects, ClassDesc result) {
    if (collects) {
      state.collect(index);
    }
    if (!args.isEmpty() && args.getFirst().isTracked()) {
      boolean object = origins.kind(args.getFirst().words().nextSetBit(0)) == Origins.Kind.OBJECT;
      if (object) {
        args.stream().skip(1).forEach(v -> uses.putInto(state, args.getFirst(), v));
      }
    }
    push(state, carries(result) ? Value.of(Steps.union(args)) : Value.UNKNOWN, slots(result));
  }

  private boolean carries(ClassDesc type) {
    return type.descriptorString().equals("J")
        || type.descriptorString().equals("Ljava/lang/Object;")
        || program.mayHoldWords(type);
  }

  /** What is known of all targets together, by the arguments' places at the call. */
  private Summary summary(Set<MethodId> targets, int args) {
    Summary all = new Summary(args);
    for (MethodId target : targets) {
      Summary one = summaries.get(target);
      if (one != null) {
        // A lambda's body has what it captured before the arguments, and no receiver.
        int shift = one.end.length - args;
        all.join(shift == 0 ? one : one.shifted(shift, args));
      }
    }
    return all;
  }

  /** What the call does to the arguments, and to all other words if it collects. */
  private void pass(int index, List<Value> args, Summary known, boolean collects, State state) {
    int[] end = new int[origins.count()];
    for (int j = 0; j < args.size(); j++) {
      BitSet words = origins.contents(args.get(j).words());
      int theirs = known.end[j] == Status.ABSENT ? Status.CROSSED : known.end[j];
      for (int o = words.nextSetBit(0); o >= 0; o = words.nextSetBit(o + 1)) {
        end[o] = end[o] == Status.ABSENT ? theirs : Math.min(end[o], theirs);
      }
    }
    BitSet bare = new BitSet();
    for (int o = 0; o < end.length; o++) {
      if (state.status(o) < Status.BARE || end[o] == Status.ABSENT) {
        continue;
      }
      if (end[o] == Status.STORED || end[o] == Status.ROOTED) {
        state.set(o, end[o]);
      } else if (end[o] == Status.BARE && state.status(o) == Status.BARE) {
        bare.set(o);
      }
    }
    if (collects) {
      state.collect(index);
      bare.stream().forEach(o -> state.set(o, Status.BARE));
    }
  }

  /** An argument that is given back was not lost in the call, whatever other ways through it do. */
  private Value same(int index, List<Value> args, Summary known, State state, ClassDesc type) {
    if (!carries(type)) {
      return Value.UNKNOWN;
    }
    BitSet holders = new BitSet();
    for (int j : known.resultIs.stream().toArray()) {
      holders.or(origins.contents(args.get(j).words()));
    }
    return uses.dependent(index | SAME, state, holders, "same");
  }

  private Value result(
      int index, MethodId named, List<Value> args, Summary known, State state, ClassDesc type) {
    if (!carries(type) || Primitives.isNumber(named)) {
      return Value.UNKNOWN;
    }
    if (known.freshResult || known.rootedResult) {
      int status = known.freshResult ? Status.BARE : Status.ROOTED;
      String what =
          named.owner().substring(named.owner().lastIndexOf('.') + 1) + "." + named.name();
      return uses.fresh(index, state, what, status);
    }
    BitSet holders = new BitSet();
    for (int j : known.resultDependsOn.stream().toArray()) {
      holders.or(origins.contents(args.get(j).words()));
    }
    return uses.dependent(index, state, holders, "result");
  }

  void invokeDynamic(int index, InvokeDynamicInstruction call, State state) {
    MethodTypeDesc type = call.typeSymbol();
    List<Value> args = pop(type, false, state);
    Value made = Value.UNKNOWN;
    Program.Lambda lambda = Program.lambda(call).orElse(null);
    if (lambda != null) {
      Summary known = summaries.get(lambda.body());
      for (int j = 0; known != null && j < args.size(); j++) {
        if (known.needsRoot.containsKey(j)) {
          uses.need(index, state, args.get(j), known.needsRoot.get(j));
        }
      }
      made = Value.of(Steps.union(args));
    }
    push(state, made, slots(type.returnType()));
  }
}

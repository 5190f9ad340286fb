package dev.taipan.stress.rooting;

import java.lang.classfile.Instruction;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which methods may collect: those that reach a primitive which does. */
final class CallGraph {
  private final Program program;
  private final Map<MethodId, Set<MethodId>> callers = new HashMap<>();

  /** Where a call that leaves the program is given lambdas that it will run. */
  private final Map<MethodId, Map<Integer, Set<MethodId>>> handed = new HashMap<>();

  private final Set<MethodId> collecting = new HashSet<>();

  CallGraph(Program program) {
    this.program = program;
    for (Body body : program.bodies()) {
      scan(body);
    }
    close();
  }

  static MethodId named(InvokeInstruction call) {
    return new MethodId(
        Program.name(call.owner().asInternalName()),
        call.name().stringValue(),
        call.type().stringValue());
  }

  Set<MethodId> targets(InvokeInstruction call) {
    boolean isVirtual =
        call.opcode() == Opcode.INVOKEVIRTUAL || call.opcode() == Opcode.INVOKEINTERFACE;
    return program.targets(named(call), isVirtual);
  }

  private void scan(Body body) {
    List<Program.Lambda> pending = new ArrayList<>();
    for (int i = 0; i < body.instructions.size(); i++) {
      Instruction instruction = body.instructions.get(i);
      if (instruction instanceof InvokeDynamicInstruction dynamic) {
        Program.lambda(dynamic).ifPresent(pending::add);
      } else if (instruction instanceof InvokeInstruction call) {
        Set<MethodId> targets = targets(call);
        for (MethodId target : targets) {
          callers.computeIfAbsent(target, k -> new TreeSet<>()).add(body.id);
        }
        if (Primitives.collects(named(call)) && !Primitives.isQuiet(body.id)) {
          collecting.add(body.id);
        }
        Set<MethodId> given = take(pending, call);
        if (targets.isEmpty() && !given.isEmpty()) {
          given.forEach(l -> callers.computeIfAbsent(l, k -> new TreeSet<>()).add(body.id));
          handed.computeIfAbsent(body.id, k -> new HashMap<>()).put(i, given);
        }
      }
    }
  }

  private static Set<MethodId> take(List<Program.Lambda> pending, InvokeInstruction call) {
    Set<MethodId> given = new TreeSet<>();
    Set<String> types = new HashSet<>();
    call.typeSymbol().parameterList().forEach(p -> types.add(Program.name(p)));
    for (Program.Lambda lambda : pending) {
      if (types.contains(lambda.type())) {
        given.add(lambda.body());
      }
    }
    pending.removeIf(lambda -> types.contains(lambda.type()));
    return given;
  }

  private void close() {
    Deque<MethodId> work = new ArrayDeque<>(collecting);
    for (Body body : program.bodies()) {
      if (Primitives.collects(body.id) && collecting.add(body.id)) {
        work.add(body.id);
      }
    }
    while (!work.isEmpty()) {
      MethodId callee = work.poll();
      for (MethodId caller : callers.getOrDefault(callee, Set.of())) {
        if (!Primitives.isQuiet(caller) && collecting.add(caller)) {
          work.add(caller);
        }
      }
    }
  }

  /** Whether a collection may happen in the call at {@code index}. */
  boolean collects(Body body, int index, InvokeInstruction call) {
    return Primitives.collects(named(call))
        || targets(call).stream().anyMatch(collecting::contains)
        || handed.getOrDefault(body.id, Map.of()).getOrDefault(index, Set.of()).stream()
            .anyMatch(collecting::contains);
  }

  /** All methods with code, a callee before its callers where there is no cycle. */
  List<MethodId> calleesFirst() {
    Map<MethodId, Set<MethodId>> callees = new HashMap<>();
    callers.forEach(
        (callee, all) ->
            all.forEach(c -> callees.computeIfAbsent(c, k -> new TreeSet<>()).add(callee)));
    Set<MethodId> seen = new HashSet<>();
    List<MethodId> order = new ArrayList<>();
    for (Body body : program.bodies()) {
      visit(body.id, callees, seen, order);
    }
    return order;
  }

  private static void visit(
      MethodId first,
      Map<MethodId, Set<MethodId>> callees,
      Set<MethodId> seen,
      List<MethodId> order) {
    Deque<MethodId> path = new ArrayDeque<>();
    Deque<Iterator<MethodId>> rest = new ArrayDeque<>();
    if (seen.add(first)) {
      path.push(first);
      rest.push(callees.getOrDefault(first, Set.of()).iterator());
    }
    while (!path.isEmpty()) {
      if (!rest.peek().hasNext()) {
        order.add(path.pop());
        rest.pop();
        continue;
      }
      MethodId next = rest.peek().next();
      if (seen.add(next)) {
        path.push(next);
        rest.push(callees.getOrDefault(next, Set.of()).iterator());
      }
    }
  }

  Set<MethodId> callersOf(MethodId id) {
    return callers.getOrDefault(id, Set.of());
  }
}

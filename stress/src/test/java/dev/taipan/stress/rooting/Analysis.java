package dev.taipan.stress.rooting;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds the words that nothing holds across a collection.
 *
 * <p>Each method is followed by itself; what its callers must know of it is its {@link Summary}.
 * Where a summary changes the callers are followed again, until nothing changes.
 */
final class Analysis {
  /** Generated; what stands in a frame is seen by the collector whatever the loop's locals say. */
  private static final Set<String> NOT_FOLLOWED =
      Set.of("InterpreterLoop", "PlainLoop", "TracingLoop");

  private final Program program;
  private final CallGraph graph;
  private final Summaries summaries = new Summaries();
  private final TreeMap<MethodId, List<Hazard>> hazards = new TreeMap<>();

  Analysis(Program program) {
    this.program = program;
    graph = new CallGraph(program);
  }

  List<Hazard> run() {
    LinkedHashSet<MethodId> work = new LinkedHashSet<>();
    graph.calleesFirst().stream()
        .filter(id -> program.body(id) != null && isFollowed(program.body(id)))
        .forEach(work::add);
    while (!work.isEmpty()) {
      MethodId id = work.removeFirst();
      Body body = program.body(id);
      Uses uses = new Uses(body, program);
      new Flow(body, new Steps(body, program, graph, summaries, uses)).run();
      List<Hazard> found = new ArrayList<>();
      uses.hazards().forEach(found::add);
      hazards.put(id, found);
      if (summaries.update(id, uses.summary)) {
        for (MethodId caller : graph.callersOf(id)) {
          if (isFollowed(program.body(caller))) {
            work.add(caller);
          }
        }
      }
    }
    return hazards.values().stream().flatMap(List::stream).toList();
  }

  private static boolean isFollowed(Body body) {
    String owner = body.id.owner();
    return !NOT_FOLLOWED.contains(owner.substring(owner.lastIndexOf('.') + 1));
  }
}

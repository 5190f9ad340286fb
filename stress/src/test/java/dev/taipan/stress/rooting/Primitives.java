package dev.taipan.stress.rooting;

import java.util.Map;
import java.util.Set;

/** What the analysis knows without reading code: where collections, cells and roots come from. */
final class Primitives {
  static final String TRACED = "dev.taipan.vm.gc.Traced";

  /** Their fields are traced by the collector or live longer than any cell. */
  static final Set<String> IS_ROOT =
      Set.of("dev.taipan.vm.runtime.Runtime", "dev.taipan.vm.thread.ThreadState");

  private static final String STATE = "dev.taipan.vm.thread.ThreadState";
  private static final String SCOPE = "dev.taipan.vm.thread.RootScope";
  private static final String WORLD = "dev.taipan.vm.thread.World";
  private static final String MEMORY = "dev.taipan.vm.memory.Memory";
  private static final String UNSAFE = "jdk.internal.misc.Unsafe";
  private static final String WORD = "dev.taipan.vm.value.Word";

  /** Owner to the names of the methods in which a collection happens; all else is derived. */
  private static final Map<String, Set<String>> COLLECTING =
      Map.of(
          WORLD,
          Set.of("suspend", "stop", "attach", "detach"),
          "dev.taipan.vm.gc.Collector",
          Set.of("collect", "collectIfDue", "collectAndCount"),
          "dev.taipan.vm.interp.InterpreterLoop",
          Set.of("run"),
          "dev.taipan.vm.interp.PlainLoop",
          Set.of("run"),
          "dev.taipan.vm.interp.TracingLoop",
          Set.of("run"));

  /** They give a word that its container holds no longer. */
  private static final Map<String, Set<String>> TAKING =
      Map.of(
          "dev.taipan.vm.container.Dicts",
          Set.of("remove", "put"),
          "dev.taipan.vm.container.Sets",
          Set.of("remove", "pop"),
          "dev.taipan.vm.container.Lists",
          Set.of("pop"));

  /** They give a new cell or what a finished frame returned. */
  private static final Map<String, Set<String>> FRESH =
      Map.of(
          "dev.taipan.vm.heap.Heap",
          Set.of("allocate", "allocateBlock"),
          "dev.taipan.vm.interp.InterpreterLoop",
          Set.of("run"),
          "dev.taipan.vm.interp.PlainLoop",
          Set.of("run"),
          "dev.taipan.vm.interp.TracingLoop",
          Set.of("run"));

  /** Their results are held: by the table of interned strings, by the generated caller. */
  private static final Map<String, Set<String>> HELD =
      Map.of(
          "dev.taipan.vm.container.InternTable",
          Set.of("intern"),
          "dev.taipan.vm.runtime.Runtime",
          Set.of("intern"),
          "dev.taipan.vm.builtin.BuiltinTable",
          Set.of("bind"));

  /**
   * They compare by Python code only if a dict that is read by name holds a key of the same hash
   * that is no exact str.
   */
  private static final Map<String, Set<String>> BY_NAME =
      Map.of(
          "dev.taipan.vm.object.Dicts",
          Set.of("getStr", "setStr", "deleteStr"),
          "dev.taipan.vm.container.Dicts",
          Set.of("getStr"),
          "dev.taipan.vm.container.DictSearch",
          Set.of("find"),
          // What Java code gives an exception that it makes is iterated by no Python code.
          "dev.taipan.vm.object.Errors",
          Set.of("initialized"),
          "dev.taipan.vm.container.Sets",
          Set.of("find"));

  /** They meet no collection whatever they call; assertions of the lock that is held say so. */
  private static final Map<String, Set<String>> LOCKED =
      Map.of("dev.taipan.vm.object.LateModules", Set.of("complete"));

  /** They note a cell without keeping it alive, or with a payload that says nothing of it. */
  private static final Map<String, Set<String>> WEAK =
      Map.of(
          "dev.taipan.vm.heap.HostTable",
          Set.of("add"),
          "dev.taipan.vm.heap.Finalizers",
          Set.of("register"),
          "dev.taipan.vm.heap.Weakrefs",
          Set.of("add", "register"));

  /** Their last argument is held by the container whatever way they take. */
  private static final Map<String, Set<String>> STORING =
      Map.of("dev.taipan.vm.container.Dicts", Set.of("put", "putStr"));

  /** Their results are numbers, whatever they were read from. */
  private static final Map<String, Set<String>> NUMBERS =
      Map.of(
          "dev.taipan.vm.object.Ints",
          Set.of("toLong"),
          "dev.taipan.vm.layout.IntLayout",
          Set.of("toLong", "limb"),
          "dev.taipan.vm.container.Keys",
          Set.of("hash"),
          "dev.taipan.vm.container.Strings",
          Set.of("hash"),
          "dev.taipan.vm.object.Hashing",
          Set.of("hash"));

  private Primitives() {}

  private static boolean has(Map<String, Set<String>> table, MethodId id) {
    return table.getOrDefault(id.owner(), Set.of()).contains(id.name());
  }

  static boolean collects(MethodId id) {
    return has(COLLECTING, id);
  }

  static boolean takes(MethodId id) {
    return has(TAKING, id);
  }

  static boolean isFresh(MethodId id) {
    return has(FRESH, id);
  }

  static boolean isQuiet(MethodId id) {
    return has(BY_NAME, id) || has(LOCKED, id);
  }

  static boolean isWeak(MethodId id) {
    return has(WEAK, id);
  }

  static boolean stores(MethodId id) {
    return has(STORING, id);
  }

  static boolean isNumber(MethodId id) {
    return has(NUMBERS, id);
  }

  static boolean isHeld(MethodId id) {
    return has(HELD, id);
  }

  /** Tests of a word's bits, which follow no address. */
  static boolean isHarmless(MethodId id) {
    return id.owner().equals(WORD);
  }

  /** True of a word that is a cell or false of one that is none. */
  static boolean tellsCell(MethodId id) {
    return id.owner().equals(WORD) && id.name().equals("isCell");
  }

  /** True of a word only if it is no cell. */
  static boolean tellsNoCell(MethodId id) {
    return id.owner().equals(WORD)
        && id.name().startsWith("is")
        && !Set.of("isCell", "isWellFormed").contains(id.name())
        && id.descriptor().endsWith("Z");
  }

  static boolean isLoad(MethodId id) {
    return id.owner().equals(MEMORY) && id.name().startsWith("get") && !id.name().contains("And");
  }

  static boolean isStore(MethodId id) {
    return id.owner().equals(MEMORY) && !isLoad(id)
        || id.owner().equals(UNSAFE) && id.name().startsWith("put");
  }

  static boolean isRoot(MethodId id) {
    return id.owner().equals(STATE) && Set.of("root", "rootAll", "setRoot").contains(id.name())
        || id.owner().equals(SCOPE) && id.name().equals("keep");
  }

  static boolean isMark(MethodId id) {
    return id.owner().equals(STATE) && (id.name().equals("rootMark") || id.name().equals("roots"));
  }

  static boolean isRelease(MethodId id) {
    return id.owner().equals(STATE) && id.name().equals("rootRelease")
        || id.owner().equals(SCOPE) && id.name().equals("close");
  }
}

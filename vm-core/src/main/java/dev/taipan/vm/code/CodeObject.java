package dev.taipan.vm.code;

import dev.taipan.vm.gc.Disposable;
import dev.taipan.vm.gc.Traced;
import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.memory.Memory;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What stands behind a CODE cell: everything that the interpreter's loop itself does not touch.
 * Immutable but for its events; the instruction words in memory belong to it and end with it.
 */
public final class CodeObject implements Traced, Disposable {
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private final int number = NUMBERS.incrementAndGet();
  private final CodeDetails details;
  private final long name;
  private final long qualname;
  private final long[] constants;
  private final long[] names;
  private final long[] slotNames;
  private final long instructions;
  private final int wordCount;

  /** Those of the runtime: who is told when the code is gone. */
  private final List<CodeWatcher> watchers;

  /** Whether some yield stands inside {@code try} or {@code with}. */
  private final boolean yieldsInRegion;

  /** What tools are told of; made when the code is entered after the first tool asked. */
  private volatile CodeEvents events;

  /** Made by the linker, which has filled the words. */
  public CodeObject(
      CodeDetails details,
      long name,
      long qualname,
      long[] constants,
      long[] names,
      long[] slotNames,
      long instructions,
      int wordCount,
      boolean yieldsInRegion,
      List<CodeWatcher> watchers) {
    this.details = details;
    this.name = name;
    this.qualname = qualname;
    this.constants = constants;
    this.names = names;
    this.slotNames = slotNames;
    this.instructions = instructions;
    this.wordCount = wordCount;
    this.yieldsInRegion = yieldsInRegion;
    this.watchers = watchers;
  }

  /** The same for code whose blueprint is there. */
  public static CodeObject of(
      CodeBlueprint blueprint,
      long name,
      long qualname,
      long[] constants,
      long[] names,
      long[] slotNames,
      long instructions,
      List<CodeWatcher> watchers) {
    int length = blueprint.words().length();
    boolean yields = blueprint.yieldsInRegion();
    return new CodeObject(
        blueprint,
        name,
        qualname,
        constants,
        names,
        slotNames,
        instructions,
        length,
        yields,
        watchers);
  }

  /** Whether a generator of this code that dies while it stands at a yield has work left. */
  public boolean yieldsInRegion() {
    return yieldsInRegion;
  }

  /** What tools are told of, null if no tool has ever asked. */
  public CodeEvents events() {
    return events;
  }

  /** The same, made if there is none: in a stop, or under the lock of the runtime's monitoring. */
  public CodeEvents makeEvents() {
    if (events == null) {
      events = new CodeEvents(this);
    }
    return events;
  }

  /** Unique for good; threads index their profiles with it. */
  public int number() {
    return number;
  }

  /** Everything that is known about the code; built when it comes from an image. */
  public CodeBlueprint blueprint() {
    return details.blueprint();
  }

  public CodeDetails details() {
    return details;
  }

  /** The name, a str word. */
  public long name() {
    return name;
  }

  public long qualname() {
    return qualname;
  }

  public int constantCount() {
    return constants.length;
  }

  public long constant(int index) {
    return constants[index];
  }

  /** An interned name that instructions index. */
  public long name(int index) {
    return names[index];
  }

  /** The interned name of a local, cell or free variable. */
  public long slotName(int slot) {
    return slotNames[slot];
  }

  public int slotCount() {
    return slotNames.length;
  }

  /** Address of the first instruction word. */
  public long instructions() {
    return instructions;
  }

  /** The number of the instruction word at an address. */
  public int index(long pc) {
    return (int) ((pc - instructions) >>> 3);
  }

  public long address(int index) {
    return instructions + ((long) index << 3);
  }

  @Override
  public void trace(Visitor visitor) {
    visitor.visit(name);
    visitor.visit(qualname);
    visit(visitor, constants);
    visit(visitor, names);
    visit(visitor, slotNames);
  }

  private static void visit(Visitor visitor, long[] words) {
    for (long word : words) {
      visitor.visit(word);
    }
  }

  @Override
  public long javaBytes() {
    return 512 + 8L * (wordCount + constants.length + names.length);
  }

  @Override
  public void dispose() {
    watchers.forEach(watcher -> watcher.destroyed(this));
    Memory.free(instructions);
  }
}

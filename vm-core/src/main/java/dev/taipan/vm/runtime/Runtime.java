package dev.taipan.vm.runtime;

import dev.taipan.vm.builtin.BuiltinTable;
import dev.taipan.vm.builtin.module.CoreModules;
import dev.taipan.vm.code.CodeWatcher;
import dev.taipan.vm.container.InternTable;
import dev.taipan.vm.container.Strings;
import dev.taipan.vm.gc.Traced;
import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.heap.Heap;
import dev.taipan.vm.heap.HostTable;
import dev.taipan.vm.heap.SipHash;
import dev.taipan.vm.interp.FamilyReport;
import dev.taipan.vm.interp.FunctionWatchers;
import dev.taipan.vm.interp.VersionCache;
import dev.taipan.vm.layout.BytesLayout;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.layout.TupleLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.monitor.Monitoring;
import dev.taipan.vm.object.BufferExports;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.LateModules;
import dev.taipan.vm.object.MemoryErrors;
import dev.taipan.vm.object.ObjectKeys;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Tracebacks;
import dev.taipan.vm.thread.Iterations;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.thread.World;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.type.Records;
import dev.taipan.vm.type.ShapeTable;
import dev.taipan.vm.type.Slot;
import dev.taipan.vm.type.SlotNames;
import dev.taipan.vm.type.Types;
import dev.taipan.vm.value.Word;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One Python program's world: heap, threads, types, modules. Nothing that a script can see is
 * static, so several runtimes can live in one JVM.
 */
public final class Runtime implements Traced {
  /** Java code asks for some 2,000 names in every start: no table grows on the way. */
  private static final int NAMES_OF_A_START = 3000;

  private final Options options;
  private final Heap heap;
  private final World world;
  private final HostTable hosts;
  private final ShapeTable shapes = new ShapeTable();
  private final Services services;
  private final Console console;
  private final Records records = Records.create();
  private final FamilyReport families = new FamilyReport();
  private final VersionCache versions = new VersionCache();
  private final FunctionWatchers functionWatchers = new FunctionWatchers();
  private final List<CodeWatcher> codeWatchers = new CopyOnWriteArrayList<>();
  private final Monitoring monitoring = new Monitoring();
  private final MemoryErrors memoryErrors = new MemoryErrors();

  private final BufferExports bufferExports = new BufferExports();

  /** Interned strings live as long as the runtime: caches may compare their addresses. */
  private final InternTable interned = new InternTable();

  /** The names that Java code asks for by text, to spare it making a cell each time. */
  private final ConcurrentHashMap<String, Long> internedTexts =
      new ConcurrentHashMap<>(NAMES_OF_A_START);

  private final AtomicInteger typeVersions = new AtomicInteger(1);

  /** How often a class has changed, but for one plain value in place of another. */
  private final AtomicLong classChanges = new AtomicLong();

  private SlotNames slotNames;
  private final ThreadState main;
  private Types types;
  private long emptyTuple;
  private long emptyBytes;
  private long emptyStr;
  private long modules;
  private long builtins;
  private WellKnown wellKnown;

  /** Null where all modules of the start have their names; set once, by the main thread. */
  private volatile LateModules lateModules;

  /** Any thread may set it ({@code sys.set_int_max_str_digits}). */
  private volatile int intMaxStrDigits;

  /** Set once, by the main thread, when the program is over: no thread starts any more. */
  private volatile boolean ending;

  /** Starts a runtime; the calling Java thread becomes its main thread. */
  public Runtime(Options options, Services services, Console console) {
    this.options = options;
    this.intMaxStrDigits = options.intMaxStrDigits();
    this.heap = new Heap(heapLimit(options), shapes);
    this.services = services;
    this.console = console;
    this.hosts = heap.hosts;
    this.world = new World(heap);
    this.main = world.newThread("MainThread");
    main.setRuntime(this);
    heap.setKeyEquality(new ObjectKeys());
    if (services.jit() != null) {
      heap.setDictWatcher(services.jit().dictWatcher());
    }
    heap.setStringHash(SipHash.ofSeed(options.hashSeed()));
    main.attach();
    bootstrap();
    heap.addRoot(this);
    heap.addWeakHolder(versions);
    heap.addWeakHolder(records);
    world.setActions(new RuntimePolls());
    world.setStress(options.gcStress());
  }

  /** What {@code -X heap} says, else three quarters of the machine's memory less the Java heap. */
  private static long heapLimit(Options options) {
    // Asked for in any case: the training run has the option, and what it does not load no start
    // finds in the cache.
    long machine = MachineMemory.bytes();
    if (options.heapLimit() > 0) {
      return options.heapLimit();
    }
    return Math.max(machine / 4 * 3 - java.lang.Runtime.getRuntime().maxMemory(), machine / 4);
  }

  private void bootstrap() {
    emptyTuple = TupleLayout.create(main, 0);
    emptyBytes = BytesLayout.create(main, 0);
    emptyStr = intern(main, "");
    types = new Types(main);
    slotNames = new SlotNames(interned, main);
    types.build(main);
    modules = Dicts.create(main);
    CoreModules.create(main);
    wellKnown = WellKnown.find(main, this);
  }

  /** What a full heap raises. */
  public MemoryErrors memoryErrors() {
    return memoryErrors;
  }

  public Options options() {
    return options;
  }

  /** Digits that a conversion between int and text may have; 0 for no limit. */
  public int intMaxStrDigits() {
    return intMaxStrDigits;
  }

  public void setIntMaxStrDigits(int digits) {
    intMaxStrDigits = digits;
  }

  /** Whether the program is over and only what it left runs. */
  public boolean isEnding() {
    return ending;
  }

  public void setEnding() {
    ending = true;
  }

  public Heap heap() {
    return heap;
  }

  public World world() {
    return world;
  }

  /** Who relies on the sizes of which objects. */
  public BufferExports bufferExports() {
    return bufferExports;
  }

  /** The Java objects behind cells. */
  public HostTable hosts() {
    return hosts;
  }

  public ShapeTable shapes() {
    return shapes;
  }

  /** Builtins that calls are specialized to by identity. */
  public WellKnown wellKnown() {
    return wellKnown;
  }

  /** What the families of instructions did, under {@code -X stats}. */
  public FamilyReport families() {
    return families;
  }

  /** Who is told of functions. */
  public FunctionWatchers functionWatchers() {
    return functionWatchers;
  }

  /** Who is told of code objects; any thread may add and remove. */
  public List<CodeWatcher> codeWatchers() {
    return codeWatchers;
  }

  /** Which function and code a function version stands for. */
  public VersionCache versions() {
    return versions;
  }

  /** Who is told of what happens in running code. */
  public Monitoring monitoring() {
    return monitoring;
  }

  /** What cache words of attributes and class calls refer to. */
  public Records records() {
    return records;
  }

  public Types types() {
    return types;
  }

  public Services services() {
    return services;
  }

  /** The thread that started the runtime. */
  public ThreadState mainThread() {
    return main;
  }

  /** {@code sys.modules}. */
  public long modules() {
    return modules;
  }

  /** From now on there are modules whose names come late. */
  public void setLateModules(LateModules late) {
    lateModules = late;
  }

  /** Gives all modules their names: for whoever looks at what those would have left elsewhere. */
  public void completeModules(ThreadState ts) {
    LateModules late = lateModules;
    if (late != null) {
      late.complete(ts);
    }
  }

  /** Whether the calling thread gives late modules their names: then it must not stop others. */
  public boolean isMakingModules() {
    LateModules late = lateModules;
    return late != null && late.isMaking();
  }

  /** Where a class that is made now stands among the subclasses of another one. */
  public int classOrder() {
    LateModules late = lateModules;
    return late == null ? 0 : late.classOrder();
  }

  /** The namespace of {@code builtins}, a dict. */
  public long builtins() {
    return builtins;
  }

  /** Set once, when the module is made. */
  public void setBuiltins(long dict) {
    this.builtins = dict;
  }

  /** Where output goes while no module {@code sys} has taken over. */
  public Console console() {
    return console;
  }

  /** The counters, for {@code -X stats}. */
  public String report() {
    String traces = services.jit() == null ? "traces: none\n" : services.jit().report();
    Iterations iterations = world.iterations();
    return traces
        + "iterations: "
        + iterations.inTraces()
        + " in traces, "
        + iterations.inTier1()
        + " in tier 1\n"
        + "collections: "
        + heap.collector.collections()
        + "\n"
        + families.text();
  }

  /** See {@link dev.taipan.vm.spi.Library#unraisable}. */
  public void unraisable(ThreadState ts, String message, long object) {
    if (services.library() != null) {
      services.library().unraisable(ts, message, object);
      return;
    }
    long exception = ts.takePending();
    console.error((message == null ? "Exception ignored in" : message) + ":\n");
    console.error(Tracebacks.format(ts, exception));
  }

  public long emptyTuple() {
    return emptyTuple;
  }

  /** The interned str without characters. */
  public long emptyStr() {
    return emptyStr;
  }

  /** The one bytes object without bytes. */
  public long emptyBytes() {
    return emptyBytes;
  }

  /** The class of any word. */
  public PyType typeOf(long word) {
    return Word.isCell(word)
        ? shapes.get(Memory.getIntAcquire(word)).type()
        : types.ofImmediate(word);
  }

  /** Grows with every change of a class that may lead a name elsewhere; see {@link PyType}. */
  public AtomicLong classChanges() {
    return classChanges;
  }

  /** The native layout of any word; immediate ones have kinds of their own. */
  public Kind kindOf(long word) {
    if (Word.isCell(word)) {
      return shapes.get(Memory.getIntAcquire(word)).kind();
    }
    if (Word.isInt(word)) {
      return Kind.SMALL_INT;
    }
    return Word.isDouble(word) ? Kind.FLOAT : Word.isBool(word) ? Kind.BOOL : Kind.NONE;
  }

  /** The one str cell of a text that names something; it lives as long as the runtime. */
  public long intern(ThreadState ts, String text) {
    Long cell = internedTexts.get(text);
    if (cell == null) {
      cell = interned.intern(ts, text);
      internedTexts.put(text, cell);
    }
    return cell;
  }

  /** The interned names of a table's builtins, by index. */
  public long[] intern(ThreadState ts, BuiltinTable table) {
    return internWords(ts, table.text(), table.kinds().length());
  }

  /** The interned words of a text of ASCII that are apart by single blanks. */
  public long[] internWords(ThreadState ts, String text, int count) {
    long[] cells = new long[count];
    interned.internWords(ts, text, cells);
    return cells;
  }

  /** How many strs are interned, about: others may be at it. */
  public int internedCount() {
    return interned.size();
  }

  /** The interned form of a str, which may be of a subclass. */
  public long intern(ThreadState ts, long str) {
    return Strs.isExactStr(str)
        ? interned.intern(ts, str)
        : interned.intern(ts, Strings.copyExact(ts, str));
  }

  /** The interned name of a special method. */
  public long slotName(Slot slot) {
    return slotNames.name(slot);
  }

  /** Which names are those of special methods. */
  public SlotNames slotNames() {
    return slotNames;
  }

  /** A number that no class has had as its version. */
  public int nextTypeVersion() {
    return typeVersions.incrementAndGet();
  }

  @Override
  public void trace(Visitor visitor) {
    visitor.visit(emptyTuple);
    visitor.visit(emptyBytes);
    visitor.visit(modules);
    visitor.visit(builtins);
    wellKnown.trace(visitor);
    interned.trace(visitor);
    shapes.trace(visitor);
    services.trace(visitor);
    monitoring.trace(visitor);
    memoryErrors.trace(visitor);
  }
}

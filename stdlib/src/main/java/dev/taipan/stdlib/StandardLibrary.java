package dev.taipan.stdlib;

import dev.taipan.stdlib.codec.CodecRegistry;
import dev.taipan.stdlib.importing.Importer;
import dev.taipan.stdlib.importing.SiteStart;
import dev.taipan.stdlib.importing.StartModules;
import dev.taipan.stdlib.io.IoTypes;
import dev.taipan.stdlib.io.OpenFunction;
import dev.taipan.stdlib.io.StandardFiles;
import dev.taipan.stdlib.io.TextDefaults;
import dev.taipan.stdlib.module.Audit;
import dev.taipan.stdlib.module.ExitFunctions;
import dev.taipan.stdlib.module.GcState;
import dev.taipan.stdlib.module.SysExtras;
import dev.taipan.stdlib.module.SysModule;
import dev.taipan.stdlib.module.SysThreads;
import dev.taipan.stdlib.module.SysTracing;
import dev.taipan.stdlib.module.ThreadExtras;
import dev.taipan.stdlib.module.Unraisable;
import dev.taipan.stdlib.os.Libc;
import dev.taipan.stdlib.report.MemoryTracing;
import dev.taipan.stdlib.report.StackDump;
import dev.taipan.stdlib.signal.Signals;
import dev.taipan.vm.builtin.BuiltinTable;
import dev.taipan.vm.gc.Traced;
import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Modules;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.runtime.RuntimePolls;
import dev.taipan.vm.spi.Library;
import dev.taipan.vm.spi.Startup;
import dev.taipan.vm.thread.ObjectLock;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.type.Slot;
import dev.taipan.vm.type.TypeFactory;
import dev.taipan.vm.value.Word;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The library of one runtime. Nothing is made before a program asks for it, except {@code sys} and
 * the standard files.
 */
public final class StandardLibrary implements Library, Traced {
  /** The types that Java modules declare, made on first use; their cells live with the runtime. */
  private final ConcurrentHashMap<BuiltinTable, PyType> types = new ConcurrentHashMap<>();

  private final Importer importer = new Importer();
  private final Signals signals = new Signals();
  private final GcState gcState = new GcState();
  private final StackDump stackDump = new StackDump();
  private final MemoryTracing memoryTracing = new MemoryTracing();

  /** Counts the registrations with abstract classes, each of which may turn a no into a yes. */
  private final AtomicLong abcToken = new AtomicLong();

  /** Set once at the start. */
  private TextDefaults textDefaults = new TextDefaults(true, false);

  /** A dict for words that Java modules keep; set once at the start. */
  private long state = Word.EMPTY;

  /** Made by the service loader. */
  public StandardLibrary() {}

  /** Reads what every start of a runtime needs of the library's files; on any thread, or never. */
  public static void readAhead() {
    Importer.readAhead();
  }

  /** The library of the thread's runtime. */
  public static StandardLibrary of(ThreadState ts) {
    return (StandardLibrary) ts.runtime().services().library();
  }

  /** The type that a table declares. */
  public static PyType type(ThreadState ts, BuiltinTable table) {
    StandardLibrary library = of(ts);
    PyType known = library.types.get(table);
    return known != null ? known : library.make(ts, table);
  }

  /** The same, for a table whose base is not one of the language's own types. */
  public static PyType type(ThreadState ts, BuiltinTable table, PyType base) {
    return of(ts)
        .types
        .computeIfAbsent(
            table, wanted -> TypeFactory.fromTable(ts, wanted, base, ts.runtime().types().type));
  }

  @SuppressWarnings("ReferenceEquality") // a table is one object
  private PyType make(ThreadState ts, BuiltinTable table) {
    BuiltinTable below = IoTypes.named(table.base());
    PyType base = below != null ? type(ts, below) : ts.runtime().types().named(table.base());
    return types.computeIfAbsent(
        table,
        wanted -> {
          PyType made = TypeFactory.fromTable(ts, wanted, base, ts.runtime().types().type);
          boolean dies = IoTypes.named(wanted.name()) == wanted && made.hasSlot(ts, Slot.DEL);
          made.mark(PyType.Flag.FINALIZER, dies);
          return made;
        });
  }

  /** Words that Java modules keep for this runtime, a dict. */
  public long state() {
    return state;
  }

  public AtomicLong abcToken() {
    return abcToken;
  }

  public Importer importer() {
    return importer;
  }

  public StackDump stackDump() {
    return stackDump;
  }

  public MemoryTracing memoryTracing() {
    return memoryTracing;
  }

  /** What holds for text files whose program names no encoding. */
  public TextDefaults textDefaults() {
    return textDefaults;
  }

  public GcState gcState() {
    return gcState;
  }

  public Signals signals() {
    return signals;
  }

  @Override
  public void start(ThreadState ts, Startup startup) {
    textDefaults = TextDefaults.of(startup);
    state = Dicts.create(ts);
    // It is also written where late modules are made.
    ObjectLock.giveUp(ts, state);
    ts.runtime().heap().addRoot(this);
    CodecRegistry.create(ts);
    int mark = ts.rootMark();
    long sys = SysModule.create(ts, startup);
    ts.root(sys);
    SysThreads.add(ts, sys);
    SysExtras.add(ts, sys);
    Audit.add(ts, sys);
    SysTracing.add(ts, sys);
    Unraisable.add(ts, sys);
    StandardFiles.open(ts, Modules.dict(ts, sys), startup);
    ts.rootRelease(mark);
    ThreadExtras.add(ts);
    signals.start(ts);
    OpenFunction.add(ts, builtinsModule(ts));
  }

  @Override
  public void prepare(ThreadState ts, Startup startup) {
    StartModules.load(ts, importer, startup);
    if (hasSite(startup)) {
      SiteStart.run(ts, importer, startup);
    }
    if (startup.firstPath() != null) {
      SysModule.prependPath(ts, startup.firstPath());
    }
    // Not earlier: the start needs nothing of it, and has its own use for the machine.
    Libc.warm();
  }

  private static boolean hasSite(Startup startup) {
    return startup.flags().indexOf('S') < 0;
  }

  private static long builtinsModule(ThreadState ts) {
    return Dicts.getStr(ts, ts.runtime().modules(), ts.runtime().intern(ts, "builtins"));
  }

  @Override
  public int finish(ThreadState ts) {
    ExitFunctions.run(ts);
    int failed = StandardFiles.flush(ts);
    ts.heap.finalizers.makeAllDue();
    RuntimePolls.runFinalizers(ts);
    return failed != 0 ? failed : StandardFiles.flush(ts);
  }

  @Override
  public long importModule(ThreadState ts, long name, long globals, long fromList, int level) {
    return importer.importModule(ts, name, globals, fromList, level);
  }

  @Override
  public void runMain(ThreadState ts, String name, boolean named) {
    long runpy = importer.load(ts, "runpy");
    Calls.named(ts, runpy, "_run_module_as_main", Strs.of(ts, name), Word.boxBool(named));
  }

  @Override
  public long errorHandler(ThreadState ts, String name) {
    return CodecRegistry.handler(ts, name);
  }

  @Override
  public byte[] encodeText(ThreadState ts, long str, String encoding, String errors) {
    return CodecRegistry.encodeText(ts, str, encoding, errors);
  }

  @Override
  public long decodeText(ThreadState ts, byte[] bytes, String encoding, String errors) {
    return CodecRegistry.decodeText(ts, bytes, encoding, errors);
  }

  @Override
  public void runSignalHandlers(ThreadState ts) {
    signals.run(ts);
  }

  @Override
  public byte[] source(String filename) {
    return Importer.source(filename);
  }

  @Override
  public void unraisable(ThreadState ts, String message, long object) {
    Unraisable.report(ts, message, object);
  }

  @Override
  public void trace(Visitor visitor) {
    visitor.visit(state);
    signals.trace(visitor);
    stackDump.trace(visitor);
  }
}

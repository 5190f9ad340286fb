package dev.taipan.stdlib.importing;

import dev.taipan.stdlib.abc.AbcData;
import dev.taipan.stdlib.codec.CodecRegistry;
import dev.taipan.stdlib.importing.Importer.Executed;
import dev.taipan.vm.code.CodeObject;
import dev.taipan.vm.code.ImageDetails;
import dev.taipan.vm.code.VarInts;
import dev.taipan.vm.interp.ImageLinker;
import dev.taipan.vm.layout.BytesLayout;
import dev.taipan.vm.layout.CellLayout;
import dev.taipan.vm.layout.CodeLayout;
import dev.taipan.vm.layout.FunctionLayout;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.object.ClassMethod;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.FunctionExtras;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Instances;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Iteration;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.object.MemberDescriptor;
import dev.taipan.vm.object.Modules;
import dev.taipan.vm.object.PyModule;
import dev.taipan.vm.object.PyProperty;
import dev.taipan.vm.object.StaticMethod;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.runtime.Runtime;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.type.Types;
import dev.taipan.vm.value.Word;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes what the modules of the start are after their code has run. Only the build runs it, in a
 * process that has executed their code. What it cannot write it refuses by an exception that says
 * where it was found: nothing is guessed.
 *
 * <pre>
 *  image  := length of first  first  late
 *  first  := pool  modules  modules without site  head*  count kept*  count names*  count entry*
 *  late   := pool  steps  steps without site  step*
 *  pool   := count string*  objects  cells  modules
 *  string := bytes*4 + wide*2 + interned, characters of one byte or two
 *  head   := kind name (file, length of what follows the package's folder | number of the other)
 *  kept   := number name
 *  step   := modules  names  late*  count search function*  registrations
 *  names  := number  count entry*  content*
 *  late   := 1 number key | 0          where the module is a name in its package now
 *  entry  := key value
 * </pre>
 *
 * The first part is made at every start: {@code site}, what it needs, and what it adds to builtins.
 * The second one is made when somebody looks at one of its modules. A step makes the modules that
 * were there when the code of one was over, and then the names of that one: so Java's modules make
 * their types between the same classes. Objects have numbers in the order in which a part begins
 * them; no part has an object of the other. The contents of the cells that a step made follow its
 * names: through cells alone may a function or a class lead to itself.
 */
final class StartWriter {
  static final int HEAD_BITS = 2;
  static final int WIDE = 2;
  static final int INTERNED = 1;

  /** Kinds of modules: of the library, of Java, another name for one before, of the first part. */
  static final int OURS = 0;

  static final int NATIVE = 1;
  static final int ALIAS = 2;
  static final int AT_ONCE = 3;

  /** Keys: any value, the name of the function that follows, from here on strings. */
  static final int ANY_KEY = 0;

  static final int FUNCTION_KEY = 1;
  static final int FIRST_KEY = 2;

  /** What a function has beyond its code. */
  static final int DEFAULTS = 1;

  static final int KEYWORD_DEFAULTS = 2;
  static final int CLOSURE = 4;
  static final int NAMES = 8;
  static final int ATTRIBUTES = 16;
  static final int EXTRAS = 32;

  static final PyType.Flag[] FLAGS = PyType.Flag.values();

  private static final int LATIN1 = 0x100;

  /**
   * The modules whose names every start makes: {@code site} gives {@code sys} a function of its own
   * and the builtins instances of the other's classes.
   */
  private static final Set<String> AT_START = Set.of("_sitebuiltins", "site");

  /** Java's modules that programs may have changed before the late part is made. */
  private static final Set<String> BEFORE = Set.of("_thread", "builtins", "sys");

  /** What a module has before its code runs, and what the machinery sets. */
  private static final Set<String> GIVEN =
      Set.of(
          "__builtins__",
          "__cached__",
          "__file__",
          "__graalpython__",
          "__loader__",
          "__package__",
          "__path__",
          "__spec__");

  private static final String[] HANDLERS = {
    "strict", "ignore", "replace", "xmlcharrefreplace", "backslashreplace", "namereplace"
  };

  private record Attribute(int module, String name) {}

  private record Name(int module, long key) {}

  private record Place(int module, int number) {}

  private final ThreadState ts;
  private final Runtime runtime;
  private VarInts.Writer out = new VarInts.Writer();
  private final Map<Long, Integer> strings = new LinkedHashMap<>();
  private final List<Long> modules = new ArrayList<>();
  private final List<Long> keys = new ArrayList<>();
  private final Map<Long, Integer> moduleNumbers = new HashMap<>();
  private final Map<Long, Integer> namespaces = new HashMap<>();
  private final List<Long> ours = new ArrayList<>();
  private final Map<Long, Attribute> natives = new HashMap<>();
  private final Map<Long, String> handlers = new HashMap<>();

  /** Where each code object of the library's modules is, by file and place in its image. */
  private final Map<String, Place> codes = new HashMap<>();

  private final Map<Long, Integer> numbers = new HashMap<>();

  /** Objects that are begun and that only exist when all of their parts do. */
  private final Set<Long> open = new java.util.HashSet<>();

  private final List<Long> cells = new ArrayList<>();
  private int cellsWritten;
  private int modulesBegun;
  private final Map<Long, Name> lateNames = new HashMap<>();
  private int searchFunctions;

  /** What the late part takes from modules that are there before it, in the order of its look. */
  private final Map<Long, Integer> kept = new LinkedHashMap<>();

  /** Whether the part that is written is the late one. */
  private boolean isLate;

  /** The objects of the other part. */
  private Set<Long> elsewhere = Set.of();

  private StartWriter(ThreadState ts) {
    this.ts = ts;
    this.runtime = ts.runtime();
  }

  /** Writes the modules that are imported now; nothing must run meanwhile. */
  static void write(ThreadState ts, List<Executed> executed, Path file, long stamp)
      throws IOException {
    StartImage.write(file, stamp, new StartWriter(ts).image(executed));
  }

  private byte[] image(List<Executed> executed) {
    listModules();
    listNatives();
    int before = Dicts.size(ts, runtime.builtins());
    if (executed.size() != ours.size()) {
      throw refuse("sys.modules", "others than were executed");
    }
    byte[] late = late(executed);
    byte[] first = first(executed, before);
    VarInts.Writer all = new VarInts.Writer();
    all.putBytes(first);
    all.putRaw(late);
    return all.toBytes();
  }

  private byte[] late(List<Executed> executed) {
    isLate = true;
    long io = module("io");
    int steps = 0;
    int withoutSite = 0;
    for (Executed one : executed) {
      if (!isAtStart(one.module())) {
        step(one);
        steps++;
        withoutSite = one.module() == io ? steps : withoutSite;
      }
    }
    if (!lateNames.isEmpty()) {
      throw refuse("sys.modules", "a module that was not executed");
    }
    VarInts.Writer part = pool();
    part.put(steps);
    part.put(withoutSite);
    part.putRaw(out.toBytes());
    return part.toBytes();
  }

  private byte[] first(List<Executed> executed, int before) {
    isLate = false;
    elsewhere = new java.util.HashSet<>(numbers.keySet());
    // There is one of each.
    elsewhere.remove(runtime.emptyTuple());
    elsewhere.remove(runtime.emptyBytes());
    numbers.clear();
    cells.clear();
    cellsWritten = 0;
    strings.clear();
    modulesBegun = modules.size();
    out = new VarInts.Writer();
    out.put(modules.size());
    out.put(modulesWithoutSite(executed));
    for (int i = 0; i < modules.size(); i++) {
      module(i);
    }
    out.put(kept.size());
    for (long word : kept.keySet()) {
      out.put(natives.get(word).module());
      out.put(string(natives.get(word).name()));
    }
    out.put(AT_START.size());
    for (Executed one : executed) {
      if (isAtStart(one.module())) {
        namespace(one.module());
        contents();
      }
    }
    site(before);
    VarInts.Writer part = pool();
    part.putRaw(out.toBytes());
    return part.toBytes();
  }

  private VarInts.Writer pool() {
    VarInts.Writer part = new VarInts.Writer();
    putStrings(part);
    part.put(numbers.size());
    part.put(cells.size());
    part.put(modules.size());
    return part;
  }

  private boolean isAtStart(long module) {
    for (String name : AT_START) {
      if (module(name) == module) {
        return true;
      }
    }
    return false;
  }

  /** The modules that are all there is without {@code site}: as far as {@code io}. */
  private int modulesWithoutSite(List<Executed> executed) {
    for (Executed one : executed) {
      if (one.module() == module("io")) {
        return one.modules() - 1;
      }
    }
    throw refuse("io", "is not there");
  }

  private static IllegalStateException refuse(String where, String what) {
    return new IllegalStateException("no image of the start: " + where + ": " + what);
  }

  // ---- modules and what they are known by

  private void listModules() {
    long all = runtime.modules();
    for (int i = Dicts.nextPosition(all, 0); i >= 0; i = Dicts.nextPosition(all, i + 1)) {
      String name = Strs.toJava(Dicts.keyAt(all, i));
      if (!name.equals("__main__")) {
        list(name, Dicts.keyAt(all, i), Dicts.valueAt(all, i));
      }
    }
  }

  private void list(String name, long key, long module) {
    int number = modules.size();
    modules.add(module);
    keys.add(key);
    if (moduleNumbers.putIfAbsent(module, number) != null) {
      return;
    }
    long dict = Modules.dict(ts, module);
    namespaces.put(dict, number);
    String file = file(dict);
    if (file != null) {
      ours.add(module);
      long[] flat = StartReader.flat(ts, ImageLinker.link(ts, ModuleMaker.image(file)));
      for (int i = 0; i < flat.length; i++) {
        if (codes.put(place(flat[i], name), new Place(number, i)) != null) {
          throw refuse(name, "two code objects in one place");
        }
      }
    }
  }

  /** The file of a module of the library, below its folder; null for Java's. */
  private String file(long dict) {
    long file = Dicts.getStr(ts, dict, runtime.intern(ts, "__file__"));
    return file == 0L ? null : Strs.toJava(file).substring(Importer.LIBRARY_PATH.length() + 1);
  }

  private void module(int number) {
    int first = moduleNumbers.get(modules.get(number));
    long dict = Modules.dict(ts, modules.get(number));
    String file = file(dict);
    int ours = isAtStart(modules.get(number)) ? AT_ONCE : OURS;
    out.put(first != number ? ALIAS : file == null ? NATIVE : ours);
    out.put(string(keys.get(number)));
    if (first != number) {
      out.put(first);
    } else if (file != null) {
      boolean folder = Dicts.getStr(ts, dict, runtime.intern(ts, "__path__")) != 0L;
      out.put(string(file));
      out.put(folder ? file.length() - file.lastIndexOf('/') : 0);
    }
  }

  private String place(long code, String where) {
    CodeObject object = (CodeObject) runtime.hosts().get(CodeLayout.host(code));
    if (object.details() instanceof ImageDetails details) {
      return details.filename() + ":" + details.place();
    }
    throw refuse(where, "code that is not the library's");
  }

  private void listNatives() {
    for (int i = 0; i < modules.size(); i++) {
      long module = modules.get(i);
      if (!ours.contains(module)) {
        listNatives(moduleNumbers.get(module), Modules.dict(ts, module));
      }
    }
    for (String handler : HANDLERS) {
      handlers.put(CodecRegistry.handler(ts, handler), handler);
    }
  }

  private void listNatives(int number, long dict) {
    for (int i = Dicts.nextPosition(dict, 0); i >= 0; i = Dicts.nextPosition(dict, i + 1)) {
      long value = Dicts.valueAt(dict, i);
      boolean plain =
          switch (runtime.kindOf(value)) {
            case INT -> true;
            case STR -> Strs.isInterned(value);
            default -> !Word.isCell(value);
          };
      if (!plain) {
        natives.putIfAbsent(value, new Attribute(number, Strs.toJava(Dicts.keyAt(dict, i))));
      }
    }
  }

  private void step(Executed one) {
    // sys.modules also has __main__, which is no part of an image.
    int there = one.modules() - 1;
    out.put(there - modulesBegun);
    modulesBegun = there;
    namespace(one.module());
    contents();
    Name late = lateNames.remove(one.module());
    out.put(late == null ? 0 : 1);
    if (late != null) {
      out.put(late.module());
      out.put(string(late.key()));
    }
    out.put(one.searchFunctions() - searchFunctions);
    for (; searchFunctions < one.searchFunctions(); searchFunctions++) {
      value(Lists.get(ts, CodecRegistry.searchPath(ts), searchFunctions), "codecs");
    }
    out.put((int) one.registrations());
  }

  private void contents() {
    for (; cellsWritten < cells.size(); cellsWritten++) {
      value(CellLayout.content(cells.get(cellsWritten)), "cell");
    }
  }

  /** What {@code site} does that does not depend on the process: its builtins. */
  private void site(int before) {
    long site = dict("site");
    for (String function : SiteStart.BUILTINS) {
      SiteStart.call(ts, site, function);
    }
    List<long[]> all = entries(runtime.builtins());
    put(all.subList(before, all.size()), "builtins");
  }

  private long dict(String module) {
    return Modules.dict(ts, module(module));
  }

  private long module(String name) {
    return Dicts.getStr(ts, runtime.modules(), runtime.intern(ts, name));
  }

  private void namespace(long module) {
    long dict = Modules.dict(ts, module);
    String where = Strs.toJava(Dicts.getStr(ts, dict, runtime.intern(ts, "__name__")));
    List<long[]> entries = entries(dict);
    int number = moduleNumbers.get(module);
    entries.removeIf(
        entry -> GIVEN.contains(Strs.toJava(entry[0])) || isLate(number, entry[0], entry[1]));
    out.put(number);
    put(entries, where);
  }

  /** A package that is complete gets a name for each of its modules that is imported later. */
  private boolean isLate(int number, long key, long value) {
    boolean late = moduleNumbers.getOrDefault(value, 0) >= modulesBegun;
    if (late) {
      lateNames.put(value, new Name(number, key));
    }
    return late;
  }

  // ---- strings

  private int string(long word) {
    return strings.computeIfAbsent(word, fresh -> strings.size());
  }

  private int string(String text) {
    return string(runtime.intern(ts, text));
  }

  private void putStrings(VarInts.Writer all) {
    all.put(strings.size());
    for (long word : strings.keySet()) {
      String text = Strs.toJava(word);
      boolean wide = text.chars().anyMatch(c -> c >= LATIN1);
      byte[] bytes = text.getBytes(wide ? StandardCharsets.UTF_16LE : StandardCharsets.ISO_8859_1);
      if (wide && !new String(bytes, StandardCharsets.UTF_16LE).equals(text)) {
        throw refuse(text, "surrogates");
      }
      int interned = Strs.isInterned(word) ? INTERNED : 0;
      all.put(bytes.length << HEAD_BITS | (wide ? WIDE : 0) | interned);
      all.putRaw(bytes);
    }
  }

  // ---- values

  private void tag(StartTag tag) {
    out.put(tag.ordinal());
  }

  /** Begins an object that is met for the first time. */
  private void begin(StartTag tag, long word) {
    tag(tag);
    numbers.put(word, numbers.size());
  }

  private void value(long word, String where) {
    if (!Word.isCell(word)) {
      immediate(word);
    } else if (elsewhere.contains(word)) {
      throw refuse(where, "belongs to the late part");
    } else if (numbers.containsKey(word)) {
      if (open.contains(word)) {
        throw refuse(where, "leads to itself");
      }
      tag(StartTag.SEEN);
      out.put(numbers.get(word));
    } else if (natives.containsKey(word)) {
      ofNative(word, where);
    } else if (handlers.containsKey(word)) {
      tag(StartTag.HANDLER);
      out.put(string(handlers.get(word)));
    } else {
      object(word, where);
    }
  }

  private void ofNative(long word, String where) {
    int module = natives.get(word).module();
    boolean before = BEFORE.contains(Strs.toJava(keys.get(module)));
    if (isLate && before) {
      tag(StartTag.KEPT);
      out.put(kept.computeIfAbsent(word, fresh -> kept.size()));
    } else if (isLate || before) {
      tag(StartTag.NATIVE);
      out.put(module);
      out.put(string(natives.get(word).name()));
    } else {
      throw refuse(where, "is of a module that comes late");
    }
  }

  private void immediate(long word) {
    if (Word.isInt(word)) {
      tag(StartTag.INT);
      out.putLong(Word.unboxInt(word));
    } else if (Word.isDouble(word)) {
      tag(StartTag.FLOAT);
      out.putLong(Double.doubleToRawLongBits(Word.unboxDouble(word)));
    } else {
      tag(StartTag.SINGLE);
      out.put((int) word);
    }
  }

  private void object(long word, String where) {
    Types types = runtime.types();
    PyType type = runtime.typeOf(word);
    if (Classes.isClass(ts, word)) {
      ofClass(Classes.of(ts, word), where);
    } else if (type == types.str) {
      tag(StartTag.STR);
      out.put(string(word));
    } else if (type == types.int_) {
      begin(StartTag.BIG_INT, word);
      out.putBytes(Ints.toBig(word).toByteArray());
    } else if (type == types.bytes) {
      begin(StartTag.BYTES, word);
      out.putBytes(BytesLayout.toArray(word));
    } else if (type == types.tuple) {
      whole(StartTag.TUPLE, word, () -> items(word, where));
    } else if (type == types.frozenset) {
      whole(StartTag.FROZEN_SET, word, () -> moment(Iteration.toTuple(ts, word), where));
    } else if (type == types.list) {
      begin(StartTag.LIST, word);
      moment(Lists.toTuple(ts, word), where);
    } else if (type == types.set) {
      begin(StartTag.SET, word);
      moment(Iteration.toTuple(ts, word), where);
    } else if (type == types.dict) {
      begin(StartTag.DICT, word);
      put(entries(word), where);
    } else if (runtime.kindOf(word) == Kind.FUNCTION) {
      whole(StartTag.FUNCTION, word, () -> function(word, where));
    } else if (runtime.kindOf(word) == Kind.CELL) {
      begin(StartTag.CELL, word);
      cells.add(word);
    } else if (type.kind() == Kind.INSTANCE && type.shape().reservedSlots() == 0) {
      instance(word, type, where);
    } else {
      host(word, type, where);
    }
  }

  /** An object that exists only when its parts do, and that they may not lead to. */
  private void whole(StartTag tag, long word, Runnable parts) {
    begin(tag, word);
    open.add(word);
    parts.run();
    open.remove(word);
  }

  /** The items of a tuple that only this method has. */
  private void moment(long tuple, String where) {
    int mark = ts.rootMark();
    ts.root(tuple);
    items(tuple, where);
    ts.rootRelease(mark);
  }

  private void items(long tuple, String where) {
    out.put(Tuples.length(tuple));
    for (int i = 0; i < Tuples.length(tuple); i++) {
      value(Tuples.get(tuple, i), where);
    }
  }

  private static List<long[]> entries(long dict) {
    List<long[]> entries = new ArrayList<>();
    for (int i = Dicts.nextPosition(dict, 0); i >= 0; i = Dicts.nextPosition(dict, i + 1)) {
      entries.add(new long[] {Dicts.keyAt(dict, i), Dicts.valueAt(dict, i)});
    }
    return entries;
  }

  private void put(List<long[]> entries, String where) {
    out.put(entries.size());
    for (long[] entry : entries) {
      put(entry[0], entry[1], where);
    }
  }

  private void put(long key, long value, String where) {
    if (!Strs.isExactStr(key)) {
      out.put(ANY_KEY);
      value(key, where);
      value(value, where);
      return;
    }
    boolean named =
        runtime.kindOf(value) == Kind.FUNCTION
            && FunctionLayout.name(value) == key
            && !natives.containsKey(value);
    out.put(named ? FUNCTION_KEY : string(key) + FIRST_KEY);
    value(value, where + "." + Strs.toJava(key));
  }

  private void function(long function, String where) {
    Integer module = namespaces.get(FunctionLayout.globals(function));
    Place place = codes.get(place(FunctionLayout.code(function), where));
    if (module == null || place == null || place.module() != module) {
      throw refuse(where, "a function of another module");
    }
    if (FunctionLayout.builtins(function) != runtime.builtins()) {
      throw refuse(where, "a function with builtins of its own");
    }
    CodeObject code =
        (CodeObject) runtime.hosts().get(CodeLayout.host(FunctionLayout.code(function)));
    boolean renamed =
        FunctionLayout.name(function) != code.name()
            || FunctionLayout.qualname(function) != code.qualname();
    FunctionExtras extras = FunctionExtras.orNull(ts, function);
    out.put(module);
    out.put(place.number());
    out.put(
        part(FunctionLayout.defaults(function), DEFAULTS)
            | part(FunctionLayout.kwdefaults(function), KEYWORD_DEFAULTS)
            | part(FunctionLayout.closure(function), CLOSURE)
            | (renamed ? NAMES : 0)
            | part(FunctionLayout.dict(function), ATTRIBUTES)
            | (extras != null ? EXTRAS : 0));
    present(FunctionLayout.defaults(function), where);
    present(FunctionLayout.kwdefaults(function), where);
    present(FunctionLayout.closure(function), where);
    if (renamed) {
      value(FunctionLayout.name(function), where);
      value(FunctionLayout.qualname(function), where);
    }
    present(FunctionLayout.dict(function), where);
    if (extras != null) {
      value(extras.annotations(), where);
      value(extras.typeParams(), where);
      value(extras.doc(), where);
      value(extras.module(), where);
    }
  }

  private static int part(long word, int bit) {
    return word == Word.EMPTY ? 0 : bit;
  }

  private void present(long word, String where) {
    if (word != Word.EMPTY) {
      value(word, where);
    }
  }

  // ---- classes and what they hold

  private void ofClass(PyType type, String where) {
    if (type.table() == null && type.has(PyType.Flag.HEAP)) {
      whole(StartTag.CLASS, type.cell(), () -> madeClass(type, where));
      return;
    }
    if (runtime.types().named(type.plainName()) != type) {
      throw refuse(where, "type " + type.name());
    }
    tag(StartTag.TYPE);
    out.put(string(type.plainName()));
  }

  private void madeClass(PyType type, String where) {
    value(type.metaclass().cell(), where);
    out.put(string(type.name()));
    value(type.qualname(), where);
    types(List.of(type.bases()), where);
    List<long[]> entries = entries(type.dict());
    putSlots(type, entries);
    int flags = 0;
    for (PyType.Flag flag : FLAGS) {
      flags |= type.has(flag) ? 1 << flag.ordinal() : 0;
    }
    out.put(flags);
    // Making the class adds what it is given without asking; what comes later was set on it.
    int first = 0;
    while (first < entries.size() && !isAdded(type, entries.get(first)[1])) {
      first++;
    }
    List<long[]> later = new ArrayList<>(entries.subList(first, entries.size()));
    later.removeIf(entry -> isAdded(type, entry[1]));
    put(entries.subList(0, first), where);
    out.put(later.size());
    for (long[] entry : later) {
      out.put(string(entry[0]));
      value(entry[1], where + "." + Strs.toJava(entry[0]));
    }
  }

  /** Whether a class's own attribute came from making the class. */
  private boolean isAdded(PyType type, long value) {
    return Hosts.orNull(ts, value) instanceof dev.taipan.vm.object.AttributeDescriptor descriptor
        && descriptor.owner() == type;
  }

  /** The names of {@code __slots__} in the order of their places, one more than there are. */
  private void putSlots(PyType type, List<long[]> entries) {
    long declared = Dicts.getStr(ts, type.dict(), runtime.intern(ts, "__slots__"));
    if (declared == 0L) {
      out.put(0);
      return;
    }
    Map<Integer, Long> names = new java.util.TreeMap<>();
    for (long[] entry : entries) {
      if (isAdded(type, entry[1]) && Hosts.orNull(ts, entry[1]) instanceof MemberDescriptor own) {
        names.put(own.slot(), entry[0]);
      }
    }
    out.put(names.size() + 1);
    names.values().forEach(name -> out.put(string(name)));
  }

  private void types(List<PyType> types, String where) {
    out.put(types.size());
    for (PyType type : types) {
      value(type.cell(), where);
    }
  }

  private void instance(long word, PyType type, String where) {
    begin(StartTag.INSTANCE, word);
    open.add(word);
    value(type.cell(), where);
    open.remove(word);
    attributes(word, where);
  }

  private void attributes(long word, String where) {
    long dict = Instances.dict(ts, word);
    List<long[]> entries = dict == Word.EMPTY ? List.of() : entries(dict);
    out.put(entries.size());
    for (long[] entry : entries) {
      out.put(string(entry[0]));
      value(entry[1], where + "." + Strs.toJava(entry[0]));
    }
  }

  private void host(long word, PyType type, String where) {
    Types types = runtime.types();
    Object host = Hosts.orNull(ts, word);
    if (host instanceof PyModule && moduleNumbers.getOrDefault(word, modulesBegun) < modulesBegun) {
      tag(StartTag.MODULE);
      out.put(moduleNumbers.get(word));
    } else if (host instanceof StaticMethod method && type == types.staticmethod) {
      wrapper(StartTag.STATIC_METHOD, word, method.function(), where);
    } else if (host instanceof ClassMethod method && type == types.classmethod) {
      wrapper(StartTag.CLASS_METHOD, word, method.function(), where);
    } else if (host instanceof PyProperty property && type == types.property) {
      whole(StartTag.PROPERTY, word, () -> property(property, where));
    } else if (AbcData.is(ts, word)) {
      whole(StartTag.ABC_DATA, word, () -> types(AbcData.registered(ts, word), where));
    } else {
      throw refuse(where, "an object of " + type.name());
    }
  }

  private void wrapper(StartTag tag, long word, long function, String where) {
    begin(tag, word);
    open.add(word);
    value(function, where);
    open.remove(word);
    attributes(word, where);
  }

  private void property(PyProperty property, String where) {
    value(property.getter(), where);
    value(property.setter(), where);
    value(property.deleter(), where);
    out.put(property.hasGetterDoc() ? 1 : 0);
    value(property.doc(), where);
    value(property.name(), where);
  }
}

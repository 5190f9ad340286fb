package dev.taipan.stdlib.importing;

import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.stdlib.abc.AbcData;
import dev.taipan.stdlib.codec.CodecRegistry;
import dev.taipan.vm.code.CodeObject;
import dev.taipan.vm.code.VarInts;
import dev.taipan.vm.container.Strings;
import dev.taipan.vm.gc.Traced;
import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.layout.BytesLayout;
import dev.taipan.vm.layout.CellLayout;
import dev.taipan.vm.layout.Cells;
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
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.object.Modules;
import dev.taipan.vm.object.PyProperty;
import dev.taipan.vm.object.Sets;
import dev.taipan.vm.object.StaticMethod;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.runtime.Runtime;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.ClassBuilder;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.value.Word;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Makes modules of a start image: the same objects that executing their code would make, in the
 * same order. The format is in {@link StartWriter}.
 *
 * <p>What is made at once stays alive through {@link #trace} until it is complete; what is made
 * late meets no collection.
 */
final class StartReader implements Traced {
  private final ThreadState ts;
  private final Runtime runtime;
  private final LateStart start;
  private final VarInts.Reader in;
  private final byte[] bytes;

  private final int[] places;
  private final int[] heads;
  private final long[] strings;

  /** The code of each module, outer before inner; null while it was not asked for. */
  private final long[][] codes;

  private final long[] objects;
  private int made;

  private final int[] cells;
  private int cellCount;
  private int cellsFilled;
  private int modulesBegun;

  /** What is told of the modules when all are made. */
  private final List<PyType> classes = new ArrayList<>();

  private final List<Long> searchFunctions = new ArrayList<>();
  private int registrations;

  /** Over one of the two parts of an image. */
  StartReader(ThreadState ts, LateStart start, byte[] image, int at) {
    this.ts = ts;
    this.start = start;
    this.runtime = ts.runtime();
    this.bytes = image;
    this.in = new VarInts.Reader(image, at);
    int count = in.next();
    places = new int[count];
    heads = new int[count];
    strings = new long[count];
    for (int i = 0; i < count; i++) {
      int head = in.next();
      heads[i] = head;
      places[i] = in.at();
      in.skip(head >>> StartWriter.HEAD_BITS);
    }
    objects = new long[in.next()];
    cells = new int[in.next()];
    codes = new long[in.next()][];
  }

  @Override
  public void trace(Visitor visitor) {
    visit(visitor, strings);
    visit(visitor, objects);
    for (long[] code : codes) {
      if (code != null) {
        visit(visitor, code);
      }
    }
  }

  private static void visit(Visitor visitor, long[] words) {
    for (long word : words) {
      visitor.visit(word);
    }
  }

  int next() {
    return in.next();
  }

  // ---- modules

  /** What the other part takes from modules that are there already. */
  long[] kept() {
    long[] words = new long[in.next()];
    for (int i = 0; i < words.length; i++) {
      long dict = dict(in.next());
      words[i] = Dicts.getStr(ts, dict, string(in.next()));
    }
    return words;
  }

  /** Makes what is wanted at once. */
  void first() {
    for (int rest = in.next(); rest > 0; rest--) {
      names(dict(in.next()));
    }
    entries(runtime.builtins());
  }

  /** Makes the other modules: all, or as {@code -S} wants it. */
  void late(boolean site) {
    int all = in.next();
    int withoutSite = in.next();
    for (int rest = site ? all : withoutSite; rest > 0; rest--) {
      step();
    }
    for (long function : searchFunctions) {
      Lists.append(ts, CodecRegistry.searchPath(ts), function);
    }
    StandardLibrary.of(ts).abcToken().set(registrations);
  }

  /** The heap was full on the way: what others hold of what was made is taken back. */
  void forget() {
    for (PyType type : classes) {
      ClassBuilder.forget(type);
    }
  }

  private void step() {
    for (int rest = in.next(); rest > 0; rest--) {
      start.begin(ts, modulesBegun++);
    }
    int number = in.next();
    names(dict(number));
    if (in.next() != 0) {
      long inside = dict(in.next());
      Dicts.setStr(ts, inside, string(in.next()), start.module(number));
    }
    // What the module's code does beyond its names.
    for (int rest = in.next(); rest > 0; rest--) {
      searchFunctions.add(value());
    }
    registrations = in.next();
  }

  /** The names of a module, and what is in the cells of its functions. */
  private void names(long dict) {
    entries(dict);
    for (; cellsFilled < cellCount; cellsFilled++) {
      CellLayout.setContent(objects[cells[cellsFilled]], value());
    }
  }

  private long dict(int number) {
    return Modules.dict(ts, start.module(number));
  }

  // ---- values

  private long value() {
    return switch (StartTag.of(in.next())) {
      case SEEN -> objects[in.next()];
      case SINGLE -> in.next();
      case INT -> Ints.of(ts, in.nextLong());
      case BIG_INT -> keep(Ints.of(ts, new BigInteger(in.nextBytes())));
      case FLOAT -> Word.boxDouble(Double.longBitsToDouble(in.nextLong()));
      case STR -> string(in.next());
      case BYTES -> keep(BytesLayout.of(ts, in.nextBytes()));
      case TUPLE -> tuple();
      case LIST -> list();
      case DICT -> dict();
      case SET -> set();
      case FROZEN_SET -> frozenSet();
      case FUNCTION -> function();
      case CELL -> cell();
      case CLASS -> madeClass();
      case INSTANCE -> instance();
      case STATIC_METHOD -> wrapper(runtime.types().staticmethod);
      case CLASS_METHOD -> wrapper(runtime.types().classmethod);
      case PROPERTY -> property();
      case ABC_DATA -> abcData();
      case MODULE -> start.module(in.next());
      case NATIVE -> Dicts.getStr(ts, dict(in.next()), string(in.next()));
      case KEPT -> start.kept(in.next());
      case TYPE -> runtime.types().named(Strings.toJava(string(in.next()))).cell();
      case HANDLER -> CodecRegistry.handler(ts, Strings.toJava(string(in.next())));
    };
  }

  private long keep(long word) {
    objects[made++] = word;
    return word;
  }

  long string(int index) {
    long known = strings[index];
    if (known == 0L) {
      known = makeString(index);
      strings[index] = known;
    }
    return known;
  }

  private long makeString(int index) {
    int head = heads[index];
    int length = head >>> StartWriter.HEAD_BITS;
    long str =
        (head & StartWriter.WIDE) != 0
            ? Strings.fromJava(
                ts, new String(bytes, places[index], length, StandardCharsets.UTF_16LE))
            : Strings.fromLatin1(ts, bytes, places[index], length);
    return (head & StartWriter.INTERNED) != 0 ? runtime.intern(ts, str) : str;
  }

  private long[] values() {
    long[] words = new long[in.next()];
    for (int i = 0; i < words.length; i++) {
      words[i] = value();
    }
    return words;
  }

  private long tuple() {
    int number = made++;
    long tuple = Tuples.of(ts, values());
    objects[number] = tuple;
    return tuple;
  }

  private long list() {
    int number = made++;
    int length = in.next();
    long list = Lists.create(ts, length);
    objects[number] = list;
    for (int i = 0; i < length; i++) {
      Lists.append(ts, list, value());
    }
    return list;
  }

  private long dict() {
    int number = made++;
    long dict = Dicts.create(ts);
    objects[number] = dict;
    entries(dict);
    return dict;
  }

  private void entries(long dict) {
    int count = in.next();
    Dicts.reserve(ts, dict, Dicts.size(ts, dict) + count);
    for (int i = 0; i < count; i++) {
      int key = in.next();
      if (key >= StartWriter.FIRST_KEY) {
        long name = string(key - StartWriter.FIRST_KEY);
        Dicts.setStr(ts, dict, name, value());
      } else if (key == StartWriter.FUNCTION_KEY) {
        int mark = ts.rootMark();
        long function = value();
        ts.root(function);
        Dicts.setStr(ts, dict, FunctionLayout.name(function), function);
        ts.rootRelease(mark);
      } else {
        int mark = ts.rootMark();
        long other = value();
        ts.root(other);
        Dicts.set(ts, dict, other, value());
        ts.rootRelease(mark);
      }
    }
  }

  private long set() {
    int number = made++;
    long set = Sets.create(ts);
    objects[number] = set;
    for (int rest = in.next(); rest > 0; rest--) {
      Sets.add(ts, set, value());
    }
    return set;
  }

  private long frozenSet() {
    int number = made++;
    int mark = ts.rootMark();
    long[] words = values();
    ts.rootAll(words);
    long set = Sets.frozen(ts, words);
    ts.rootRelease(mark);
    objects[number] = set;
    return set;
  }

  private long cell() {
    cells[cellCount++] = made;
    return keep(CellLayout.create(ts, Word.EMPTY));
  }

  // ---- functions

  private long function() {
    int number = made++;
    int module = in.next();
    long code = codes(module)[in.next()];
    int parts = in.next();
    CodeObject object = codeObject(code);
    long function =
        FunctionLayout.create(
            ts, code, dict(module), runtime.builtins(), object.name(), object.qualname());
    objects[number] = function;
    if (parts != 0) {
      parts(function, parts);
    }
    runtime.functionWatchers().created(ts, function);
    return function;
  }

  private void parts(long function, int parts) {
    if ((parts & StartWriter.DEFAULTS) != 0) {
      FunctionLayout.setDefaults(function, value());
    }
    if ((parts & StartWriter.KEYWORD_DEFAULTS) != 0) {
      FunctionLayout.setKwdefaults(function, value());
    }
    if ((parts & StartWriter.CLOSURE) != 0) {
      FunctionLayout.setClosure(function, value());
    }
    if ((parts & StartWriter.NAMES) != 0) {
      FunctionLayout.setName(function, value());
      FunctionLayout.setQualname(function, value());
    }
    if ((parts & StartWriter.ATTRIBUTES) != 0) {
      FunctionLayout.setDict(function, value());
    }
    if ((parts & StartWriter.EXTRAS) != 0) {
      FunctionExtras extras = FunctionExtras.of(ts, function);
      extras.setAnnotations(value());
      extras.setTypeParams(value());
      extras.setDoc(value());
      extras.setModule(value());
    }
  }

  private long[] codes(int module) {
    long[] known = codes[module];
    if (known == null) {
      long root = ModuleMaker.libraryCode(ts, start.file(module));
      known = flat(ts, root);
      codes[module] = known;
    }
    return known;
  }

  /** A module's code with all that is nested in it, outer before inner. */
  static long[] flat(ThreadState ts, long root) {
    long[] found = {root, 0, 0, 0, 0, 0, 0, 0};
    int count = 1;
    for (int i = 0; i < count; i++) {
      CodeObject code = (CodeObject) ts.runtime().hosts().get(CodeLayout.host(found[i]));
      for (int k = 0; k < code.constantCount(); k++) {
        if (Cells.is(code.constant(k), Kind.CODE)) {
          if (count == found.length) {
            found = Arrays.copyOf(found, 2 * count);
          }
          found[count++] = code.constant(k);
        }
      }
    }
    return Arrays.copyOf(found, count);
  }

  private CodeObject codeObject(long code) {
    return (CodeObject) runtime.hosts().get(CodeLayout.host(code));
  }

  // ---- classes and what they hold

  private long madeClass() {
    final int number = made++;
    final PyType metaclass = Classes.of(ts, value());
    final String name = Strings.toJava(string(in.next()));
    final int mark = ts.rootMark();
    final long qualname = value();
    ts.root(qualname);
    final PyType[] bases = types();
    final List<Long> slots = slots();
    final int flags = in.next();
    final long namespace = Dicts.create(ts);
    ts.root(namespace);
    entries(namespace);
    PyType type =
        ClassBuilder.build(
            ts,
            metaclass,
            name,
            bases,
            namespace,
            slots,
            has(flags, PyType.Flag.DICT),
            has(flags, PyType.Flag.WEAKREF),
            it -> it.setQualname(qualname));
    ts.rootRelease(mark);
    classes.add(type);
    objects[number] = type.cell();
    for (int rest = in.next(); rest > 0; rest--) {
      long key = string(in.next());
      type.setNew(ts, key, value());
    }
    for (PyType.Flag flag : StartWriter.FLAGS) {
      type.mark(flag, has(flags, flag));
    }
    return type.cell();
  }

  private static boolean has(int flags, PyType.Flag flag) {
    return (flags >>> flag.ordinal() & 1) != 0;
  }

  private PyType[] types() {
    PyType[] types = new PyType[in.next()];
    for (int i = 0; i < types.length; i++) {
      types[i] = Classes.of(ts, value());
    }
    return types;
  }

  /** The names of {@code __slots__}; null without it. */
  private List<Long> slots() {
    int count = in.next() - 1;
    if (count < 0) {
      return null;
    }
    Long[] names = new Long[count];
    for (int i = 0; i < count; i++) {
      names[i] = string(in.next());
    }
    return List.of(names);
  }

  private long instance() {
    int number = made++;
    PyType type = Classes.of(ts, value());
    long object = Instances.create(ts, type);
    objects[number] = object;
    attributes(object);
    return object;
  }

  private void attributes(long object) {
    for (int rest = in.next(); rest > 0; rest--) {
      long name = string(in.next());
      Instances.set(ts, object, name, value());
    }
  }

  private long wrapper(PyType type) {
    int number = made++;
    long function = value();
    boolean isStatic = type == runtime.types().staticmethod;
    long wrapper =
        Hosts.create(ts, type, isStatic ? new StaticMethod(function) : new ClassMethod(function));
    objects[number] = wrapper;
    attributes(wrapper);
    return wrapper;
  }

  private long property() {
    int number = made++;
    int mark = ts.rootMark();
    long getter = value();
    ts.root(getter);
    long setter = value();
    ts.root(setter);
    long deleter = value();
    ts.root(deleter);
    PyProperty property = new PyProperty();
    property.init(getter, setter, deleter, in.next() != 0);
    property.setDoc(value());
    property.setName(value());
    long word = Hosts.create(ts, runtime.types().property, property);
    ts.rootRelease(mark);
    objects[number] = word;
    return word;
  }

  private long abcData() {
    int number = made++;
    long data = AbcData.create(ts, types());
    objects[number] = data;
    return data;
  }
}

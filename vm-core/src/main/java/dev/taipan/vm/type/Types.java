package dev.taipan.vm.type;

import dev.taipan.vm.builtin.BuiltinTable;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.object.DictIterators;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.util.HashMap;
import java.util.Map;

/**
 * The built-in types of a runtime. {@link BuiltinTypes} lists them; this class keeps the ones that
 * Java code names.
 */
public final class Types {
  private final Map<String, PyType> byName = new HashMap<>();
  private final PyType[] exceptions = new PyType[Exc.count()];
  private final PyType[] byKind = new PyType[Kind.FIRST_SHAPE_ID];

  public final PyType object;
  public final PyType type;
  public PyType int_;
  public PyType bool;
  public PyType float_;
  public PyType complex;
  public PyType str;
  public PyType bytes;
  public PyType bytearray;
  public PyType tuple;
  public PyType list;
  public PyType dict;
  public PyType set;
  public PyType frozenset;
  public PyType range;
  public PyType slice;
  public PyType module;
  public PyType function;
  public PyType method;
  public PyType builtinFunction;
  public PyType methodWrapper;
  public PyType methodDescriptor;
  public PyType wrapperDescriptor;
  public PyType classmethodDescriptor;
  public PyType getsetDescriptor;
  public PyType memberDescriptor;
  public PyType staticmethod;
  public PyType classmethod;
  public PyType property;
  public PyType mappingproxy;
  public PyType sequenceIterator;
  public PyType listReverseIterator;
  public PyType longRangeIterator;
  public PyType setIterator;
  public PyType genericAlias;
  public PyType union;
  public PyType callableIterator;
  public PyType code;
  public PyType frame;
  public PyType traceback;
  public PyType coroutineWrapper;
  public PyType asyncSend;
  public PyType asyncThrow;
  public PyType noneType;
  public PyType notImplementedType;
  public PyType ellipsis;

  private final PyType[] dictIterators = new PyType[DictIterators.BACKWARD * 2];
  private final PyType[] dictViews = new PyType[DictIterators.ITEMS + 1];

  /** Words of special methods by which the runtime knows that the built-in behaviour applies. */
  public long objectGetattribute;

  public long objectSetattr;
  public long objectDelattr;
  public long objectInit;
  public long objectNew;
  public long typeGetattribute;
  public long typeSetattr;
  public long typeDelattr;
  public long typeCall;
  public long moduleGetattribute;

  /** The two types that every other one needs; {@link #build} makes the rest. */
  public Types(ThreadState ts) {
    object = TypeFactory.fromTable(ts, BuiltinTypes.OBJECT, null, null);
    type = TypeFactory.fromTable(ts, BuiltinTypes.TYPE, object, null);
    object.setMetaclass(type);
    type.setMetaclass(type);
    add(object);
    add(type);
  }

  /** Loads the tables, on a thread that has nothing else to do while a runtime begins. */
  public static void loadTables() {
    BuiltinTypes.initialize();
  }

  private void add(PyType made) {
    byName.put(made.plainName(), made);
    if (byKind[made.kind().id] == null) {
      byKind[made.kind().id] = made;
    }
  }

  /** Makes all built-in types; the runtime's {@code types()} must already give this object. */
  public void build(ThreadState ts) {
    for (BuiltinTable table : BuiltinTypes.TABLES) {
      add(TypeFactory.fromTable(ts, table, named(table.base()), type));
    }
    for (int i = 0; i < exceptions.length; i++) {
      buildException(ts, Exc.at(i));
    }
    assignFields();
    TypeFactory.addBoundShape(ts.runtime(), builtinFunction);
    byKind[Kind.BUILTIN_METHOD.id] = builtinFunction;
    findBehaviour(ts);
    BuiltinTypes.finish(this);
  }

  private void buildException(ThreadState ts, Exc row) {
    BuiltinTable table = BuiltinTypes.exceptionTable(row);
    PyType made;
    if (row == Exc.ExceptionGroup) {
      PyType[] bases = {exception(Exc.BaseExceptionGroup), exception(Exc.Exception)};
      made = TypeFactory.derived(ts, row.name(), bases, type, true);
    } else if (table != null) {
      made =
          TypeFactory.fromTable(
              ts, table, row.base() == null ? object : exception(row.base()), type);
    } else {
      made = TypeFactory.derived(ts, row.name(), new PyType[] {exception(row.base())}, type, true);
    }
    exceptions[row.ordinal()] = made;
    byName.put(row.name(), made);
  }

  private void assignFields() {
    int_ = named("int");
    bool = named("bool");
    float_ = named("float");
    complex = named("complex");
    str = named("str");
    bytes = named("bytes");
    bytearray = named("bytearray");
    tuple = named("tuple");
    list = named("list");
    dict = named("dict");
    set = named("set");
    frozenset = named("frozenset");
    range = named("range");
    slice = named("slice");
    module = named("module");
    function = named("function");
    method = named("method");
    builtinFunction = named("builtin_function_or_method");
    methodWrapper = named("method-wrapper");
    methodDescriptor = named("method_descriptor");
    wrapperDescriptor = named("wrapper_descriptor");
    classmethodDescriptor = named("classmethod_descriptor");
    getsetDescriptor = named("getset_descriptor");
    memberDescriptor = named("member_descriptor");
    staticmethod = named("staticmethod");
    classmethod = named("classmethod");
    property = named("property");
    mappingproxy = named("mappingproxy");
    sequenceIterator = named("iterator");
    listReverseIterator = named("list_reverseiterator");
    longRangeIterator = named("longrange_iterator");
    setIterator = named("set_iterator");
    genericAlias = named("GenericAlias");
    union = named("UnionType");
    callableIterator = named("callable_iterator");
    for (int mode = DictIterators.KEYS; mode <= DictIterators.ITEMS; mode++) {
      int backward = mode | DictIterators.BACKWARD;
      dictIterators[mode] = named(DictIterators.typeName(mode));
      dictIterators[backward] = named(DictIterators.typeName(backward));
    }
    dictViews[DictIterators.KEYS] = named("dict_keys");
    dictViews[DictIterators.VALUES] = named("dict_values");
    dictViews[DictIterators.ITEMS] = named("dict_items");
    code = named("code");
    frame = named("frame");
    traceback = named("traceback");
    coroutineWrapper = named("coroutine_wrapper");
    asyncSend = named("async_generator_asend");
    asyncThrow = named("async_generator_athrow");
    noneType = named("NoneType");
    notImplementedType = named("NotImplementedType");
    ellipsis = named("ellipsis");
  }

  private void findBehaviour(ThreadState ts) {
    objectGetattribute = object.slot(ts, Slot.GETATTRIBUTE);
    objectSetattr = object.slot(ts, Slot.SETATTR);
    objectDelattr = object.slot(ts, Slot.DELATTR);
    objectInit = object.slot(ts, Slot.INIT);
    objectNew = object.slot(ts, Slot.NEW);
    typeGetattribute = type.slot(ts, Slot.GETATTRIBUTE);
    typeSetattr = type.slot(ts, Slot.SETATTR);
    typeDelattr = type.slot(ts, Slot.DELATTR);
    typeCall = type.slot(ts, Slot.CALL);
    moduleGetattribute = module.slot(ts, Slot.GETATTRIBUTE);
  }

  /** The built-in type of a name. */
  public PyType named(String name) {
    PyType found = byName.get(name);
    if (found == null) {
      throw new IllegalStateException("no built-in type " + name);
    }
    return found;
  }

  /** The type of a dict's iterators of a mode of {@link DictIterators}. */
  public PyType dictIterator(int mode) {
    return dictIterators[mode];
  }

  /** The type of a dict's views by mode. */
  public PyType dictView(int mode) {
    return dictViews[mode];
  }

  public PyType exception(Exc row) {
    return exceptions[row.ordinal()];
  }

  /** The exact type of a native kind's own cells. */
  public PyType ofKind(Kind kind) {
    return byKind[kind.id];
  }

  /** The type of a word that is no cell. */
  public PyType ofImmediate(long word) {
    if (Word.isInt(word)) {
      return int_;
    }
    if (Word.isDouble(word)) {
      return float_;
    }
    if (Word.isBool(word)) {
      return bool;
    }
    if (word == Word.NONE) {
      return noneType;
    }
    if (word == Word.NOT_IMPLEMENTED) {
      return notImplementedType;
    }
    if (word == Word.ELLIPSIS) {
      return ellipsis;
    }
    throw new IllegalArgumentException("no value: " + Word.describe(word));
  }
}

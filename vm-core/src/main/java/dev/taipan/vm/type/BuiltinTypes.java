package dev.taipan.vm.type;

import dev.taipan.vm.builtin.BuiltinTable;
import dev.taipan.vm.builtin.type.*;
import dev.taipan.vm.object.Exc;
import java.util.List;

/**
 * The list of built-in types, base before derived. A new type is one line here and one declaring
 * class.
 */
final class BuiltinTypes {
  private BuiltinTypes() {}

  static final BuiltinTable OBJECT = ObjectTypeTable.TABLE;
  static final BuiltinTable TYPE = TypeTypeTable.TABLE;

  static final List<BuiltinTable> TABLES =
      List.of(
          BuiltinFunctionTypeTable.TABLE,
          MethodDescriptorTypeTable.TABLE,
          WrapperDescriptorTypeTable.TABLE,
          ClassMethodDescriptorTypeTable.TABLE,
          GetSetDescriptorTypeTable.TABLE,
          MemberDescriptorTypeTable.TABLE,
          StaticMethodTypeTable.TABLE,
          ClassMethodTypeTable.TABLE,
          PropertyTypeTable.TABLE,
          LockTypeTable.TABLE,
          FunctionTypeTable.TABLE,
          MethodTypeTable.TABLE,
          MethodWrapperTypeTable.TABLE,
          ModuleTypeTable.TABLE,
          MappingProxyTypeTable.TABLE,
          IntTypeTable.TABLE,
          BoolTypeTable.TABLE,
          FloatTypeTable.TABLE,
          ComplexTypeTable.TABLE,
          StrTypeTable.TABLE,
          StrIteratorTypeTable.TABLE,
          BytesTypeTable.TABLE,
          ByteArrayTypeTable.TABLE,
          BytesIteratorTypeTable.TABLE,
          ByteArrayIteratorTypeTable.TABLE,
          MemoryViewTypeTable.TABLE,
          TupleTypeTable.TABLE,
          ListTypeTable.TABLE,
          DictTypeTable.TABLE,
          SetTypeTable.TABLE,
          FrozenSetTypeTable.TABLE,
          RangeTypeTable.TABLE,
          SliceTypeTable.TABLE,
          SequenceIteratorTypeTable.TABLE,
          ListIteratorTypeTable.TABLE,
          ListReverseIteratorTypeTable.TABLE,
          TupleIteratorTypeTable.TABLE,
          RangeIteratorTypeTable.TABLE,
          LongRangeIteratorTypeTable.TABLE,
          DictKeyIteratorTypeTable.TABLE,
          DictValueIteratorTypeTable.TABLE,
          DictItemIteratorTypeTable.TABLE,
          DictReverseKeyIteratorTypeTable.TABLE,
          DictReverseValueIteratorTypeTable.TABLE,
          DictReverseItemIteratorTypeTable.TABLE,
          SetIteratorTypeTable.TABLE,
          CallableIteratorTypeTable.TABLE,
          EnumerateTypeTable.TABLE,
          ZipTypeTable.TABLE,
          MapTypeTable.TABLE,
          FilterTypeTable.TABLE,
          ReversedTypeTable.TABLE,
          GenericAliasTypeTable.TABLE,
          UnionTypeTable.TABLE,
          SuperTypeTable.TABLE,
          DictKeysTypeTable.TABLE,
          DictValuesTypeTable.TABLE,
          DictItemsTypeTable.TABLE,
          NoneTypeTable.TABLE,
          NotImplementedTypeTable.TABLE,
          EllipsisTypeTable.TABLE,
          CodeTypeTable.TABLE,
          CellTypeTable.TABLE,
          FrameTypeTable.TABLE,
          TracebackTypeTable.TABLE,
          GeneratorTypeTable.TABLE,
          CoroutineTypeTable.TABLE,
          CoroutineWrapperTypeTable.TABLE,
          AsyncGeneratorTypeTable.TABLE,
          AsyncSendTypeTable.TABLE,
          AsyncThrowTypeTable.TABLE,
          AnextAwaitableTypeTable.TABLE);

  /** Only the class's initialization. */
  static void initialize() {}

  /** Types of the language itself whose instances can be referenced weakly. */
  private static final List<String> WEAKLY_REFERENCED =
      List.of(
          "type",
          "function",
          "method",
          "builtin_function_or_method",
          "module",
          "code",
          "generator",
          "coroutine",
          "async_generator",
          "set",
          "frozenset",
          "memoryview",
          "GenericAlias",
          "lock");

  /** The table with an exception type's own methods and attributes, null where it only inherits. */
  static BuiltinTable exceptionTable(Exc row) {
    return switch (row) {
      case BaseException -> BaseExceptionTypeTable.TABLE;
      case BaseExceptionGroup -> BaseExceptionGroupTypeTable.TABLE;
      case StopIteration -> StopIterationTypeTable.TABLE;
      case SystemExit -> SystemExitTypeTable.TABLE;
      case KeyError -> KeyErrorTypeTable.TABLE;
      case NameError -> NameErrorTypeTable.TABLE;
      case AttributeError -> AttributeErrorTypeTable.TABLE;
      case ImportError -> ImportErrorTypeTable.TABLE;
      case OSError -> OSErrorTypeTable.TABLE;
      case SyntaxError -> SyntaxErrorTypeTable.TABLE;
      case UnicodeDecodeError -> UnicodeDecodeErrorTypeTable.TABLE;
      case UnicodeEncodeError -> UnicodeEncodeErrorTypeTable.TABLE;
      case UnicodeTranslateError -> UnicodeTranslateErrorTypeTable.TABLE;
      default -> null;
    };
  }

  /** Pattern-matching and other properties that are no methods. */
  static void finish(Types types) {
    for (PyType t : List.of(types.list, types.tuple, types.range, types.named("memoryview"))) {
      t.mark(PyType.Flag.SEQUENCE, true);
    }
    for (String name : WEAKLY_REFERENCED) {
      types.named(name).mark(PyType.Flag.WEAKREF, true);
    }
    types.union.mark(PyType.Flag.WEAKREF, false);
    types.dict.mark(PyType.Flag.MAPPING, true);
    types.mappingproxy.mark(PyType.Flag.MAPPING, true);
    for (PyType t :
        List.of(
            types.int_,
            types.bool,
            types.float_,
            types.str,
            types.bytes,
            types.bytearray,
            types.list,
            types.tuple,
            types.dict,
            types.set,
            types.frozenset)) {
      t.mark(PyType.Flag.MATCH_SELF, true);
    }
  }
}

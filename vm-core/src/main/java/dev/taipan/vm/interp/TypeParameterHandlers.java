package dev.taipan.vm.interp;

import dev.taipan.vm.layout.FrameLayout;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Imports;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/**
 * What generic definitions and {@code type} statements make. The objects are the library's (module
 * {@code _typing}), because hardly anything but annotations looks at them.
 */
final class TypeParameterHandlers {
  private static final int TYPEVAR = 7;
  private static final int PARAMSPEC = 8;
  private static final int TYPEVARTUPLE = 9;
  private static final int SUBSCRIPT_GENERIC = 10;
  private static final int TYPEALIAS = 11;
  private static final int TYPEVAR_WITH_BOUND = 2;
  private static final int TYPEVAR_WITH_CONSTRAINTS = 3;
  private static final int SET_FUNCTION_TYPE_PARAMS = 4;

  private TypeParameterHandlers() {}

  static long unary(ThreadState ts, long fp, int which, long value) {
    return switch (which) {
      case TYPEVAR -> make(ts, "_new_typevar", value);
      case PARAMSPEC -> make(ts, "_new_paramspec", value);
      case TYPEVARTUPLE -> make(ts, "_new_typevartuple", value);
      case SUBSCRIPT_GENERIC -> make(ts, "_generic_base", value);
      case TYPEALIAS ->
          make(
              ts,
              "_new_alias",
              Tuples.get(value, 0),
              Tuples.get(value, 1),
              Tuples.get(value, 2),
              moduleName(ts, fp));
      default -> throw Errors.notImplemented(ts, "intrinsic " + which);
    };
  }

  static long binary(ThreadState ts, long fp, int which, long left, long right) {
    return switch (which) {
      case TYPEVAR_WITH_BOUND -> make(ts, "_new_bound", left, right);
      case TYPEVAR_WITH_CONSTRAINTS -> make(ts, "_new_constrained", left, right);
      case SET_FUNCTION_TYPE_PARAMS -> {
        Attributes.set(ts, left, ts.runtime().intern(ts, "__type_params__"), right);
        yield left;
      }
      default -> throw Errors.notImplemented(ts, "intrinsic 2/" + which);
    };
  }

  private static long make(ThreadState ts, String maker, long... arguments) {
    return Calls.named(ts, Imports.module(ts, "_typing"), maker, arguments);
  }

  private static long moduleName(ThreadState ts, long fp) {
    long name = Dicts.getStr(ts, FrameLayout.globals(fp), ts.runtime().intern(ts, "__name__"));
    return name == Word.EMPTY ? Word.NONE : name;
  }
}

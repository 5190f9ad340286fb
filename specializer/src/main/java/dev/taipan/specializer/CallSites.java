package dev.taipan.specializer;

import dev.taipan.vm.code.Instructions;
import dev.taipan.vm.code.Op;
import dev.taipan.vm.interp.CallShapes;
import dev.taipan.vm.interp.FunctionVersions;
import dev.taipan.vm.layout.FunctionLayout;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.layout.MethodLayout;
import dev.taipan.vm.value.Word;

/** Calls: a Python function with just the arguments that it takes, or a builtin. */
final class CallSites {
  private CallSites() {}

  static int call(long pc, long sp) {
    int nargs = Instructions.arg(pc);
    long callable = Operands.at(sp, nargs + 2);
    boolean hasSelf = Operands.at(sp, nargs + 1) != Word.EMPTY;
    Kind kind = Operands.kind(callable);
    if (kind == Kind.FUNCTION) {
      int count = nargs + (hasSelf ? 1 : 0);
      return exact(pc, callable, count, CallShapes.FUNCTION) ? Op.CALL_PY_EXACT_ARGS : 0;
    }
    if (kind == Kind.METHOD && !hasSelf) {
      long function = MethodLayout.function(callable);
      return Operands.kind(function) == Kind.FUNCTION
              && exact(pc, function, nargs + 1, CallShapes.METHOD)
          ? Op.CALL_BOUND_METHOD_EXACT_ARGS
          : 0;
    }
    return kind == Kind.BUILTIN ? Op.CALL_BUILTIN : 0;
  }

  private static boolean exact(long pc, long function, int count, int member) {
    int version = FunctionVersions.of(function);
    if (!FunctionVersions.isValid(version)
        || !CallShapes.isExact(FunctionLayout.code(function), count)
        || FunctionLayout.version(function) != version) {
      return false;
    }
    Instructions.setCache(pc, 0, Instructions.fact(member, count, version));
    return true;
  }
}

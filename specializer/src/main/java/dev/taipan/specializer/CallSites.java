package dev.taipan.specializer;

import dev.taipan.vm.code.Instructions;
import dev.taipan.vm.code.Op;
import dev.taipan.vm.interp.CallShapes;
import dev.taipan.vm.interp.FunctionVersions;
import dev.taipan.vm.interp.Members;
import dev.taipan.vm.layout.FunctionLayout;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.layout.MethodLayout;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.runtime.WellKnown;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.type.Shape;
import dev.taipan.vm.type.Slot;
import dev.taipan.vm.type.Types;
import dev.taipan.vm.value.Word;

/** Calls: of Python functions and their methods, of classes, of builtins, of all else. */
final class CallSites {
  private CallSites() {}

  static int call(ThreadState ts, long pc, long sp) {
    int nargs = Instructions.arg(pc);
    long callable = Operands.at(sp, nargs + 2);
    boolean hasSelf = Operands.at(sp, nargs + 1) != Word.EMPTY;
    Kind kind = Operands.kind(callable);
    if (kind == Kind.FUNCTION) {
      return function(ts, pc, callable, nargs + (hasSelf ? 1 : 0), false);
    }
    if (kind == Kind.METHOD && !hasSelf) {
      long function = MethodLayout.function(callable);
      return Operands.kind(function) == Kind.FUNCTION
          ? function(ts, pc, function, nargs + 1, true)
          : 0;
    }
    if (Classes.isClass(ts, callable)) {
      return hasSelf ? 0 : ofClass(ts, pc, callable, nargs);
    }
    return builtin(ts, callable, hasSelf, Operands.at(sp, nargs + 1), nargs);
  }

  private static int function(ThreadState ts, long pc, long function, int count, boolean isMethod) {
    int exact = isMethod ? CallShapes.METHOD : CallShapes.FUNCTION;
    if (CallShapes.isExact(FunctionLayout.code(function), count)) {
      return publish(ts, pc, function, count, exact)
          ? isMethod ? Op.CALL_BOUND_METHOD_EXACT_ARGS : Op.CALL_PY_EXACT_ARGS
          : 0;
    }
    return publish(ts, pc, function, 0, CallShapes.GENERAL)
        ? isMethod ? Op.CALL_BOUND_METHOD_GENERAL : Op.CALL_PY_GENERAL
        : 0;
  }

  private static int builtin(ThreadState ts, long callable, boolean hasSelf, long self, int nargs) {
    WellKnown known = ts.runtime().wellKnown();
    if (callable == known.length() && nargs == 1 && !hasSelf) {
      return Op.CALL_LEN;
    }
    if (callable == known.isInstance() && nargs == 2 && !hasSelf) {
      return Op.CALL_ISINSTANCE;
    }
    if (callable == known.listAppend() && nargs == 1 && Operands.kind(self) == Kind.LIST) {
      return Op.CALL_LIST_APPEND;
    }
    if (Operands.kind(callable) == Kind.BUILTIN) {
      return Op.CALL_BUILTIN;
    }
    boolean descriptor =
        hasSelf
            && Word.isCell(callable)
            && Operands.shape(ts, callable) == ts.runtime().types().methodDescriptor.shape();
    return descriptor ? Op.CALL_METHOD_DESCRIPTOR : Op.CALL_NON_PY_GENERAL;
  }

  private static int ofClass(ThreadState ts, long pc, long callable, int nargs) {
    PyType type = Classes.of(ts, callable);
    Types types = ts.runtime().types();
    if (nargs == 1 && (type == types.type || type == types.str || type == types.tuple)) {
      return Op.CALL_OF_ONE;
    }
    if (!type.has(PyType.Flag.HEAP)) {
      return Operands.kind(callable) == Kind.CLASS ? Op.CALL_BUILTIN_CLASS : 0;
    }
    return init(ts, pc, type, nargs) ? Op.CALL_ALLOC_AND_ENTER_INIT : Op.CALL_NON_PY_GENERAL;
  }

  /** Whether the class's instances are plain objects that a Python {@code __init__} fills. */
  private static boolean init(ThreadState ts, long pc, PyType type, int nargs) {
    Types types = ts.runtime().types();
    Site site = new Site(ts, pc, nargs);
    PyType metaclass = type.metaclass();
    boolean plain =
        site.relyOn(type)
            && (metaclass == types.type || site.relyOn(metaclass))
            && metaclass.slot(ts, Slot.CALL) == types.typeCall
            && type.slot(ts, Slot.NEW) == types.objectNew
            && type.kind() == Kind.INSTANCE
            && !type.has(PyType.Flag.ABSTRACT)
            // An instance with a __del__ is registered where it is made: by the general way.
            && !type.hasFinalizer();
    if (!plain) {
      return false;
    }
    Shape shape = type.shape();
    long init = type.slot(ts, Slot.INIT);
    if (init == types.objectInit) {
      return nargs == 0
          && site.publish(
              Members.CALL_INIT, type.cell(), shape.inlineSlots(), Word.EMPTY, 0, shape.id());
    }
    if (Operands.kind(init) != Kind.FUNCTION
        || !CallShapes.isExact(FunctionLayout.code(init), nargs + 1)) {
      return false;
    }
    int version = FunctionVersions.of(ts, init);
    return FunctionVersions.isValid(version)
        && site.publish(
            Members.CALL_INIT, type.cell(), shape.inlineSlots(), init, version, shape.id());
  }

  static int keyword(ThreadState ts, long pc, long sp) {
    int count = Instructions.arg(pc);
    long callable = Operands.at(sp, count + 3);
    boolean hasSelf = Operands.at(sp, count + 2) != Word.EMPTY;
    Kind kind = Operands.kind(callable);
    if (kind == Kind.METHOD && !hasSelf) {
      long function = MethodLayout.function(callable);
      return Operands.kind(function) == Kind.FUNCTION
              && publish(ts, pc, function, 0, CallShapes.KEYWORD)
          ? Op.CALL_KW_BOUND_METHOD
          : 0;
    }
    if (kind == Kind.FUNCTION) {
      return publish(ts, pc, callable, 0, CallShapes.KEYWORD) ? Op.CALL_KW_PY : 0;
    }
    return Op.CALL_KW_NON_PY;
  }

  private static boolean publish(ThreadState ts, long pc, long function, int count, int member) {
    int version = FunctionVersions.of(ts, function);
    if (!FunctionVersions.isValid(version) || FunctionLayout.version(function) != version) {
      return false;
    }
    Instructions.setCache(pc, 0, Instructions.fact(member, count, version));
    return true;
  }
}

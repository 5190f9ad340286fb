package dev.taipan.vm.object;

import dev.taipan.vm.code.CodeObject;
import dev.taipan.vm.code.Variables;
import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.layout.CellLayout;
import dev.taipan.vm.layout.CodeLayout;
import dev.taipan.vm.layout.FrameLayout;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.value.Word;

/** A {@code super} object: where to look after, and for whom. Filled once, by {@code __init__}. */
public final class SuperObject extends HostObject {
  /** One reference, so that readers see all three or none. */
  private volatile Target target;

  public SuperObject() {}

  private record Target(PyType type, long self, PyType start) {}

  /** {@code super(type, self)}; an EMPTY self leaves it unbound. */
  public void init(ThreadState ts, long type, long self) {
    PyType after = Classes.orNull(ts, type);
    if (after == null) {
      throw Errors.typeError(
          ts, "super() argument 1 must be a type, not %s", Classes.nameOf(ts, type));
    }
    boolean bound = self != Word.EMPTY && self != Word.NONE;
    PyType start = bound ? SuperLookup.start(ts, after, self) : null;
    target = new Target(after, bound ? self : Word.EMPTY, start);
  }

  /** {@code super()}: class and receiver come from the calling frame. */
  public void initFromFrame(ThreadState ts) {
    long frame = ts.frame();
    if (frame == 0L) {
      throw Errors.runtimeError(ts, "super(): no current frame");
    }
    long code = FrameLayout.code(frame);
    if (CodeLayout.argCount(code) == 0) {
      throw Errors.runtimeError(ts, "super(): no arguments");
    }
    long self = slot(frame, 0);
    Variables variables =
        ((CodeObject) ts.runtime().hosts().get(CodeLayout.host(code))).details().variables();
    if (variables.cellvars().contains(variables.slots().getFirst())) {
      self = content(ts, self);
    }
    if (self == Word.EMPTY) {
      throw Errors.runtimeError(ts, "super(): arg[0] deleted");
    }
    init(ts, classOf(ts, frame, code), self);
  }

  private static long classOf(ThreadState ts, long frame, long code) {
    CodeObject object = (CodeObject) ts.runtime().hosts().get(CodeLayout.host(code));
    int free = freeIndex(object);
    if (free < 0) {
      throw Errors.runtimeError(ts, "super(): __class__ cell not found");
    }
    int at = CodeLayout.localsplus(code) - CodeLayout.freeCount(code) + free;
    long cls = content(ts, slot(frame, at));
    if (cls == Word.EMPTY) {
      throw Errors.runtimeError(ts, "super(): empty __class__ cell");
    }
    return cls;
  }

  private static int freeIndex(CodeObject object) {
    return object.details().variables().freevars().indexOf("__class__");
  }

  private static long slot(long frame, int index) {
    return Memory.getLong(frame + FrameLayout.LOCALSPLUS + 8L * index);
  }

  private static long content(ThreadState ts, long word) {
    boolean cell = word != Word.EMPTY && ts.runtime().kindOf(word) == Kind.CELL;
    return cell ? CellLayout.content(word) : word;
  }

  public boolean isBound() {
    Target known = target;
    return known != null && known.self != Word.EMPTY;
  }

  /** The attribute after the class, EMPTY if there is none or this is unbound. */
  public long find(ThreadState ts, long name) {
    Target known = target;
    return known == null || known.self == Word.EMPTY
        ? Word.EMPTY
        : SuperLookup.find(ts, known.type, known.start, known.self, name);
  }

  /** The class after which it looks, None before {@code __init__}. */
  public long thisClass() {
    Target known = target;
    return known == null ? Word.NONE : known.type.cell();
  }

  public long self() {
    Target known = target;
    return known == null || known.self == Word.EMPTY ? Word.NONE : known.self;
  }

  public long selfClass() {
    Target known = target;
    return known == null || known.start == null ? Word.NONE : known.start.cell();
  }

  public String show() {
    Target known = target;
    String type = known == null ? "NULL" : "<class '" + known.type.name() + "'>";
    return known == null || known.start == null
        ? "<super: " + type + ", NULL>"
        : "<super: " + type + ", <" + known.start.name() + " object>>";
  }

  @Override
  public void trace(Visitor visitor) {
    Target known = target;
    if (known != null) {
      visitor.visit(known.type.cell());
      visitor.visit(known.self);
      if (known.start != null) {
        visitor.visit(known.start.cell());
      }
    }
  }
}

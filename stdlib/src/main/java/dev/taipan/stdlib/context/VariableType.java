package dev.taipan.stdlib.context;

import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.GenericAlias;
import dev.taipan.vm.object.HostObject;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Representation;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** {@code ContextVar}. Immutable: values are in contexts. */
@BuiltinType(name = "ContextVar", module = "_contextvars", subclassable = false)
final class VariableType extends HostObject {
  private final long name;
  private final long fallback;

  private VariableType(long name, long fallback) {
    this.name = name;
    this.fallback = fallback;
  }

  @Override
  public void trace(Visitor visitor) {
    visitor.visit(name);
    visitor.visit(fallback);
  }

  @Builtin(value = "__new__(cls, name, /, *, default=)", binding = Binding.NEW)
  static long create(ThreadState ts, long cls, long name, long fallback) {
    if (!Strs.isStr(ts, name)) {
      throw Errors.typeError(ts, "context variable name must be a str");
    }
    return Hosts.create(ts, Classes.of(ts, cls), new VariableType(name, fallback));
  }

  @Getter("name")
  static long name(VariableType self) {
    return self.name;
  }

  @Builtin("get(self, default=, /)")
  static long get(ThreadState ts, long self, long otherwise) {
    VariableType variable = Hosts.get(ts, self, VariableType.class);
    ContextType context = ContextType.currentOrNull(ts);
    Bindings.Entry entry = context == null ? null : context.bindings().get(variable);
    if (entry != null) {
      return entry.value();
    }
    if (otherwise != Word.EMPTY) {
      return otherwise;
    }
    if (variable.fallback != Word.EMPTY) {
      return variable.fallback;
    }
    throw Errors.raiseWith(ts, Exc.LookupError, self);
  }

  @Builtin("set(self, value, /)")
  static long set(ThreadState ts, long self, long value) {
    VariableType variable = Hosts.get(ts, self, VariableType.class);
    ContextType context = ContextType.current(ts);
    Bindings.Entry old = context.bindings().get(variable);
    context.setBindings(context.bindings().with(new Bindings.Entry(variable, self, value)));
    return TokenType.create(ts, ts.context(), self, old == null ? Word.EMPTY : old.value());
  }

  @Builtin("reset(self, token, /)")
  static void reset(ThreadState ts, long self, long word) {
    VariableType variable = Hosts.get(ts, self, VariableType.class);
    if (!(Hosts.orNull(ts, word) instanceof TokenType token)) {
      throw Errors.typeError(
          ts, "expected an instance of Token, got %s", Representation.text(ts, word));
    }
    token.use(ts, word, self);
    ContextType context = ContextType.current(ts);
    long old = token.old();
    context.setBindings(
        old == Word.EMPTY
            ? context.bindings().without(variable)
            : context.bindings().with(new Bindings.Entry(variable, self, old)));
  }

  @Builtin("__repr__(self, /)")
  static String repr(ThreadState ts, long self) {
    VariableType variable = Hosts.get(ts, self, VariableType.class);
    String text = "<ContextVar name=" + Representation.text(ts, variable.name);
    if (variable.fallback != Word.EMPTY) {
      text += " default=" + Representation.text(ts, variable.fallback);
    }
    return text + " at 0x%x>".formatted(self);
  }

  @Builtin(value = "__class_getitem__(cls, item, /)", binding = Binding.CLASS)
  static long classGetitem(ThreadState ts, long cls, long item) {
    return GenericAlias.create(ts, cls, item);
  }
}

package dev.taipan.stdlib.context;

import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.GenericAlias;
import dev.taipan.vm.object.HostObject;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Representation;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.util.concurrent.atomic.AtomicBoolean;

/** {@code Token}: what a variable was before it was set. It serves once, whichever thread comes. */
@BuiltinType(name = "Token", module = "_contextvars", subclassable = false)
final class TokenType extends HostObject {
  private final long context;
  private final long variable;
  private final long old;
  private final AtomicBoolean used = new AtomicBoolean();

  private TokenType(long context, long variable, long old) {
    this.context = context;
    this.variable = variable;
    this.old = old;
  }

  @Override
  public void trace(Visitor visitor) {
    visitor.visit(context);
    visitor.visit(variable);
    visitor.visit(old);
  }

  static long create(ThreadState ts, long context, long variable, long old) {
    TokenType token = new TokenType(context, variable, old);
    return Hosts.create(ts, StandardLibrary.type(ts, TokenTypeTable.TABLE), token);
  }

  long old() {
    return old;
  }

  void use(ThreadState ts, long self, long wanted) {
    if (used.get()) {
      throw Errors.runtimeError(ts, "%s has already been used once", Representation.text(ts, self));
    }
    if (variable != wanted) {
      throw Errors.valueError(
          ts, "%s was created by a different ContextVar", Representation.text(ts, self));
    }
    if (context != ts.context()) {
      throw Errors.valueError(
          ts, "%s was created in a different Context", Representation.text(ts, self));
    }
    if (!used.compareAndSet(false, true)) {
      throw Errors.runtimeError(ts, "%s has already been used once", Representation.text(ts, self));
    }
  }

  @Builtin(value = "__new__(cls, /, *args, **kwargs)", binding = Binding.NEW)
  static long make(ThreadState ts, long cls, long args, long kwargs) {
    throw Errors.runtimeError(ts, "Tokens can only be created by ContextVars");
  }

  @Getter("var")
  static long variable(TokenType self) {
    return self.variable;
  }

  @Getter("old_value")
  static long oldValue(ThreadState ts, long self) {
    long old = Hosts.get(ts, self, TokenType.class).old;
    return old == Word.EMPTY
        ? Attributes.get(ts, ts.runtime().typeOf(self).cell(), "MISSING")
        : old;
  }

  @Builtin("__repr__(self, /)")
  static String repr(ThreadState ts, long self) {
    TokenType token = Hosts.get(ts, self, TokenType.class);
    return "<Token%s var=%s at 0x%x>"
        .formatted(token.used.get() ? " used" : "", Representation.text(ts, token.variable), self);
  }

  /** Equality by identity; declared so that tokens have no hash. */
  @Builtin("__eq__(self, value, /)")
  static long eq(long self, long value) {
    return self == value ? Word.TRUE : Word.NOT_IMPLEMENTED;
  }

  @Builtin(value = "__class_getitem__(cls, item, /)", binding = Binding.CLASS)
  static long classGetitem(ThreadState ts, long cls, long item) {
    return GenericAlias.create(ts, cls, item);
  }
}

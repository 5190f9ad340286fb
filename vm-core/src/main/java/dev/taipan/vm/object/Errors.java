package dev.taipan.vm.object;

import com.google.errorprone.annotations.FormatMethod;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.RootScope;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.value.Word;

/**
 * Raising from Java: each method makes the exception pending in the thread and returns the signal
 * to throw.
 *
 * <p>Used as {@code throw Errors.typeError(ts, "...")}, so that the compiler sees that control ends
 * there. The text is always a format: one that is not written out here goes in as the argument of
 * {@code "%s"}. A text that is whole in the source has one cell for good.
 */
public final class Errors {
  private Errors() {}

  @FormatMethod
  public static Raised raise(ThreadState ts, Exc type, String format, Object... arguments) {
    return arguments.length == 0 && format.indexOf('%') < 0
        ? raiseWith(ts, type, ts.runtime().intern(ts, format))
        : raiseWith(ts, type, Strs.of(ts, ErrorText.of(format, arguments)));
  }

  /** Raises the type with one argument that is no text (KeyError's key, SystemExit's code ...). */
  public static Raised raiseWith(ThreadState ts, Exc type, long argument) {
    return ts.raise(initialized(ts, type, Tuples.of(ts, argument)));
  }

  /** Raises the type with several arguments. */
  public static Raised raiseArgs(ThreadState ts, Exc type, long... arguments) {
    return ts.raise(initialized(ts, type, Tuples.of(ts, arguments)));
  }

  /** As a call of the type would make it: what its {@code __init__} takes from arguments is set. */
  private static long initialized(ThreadState ts, Exc type, long args) {
    PyType made = ts.runtime().types().exception(type);
    long exception = create(ts, made, args);
    if (type == Exc.SyntaxError || type == Exc.IndentationError || type == Exc.TabError) {
      try (RootScope roots = ts.roots()) {
        roots.keep(exception);
        ExceptionFields.fillSyntaxError(ts, Hosts.get(ts, exception, PyException.class), args);
      }
    }
    return exception;
  }

  /** Raises the type without arguments. */
  public static Raised raiseBare(ThreadState ts, Exc type) {
    return ts.raise(create(ts, ts.runtime().types().exception(type), Tuples.empty(ts)));
  }

  /** A new exception object of a built-in type or a class derived from one. */
  public static long create(ThreadState ts, PyType type, long args) {
    return Hosts.create(ts, type, new PyException(args));
  }

  @FormatMethod
  public static Raised typeError(ThreadState ts, String format, Object... arguments) {
    return raise(ts, Exc.TypeError, format, arguments);
  }

  @FormatMethod
  public static Raised valueError(ThreadState ts, String format, Object... arguments) {
    return raise(ts, Exc.ValueError, format, arguments);
  }

  @FormatMethod
  public static Raised attributeError(ThreadState ts, String format, Object... arguments) {
    return raise(ts, Exc.AttributeError, format, arguments);
  }

  @FormatMethod
  public static Raised indexError(ThreadState ts, String format, Object... arguments) {
    return raise(ts, Exc.IndexError, format, arguments);
  }

  @FormatMethod
  public static Raised overflowError(ThreadState ts, String format, Object... arguments) {
    return raise(ts, Exc.OverflowError, format, arguments);
  }

  @FormatMethod
  public static Raised zeroDivision(ThreadState ts, String format, Object... arguments) {
    return raise(ts, Exc.ZeroDivisionError, format, arguments);
  }

  @FormatMethod
  public static Raised runtimeError(ThreadState ts, String format, Object... arguments) {
    return raise(ts, Exc.RuntimeError, format, arguments);
  }

  public static Raised nameError(ThreadState ts, long name) {
    Raised raised = raise(ts, Exc.NameError, "name '%s' is not defined", Strs.toJava(name));
    pendingException(ts).setField(0, name);
    return raised;
  }

  public static Raised unboundLocal(ThreadState ts, String name) {
    return raise(
        ts,
        Exc.UnboundLocalError,
        "cannot access local variable '%s' where it is not associated with a value",
        name);
  }

  public static Raised keyError(ThreadState ts, long key) {
    return raiseWith(ts, Exc.KeyError, key);
  }

  public static Raised notImplemented(ThreadState ts, String what) {
    return raise(ts, Exc.NotImplementedError, "%s", what);
  }

  /** The error for a missing attribute, with the name and object that suggestions need. */
  public static Raised noAttribute(ThreadState ts, long object, long name) {
    PyType type = ts.runtime().typeOf(object);
    String text = Strs.toJava(name);
    Raised raised;
    PyType itself = Classes.orNull(ts, object);
    if (itself != null) {
      raised = attributeError(ts, "type object '%s' has no attribute '%s'", itself.name(), text);
    } else if (Hosts.orNull(ts, object) instanceof PyModule module) {
      raised = attributeError(ts, "module '%s' has no attribute '%s'", module.nameText(ts), text);
    } else {
      raised = attributeError(ts, "'%s' object has no attribute '%s'", type.name(), text);
    }
    pendingException(ts).setField(0, name);
    pendingException(ts).setField(1, object);
    return raised;
  }

  /** A pending AttributeError that knows neither name nor object gets them, for suggestions. */
  static void addAttribute(ThreadState ts, long object, long name) {
    if (!pendingIs(ts, Exc.AttributeError)) {
      return;
    }
    PyException pending = pendingException(ts);
    if (isUnset(pending.field(0)) && isUnset(pending.field(1))) {
      pending.setField(0, name);
      pending.setField(1, object);
    }
  }

  private static boolean isUnset(long word) {
    return word == Word.EMPTY || word == Word.NONE;
  }

  private static PyException pendingException(ThreadState ts) {
    return (PyException) Hosts.orNull(ts, ts.pending());
  }

  /** Whether the pending exception is an instance of the type. */
  public static boolean pendingIs(ThreadState ts, Exc type) {
    return isInstance(ts, ts.pending(), type);
  }

  public static boolean isInstance(ThreadState ts, long exception, Exc type) {
    return exception != Word.EMPTY
        && ts.runtime().typeOf(exception).isSubtypeOf(ts.runtime().types().exception(type));
  }

  /** Clears the pending exception if it is of the type; otherwise throws the signal again. */
  public static void swallow(ThreadState ts, Raised signal, Exc type) {
    if (!pendingIs(ts, type)) {
      throw signal;
    }
    ts.clearPending();
  }
}

package dev.taipan.vm.object;

import dev.taipan.vm.code.CodeBlueprint;
import dev.taipan.vm.interp.CodeLinker;
import dev.taipan.vm.thread.ThreadState;

/** {@code code.replace(...)}: names, place and flags can change; instructions cannot. */
public final class CodeReplacement {
  private CodeReplacement() {}

  public static long of(ThreadState ts, long cell, long kwargs) {
    CodeBlueprint b = CodeAttributes.blueprint(ts, cell);
    String name = text(ts, kwargs, "co_name", b.name());
    String qualname = text(ts, kwargs, "co_qualname", b.qualname());
    String filename = text(ts, kwargs, "co_filename", b.filename());
    int firstLine = number(ts, kwargs, "co_firstlineno", b.firstLine());
    int flags = number(ts, kwargs, "co_flags", b.flags());
    if (kwargs != 0L && Dicts.size(ts, kwargs) > 0) {
      String rest = Strs.toJava(Lists.get(ts, Dicts.keysList(ts, kwargs), 0));
      throw Errors.notImplemented(ts, "code.replace(" + rest + "=...)");
    }
    return CodeLinker.link(
        ts,
        new CodeBlueprint(
            name,
            qualname,
            filename,
            firstLine,
            b.signature(),
            flags,
            b.stackSize(),
            b.constants(),
            b.names(),
            b.variables(),
            b.words(),
            b.auxCount(),
            b.exceptions(),
            b.positions()));
  }

  private static long take(ThreadState ts, long kwargs, String name) {
    return kwargs == 0L ? 0L : Dicts.deleteStr(ts, kwargs, ts.runtime().intern(ts, name));
  }

  private static String text(ThreadState ts, long kwargs, String name, String fallback) {
    long value = take(ts, kwargs, name);
    if (value != 0L && !Strs.isStr(ts, value)) {
      throw Errors.typeError(
          ts,
          "replace() argument '%s' must be str, not %s",
          name,
          ts.runtime().typeOf(value).name());
    }
    return value == 0L ? fallback : Strs.toJava(value);
  }

  private static int number(ThreadState ts, long kwargs, String name, int fallback) {
    long value = take(ts, kwargs, name);
    return value == 0L ? fallback : (int) Numbers.asJavaLong(ts, value);
  }
}

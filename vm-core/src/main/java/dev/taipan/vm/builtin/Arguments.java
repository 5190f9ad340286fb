package dev.taipan.vm.builtin;

import dev.taipan.vm.layout.TupleLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Truth;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.type.Slot;
import java.util.Set;

/**
 * Binds a call's arguments to a builtin's parameters: the one place where argument errors of
 * builtins are worded.
 *
 * <p>The wording follows CPython's two argument parsers: a builtin whose parameters are all
 * positional-only is counted ("expected at least 1 argument, got 0"), one with names is reported by
 * name and position.
 */
final class Arguments {
  private Arguments() {}

  static long[] bind(
      ThreadState ts, BuiltinTable table, int index, long args, int nargs, long kwnames) {
    Signature s = table.signature(index);
    int keywords = kwnames == 0L ? 0 : TupleLayout.length(kwnames);
    int hidden = hiddenSelf(table, index);
    if (keywords > 0 && refusesKeywords(s) && leavesKeywords(ts, table, index, args)) {
      keywords = 0;
    }
    if (keywords > 0
        && !s.hasVarkeywords()
        && s.keywordOnly() == 0
        && s.positional() == s.positionalOnly()) {
      String owner = classMethodOwner(ts, table, index, args);
      throw Errors.typeError(
          ts,
          "%s() takes no keyword arguments",
          owner == null ? withModule(table, index) : owner + "." + table.names()[index]);
    }
    long[] bound = new long[s.size()];
    checkTotal(ts, table, index, s, nargs - hidden, keywords);
    int positional = s.positional();
    if (nargs > positional && !s.hasVarargs()) {
      throw tooMany(ts, table, index, s, nargs - hidden, hidden, keywords);
    }
    for (int i = 0; i < Math.min(nargs, positional); i++) {
      bound[i] = Memory.getLong(args + 8L * i);
    }
    if (s.hasVarargs()) {
      int rest = Math.max(0, nargs - positional);
      bound[positional] = Tuples.fromMemory(ts, args + 8L * (nargs - rest), rest);
    }
    if (s.hasVarkeywords()) {
      bound[s.size() - 1] = Dicts.create(ts);
    }
    for (int k = 0; k < keywords; k++) {
      bindKeyword(
          ts,
          table,
          index,
          s,
          bound,
          TupleLayout.get(kwnames, k),
          Memory.getLong(args + 8L * (nargs + k)));
    }
    checkRequired(ts, table, index, s, bound, nargs, hidden);
    return bound;
  }

  /**
   * The parser of named arguments counts all that is given before it looks at any; where the rest
   * goes into a tuple it sees the keywords only.
   */
  private static void checkTotal(
      ThreadState ts, BuiltinTable table, int index, Signature s, int given, int keywords) {
    if (keywords == 0 || s.hasVarkeywords() || table.names()[index].equals("print")) {
      return;
    }
    int most = s.hasVarargs() ? s.keywordOnly() : s.size() - hiddenSelf(table, index);
    int counted = s.hasVarargs() ? 0 : given;
    if (counted + keywords > most) {
      throw Errors.typeError(
          ts,
          "%s() takes at most %d %sargument%s (%d given)",
          keywordOwner(table, index),
          most,
          counted == 0 ? "keyword " : "",
          most == 1 ? "" : "s",
          counted + keywords);
    }
  }

  /** One where the receiver is passed as the first positional word and is not counted in errors. */
  private static int hiddenSelf(BuiltinTable table, int index) {
    char kind = table.memberKind(index);
    return kind == 'f' || kind == 'S' ? 0 : 1;
  }

  private static void bindKeyword(
      ThreadState ts,
      BuiltinTable table,
      int index,
      Signature s,
      long[] bound,
      long keyword,
      long value) {
    String name = Strs.toJava(keyword);
    int i = s.indexOf(name);
    if (i < 0) {
      if (!s.hasVarkeywords()) {
        throw unexpectedKeyword(ts, table, index, s, name);
      }
      Dicts.setStr(ts, bound[s.size() - 1], keyword, value);
      return;
    }
    if (bound[i] != 0L) {
      throw Errors.typeError(
          ts,
          "argument for %s() given by name ('%s') and position (%d)",
          plain(table, index),
          name,
          i + 1 - hiddenSelf(table, index));
    }
    bound[i] = value;
  }

  private static void checkRequired(
      ThreadState ts,
      BuiltinTable table,
      int index,
      Signature s,
      long[] bound,
      int nargs,
      int hidden) {
    for (int i = 0; i < s.size(); i++) {
      boolean star = s.hasVarargs() && i == s.positional();
      boolean stars = s.hasVarkeywords() && i == s.size() - 1;
      if (bound[i] == 0L && !star && !stars && s.required(i)) {
        throw missing(ts, table, index, s, i, nargs, hidden);
      }
    }
  }

  private static RuntimeException missing(
      ThreadState ts, BuiltinTable table, int index, Signature s, int i, int nargs, int hidden) {
    String name = qualified(table, index);
    if (i < s.positionalOnly()) {
      if (i < hidden) {
        return Errors.typeError(
            ts, "unbound method %s.%s() needs an argument", table.name(), table.names()[index]);
      }
      int required = s.requiredPositional() - hidden;
      int given = nargs - hidden;
      if (isFormatParsed(table, index)) {
        return Errors.typeError(
            ts, "%s() takes at least %d argument (%d given)", plain(table, index), required, given);
      }
      if (isSlotWrapper(table, index, s)) {
        return wrapperCount(ts, s.positional() - hidden, given);
      }
      if (s.positional() - hidden == 1 && required == 1 && !isConstructor(table, index)) {
        return Errors.typeError(ts, "%s() takes exactly one argument (%d given)", name, given);
      }
      return Errors.typeError(
          ts,
          "%s expected %s%d argument%s, got %d",
          shortName(table, index),
          required == s.positional() - hidden && !s.hasVarargs() ? "" : "at least ",
          required,
          required == 1 ? "" : "s",
          given);
    }
    if (i >= s.firstKeywordOnly()) {
      return Errors.typeError(
          ts,
          "%s() missing required keyword-only argument: '%s'",
          plain(table, index),
          s.parameter(i));
    }
    return Errors.typeError(
        ts,
        "%s() missing required argument '%s' (pos %d)",
        plain(table, index),
        s.parameter(i),
        i + 1 - hidden);
  }

  private static RuntimeException tooMany(
      ThreadState ts,
      BuiltinTable table,
      int index,
      Signature s,
      int given,
      int hidden,
      int keywords) {
    String name = qualified(table, index);
    int positional = s.positional() - hidden;
    int required = s.requiredPositional() - hidden;
    if (isFormatParsed(table, index)) {
      return Errors.typeError(
          ts, "%s() takes at most %d arguments (%d given)", plain(table, index), positional, given);
    }
    if (isSlotWrapper(table, index, s)) {
      return wrapperCount(ts, positional, given);
    }
    if (positional == 0 && s.keywordOnly() > 0) {
      return Errors.typeError(ts, "%s() takes no positional arguments", plain(table, index));
    }
    if (positional == 0 && s.keywordOnly() == 0) {
      return Errors.typeError(ts, "%s() takes no arguments (%d given)", name, given);
    }
    if (s.positional() == s.positionalOnly() && s.keywordOnly() == 0) {
      if (positional == 1 && required == 1 && !isConstructor(table, index)) {
        return Errors.typeError(ts, "%s() takes exactly one argument (%d given)", name, given);
      }
      return Errors.typeError(
          ts,
          "%s expected %s%d argument%s, got %d",
          shortName(table, index),
          required == positional ? "" : "at most ",
          positional,
          positional == 1 ? "" : "s",
          given);
    }
    boolean exact = required == positional && s.keywordOnly() == 0;
    return Errors.typeError(
        ts,
        "%s() takes %s %d %sargument%s (%d given)",
        plain(table, index),
        exact ? "exactly" : "at most",
        positional,
        s.keywordOnly() > 0 ? "positional " : "",
        positional == 1 ? "" : "s",
        given + (s.keywordOnly() > 0 ? 0 : keywords));
  }

  private static RuntimeException unexpectedKeyword(
      ThreadState ts, BuiltinTable table, int index, Signature s, String name) {
    for (int i = hiddenSelf(table, index); i < s.positionalOnly(); i++) {
      if (s.parameter(i).equals(name)) {
        return Errors.typeError(
            ts,
            "%s() got some positional-only arguments passed as keyword arguments: '%s'",
            plain(table, index),
            name);
      }
    }
    return Errors.typeError(
        ts, "'%s' is an invalid keyword argument for %s()", name, keywordOwner(table, index));
  }

  /** The name without a type in front, which the parser of named arguments gives. */
  private static String plain(BuiltinTable table, int index) {
    String member = table.names()[index];
    boolean constructor = table.memberKind(index) == 'N' || member.equals("__init__");
    return constructor ? table.name() : member;
  }

  /** The methods of texts whose arguments CPython reads by a format string. */
  private static final Set<String> FORMAT_PARSED =
      Set.of("find", "rfind", "index", "rindex", "count", "startswith", "endswith");

  private static boolean isFormatParsed(BuiltinTable table, int index) {
    return switch (table.name()) {
      case "str", "bytes", "bytearray" -> FORMAT_PARSED.contains(table.names()[index]);
      default -> false;
    };
  }

  /** Special methods that no type slot of CPython stands behind. */
  private static final Set<String> PLAIN_SPECIAL =
      Set.of(
          "__format__",
          "__dir__",
          "__reduce__",
          "__reduce_ex__",
          "__sizeof__",
          "__length_hint__",
          "__reversed__",
          "__round__",
          "__trunc__",
          "__floor__",
          "__ceil__",
          "__getstate__",
          "__setstate__",
          "__copy__",
          "__deepcopy__",
          "__instancecheck__",
          "__subclasscheck__",
          "__enter__",
          "__exit__",
          "__aenter__",
          "__aexit__",
          "__complex__",
          "__bytes__",
          "__set_name__",
          "__fspath__",
          "__missing__");

  /** Methods that CPython's types have beside the wrapper of the slot. */
  private static final Set<String> PLAIN_BESIDE =
      Set.of(
          "dict.__contains__",
          "dict.__getitem__",
          "list.__getitem__",
          "set.__contains__",
          "frozenset.__contains__");

  /** Special methods with a fixed number of arguments are not named in errors. */
  private static boolean isSlotWrapper(BuiltinTable table, int index, Signature s) {
    return table.memberKind(index) == 'm'
        && Slot.named(table.names()[index]) != null
        && !PLAIN_SPECIAL.contains(table.names()[index])
        && !PLAIN_BESIDE.contains(table.name() + "." + table.names()[index])
        && s.positional() == s.requiredPositional()
        && s.positional() == s.positionalOnly()
        && !isConstructor(table, index);
  }

  private static RuntimeException wrapperCount(ThreadState ts, int wanted, int given) {
    return Errors.typeError(
        ts, "expected %d argument%s, got %d", wanted, wanted == 1 ? "" : "s", given);
  }

  /** {@code sorted} passes its keywords on to {@code list.sort}, which then refuses them. */
  private static String keywordOwner(BuiltinTable table, int index) {
    String name = plain(table, index);
    return name.equals("sorted") ? "sort" : name;
  }

  private static boolean refusesKeywords(Signature s) {
    return !s.hasVarkeywords() && s.keywordOnly() == 0 && s.positional() == s.positionalOnly();
  }

  /**
   * A constructor leaves keywords alone that are meant for the other one: {@code __new__} if a
   * derived class has its own {@code __init__}, and the other way round.
   */
  private static boolean leavesKeywords(ThreadState ts, BuiltinTable table, int index, long args) {
    if (!isConstructor(table, index)) {
      return false;
    }
    boolean isNew = table.memberKind(index) == 'N';
    if (!isNew && table.name().equals("set")) {
      return false; // it refuses them always, as CPython's does
    }
    long first = Memory.getLong(args);
    PyType type = isNew ? Classes.orNull(ts, first) : ts.runtime().typeOf(first);
    PyType own = type == null ? null : declaring(type, table);
    Slot other = isNew ? Slot.INIT : Slot.NEW;
    return own != null && type != null && type.slot(ts, other) != own.slot(ts, other);
  }

  /** The class among a class's bases that a table declares; null if there is none. */
  @SuppressWarnings("ReferenceEquality") // a table is one object
  private static PyType declaring(PyType type, BuiltinTable table) {
    for (PyType base : type.mro()) {
      if (base.table() == table) {
        return base;
      }
    }
    return null;
  }

  /** The class that a class method was called on; null for other builtins. */
  private static String classMethodOwner(ThreadState ts, BuiltinTable table, int index, long args) {
    boolean isClassMethod = table.memberKind(index) == 'C';
    return isClassMethod ? Classes.of(ts, Memory.getLong(args)).name() : null;
  }

  /**
   * The name that errors give: a method's with its type in front, a constructor's is the type's.
   */
  private static String qualified(BuiltinTable table, int index) {
    String member = table.names()[index];
    return switch (table.memberKind(index)) {
      case 'f' -> member;
      case 'N' -> table.name();
      default -> member.equals("__init__") ? table.name() : table.name() + "." + member;
    };
  }

  /** As above, a function's with its module in front. */
  private static String withModule(BuiltinTable table, int index) {
    boolean plain = table.memberKind(index) != 'f' || table.module().equals("builtins");
    return plain ? qualified(table, index) : table.module() + "." + table.names()[index];
  }

  /** The name in errors about a count: the member's, a constructor's is the type's. */
  private static String shortName(BuiltinTable table, int index) {
    return isConstructor(table, index) ? table.name() : table.names()[index];
  }

  private static boolean isConstructor(BuiltinTable table, int index) {
    return table.memberKind(index) == 'N' || table.names()[index].equals("__init__");
  }

  static RuntimeException wrongType(
      ThreadState ts, BuiltinTable table, int index, int parameter, String wanted, long value) {
    Signature s = table.signature(index);
    if (parameter >= s.positionalOnly() && parameter < s.size()) {
      return Errors.typeError(
          ts,
          "%s() argument '%s' must be %s, not %s",
          plain(table, index),
          s.parameter(parameter),
          wanted,
          ts.runtime().typeOf(value).name());
    }
    return Errors.typeError(
        ts,
        "%s() argument %d must be %s, not %s",
        table.names()[index],
        parameter + 1 - hiddenSelf(table, index),
        wanted,
        ts.runtime().typeOf(value).name());
  }

  static int asInt(ThreadState ts, long value) {
    return Numbers.asJavaInt(ts, value);
  }

  static boolean asBoolean(ThreadState ts, long value) {
    return Truth.isTrue(ts, value);
  }

  static double asDouble(ThreadState ts, long value) {
    return Numbers.asDouble(ts, value);
  }

  static String asString(ThreadState ts, BuiltinTable table, int index, int parameter, long value) {
    if (!Strs.isStr(ts, value)) {
      throw wrongType(ts, table, index, parameter, "str", value);
    }
    return Strs.toJava(value);
  }
}

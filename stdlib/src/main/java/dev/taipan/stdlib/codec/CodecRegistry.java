package dev.taipan.stdlib.codec;

import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Buffers;
import dev.taipan.vm.object.ByteStrings;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.CodecErrors;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.object.Modules;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.TextCodecs;
import dev.taipan.vm.object.Truth;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ObjectLock;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.RootScope;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.util.Locale;

/**
 * The registered codecs and error handlers of a runtime. They lie in Python containers of the
 * library's state, whose steps are atomic; the package {@code encodings} is imported at the first
 * lookup, not at the start.
 */
public final class CodecRegistry {
  private static final String SEARCH = "codec search path";
  private static final String CACHE = "codec cache";
  private static final String HANDLERS = "codec error handlers";

  private CodecRegistry() {}

  private static long part(ThreadState ts, String name) {
    return Dicts.getStr(ts, StandardLibrary.of(ts).state(), ts.runtime().intern(ts, name));
  }

  /** Makes the empty registry; at the library's start. */
  public static void create(ThreadState ts) {
    long state = StandardLibrary.of(ts).state();
    Dicts.set(ts, state, SEARCH, nobodys(ts, Lists.create(ts, 2)));
    Dicts.set(ts, state, CACHE, Dicts.create(ts));
    Dicts.set(ts, state, HANDLERS, nobodys(ts, Dicts.create(ts)));
  }

  /** What is also written where late modules are made. */
  private static long nobodys(ThreadState ts, long container) {
    ObjectLock.giveUp(ts, container);
    return container;
  }

  /** The functions that codecs are looked up by, a list. */
  public static long searchPath(ThreadState ts) {
    ts.runtime().completeModules(ts);
    return part(ts, SEARCH);
  }

  static long cache(ThreadState ts) {
    return part(ts, CACHE);
  }

  private static long handlers(ThreadState ts) {
    long handlers = part(ts, HANDLERS);
    if (Dicts.size(ts, handlers) == 0) {
      long module = Modules.fromTable(ts, ErrorHandlersTable.TABLE);
      long made = Modules.dict(ts, module);
      for (String name : ErrorHandlersTable.TABLE.names()) {
        String key = name.substring(0, name.indexOf("_errors"));
        Dicts.set(ts, handlers, key, Dicts.getStr(ts, made, ts.runtime().intern(ts, name)));
      }
    }
    return handlers;
  }

  static void registerHandler(ThreadState ts, String name, long handler) {
    Dicts.set(ts, handlers(ts), name, handler);
  }

  /** The handler of a name; LookupError. */
  public static long handler(ThreadState ts, String name) {
    long found = Dicts.getStr(ts, handlers(ts), ts.runtime().intern(ts, name));
    if (found == 0L) {
      throw Errors.raise(ts, Exc.LookupError, "unknown error handler name '%s'", name);
    }
    return found;
  }

  /** Checks that a name is that of a handler; LookupError. */
  public static void requireHandler(ThreadState ts, String name) {
    if (!CodecErrors.isKnown(name)) {
      handler(ts, name);
    }
  }

  /** The name under which search functions see an encoding. */
  private static String normalize(String encoding) {
    StringBuilder out = new StringBuilder();
    boolean gap = false;
    for (int i = 0; i < encoding.length(); i++) {
      char c = encoding.charAt(i);
      boolean word = c < 128 && (Character.isLetterOrDigit(c) || c == '.');
      if (!word) {
        gap = true;
        continue;
      }
      if (gap && !out.isEmpty()) {
        out.append('_');
      }
      gap = false;
      out.append(c);
    }
    return out.toString().toLowerCase(Locale.ROOT);
  }

  /** A name with a lone surrogate is no text that could be written: UnicodeEncodeError. */
  public static void requireUtf8(ThreadState ts, String encoding) {
    for (int i = 0; i < encoding.length(); i++) {
      if (Character.isSurrogate(encoding.charAt(i))) {
        TextCodecs.encode(ts, Strs.of(ts, encoding), TextCodecs.Codec.UTF_8, "strict");
        return;
      }
    }
  }

  /** The CodecInfo of an encoding; LookupError. */
  public static long lookup(ThreadState ts, String encoding) {
    if (encoding.indexOf('\0') >= 0) {
      throw Errors.valueError(ts, "embedded null character");
    }
    requireUtf8(ts, encoding);
    long name = ts.runtime().intern(ts, normalize(encoding));
    long known = Dicts.getStr(ts, cache(ts), name);
    if (known != 0L) {
      return known;
    }
    StandardLibrary.of(ts).importer().load(ts, "encodings");
    long path = searchPath(ts);
    for (int i = 0; ; i++) {
      long search = Lists.get(ts, path, i);
      if (search == Word.EMPTY) {
        break;
      }
      long info = Calls.call1(ts, search, name);
      if (info == Word.NONE) {
        continue;
      }
      if (!Tuples.isTuple(ts, info) || Tuples.length(info) != 4) {
        throw Errors.typeError(ts, "codec search functions must return 4-tuples");
      }
      Dicts.setStr(ts, cache(ts), name, info);
      return info;
    }
    throw Errors.raise(ts, Exc.LookupError, "unknown encoding: %s", encoding);
  }

  /** A codec that converts between text and bytes; LookupError for others. */
  public static long lookupText(ThreadState ts, String encoding, String alternative) {
    try (RootScope roots = ts.roots()) {
      long info = roots.keep(lookup(ts, encoding));
      long flag = Attributes.findQuietly(ts, info, ts.runtime().intern(ts, "_is_text_encoding"));
      if (flag != 0L && !Truth.isTrue(ts, flag)) {
        throw Errors.raise(
            ts,
            Exc.LookupError,
            "'%s' is not a text encoding; use %s to handle arbitrary codecs",
            encoding,
            alternative);
      }
      return info;
    }
  }

  /** {@code str.encode} by a registered codec. */
  public static byte[] encodeText(ThreadState ts, long str, String encoding, String errors) {
    int mark = ts.rootMark();
    try {
      ts.root(str);
      long info = lookupText(ts, encoding, "codecs.encode()");
      long result = convert(ts, Tuples.get(info, 0), str, Strs.of(ts, errors), encoding, true);
      byte[] bytes = Buffers.ofBytesOrByteArray(ts, result);
      if (bytes == null) {
        throw Errors.typeError(
            ts,
            "'%s' encoder returned '%s' instead of 'bytes'; use codecs.encode() to encode to"
                + " arbitrary types",
            encoding,
            ts.runtime().typeOf(result).name());
      }
      return bytes;
    } finally {
      ts.rootRelease(mark);
    }
  }

  /** {@code bytes.decode} by a registered codec. */
  public static long decodeText(ThreadState ts, byte[] bytes, String encoding, String errors) {
    long info = lookupText(ts, encoding, "codecs.decode()");
    long object = ByteStrings.of(ts, bytes);
    long result = convert(ts, Tuples.get(info, 1), object, Strs.of(ts, errors), encoding, false);
    if (!Strs.isStr(ts, result)) {
      throw Errors.typeError(
          ts,
          "'%s' decoder returned '%s' instead of 'str'; use codecs.decode() to decode to"
              + " arbitrary types",
          encoding,
          ts.runtime().typeOf(result).name());
    }
    return result;
  }

  /** Calls an encoder or decoder; its first result. Failures get a note that names the codec. */
  static long convert(
      ThreadState ts, long coder, long object, long errors, String encoding, boolean encode) {
    int mark = ts.rootMark();
    try {
      ts.root(coder);
      ts.root(object);
      ts.root(errors);
      long result;
      try {
        result =
            errors == Word.EMPTY
                ? Calls.call1(ts, coder, object)
                : Calls.call2(ts, coder, object, errors);
      } catch (Raised signal) {
        throw noted(ts, encoding, encode);
      }
      if (!Tuples.isTuple(ts, result) || Tuples.length(result) != 2) {
        throw Errors.typeError(
            ts, "%s must return a tuple (object, integer)", encode ? "encoder" : "decoder");
      }
      return Tuples.get(result, 0);
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static Raised noted(ThreadState ts, String encoding, boolean encode) {
    long error = ts.takePending();
    int mark = ts.rootMark();
    try {
      ts.root(error);
      String note = (encode ? "encoding" : "decoding") + " with '" + encoding + "' codec failed";
      Calls.named(ts, error, "add_note", Strs.of(ts, note));
      return ts.raise(error);
    } finally {
      ts.rootRelease(mark);
    }
  }
}

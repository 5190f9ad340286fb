package dev.taipan.vm.object;

import dev.taipan.vm.thread.ThreadState;
import java.io.ByteArrayOutputStream;

/**
 * One run of an encoder over a str: walks its code points, hands them to the form, and lets the
 * error handler stand in for runs of those that the form does not know.
 */
public final class EncodeRun {
  /** A target form. */
  public interface Form {
    /** Writes a code point, or says that it cannot. */
    boolean put(int c);

    /** Whether {@link #put} would take it. */
    boolean encodable(int c);

    /** Writes a surrogate or a byte behind one, where the form allows it. */
    boolean raw(int c, String errors);

    /** Why a code point cannot be encoded. */
    String reason(int c);

    /** Whether a program's error handler may give a text with it. */
    default boolean replaces(int c) {
      return true;
    }

    /** What a program's error handler gives as bytes is so many or a multiple. */
    default int unitBytes() {
      return 1;
    }
  }

  private final ThreadState ts;
  private final long str;
  private final String encoding;
  private final String errors;
  private final Form form;
  private final ByteArrayOutputStream out;

  /** The str must be rooted by the caller. */
  public EncodeRun(
      ThreadState ts,
      long str,
      String encoding,
      String errors,
      Form form,
      ByteArrayOutputStream out) {
    this.ts = ts;
    this.str = str;
    this.encoding = encoding;
    this.errors = errors;
    this.form = form;
    this.out = out;
  }

  /** Encodes everything. */
  public void run() {
    int length = Strs.length(str);
    for (int i = 0; i < length; ) {
      if (form.put(Strs.charAt(str, i))) {
        i++;
      } else {
        i = handle(i, length);
      }
    }
  }

  /** Handles the run of characters from {@code start} that cannot be encoded; gives its end. */
  private int handle(int start, int length) {
    int first = Strs.charAt(str, start);
    int end = start + 1;
    while (end < length
        && form.unitBytes() == 1 // wider forms tell of each character by itself
        && !form.encodable(Strs.charAt(str, end))
        && form.reason(Strs.charAt(str, end)).equals(form.reason(first))) {
      end++;
    }
    if (!CodecErrors.isKnown(errors)) {
      return custom(start, end, length);
    }
    for (int i = start; i < end; i++) {
      int c = Strs.charAt(str, i);
      String text = CodecErrors.replacement(errors, c);
      if (text == null ? !form.raw(c, errors) : !text.codePoints().allMatch(form::put)) {
        throw fault(i == start || text == null ? i : start, end);
      }
    }
    return end;
  }

  private RuntimeException fault(int start, int end) {
    return CodecErrors.encodeError(
        ts, encoding, str, start, end, form.reason(Strs.charAt(str, start)));
  }

  private int custom(int start, int end, int length) {
    int mark = ts.rootMark();
    try {
      long handler = CodecErrors.handler(ts, errors);
      ts.root(handler);
      String reason = form.reason(Strs.charAt(str, start));
      long error = CodecErrors.encodeObject(ts, encoding, str, start, end, reason);
      ts.root(error);
      long result = Calls.call1(ts, handler, error);
      ts.root(result);
      if (!Tuples.isTuple(ts, result)
          || Tuples.length(result) != 2
          || !Ints.isInt(ts, Tuples.get(result, 1))) {
        throw badResult();
      }
      long replacement = Tuples.get(result, 0);
      byte[] bytes = Buffers.ofBytesOrByteArray(ts, replacement);
      if (bytes != null) {
        if (bytes.length % form.unitBytes() != 0) {
          throw fault(start, end);
        }
        out.writeBytes(bytes);
      } else if (!Strs.isStr(ts, replacement)) {
        throw badResult();
      } else {
        for (int i = 0; i < Strs.length(replacement); i++) {
          int c = Strs.charAt(replacement, i);
          if (!form.replaces(c) || !form.put(c)) {
            throw fault(start, end);
          }
        }
      }
      return CodecErrors.position(ts, Tuples.get(result, 1), length);
    } finally {
      ts.rootRelease(mark);
    }
  }

  private RuntimeException badResult() {
    return Errors.typeError(ts, "encoding error handler must return (str/bytes, int) tuple");
  }
}

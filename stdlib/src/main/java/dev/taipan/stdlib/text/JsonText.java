package dev.taipan.stdlib.text;

import dev.taipan.vm.container.Strings;
import dev.taipan.vm.layout.StrLayout;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.thread.ThreadState;
import java.util.Arrays;

/** Code points that grow into a text: unlike a Java string it keeps lone surrogates apart. */
final class JsonText {
  private int[] points = new int[64];
  private int size;

  private void room(int more) {
    if (points.length - size < more) {
      points = Arrays.copyOf(points, Math.max(points.length + (points.length >> 1), size + more));
    }
  }

  JsonText add(String ascii) {
    int length = ascii.length();
    room(length);
    for (int i = 0; i < length; i++) {
      points[size++] = ascii.charAt(i);
    }
    return this;
  }

  JsonText addStr(long str) {
    int length = Strs.length(str);
    long chars = StrLayout.chars(str);
    int width = StrLayout.width(str);
    room(length);
    for (int i = 0; i < length; i++) {
      points[size++] = StrLayout.charAt(chars, width, i);
    }
    return this;
  }

  private void add(int c) {
    room(1);
    points[size++] = c;
  }

  /** Adds a str as a literal. */
  JsonText addQuoted(long str, boolean ascii) {
    int length = Strs.length(str);
    long chars = StrLayout.chars(str);
    int width = StrLayout.width(str);
    room(length + 2);
    add('"');
    for (int i = 0; i < length; i++) {
      int c = StrLayout.charAt(chars, width, i);
      if (c >= ' ' && c != '"' && c != '\\' && (c < 0x7F || !ascii)) {
        add(c);
      } else {
        escape(c);
      }
    }
    add('"');
    return this;
  }

  private void escape(int c) {
    switch (c) {
      case '"', '\\' -> add(c == '"' ? "\\\"" : "\\\\");
      case '\b' -> add("\\b");
      case '\f' -> add("\\f");
      case '\n' -> add("\\n");
      case '\r' -> add("\\r");
      case '\t' -> add("\\t");
      default -> {
        if (c < 0x10000) {
          unit(c);
        } else {
          unit(Character.highSurrogate(c));
          unit(Character.lowSurrogate(c));
        }
      }
    }
  }

  private void unit(int c) {
    add("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      add(Character.forDigit(c >> shift & 15, 16));
    }
  }

  long toStr(ThreadState ts) {
    return Strings.fromCodePoints(ts, points, size);
  }

  static long quoted(ThreadState ts, long str, boolean ascii) {
    return new JsonText().addQuoted(str, ascii).toStr(ts);
  }
}

package dev.taipan.stdlib.binary;

import dev.taipan.stdlib.LibraryErrors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.thread.ThreadState;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * A format of module struct, taken apart; immutable.
 *
 * @param text what the script wrote
 * @param order how integers and floats lie
 * @param standard whether sizes are the standard's and nothing is aligned
 * @param items what is stored, in order
 * @param size in bytes
 * @param values how many values there are
 */
record StructFormat(
    String text, ByteOrder order, boolean standard, List<Item> items, int size, int values) {

  static final LibraryErrors ERROR = new LibraryErrors("struct", "error", Exc.Exception);

  /** One value, or a string of {@code size} bytes, at an offset; padding has no item. */
  record Item(ItemCode code, int offset, int size) {}

  /** Reads a format, or raises struct.error. */
  static StructFormat parse(ThreadState ts, String text) {
    return new Parser(ts, text).parse();
  }

  /** A walk over a format's characters. */
  private static final class Parser {
    private final ThreadState ts;
    private final String text;
    private final List<Item> items = new ArrayList<>();
    private int at;
    private long size;

    Parser(ThreadState ts, String text) {
      this.ts = ts;
      this.text = text;
    }

    StructFormat parse() {
      char first = text.isEmpty() ? '@' : text.charAt(0);
      if ("@=<>!".indexOf(first) < 0) {
        first = '@';
      } else if (!text.isEmpty()) {
        at = 1;
      }
      boolean big = first == '>' || first == '!';
      ByteOrder order =
          first == '@' || first == '='
              ? ByteOrder.nativeOrder()
              : big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
      while (at < text.length()) {
        item(first != '@');
      }
      return new StructFormat(
          text, order, first != '@', List.copyOf(items), (int) size, items.size());
    }

    private void item(boolean standard) {
      char c = text.charAt(at++);
      if (c == ' ' || c >= 9 && c <= 13) {
        return;
      }
      long count = 1;
      if (c >= '0' && c <= '9') {
        at--;
        count = count();
        c = text.charAt(at++);
      }
      ItemCode code = ItemCode.of(c);
      int width = code == null ? 0 : standard ? code.standardSize : code.nativeSize;
      if (width == 0) {
        throw c == 0
            ? ERROR.raise(ts, "embedded null character")
            : ERROR.raise(ts, "bad char in struct format");
      }
      if (!standard) {
        size = (size + width - 1) / width * width;
      }
      if (count > (Integer.MAX_VALUE - 64 - size) / width) {
        throw ERROR.raise(ts, "total struct size too long");
      }
      add(code, (int) count, width);
      size += count * width;
    }

    private long count() {
      long count = 0;
      while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
        count = count * 10 + text.charAt(at++) - '0';
        if (count > Long.MAX_VALUE / 20) {
          throw ERROR.raise(ts, "total struct size too long");
        }
      }
      if (at == text.length()) {
        throw ERROR.raise(ts, "repeat count given without format specifier");
      }
      return count;
    }

    private void add(ItemCode code, int count, int width) {
      int from = (int) size;
      switch (code) {
        case PAD -> {}
        case STRING, PASCAL -> items.add(new Item(code, from, count));
        default -> {
          for (int i = 0; i < count; i++) {
            items.add(new Item(code, from + i * width, width));
          }
        }
      }
    }
  }
}

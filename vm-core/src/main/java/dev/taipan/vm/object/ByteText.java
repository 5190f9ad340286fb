package dev.taipan.vm.object;

import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.thread.ThreadState;
import java.util.function.IntPredicate;

/** The methods of bytes and bytearray that read them as ASCII text, and their hexadecimal form. */
public final class ByteText {
  private static final int LAST_ASCII = 0x7F;

  private ByteText() {}

  public static boolean isUpper(int b) {
    return b >= 'A' && b <= 'Z';
  }

  public static boolean isLower(int b) {
    return b >= 'a' && b <= 'z';
  }

  public static boolean isAlpha(int b) {
    return isUpper(b) || isLower(b);
  }

  public static boolean isDigit(int b) {
    return b >= '0' && b <= '9';
  }

  public static boolean isAlnum(int b) {
    return isAlpha(b) || isDigit(b);
  }

  public static boolean isSpace(int b) {
    return ByteMethods.isSpace(b);
  }

  /** Whether there are bytes and all have a property. */
  public static boolean all(ThreadState ts, long self, IntPredicate property) {
    byte[] text = ByteMethods.of(ts, self);
    for (byte b : text) {
      if (!property.test(b)) {
        return false;
      }
    }
    return text.length > 0;
  }

  public static boolean isAscii(ThreadState ts, long self) {
    for (byte b : ByteMethods.of(ts, self)) {
      if (b < 0) {
        return false;
      }
    }
    return true;
  }

  public static boolean isCase(
      ThreadState ts, long self, IntPredicate wanted, IntPredicate unwanted) {
    boolean found = false;
    for (byte b : ByteMethods.of(ts, self)) {
      if (unwanted.test(b)) {
        return false;
      }
      found |= wanted.test(b);
    }
    return found;
  }

  public static boolean isTitle(ThreadState ts, long self) {
    boolean found = false;
    boolean cased = false;
    for (byte b : ByteMethods.of(ts, self)) {
      if (isUpper(b) ? cased : isLower(b) && !cased) {
        return false;
      }
      cased = isAlpha(b);
      found |= cased;
    }
    return found;
  }

  /** How a case conversion treats a letter. */
  public enum Case {
    UPPER,
    LOWER,
    SWAP,
    TITLE,
    CAPITALIZE
  }

  public static long convert(ThreadState ts, long self, Case form) {
    byte[] text = ByteMethods.of(ts, self);
    boolean inWord = false;
    for (int i = 0; i < text.length; i++) {
      byte b = text[i];
      boolean letter = isAlpha(b);
      boolean upper =
          switch (form) {
            case UPPER -> true;
            case LOWER -> false;
            case SWAP -> isLower(b);
            case TITLE -> !inWord;
            case CAPITALIZE -> i == 0;
          };
      if (letter) {
        text[i] = (byte) (upper ? b & ~0x20 : b | 0x20);
      }
      inWord = letter;
    }
    return ByteMethods.like(ts, self, text);
  }

  /** {@code hex(sep, bytes_per_sep)}. */
  public static String hex(ThreadState ts, byte[] bytes, long separator, int group) {
    return hex(ts, bytes, separator, group, LAST_ASCII);
  }

  /** The same where a separator up to a given character is allowed. */
  public static String hex(
      ThreadState ts, byte[] bytes, long separator, int group, int lastSeparator) {
    boolean parted = separator != 0L;
    char between = parted ? separator(ts, separator, lastSeparator) : 0;
    StringBuilder out = new StringBuilder(bytes.length * 2);
    int size = Math.abs(group);
    for (int i = 0; i < bytes.length; i++) {
      int place = group > 0 ? bytes.length - i : i;
      if (parted && size > 0 && i > 0 && place % size == 0) {
        out.append(between);
      }
      out.append(Character.forDigit(bytes[i] >> 4 & 15, 16));
      out.append(Character.forDigit(bytes[i] & 15, 16));
    }
    return out.toString();
  }

  private static char separator(ThreadState ts, long word, int last) {
    if (Subscript.length(ts, word) != 1) {
      throw Errors.valueError(ts, "sep must be length 1.");
    }
    char separator;
    if (Strs.isStr(ts, word)) {
      separator = Strs.toJava(word).charAt(0);
    } else {
      if (ts.runtime().kindOf(word) != Kind.BYTES) {
        throw Errors.typeError(ts, "sep must be str or bytes.");
      }
      separator = (char) (Buffers.ofBytesOrByteArray(ts, word)[0] & 0xFF);
    }
    if (separator > last) {
      throw Errors.valueError(ts, "sep must be ASCII.");
    }
    return separator;
  }

  /** {@code fromhex}: pairs of digits with white space between pairs. */
  public static byte[] fromHex(ThreadState ts, String text) {
    java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (isSpace(c)) {
        i++;
        continue;
      }
      int high = digit(c);
      int low = i + 1 < text.length() ? digit(text.charAt(i + 1)) : -1;
      if (high < 0 || low < 0) {
        throw Errors.valueError(
            ts,
            "non-hexadecimal number found in fromhex() arg at position %d",
            high < 0 ? i : i + 1);
      }
      out.write(high << 4 | low);
      i += 2;
    }
    return out.toByteArray();
  }

  private static int digit(char c) {
    return c < 0x80 ? Character.digit(c, 16) : -1;
  }
}

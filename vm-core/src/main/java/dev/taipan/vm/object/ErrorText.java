package dev.taipan.vm.object;

import com.google.errorprone.annotations.FormatMethod;

/**
 * The text of an error from a format. Errors are part of a program's way, and Java's own formatting
 * takes longer than all else about one: what nearly all formats have in them is done here.
 */
final class ErrorText {
  private ErrorText() {}

  @FormatMethod
  static String of(String format, Object... arguments) {
    int percent = format.indexOf('%');
    if (percent < 0) {
      return format;
    }
    var text = new StringBuilder(format.length() + 32);
    int from = 0;
    int next = 0;
    for (; percent >= 0; percent = format.indexOf('%', from)) {
      char conversion = percent + 1 < format.length() ? format.charAt(percent + 1) : 0;
      text.append(format, from, percent);
      switch (conversion) {
        case 's', 'd' -> text.append(arguments[next++]);
        case '%' -> text.append('%');
        default -> {
          return String.format(format, arguments);
        }
      }
      from = percent + 2;
    }
    return text.append(format, from, format.length()).toString();
  }
}

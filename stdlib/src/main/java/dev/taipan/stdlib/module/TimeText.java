package dev.taipan.stdlib.module;

import dev.taipan.vm.thread.ThreadState;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.Locale;

/** {@code strftime} in the C locale. */
final class TimeText {
  private TimeText() {}

  static String format(ThreadState ts, String format, ZonedDateTime at) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < format.length(); i++) {
      char c = format.charAt(i);
      if (c == '%' && i + 1 < format.length()) {
        i = conversion(ts, format, i + 1, at, out);
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  /** One conversion from behind its percent sign, with flags and width; gives its last position. */
  private static int conversion(
      ThreadState ts, String format, int from, ZonedDateTime at, StringBuilder out) {
    int i = from;
    char flag = 0;
    while (i < format.length() && "_-0^#".indexOf(format.charAt(i)) >= 0) {
      flag = format.charAt(i++);
    }
    int width = 0;
    while (i < format.length() && Character.isDigit(format.charAt(i)) && width < 1000) {
      width = width * 10 + format.charAt(i++) - '0';
    }
    if (i + 1 < format.length() && (format.charAt(i) == 'E' || format.charAt(i) == 'O')) {
      i++;
    }
    String text = i < format.length() ? field(ts, format.charAt(i), at) : null;
    if (text == null) {
      // As C's function does with what it does not know.
      out.append(format, from - 1, Math.min(i + 1, format.length()));
    } else {
      out.append(flagged(text, flag, width));
    }
    return i;
  }

  private static String flagged(String text, char flag, int width) {
    boolean number = !text.isEmpty() && Character.isDigit(text.charAt(text.length() - 1));
    String shown = flag == '^' || flag == '#' ? text.toUpperCase(Locale.ROOT) : text;
    if (number && (flag == '-' || flag == '_')) {
      String bare = shown.replaceFirst("^[0 ]+(?=.)", "");
      return flag == '-' ? bare : " ".repeat(Math.max(0, shown.length() - bare.length())) + bare;
    }
    String fill = number && flag != '_' || flag == '0' ? "0" : " ";
    return fill.repeat(Math.max(0, width - shown.length())) + shown;
  }

  /** The text of a conversion, null if there is no such. */
  private static String field(ThreadState ts, char letter, ZonedDateTime at) {
    int weekday = at.getDayOfWeek().getValue() % 7;
    return switch (letter) {
      case '%' -> "%";
      case 'n' -> "\n";
      case 't' -> "\t";
      case 'a' -> at.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
      case 'A' -> at.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
      case 'b', 'h' -> at.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
      case 'B' -> at.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
      case 'C' -> two(at.getYear() / 100);
      case 'd' -> two(at.getDayOfMonth());
      case 'e' -> "%2d".formatted(at.getDayOfMonth());
      case 'H' -> two(at.getHour());
      case 'I' -> two((at.getHour() + 11) % 12 + 1);
      case 'j' -> "%03d".formatted(at.getDayOfYear());
      case 'm' -> two(at.getMonthValue());
      case 'M' -> two(at.getMinute());
      case 'p' -> at.getHour() < 12 ? "AM" : "PM";
      case 'S' -> two(at.getSecond());
      case 's' -> Long.toString(at.toEpochSecond());
      case 'u' -> Integer.toString(at.getDayOfWeek().getValue());
      case 'w' -> Integer.toString(weekday);
      case 'U' -> two((at.getDayOfYear() + 6 - weekday) / 7);
      case 'W' -> two((at.getDayOfYear() + 6 - (weekday + 6) % 7) / 7);
      case 'y' -> two(at.getYear() % 100);
      case 'Y' -> Integer.toString(at.getYear());
      case 'z' ->
          at.getOffset().getId().equals("Z") ? "+0000" : at.getOffset().getId().replace(":", "");
      case 'Z' -> at.getZone().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
      case 'c' -> format(ts, "%a %b %e %H:%M:%S %Y", at);
      case 'D', 'x' -> format(ts, "%m/%d/%y", at);
      case 'F' -> format(ts, "%Y-%m-%d", at);
      case 'R' -> format(ts, "%H:%M", at);
      case 'T', 'X' -> format(ts, "%H:%M:%S", at);
      case 'r' -> format(ts, "%I:%M:%S %p", at);
      case 'G' -> Integer.toString(at.get(java.time.temporal.IsoFields.WEEK_BASED_YEAR));
      case 'V' -> two(at.get(java.time.temporal.IsoFields.WEEK_OF_WEEK_BASED_YEAR));
      default -> null;
    };
  }

  private static String two(int number) {
    return number < 10 ? "0" + number : Integer.toString(number);
  }
}

package dev.taipan.stdlib.module;

import dev.taipan.vm.object.Errors;
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
        i++;
        out.append(field(ts, format.charAt(i), at));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

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
      default -> throw Errors.notImplemented(ts, "strftime with %" + letter);
    };
  }

  private static String two(int number) {
    return number < 10 ? "0" + number : Integer.toString(number);
  }
}

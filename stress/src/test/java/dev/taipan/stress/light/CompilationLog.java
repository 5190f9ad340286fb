package dev.taipan.stress.light;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code -XX:+PrintCompilation} says about one method: which versions there are at the moment,
 * and whether the compiler ever gave it up. Each version has a number; the one for a running loop
 * counts like the one for a call.
 */
final class CompilationLog {
  private static final int TOP_TIER = 4;

  /** Milliseconds, number, flags, tier, method, size, what became of it. */
  private final Pattern line;

  private final Map<Integer, Integer> tiers = new HashMap<>();
  private String givenUp = "";

  CompilationLog(String method) {
    line =
        Pattern.compile(
            " *\\d+ +(\\d+) [ %s!bn]+ ([1-4]) +" + Pattern.quote(method) + " .*?bytes\\)(.*)");
  }

  void read(String text) {
    Matcher found = line.matcher(text);
    if (!found.matches()) {
      return;
    }
    int number = Integer.parseInt(found.group(1));
    String fate = found.group(3).strip();
    if (fate.contains("SKIPPED") || fate.contains("bailout")) {
      givenUp = text.strip();
    } else if (fate.startsWith("made not entrant")) {
      tiers.remove(number);
    } else {
      tiers.put(number, Integer.parseInt(found.group(2)));
    }
  }

  /** The number of the newest version of the top tier in use, 0 if there is none. */
  int topTier() {
    return tiers.entrySet().stream()
        .filter(version -> version.getValue() == TOP_TIER)
        .mapToInt(Map.Entry::getKey)
        .max()
        .orElse(0);
  }

  /** The line by which the compiler gave the method up, empty if it did not. */
  String givenUp() {
    return givenUp;
  }
}

package dev.taipan.generator.instructions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The words that bodies are written in, and the raw operations that they stand for.
 *
 * <p>They are expanded as text because the loop's size is limited together with everything that the
 * JVM could inline into it: a call of an accessor would count, an intrinsic does not.
 */
final class Vocabulary {
  private static final Map<String, String> FUNCTIONS = new HashMap<>();
  private static final Map<String, String> NAMES = new HashMap<>();

  /**
   * The argument in bytes of a word. Read from memory by each instruction: what is computed from
   * the word alone the JVM's compiler computes before it looks at the opcode, for all cases that
   * share it, and then keeps it on its stack.
   */
  static final String ARG8 = "((long) U.getInt(pc + 4) << 3)";

  static {
    FUNCTIONS.put("load/1", "U.getLong($0)");
    FUNCTIONS.put("load/2", "U.getLong($0 + $1)");
    FUNCTIONS.put("loadInt/1", "U.getInt($0)");
    FUNCTIONS.put("loadInt/2", "U.getInt($0 + $1)");
    FUNCTIONS.put("loadIntAcquire/1", "U.getIntAcquire(null, $0)");
    FUNCTIONS.put("loadAcquire/1", "U.getLongAcquire(null, $0)");
    FUNCTIONS.put("loadAcquire/2", "U.getLongAcquire(null, $0 + $1)");
    FUNCTIONS.put("loadOpaque/2", "U.getLongOpaque(null, $0 + $1)");
    FUNCTIONS.put("store/2", "U.putLong($0, $1)");
    FUNCTIONS.put("store/3", "U.putLong($0 + $1, $2)");
    FUNCTIONS.put("storeRelease/3", "U.putLongRelease(null, $0 + $1, $2)");
    FUNCTIONS.put("storeLocal/1", "U.putLong(fp + FrameLayout.LOCALSPLUS + " + ARG8 + ", $0)");
    FUNCTIONS.put("cache/1", "U.getLongAcquire(null, pc + 8 * ($0 + 1))");
    FUNCTIONS.put("isInt/1", "($0 >>> 49 == 0x7FFFL)");
    FUNCTIONS.put("bothInt/2", "(($0 & $1) >>> 49 == 0x7FFFL)");
    FUNCTIONS.put("unboxInt/1", "($0 << 15 >> 15)");
    FUNCTIONS.put("boxInt/1", "($0 | 0xFFFE_0000_0000_0000L)");
    FUNCTIONS.put("fitsInt/1", "($0 << 15 >> 15 == $0)");
    FUNCTIONS.put(
        "isDouble/1", "($0 - 0x0002_0000_0000_0000L + Long.MIN_VALUE < 0x7FFA_0000_0000_0000L)");
    FUNCTIONS.put("unboxDouble/1", "Double.longBitsToDouble($0 - 0x0002_0000_0000_0000L)");
    FUNCTIONS.put("boxDouble/1", "(Double.doubleToRawLongBits($0) + 0x0002_0000_0000_0000L)");
    FUNCTIONS.put("isBool/1", "(($0 & ~0x10L) == 0x20L)");
    FUNCTIONS.put("fromBool/1", "($0 ? 0x30L : 0x20L)");
    FUNCTIONS.put("isCell/1", "($0 - 0x1000L >>> 48 == 0)");
    FUNCTIONS.put("isKind/2", "($0 - 0x1000L >>> 48 == 0 && U.getInt($0) == K_$1)");
    FUNCTIONS.put("pollRequested/0", "(U.getLongOpaque(null, tb + ThreadLayout.POLL) != 0)");
    FUNCTIONS.put(
        "codeIsStale/0",
        "(U.getIntAcquire(null, U.getLong(fp + FrameLayout.CODE) + CodeLayout.EVENTS)"
            + " != U.getInt(tb + ThreadLayout.EVENTS))");
    FUNCTIONS.put("isReplaced/0", "(U.getChar(pc) != op)");
    FUNCTIONS.put("jump/1", "pc += $0");
    FUNCTIONS.put(
        "compareDoubles/2",
        "(Double.longBitsToDouble($0 - 0x0002_0000_0000_0000L) < Double.longBitsToDouble($1 -"
            + " 0x0002_0000_0000_0000L) ? 0 : Double.longBitsToDouble($0 - 0x0002_0000_0000_0000L)"
            + " == Double.longBitsToDouble($1 - 0x0002_0000_0000_0000L) ? 1 :"
            + " Double.longBitsToDouble($0 - 0x0002_0000_0000_0000L) > Double.longBitsToDouble($1 -"
            + " 0x0002_0000_0000_0000L) ? 2 : 3)");
    NAMES.put("local", "U.getLong(fp + FrameLayout.LOCALSPLUS + " + ARG8 + ")");
    NAMES.put("arg", "U.getInt(pc + 4)");
    NAMES.put("arg8", ARG8);
    NAMES.put("counterSlot", "((long) U.getChar(pc + 2) << 1)");
    NAMES.put("EMPTY", "0L");
    NAMES.put("NONE", "0x10L");
    NAMES.put("FALSE", "0x20L");
    NAMES.put("TRUE", "0x30L");
    // Four bits a comparison: true when less, equal, greater, unordered.
    NAMES.put("COMPARISONS", "0x64D231L");
  }

  private final Map<String, String> names = new HashMap<>(NAMES);

  /** Makes a name stand for a text in this body only. */
  void define(String name, String text) {
    names.put(name, text);
  }

  String expand(String body) {
    var out = new StringBuilder();
    int at = 0;
    while (at < body.length()) {
      char c = body.charAt(at);
      if (!Character.isJavaIdentifierStart(c)) {
        at = skipLiteral(body, at);
        out.append(
            c == '"' || Character.isDigit(c) ? body.substring(lastAt, at) : String.valueOf(c));
        continue;
      }
      int end = at;
      while (end < body.length() && Character.isJavaIdentifierPart(body.charAt(end))) {
        end++;
      }
      String word = body.substring(at, end);
      boolean member = at > 0 && body.charAt(at - 1) == '.';
      if (!member && end < body.length() && body.charAt(end) == '(') {
        int close = closing(body, end);
        List<String> arguments = arguments(body.substring(end + 1, close));
        out.append(call(word, arguments));
        at = close + 1;
      } else {
        out.append(member ? word : names.getOrDefault(word, word));
        at = end;
      }
    }
    return out.toString();
  }

  private int lastAt;

  /** Passes over a string or number whole, so that nothing in it is taken for a name. */
  private int skipLiteral(String body, int at) {
    lastAt = at;
    char c = body.charAt(at);
    if (c == '"') {
      return body.indexOf('"', at + 1) + 1;
    }
    int end = at + 1;
    if (Character.isDigit(c)) {
      while (end < body.length() && Character.isJavaIdentifierPart(body.charAt(end))) {
        end++;
      }
    }
    return end;
  }

  private String call(String name, List<String> arguments) {
    String template = FUNCTIONS.get(name + "/" + arguments.size());
    var expanded = new ArrayList<String>();
    for (String argument : arguments) {
      expanded.add(expand(argument));
    }
    if (template == null) {
      return name + "(" + String.join(", ", expanded) + ")";
    }
    for (int i = 0; i < expanded.size(); i++) {
      template = template.replace("$" + i, grouped(expanded.get(i)));
    }
    return template;
  }

  private static String grouped(String text) {
    boolean simple = text.chars().allMatch(c -> Character.isJavaIdentifierPart(c) || c == '.');
    return simple ? text : "(" + text + ")";
  }

  static int closing(String text, int open) {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '(') {
        depth++;
      } else if (c == ')' && --depth == 0) {
        return i;
      }
    }
    throw new DefinitionError("body", "unbalanced parentheses in " + text);
  }

  private static List<String> arguments(String text) {
    var list = new ArrayList<String>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '(') {
        depth++;
      } else if (c == ')') {
        depth--;
      } else if (c == ',' && depth == 0) {
        list.add(text.substring(start, i).strip());
        start = i + 1;
      }
    }
    if (!text.isBlank()) {
      list.add(text.substring(start).strip());
    }
    return list;
  }
}

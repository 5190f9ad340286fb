package dev.taipan.generator.instructions;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gives each case of a switch sums of its own. What several cases add to the same variable, {@code
 * pc + 8}, the JVM's compiler computes once for all, before it jumps by its table: a dozen sums at
 * each instruction, of which one is used. So a case adds another number to another variable, which
 * has the instruction's number in it: {@code pcOp + (8 - 32 * Op.X)}, where {@code pcOp} is {@code
 * pc + 32 * op}. The sum is the same, and to the compiler they have nothing in common.
 */
final class OwnSums {
  private static final Pattern PC = Pattern.compile("\\bpc \\+ (\\d+)(?=\\))");
  private static final Pattern CACHE = Pattern.compile("\\bpc \\+ 8 \\* \\((\\d+) \\+ 1\\)");
  private static final Pattern NEXT = Pattern.compile("\\bpc \\+= (\\d+);");
  private static final Pattern SP = Pattern.compile("\\bsp - (\\d+)\\b");
  private static final Pattern PC_CHANGES = Pattern.compile("\\bpc (\\+=|=) ");
  private static final Pattern SP_CHANGES = Pattern.compile("\\bsp (\\+=|-=|=) ");

  /** What a switch that has such cases needs before it. */
  static final String BOTH = "long pcOp = pc + (op << 5);\nlong spOp = sp + (op << 5);\n";

  /** The same where the topmost word is in {@code kept}, which no case can leave as it is. */
  static final String KEPT = "long pcOp = pc + (op << 5);\nkept ^= op;\n";

  private OwnSums() {}

  /** The text of a case whose sums of pc and sp are with its own number. */
  static String ofBoth(String text, String op) {
    return ofStack(ofCode(text, op), op);
  }

  /** The text of a case of the second switch. */
  static String ofKept(String text, String op) {
    return "kept ^= Op." + op + ";\n" + ofCode(text, op);
  }

  private static String ofCode(String text, String op) {
    int end = firstChange(PC_CHANGES.matcher(text), text.length());
    String unchanged = text.substring(0, end);
    String rest = text.substring(end);
    unchanged = CACHE.matcher(unchanged).replaceAll("pcOp + (8L * ($1 + 1) - 32 * Op." + op + ")");
    unchanged = PC.matcher(unchanged).replaceAll("pcOp + ($1L - 32 * Op." + op + ")");
    Matcher next = NEXT.matcher(rest);
    if (next.lookingAt()) {
      rest =
          "pc = pcOp + (" + next.group(1) + "L - 32 * Op." + op + ");" + rest.substring(next.end());
    }
    return unchanged + rest;
  }

  private static String ofStack(String text, String op) {
    int end = firstChange(SP_CHANGES.matcher(text), text.length());
    // What is assigned first is still computed of the old value.
    int line = text.indexOf('\n', end);
    int cut = line < 0 ? text.length() : line;
    String sum = "spOp - ($1L + 32 * Op." + op + ")";
    return SP.matcher(text.substring(0, cut)).replaceAll(sum) + text.substring(cut);
  }

  private static int firstChange(Matcher changes, int none) {
    return changes.find() ? changes.start() : none;
  }
}

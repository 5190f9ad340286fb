package dev.taipan.vm.parse;

import dev.taipan.vm.ast.Mod;
import dev.taipan.vm.tree.AstDump;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * The command line side of the comparison with CPython: reads work from standard input, one item a
 * line, and prints one line for each.
 *
 * <ul>
 *   <li>{@code trees}: file names; prints the SHA-256 of the tree's dump, or the fault
 *   <li>{@code dump}: file names; prints the dump itself
 *   <li>{@code snippets}: mode and source in hexadecimal UTF-8; prints the dump or the fault
 *   <li>{@code speed}: file names; parses them all a few times and prints megabytes a second
 * </ul>
 */
final class ParseTool {
  private static final int ROUNDS = 8;

  private ParseTool() {}

  public static void main(String[] args) throws IOException {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    List<String> lines = in.lines().toList();
    switch (args[0]) {
      case "trees" -> {
        for (String line : lines) {
          out.println(digest(ascii(file(Path.of(line)))));
        }
      }
      case "dump" -> {
        for (String line : lines) {
          out.println(ascii(file(Path.of(line))));
        }
      }
      case "snippets" -> {
        for (String line : lines) {
          out.println(ascii(snippet(line)));
        }
      }
      case "speed" -> speed(lines, out);
      default -> throw new IllegalArgumentException(args[0]);
    }
    out.flush();
  }

  /** Which characters print as themselves depends on the Unicode version, so none does. */
  static String ascii(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (c < 0x80) {
                out.append((char) c);
              } else {
                String form = c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x";
                out.append(String.format(Locale.ROOT, form, c));
              }
            });
    return out.toString();
  }

  private static String digest(String text) {
    if (text.startsWith("!")) {
      return text;
    }
    try {
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(utf8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String file(Path path) throws IOException {
    try {
      Mod tree =
          Parser.of(Parser.Mode.EXEC, SyntaxWarnings.IGNORE)
              .parse(Files.readAllBytes(path), path.toString());
      return AstDump.dump(tree, true);
    } catch (SyntaxFault e) {
      return "!" + describe(e);
    }
  }

  private static String snippet(String line) {
    int space = line.indexOf(' ');
    Parser.Mode mode = Parser.Mode.valueOf(line.substring(0, space));
    byte[] utf8 = HexFormat.of().parseHex(line.substring(space + 1));
    return snippet(mode, new String(utf8, StandardCharsets.UTF_8));
  }

  static String snippet(Parser.Mode mode, String source) {
    try {
      return AstDump.dump(Parser.of(mode, SyntaxWarnings.IGNORE).parse(source), true);
    } catch (SyntaxFault e) {
      return "!" + describe(e);
    }
  }

  /** The fault as the golden files write it. */
  static String describe(SyntaxFault e) {
    return e.type().pythonName()
        + "|"
        + (e.getMessage() + "|" + e.lineno() + "|" + e.offset())
        + ("|" + e.endLineno() + "|" + e.endOffset())
        + ("|" + (e.text() == null ? "None" : e.text().replace("\\", "\\\\").replace("\n", "\\n")));
  }

  private static void speed(List<String> files, PrintStream out) throws IOException {
    List<byte[]> sources = new ArrayList<>();
    long bytes = 0;
    for (String file : files) {
      byte[] source = Files.readAllBytes(Path.of(file));
      sources.add(source);
      bytes += source.length;
    }
    Parser parser = Parser.of(Parser.Mode.EXEC, SyntaxWarnings.IGNORE);
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      for (byte[] source : sources) {
        try {
          parser.parse(source, "speed");
        } catch (SyntaxFault e) {
          out.println(describe(e));
        }
      }
      out.printf("%.1f MB/s%n", bytes * 1e3 / (System.nanoTime() - start));
    }
  }
}

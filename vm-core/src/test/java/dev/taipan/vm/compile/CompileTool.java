package dev.taipan.vm.compile;

import dev.taipan.vm.ast.Mod;
import dev.taipan.vm.ast.Span;
import dev.taipan.vm.code.BlueprintReader;
import dev.taipan.vm.code.BlueprintWriter;
import dev.taipan.vm.code.CodeBlueprint;
import dev.taipan.vm.code.CodeConstant;
import dev.taipan.vm.code.DamagedCode;
import dev.taipan.vm.code.Disassembler;
import dev.taipan.vm.code.InstructionWords;
import dev.taipan.vm.code.Op;
import dev.taipan.vm.code.StackVerifier;
import dev.taipan.vm.parse.Parser;
import dev.taipan.vm.parse.SyntaxFault;
import dev.taipan.vm.parse.SyntaxWarnings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs the compiler over files for the comparison with another Python.
 *
 * <pre>
 *  dis FILE           the listing of a file's code
 *  check LIST         compile, verify and serialize every file named in LIST; counts
 *  scopes LIST        the resolved scopes of every file named in LIST
 *  errors FILE        the fault of each snippet in FILE (separated by lines of dashes)
 *  ops LIST           every instruction with its position, one a line
 *  speed LIST         compile everything repeatedly; time and size
 * </pre>
 */
public final class CompileTool {
  private CompileTool() {}

  public static void main(String[] args) throws IOException {
    Path path = Path.of(args[1]);
    switch (args[0]) {
      case "dis" -> System.out.print(Disassembler.disassemble(compile(path)));
      case "check" -> check(Files.readAllLines(path));
      case "scopes" -> Files.readAllLines(path).forEach(CompileTool::scopes);
      case "errors" -> errors(Files.readString(path));
      case "ops" -> ops(Files.readAllLines(path));
      case "speed" -> speed(Files.readAllLines(path));
      default -> throw new IllegalArgumentException(args[0]);
    }
  }

  private static Mod parse(Path path) throws IOException, SyntaxFault {
    return Parser.of(Parser.Mode.EXEC, SyntaxWarnings.IGNORE)
        .parse(Files.readAllBytes(path), path.toString());
  }

  private static CodeBlueprint compile(Path path) throws IOException {
    try {
      return Compiler.compile(parse(path), CompileOptions.of(path.toString()));
    } catch (SyntaxFault e) {
      throw new IllegalArgumentException(path + ":" + e.lineno() + ": " + e.getMessage(), e);
    }
  }

  private static void check(List<String> files) throws IOException {
    int good = 0;
    int refused = 0;
    int failed = 0;
    long words = 0;
    long bytes = 0;
    for (String file : files) {
      try {
        CodeBlueprint code = Compiler.compile(parse(Path.of(file)), CompileOptions.of(file));
        StackVerifier.verify(code);
        byte[] serialized = BlueprintWriter.write(code);
        if (!BlueprintReader.read(serialized).equals(code)) {
          throw new IllegalStateException("serialization changes the code");
        }
        words += words(code);
        bytes += serialized.length;
        good++;
      } catch (SyntaxFault e) {
        refused++;
        System.out.println("REFUSED " + file + ":" + e.lineno() + ": " + e.getMessage());
      } catch (RuntimeException | DamagedCode | StackOverflowError e) {
        failed++;
        System.out.println("FAILED " + file + ": " + e);
        for (int i = 0; i < Math.min(6, e.getStackTrace().length); i++) {
          System.out.println("    " + e.getStackTrace()[i]);
        }
      }
    }
    System.out.printf(
        "%d compiled, %d refused, %d failed; %d words, %d bytes serialized%n",
        good, refused, failed, words, bytes);
  }

  private static long words(CodeBlueprint code) {
    long words = code.words().length();
    for (CodeConstant constant : code.constants()) {
      if (constant instanceof CodeConstant.Code(CodeBlueprint nested)) {
        words += words(nested);
      }
    }
    return words;
  }

  private static void scopes(String file) {
    try {
      Mod mod = parse(Path.of(file));
      boolean future = FutureFeatures.of(mod, 0).annotations();
      Scope top = ScopeBuilder.build(mod, future).top();
      System.out.println("FILE " + file);
      dump(top, 0);
    } catch (SyntaxFault | CompileError e) {
      System.out.println("FILE " + file + "\nREFUSED");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void dump(Scope scope, int depth) {
    StringBuilder line = new StringBuilder(" ".repeat(depth));
    line.append(scope.kind.pythonName()).append(' ').append(scope.name);
    line.append(' ').append(scope.span.lineno());
    scope.symbols.entrySet().stream()
        .sorted(java.util.Map.Entry.comparingByKey())
        .forEach(
            e -> {
              Symbol s = e.getValue();
              line.append(' ').append(e.getKey()).append(':').append(s.flags() & 0x7ff);
              line.append('/').append(s.resolution().ordinal());
            });
    System.out.println(line);
    scope.children.forEach(child -> dump(child, depth + 1));
  }

  private static void ops(List<String> files) throws IOException {
    for (String file : files) {
      System.out.println("FILE " + file);
      try {
        ops(Compiler.compile(parse(Path.of(file)), CompileOptions.of(file)));
      } catch (SyntaxFault e) {
        System.out.println("REFUSED");
      }
    }
  }

  private static void ops(CodeBlueprint code) {
    System.out.println("CODE " + code.firstLine() + " " + code.qualname());
    int at = 0;
    while (at < code.words().length()) {
      long word = code.words().at(at);
      int op = InstructionWords.op(word);
      Span p = code.positions().at(at);
      System.out.println(
          Op.name(op)
              + " "
              + InstructionWords.arg(word)
              + (p == null
                  ? " -"
                  : " %d %d %d %d"
                      .formatted(p.lineno(), p.colOffset(), p.endLineno(), p.endColOffset())));
      at += 1 + Op.cacheWords(op);
    }
    for (CodeConstant constant : code.constants()) {
      if (constant instanceof CodeConstant.Code(CodeBlueprint nested)) {
        ops(nested);
      }
    }
  }

  private static void errors(String text) {
    for (String snippet : text.split("(?m)^-----\n", -1)) {
      System.out.println(fault(snippet));
    }
  }

  /** What compiling a snippet says: its warnings, then "ok" or the fault. */
  static String fault(String snippet) {
    StringBuilder warned = new StringBuilder();
    SyntaxWarnings sink =
        (message, line) -> {
          warned.append("W ").append(line).append(' ').append(message).append(" | ");
          return false;
        };
    try {
      Mod mod = Parser.of(Parser.Mode.EXEC, sink).parse(snippet);
      Compiler.compile(mod, new CompileOptions("<test>", 0, 0, false, sink));
      return warned + "ok";
    } catch (SyntaxFault e) {
      return "%s%s: %s (%d, %d, %d, %d)"
          .formatted(
              warned,
              e.type().pythonName(),
              e.getMessage(),
              e.lineno(),
              e.offset(),
              e.endLineno(),
              e.endOffset());
    }
  }

  private static void speed(List<String> files) throws IOException {
    long lines = 0;
    for (String file : files) {
      lines +=
          new String(Files.readAllBytes(Path.of(file)), StandardCharsets.ISO_8859_1)
              .lines()
              .count();
    }
    for (int round = 0; round < 6; round++) {
      long parsing = 0;
      long compiling = 0;
      for (String file : files) {
        long start = System.nanoTime();
        try {
          Mod mod = parse(Path.of(file));
          long parsed = System.nanoTime();
          Compiler.compile(mod, CompileOptions.of(file));
          parsing += parsed - start;
          compiling += System.nanoTime() - parsed;
        } catch (SyntaxFault e) {
          parsing += System.nanoTime() - start; // some test files are wrong on purpose
        }
      }
      System.out.printf(
          "%d lines: parse %d ms, compile %d ms (%.2f million lines/s)%n",
          lines, parsing / 1_000_000, compiling / 1_000_000, lines * 1e3 / compiling);
    }
  }
}

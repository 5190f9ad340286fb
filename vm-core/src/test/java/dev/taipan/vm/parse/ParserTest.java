package dev.taipan.vm.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taipan.vm.tree.AstDump;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the golden files cannot say: encodings, warnings, depth, prompts, type comments. */
final class ParserTest {
  private static Parser parser() {
    return Parser.of(Parser.Mode.EXEC, SyntaxWarnings.IGNORE);
  }

  private static String dump(byte[] source) throws SyntaxFault {
    return AstDump.dump(parser().parse(source, "f.py"), false);
  }

  private static SyntaxFault fault(String source) {
    return assertThrows(SyntaxFault.class, () -> parser().parse(source));
  }

  private static final String E_ACUTE =
      "Module(body=[Expr(value=Constant(value='\u00e9'))], type_ignores=[])";

  @Test
  void readsDeclaredEncodings() throws SyntaxFault {
    byte[] latin = "# coding: latin-1\n'\u00e9'".getBytes(StandardCharsets.ISO_8859_1);
    byte[] second =
        "#!x\n# -*- coding=iso-8859-1 -*-\n'\u00e9'".getBytes(StandardCharsets.ISO_8859_1);
    byte[] marked = "\ufeff'\u00e9'".getBytes(StandardCharsets.UTF_8);
    assertEquals(E_ACUTE, dump(latin));
    assertEquals(E_ACUTE, dump(second));
    assertEquals(E_ACUTE, dump(marked));
  }

  @Test
  void refusesWrongEncodings() {
    byte[] undeclared = "x\n'\u00e9'".getBytes(StandardCharsets.ISO_8859_1);
    byte[] unknown = "# coding: nonsense\n".getBytes(StandardCharsets.US_ASCII);
    assertEquals(
        "Non-UTF-8 code starting with '\\xe9' in file f.py on line 2, but no encoding declared; "
            + "see https://peps.python.org/pep-0263/ for details",
        assertThrows(SyntaxFault.class, () -> dump(undeclared)).getMessage());
    assertEquals(
        "unknown encoding: nonsense",
        assertThrows(SyntaxFault.class, () -> dump(unknown)).getMessage());
    assertEquals("source code string cannot contain null bytes", fault("a\0b").getMessage());
    assertEquals(SyntaxFault.Type.UNICODE_ENCODE_ERROR, fault("'\ud800'").type());
  }

  @Test
  void readsEveryLineEnd() throws SyntaxFault {
    String unix = AstDump.dump(parser().parse("a\nb\n'''\n'''"), true);
    assertEquals(unix, AstDump.dump(parser().parse("a\r\nb\r\n'''\r\n'''"), true));
    assertEquals(unix, AstDump.dump(parser().parse("a\rb\r'''\r'''\r"), true));
  }

  @Test
  void warnsOncePerLiteral() throws SyntaxFault {
    List<String> warnings = new ArrayList<>();
    SyntaxWarnings sink =
        (message, line) -> {
          warnings.add(line + ": " + message);
          return false;
        };
    Parser.of(Parser.Mode.EXEC, sink).parse("'\\d\\e'\nb'\\q'\n'\\400'\n1if x else 2\nf'\\w'");
    assertEquals(
        List.of(
            "1: invalid escape sequence '\\d'",
            "2: invalid escape sequence '\\q'",
            "3: invalid octal escape sequence '\\400'",
            "4: invalid decimal literal",
            "5: invalid escape sequence '\\w'"),
        warnings);
  }

  @Test
  void turnsWarningsIntoFaults() {
    Parser strict = Parser.of(Parser.Mode.EXEC, (message, line) -> true);
    SyntaxFault e = assertThrows(SyntaxFault.class, () -> strict.parse("x = '\\d'"));
    assertEquals("invalid escape sequence '\\d'", e.getMessage());
    assertEquals(5, e.offset());
  }

  @Test
  void refusesDepthWithoutExhaustingTheStack() {
    assertEquals("too many nested parentheses", fault("(".repeat(300)).getMessage());
    assertEquals(SyntaxFault.Type.MEMORY_ERROR, fault("lambda: ".repeat(100_000) + "x").type());
    assertEquals(SyntaxFault.Type.MEMORY_ERROR, fault("a ** ".repeat(100_000) + "x").type());
    assertEquals("too many levels of indentation", fault(nestedIfs(120)).getMessage());
  }

  private static String nestedIfs(int depth) {
    StringBuilder source = new StringBuilder();
    for (int i = 0; i < depth; i++) {
      source.append(" ".repeat(i)).append("if x:\n");
    }
    return source.append(" ".repeat(depth)).append("y\n").toString();
  }

  @Test
  void readsLongChainsWithoutRecursion() throws SyntaxFault {
    parser().parse("x = " + "a + ".repeat(100_000) + "b");
    parser().parse("x = " + "not ".repeat(10_000) + "b");
    parser().parse("if a: b\n" + "elif a: b\n".repeat(10_000));
  }

  @Test
  void tellsIncompleteFromWrong() {
    Parser prompt = Parser.of(Parser.Mode.SINGLE, SyntaxWarnings.IGNORE).withIncompleteInput(true);
    for (String source : List.of("x = (", "if x:", "'''a", "def f():\n  x", "x \\\n")) {
      SyntaxFault e = assertThrows(SyntaxFault.class, () -> prompt.parse(source), source);
      assertEquals(SyntaxFault.Type.INCOMPLETE_INPUT, e.type(), source);
    }
    for (String source : List.of("x y\n", ")", "if x y:\n", "'a\n")) {
      SyntaxFault e = assertThrows(SyntaxFault.class, () -> prompt.parse(source), source);
      assertEquals(SyntaxFault.Type.SYNTAX_ERROR, e.type(), source);
    }
  }

  @Test
  void keepsTypeComments() throws SyntaxFault {
    String source = "x = 1 # type: int\ny # type: ignore[z]\n";
    String tree = AstDump.dump(parser().withTypeComments(true).parse(source), false);
    assertTrue(tree.contains("type_comment='int'"), tree);
    assertTrue(tree.contains("TypeIgnore(lineno=2, tag='[z]')"), tree);
  }

  @Test
  void readsSignatures() throws SyntaxFault {
    Parser signatures = Parser.of(Parser.Mode.FUNC_TYPE, SyntaxWarnings.IGNORE);
    assertEquals(
        "FunctionType(argtypes=[Name(id='int', ctx=Load()), Name(id='a', ctx=Load())], "
            + "returns=Name(id='b', ctx=Load()))",
        AstDump.dump(signatures.parse("(int, *a) -> b"), false));
  }
}

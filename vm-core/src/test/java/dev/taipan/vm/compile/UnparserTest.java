package dev.taipan.vm.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taipan.vm.ast.Mod;
import dev.taipan.vm.parse.Parser;
import dev.taipan.vm.parse.SyntaxFault;
import dev.taipan.vm.parse.SyntaxWarnings;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** String annotations; each line of unparse.txt is a source and what CPython 3.12 makes of it. */
class UnparserTest {
  @TestFactory
  Stream<DynamicTest> unparse() {
    return Resources.read("unparse.txt")
        .lines()
        .map(line -> line.split(" ==> ", 2))
        .map(p -> DynamicTest.dynamicTest(p[0], () -> assertEquals(p[1], unparsed(p[0]))));
  }

  private static String unparsed(String source) throws SyntaxFault {
    Mod mod = Parser.of(Parser.Mode.EVAL, SyntaxWarnings.IGNORE).parse(source);
    return Unparser.unparse(((Mod.Expression) mod).body());
  }
}

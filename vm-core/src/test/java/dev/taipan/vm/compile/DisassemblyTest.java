package dev.taipan.vm.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taipan.vm.ast.Mod;
import dev.taipan.vm.code.CodeBlueprint;
import dev.taipan.vm.code.Disassembler;
import dev.taipan.vm.code.StackVerifier;
import dev.taipan.vm.parse.Parser;
import dev.taipan.vm.parse.SyntaxFault;
import dev.taipan.vm.parse.SyntaxWarnings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The code of small sources, instruction by instruction. */
class DisassemblyTest {
  @ParameterizedTest
  @ValueSource(strings = {"loops", "functions", "classes", "exceptions", "expressions", "patterns"})
  void listing(String name) throws SyntaxFault {
    Mod mod =
        Parser.of(Parser.Mode.EXEC, SyntaxWarnings.IGNORE)
            .parse(Resources.read("dis/" + name + ".py"));
    CodeBlueprint code = Compiler.compile(mod, CompileOptions.of(name + ".py"));
    StackVerifier.verify(code);
    assertEquals(Resources.read("dis/" + name + ".txt"), Disassembler.disassemble(code));
  }
}

package dev.taipan.vm.compile;

import dev.taipan.vm.ast.Mod;
import dev.taipan.vm.ast.Span;
import dev.taipan.vm.code.CodeBlueprint;
import dev.taipan.vm.parse.SyntaxFault;

/** Compiles syntax trees to code blueprints. */
public final class Compiler {
  private Compiler() {}

  /**
   * Compiles a tree.
   *
   * @param mod a module, interactive statement or expression
   * @param options file name, optimization level, flags and the sink of warnings
   * @return the code of the module
   * @throws SyntaxFault if the tree is not a valid program
   */
  public static CodeBlueprint compile(Mod mod, CompileOptions options) throws SyntaxFault {
    try {
      FutureFeatures future = FutureFeatures.of(mod, options.inheritedFlags());
      Mod folded = StatementFolder.fold(mod, options.optimize() == 0, future.annotations());
      ScopeTable scopes = ScopeBuilder.build(folded, future.annotations());
      return new Codegen(options, future, scopes).generate(folded);
    } catch (CompileError e) {
      throw fault(e);
    }
  }

  static SyntaxFault fault(CompileError e) {
    if (e.isTooDeep()) {
      return SyntaxFault.recursion(e.getMessage());
    }
    Span span = e.span();
    return SyntaxFault.at(
        e.getMessage(),
        span.lineno(),
        span.colOffset() + 1,
        span.endLineno(),
        span.endColOffset() + 1);
  }
}

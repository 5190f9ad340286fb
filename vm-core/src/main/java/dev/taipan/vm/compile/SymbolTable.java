package dev.taipan.vm.compile;

import dev.taipan.vm.ast.Mod;
import dev.taipan.vm.parse.SyntaxFault;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A scope as Python's {@code symtable} shows it: a copy of what the compiler found, with the
 * numbers that the module's constants name.
 *
 * @param kind the number of the construct that opened the scope
 * @param symbols the uses of each name, and above {@link #RESOLUTION_SHIFT} where it lives
 */
public record SymbolTable(
    String name,
    int kind,
    int lineno,
    boolean nested,
    Map<String, Integer> symbols,
    List<String> parameters,
    List<SymbolTable> children) {
  /** How far the number of a name's place stands above its uses. */
  public static final int RESOLUTION_SHIFT = 12;

  /**
   * The scopes of a tree.
   *
   * @throws SyntaxFault if its names contradict each other
   */
  public static SymbolTable of(Mod mod) throws SyntaxFault {
    try {
      FutureFeatures future = FutureFeatures.of(mod, 0);
      return of(ScopeBuilder.build(mod, future.annotations()).top());
    } catch (CompileError e) {
      throw Compiler.fault(e);
    }
  }

  private static SymbolTable of(Scope scope) {
    Map<String, Integer> symbols = new LinkedHashMap<>();
    scope.symbols.forEach(
        (name, symbol) ->
            symbols.put(name, symbol.flags() | symbol.resolution().ordinal() << RESOLUTION_SHIFT));
    return new SymbolTable(
        scope.name,
        number(scope.kind),
        scope.span.lineno(),
        scope.nested,
        symbols,
        List.copyOf(scope.parameters),
        scope.children.stream().map(SymbolTable::of).toList());
  }

  private static int number(ScopeKind kind) {
    return switch (kind) {
      case FUNCTION -> 0;
      case CLASS -> 1;
      case MODULE -> 2;
      case ANNOTATION -> 3;
      case TYPE_VARIABLE -> 4;
      case TYPE_ALIAS -> 5;
      case TYPE_PARAMETERS -> 6;
    };
  }
}

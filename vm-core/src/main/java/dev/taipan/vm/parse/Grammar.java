package dev.taipan.vm.parse;

/** The rules of the grammar, grouped; they are mutually recursive and find each other here. */
final class Grammar {
  final ExpressionParser expressions;
  final DisplayParser displays;
  final ComprehensionParser comprehensions;
  final CallParser calls;
  final TargetParser targets;
  final ParameterParser parameters;
  final ParameterParser lambdaParameters;
  final StringParser strings;
  final StatementParser statements;
  final ImportParser imports;
  final CompoundParser compounds;
  final DefinitionParser definitions;
  final PatternParser patterns;
  final InvalidExpressions invalidExpressions;
  final InvalidCalls invalidCalls;
  final InvalidStatements invalidStatements;
  final InvalidBlocks invalidBlocks;

  Grammar(Parse p) {
    expressions = new ExpressionParser(p, this);
    displays = new DisplayParser(p, this);
    comprehensions = new ComprehensionParser(p, this);
    calls = new CallParser(p, this);
    targets = new TargetParser(p, this);
    parameters = new ParameterParser(p, this, TokenKind.RPAR);
    lambdaParameters = new ParameterParser(p, this, TokenKind.COLON);
    strings = new StringParser(p, this);
    statements = new StatementParser(p, this);
    imports = new ImportParser(p, this);
    compounds = new CompoundParser(p, this);
    definitions = new DefinitionParser(p, this);
    patterns = new PatternParser(p, this);
    invalidExpressions = new InvalidExpressions(p, this);
    invalidCalls = new InvalidCalls(p, this);
    invalidStatements = new InvalidStatements(p, this);
    invalidBlocks = new InvalidBlocks(p, this);
  }
}

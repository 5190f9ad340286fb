package dev.taipan.vm.parse;

import dev.taipan.vm.ast.Mod;

/**
 * The second run over source that could not be read: finds what was meant.
 *
 * <p>It recurses several times deeper than the first run does on the same source, so it gets a
 * thread with a stack of its own; errors are rare enough. The thread touches nothing but the parse
 * that is handed to it, and its owner waits for it.
 */
final class Diagnosis implements Runnable {
  private static final long STACK_BYTES = 256L << 20;

  private final Parse p;
  private final Parse.Rule<Mod> start;
  private final SyntaxFault first;
  private SyntaxFault fault;

  private Diagnosis(Parse p, Parse.Rule<Mod> start, SyntaxFault first) {
    this.p = p;
    this.start = start;
    this.first = first;
  }

  /** What is wrong with the source, whose first run threw {@code first} or, if null, halted. */
  static SyntaxFault of(Parse p, Parse.Rule<Mod> start, SyntaxFault first) {
    Diagnosis diagnosis = new Diagnosis(p, start, first);
    Thread thread = new Thread(null, diagnosis, "syntax-diagnosis", STACK_BYTES);
    thread.start();
    boolean interrupted = false;
    while (true) {
      try {
        thread.join();
        break;
      } catch (InterruptedException _) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (diagnosis.fault == null) {
      throw new IllegalStateException("the diagnosis of a syntax error failed");
    }
    return diagnosis.fault;
  }

  @Override
  public void run() {
    fault = find();
  }

  /** What was meant, else where the first run came to a halt. */
  private SyntaxFault find() {
    int halt = p.tokens.size() - 1;
    p.restart();
    try {
      start.parse();
    } catch (SyntaxFault e) {
      return p.lexer.hasFault() ? e : p.faults.orLexical(e);
    }
    if (first != null) {
      return first;
    }
    return switch (p.tokens.kind(halt)) {
      case INDENT -> p.faults.indentation("unexpected indent");
      case DEDENT -> p.faults.indentation("unexpected unindent");
      default -> p.faults.orLexical(p.faults.at(halt, "invalid syntax"));
    };
  }
}

package dev.taipan.stdlib.text;

import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Compilation;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.HostObject;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.PyException;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.parse.SyntaxFault;
import dev.taipan.vm.parse.TokenStream;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.RootScope;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * {@code _tokenize.TokenizerIter}. All lines are read when the first token is asked for. The stream
 * belongs to the thread that has set {@code running}.
 */
@BuiltinType(name = "TokenizerIter", module = "_tokenize", subclassable = false)
public final class TokenizerIterType extends HostObject {
  private static final String FILENAME = "<string>";

  private static final int FILE = 1;
  private static final int OFFSET = 3;
  private static final int TEXT = 4;

  /** The field of a SyntaxError that holds the line of its end; the column is behind it. */
  private static final int END_LINE = 5;

  private final long readline;
  private final long encoding;
  private final boolean extra;
  private final AtomicBoolean running = new AtomicBoolean();
  private TokenStream stream;

  private TokenizerIterType(long readline, long encoding, boolean extra) {
    this.readline = readline;
    this.encoding = encoding;
    this.extra = extra;
  }

  @Override
  public void trace(Visitor visitor) {
    visitor.visit(readline);
    visitor.visit(encoding);
  }

  @Builtin(
      value = "__new__(cls, readline, /, *, encoding=None, extra_tokens=False)",
      binding = Binding.NEW)
  static long create(ThreadState ts, long cls, long readline, long encoding, boolean extraTokens) {
    return Hosts.create(
        ts, Classes.of(ts, cls), new TokenizerIterType(readline, encoding, extraTokens));
  }

  @Builtin("__iter__(self, /)")
  static long iter(long self) {
    return self;
  }

  @Builtin("__next__(self, /)")
  static long next(ThreadState ts, TokenizerIterType self) {
    if (!self.running.compareAndSet(false, true)) {
      throw Errors.valueError(ts, "tokenizer already executing");
    }
    try {
      if (self.stream == null) {
        self.stream = new TokenStream(self.text(ts), self.extra);
      }
      TokenStream.Token token = self.stream.next();
      return token == null ? Word.EMPTY : tuple(ts, token);
    } catch (SyntaxFault fault) {
      throw raise(ts, fault);
    } finally {
      self.running.set(false);
    }
  }

  /** A tokenizer knows where an error begins, not where it ends. */
  private static Raised raise(ThreadState ts, SyntaxFault fault) {
    Raised raised = Compilation.raise(ts, fault, FILENAME);
    PyException error = Hosts.get(ts, ts.pending(), PyException.class);
    try (RootScope roots = ts.roots()) {
      roots.keep(ts.pending());
      if (fault.type() != SyntaxFault.Type.SYNTAX_ERROR && fault.text() != null) {
        // What is wrong with an indentation is noticed behind the whole line.
        String text = fault.text();
        String line = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        error.setField(TEXT, Strs.of(ts, line));
        error.setField(OFFSET, Word.boxInt(line.codePointCount(0, line.length()) + 1L));
      }
      error.setField(END_LINE, Word.NONE);
      error.setField(END_LINE + 1, Word.NONE);
      error.setArgs(arguments(ts, error));
    }
    return raised;
  }

  private static long arguments(ThreadState ts, PyException error) {
    long[] details = new long[END_LINE + 1];
    for (int i = 0; i < details.length; i++) {
      details[i] = error.field(FILE + i);
    }
    try (RootScope roots = ts.roots()) {
      return Tuples.of(ts, error.field(0), roots.keep(Tuples.of(ts, details)));
    }
  }

  private static long tuple(ThreadState ts, TokenStream.Token token) {
    return Tuples.of(
        ts,
        Word.boxInt(token.number()),
        Strs.of(ts, token.text()),
        Tuples.of(ts, Word.boxInt(token.line()), Word.boxInt(token.col())),
        Tuples.of(ts, Word.boxInt(token.endLine()), Word.boxInt(token.endCol())),
        Strs.of(ts, token.source()));
  }

  private String text(ThreadState ts) {
    StringBuilder text = new StringBuilder();
    for (String line = line(ts); !line.isEmpty(); line = line(ts)) {
      text.append(line);
    }
    return text.toString();
  }

  private String line(ThreadState ts) {
    int mark = ts.rootMark();
    try {
      long line = Calls.call0(ts, readline);
      ts.root(line);
      if (encoding != Word.NONE) {
        if (ts.runtime().kindOf(line) != Kind.BYTES) {
          throw Errors.typeError(ts, "readline() returned a non-bytes object");
        }
        line = Calls.named(ts, line, "decode", encoding, Strs.of(ts, "replace"));
      } else if (!Strs.isStr(ts, line)) {
        throw Errors.typeError(ts, "readline() returned a non-string object");
      }
      return Strs.toJava(line);
    } catch (Raised signal) {
      Errors.swallow(ts, signal, Exc.StopIteration);
      return "";
    } finally {
      ts.rootRelease(mark);
    }
  }
}

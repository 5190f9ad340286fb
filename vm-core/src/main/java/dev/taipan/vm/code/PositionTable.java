package dev.taipan.vm.code;

import dev.taipan.vm.ast.Span;
import java.util.Arrays;

/**
 * The source position of every instruction word, run-length encoded: for each run of words with one
 * position, four or five variable-length numbers. Tracebacks and tracing read it rarely, so it is
 * kept small and searched from the start.
 *
 * <pre>
 *  run := words*2 + located  [line delta (zigzag), lines spanned, column, end column]
 * </pre>
 */
public final class PositionTable {
  /** The table of no instructions. */
  public static final PositionTable EMPTY = new PositionTable(new byte[0]);

  private final byte[] bytes;

  PositionTable(byte[] bytes) {
    this.bytes = bytes;
  }

  byte[] bytes() {
    return bytes;
  }

  /** One run as {@link #forEach} reports it. */
  @FunctionalInterface
  public interface RunConsumer {
    /**
     * Takes a run.
     *
     * @param start first word
     * @param end first word after the run
     * @param span the position, null for instructions that belong to no line
     */
    void accept(int start, int end, Span span);
  }

  /** Reports every run in order. */
  public void forEach(RunConsumer consumer) {
    VarInts.Reader in = new VarInts.Reader(bytes);
    int word = 0;
    int line = 0;
    while (in.hasMore()) {
      int head = in.next();
      int end = word + (head >>> 1);
      Span span = null;
      if ((head & 1) != 0) {
        line += VarInts.unzigzag(in.next());
        int lines = in.next();
        int column = in.next();
        span = new Span(line, column, line + lines, in.next());
      }
      consumer.accept(word, end, span);
      word = end;
    }
  }

  /** The position of a word, null where it belongs to no line. */
  public Span at(int word) {
    Span[] found = new Span[1];
    forEach(
        (start, end, span) -> {
          if (start <= word && word < end) {
            found[0] = span;
          }
        });
    return found[0];
  }

  /** The line of a word, or of the last located word before it; 0 where there is none. */
  public int lineNear(int word) {
    int[] line = new int[1];
    forEach(
        (start, end, span) -> {
          if (start <= word && span != null) {
            line[0] = span.lineno();
          }
        });
    return line[0];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PositionTable t && Arrays.equals(bytes, t.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "PositionTable[" + bytes.length + "]";
  }

  /** Collects positions in instruction order. */
  public static final class Builder {
    private final VarInts.Writer out = new VarInts.Writer();
    private Span pending;
    private int words;
    private int line;

    /** An empty builder. */
    public Builder() {}

    /** Adds an instruction of the given number of words. */
    public void add(int count, Span span) {
      if (words > 0 && !java.util.Objects.equals(pending, span)) {
        flush();
      }
      pending = span;
      words += count;
    }

    /** The finished table. */
    public PositionTable build() {
      flush();
      return new PositionTable(out.toBytes());
    }

    private void flush() {
      if (words == 0) {
        return;
      }
      out.put(words << 1 | (pending == null ? 0 : 1));
      if (pending != null) {
        out.put(VarInts.zigzag(pending.lineno() - line));
        out.put(pending.endLineno() - pending.lineno());
        out.put(pending.colOffset());
        out.put(pending.endColOffset());
        line = pending.lineno();
      }
      words = 0;
    }
  }
}

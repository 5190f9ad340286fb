package dev.taipan.vm.parse;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;

/**
 * The names of one source: each spelling is decoded once, and keywords are found by the same probe.
 * Open addressing over a power of two; an entry is a spelling, its name and its kind.
 */
final class NameTable {
  private static final int INITIAL_SIZE = 256;
  private static final NameTable KEYWORDS = keywords();

  private byte[][] spellings;
  private String[] names;
  private TokenKind[] kinds;
  private int used;
  private int found;

  private NameTable(byte[][] spellings, String[] names, TokenKind[] kinds, int used) {
    this.spellings = spellings;
    this.names = names;
    this.kinds = kinds;
    this.used = used;
  }

  /** A table that knows the keywords only. */
  static NameTable create() {
    return new NameTable(
        KEYWORDS.spellings.clone(), KEYWORDS.names.clone(), KEYWORDS.kinds.clone(), KEYWORDS.used);
  }

  private static NameTable keywords() {
    NameTable table =
        new NameTable(
            new byte[INITIAL_SIZE][], new String[INITIAL_SIZE], new TokenKind[INITIAL_SIZE], 0);
    for (TokenKind kind : TokenKind.values()) {
      if (kind.isKeyword()) {
        byte[] bytes = kind.text().getBytes(StandardCharsets.US_ASCII);
        table.lookup(bytes, 0, bytes.length);
        table.kinds[table.found] = kind;
      }
    }
    return table;
  }

  /** Finds or enters the spelling; {@link #kind} and {@link #name} then speak of it. */
  void lookup(byte[] source, int start, int end) {
    int mask = spellings.length - 1;
    int slot = hash(source, start, end) & mask;
    while (spellings[slot] != null) {
      if (Arrays.equals(spellings[slot], 0, spellings[slot].length, source, start, end)) {
        found = slot;
        return;
      }
      slot = (slot + 1) & mask;
    }
    enter(slot, Arrays.copyOfRange(source, start, end));
  }

  TokenKind kind() {
    return kinds[found];
  }

  String name() {
    return names[found];
  }

  private void enter(int slot, byte[] spelling) {
    spellings[slot] = spelling;
    names[slot] = decode(spelling);
    kinds[slot] = TokenKind.NAME;
    found = slot;
    if (++used * 2 > spellings.length) {
      grow();
      lookup(spelling, 0, spelling.length);
    }
  }

  private void grow() {
    byte[][] oldSpellings = spellings;
    String[] oldNames = names;
    TokenKind[] oldKinds = kinds;
    int size = oldSpellings.length * 2;
    spellings = new byte[size][];
    names = new String[size];
    kinds = new TokenKind[size];
    for (int i = 0; i < oldSpellings.length; i++) {
      if (oldSpellings[i] == null) {
        continue;
      }
      int slot = hash(oldSpellings[i], 0, oldSpellings[i].length) & (size - 1);
      while (spellings[slot] != null) {
        slot = (slot + 1) & (size - 1);
      }
      spellings[slot] = oldSpellings[i];
      names[slot] = oldNames[i];
      kinds[slot] = oldKinds[i];
    }
  }

  private static int hash(byte[] source, int start, int end) {
    int hash = end - start;
    for (int i = start; i < end; i++) {
      hash = hash * 31 + source[i];
    }
    return hash ^ (hash >>> 15);
  }

  /** Names beyond ASCII are compared in their compatibility composition. */
  private static String decode(byte[] spelling) {
    for (byte b : spelling) {
      if (b < 0) {
        String text = new String(spelling, StandardCharsets.UTF_8);
        return Normalizer.normalize(text, Normalizer.Form.NFKC).intern();
      }
    }
    return new String(spelling, StandardCharsets.US_ASCII).intern();
  }
}

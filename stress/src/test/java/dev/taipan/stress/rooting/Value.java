package dev.taipan.stress.rooting;

import java.util.BitSet;

/** What stands in a local or on the operand stack: where it may come from. Immutable. */
record Value(BitSet origins, Meaning meaning) {
  enum Meaning {
    PLAIN,
    /** A literal or a static field, which no cell's address is kept in. */
    LITERAL,
    /** An int; where it is 0, the word with these origins is no cell. */
    NO_CELL_IF_ZERO,
    /** An int; where it is not 0, the word with these origins is no cell. */
    NO_CELL_UNLESS_ZERO
  }

  static final BitSet NOTHING = new BitSet();
  static final Value UNKNOWN = new Value(NOTHING, Meaning.PLAIN);
  static final Value LITERAL = new Value(NOTHING, Meaning.LITERAL);

  static Value of(BitSet origins) {
    return origins.isEmpty() ? UNKNOWN : new Value(origins, Meaning.PLAIN);
  }

  static Value of(int origin) {
    BitSet origins = new BitSet();
    origins.set(origin);
    return new Value(origins, Meaning.PLAIN);
  }

  boolean isTracked() {
    return meaning == Meaning.PLAIN && !origins.isEmpty();
  }

  /** The origins of a word; a test of a word has none itself. */
  BitSet words() {
    return meaning == Meaning.PLAIN ? origins : NOTHING;
  }

  Value or(Value other) {
    if (equals(other)) {
      return this;
    }
    if (words().isEmpty() || other.words().isEmpty()) {
      return words().isEmpty() ? (other.isTracked() ? other : UNKNOWN) : this;
    }
    BitSet both = (BitSet) origins.clone();
    both.or(other.origins);
    return new Value(both, Meaning.PLAIN);
  }
}

package dev.taipan.stdlib.cjk;

import dev.taipan.vm.object.DecodeRun;
import java.io.ByteArrayOutputStream;

/**
 * One run of a codec: an object for each call, which carries the state from character to character.
 */
abstract class CjkCodec {
  /** More bytes are needed. */
  static final int INCOMPLETE = 0;

  /** The bytes are no character; of how many that is said, negated. */
  static final int ILLEGAL = -1;

  /** What goes from one call to the next; 0 is the start. */
  long state() {
    return 0;
  }

  void setState(long state) {}

  /** Reads what stands at an index; gives its length, {@link #INCOMPLETE} or a negative length. */
  abstract int decode(DecodeRun run, int at);

  /** Writes a code point, or says that it cannot. */
  abstract boolean encode(int c, ByteArrayOutputStream out);

  /** Goes back to the start. */
  void reset(ByteArrayOutputStream out) {}
}

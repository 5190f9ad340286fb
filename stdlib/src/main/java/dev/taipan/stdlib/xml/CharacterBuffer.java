package dev.taipan.stdlib.xml;

/** Text that waits for more of its kind, if the program asked for long pieces. */
final class CharacterBuffer {
  static final int USUAL = 8192;

  private final StringBuilder waiting = new StringBuilder();
  private volatile boolean enabled;
  private volatile int size = USUAL;
  private volatile int used;

  boolean isEnabled() {
    return enabled;
  }

  void enable(boolean on) {
    enabled = on;
  }

  int size() {
    return size;
  }

  void setSize(int bytes) {
    size = bytes;
  }

  int used() {
    return used;
  }

  void copySettings(CharacterBuffer other) {
    enabled = other.enabled;
    size = other.size;
  }

  private static int bytes(String text) {
    int count = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      count += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
    return count;
  }

  /** Whether the text fits in; if not, what waits has to go first. */
  boolean fits(String text) {
    return used + bytes(text) <= size;
  }

  /** Whether the text is longer than the whole buffer. */
  boolean isTooLong(String text) {
    return bytes(text) > size;
  }

  void add(String text) {
    waiting.append(text);
    int sum = used + bytes(text); // the thread that parses is the only one that writes
    used = sum;
  }

  /** What waits, null if nothing does. */
  String take() {
    if (used == 0) {
      return null;
    }
    String text = waiting.toString();
    waiting.setLength(0);
    used = 0;
    return text;
  }
}

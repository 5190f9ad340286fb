package dev.taipan.stdlib.cjk;

/** The characters of the sets of ISO 2022, by their seven-bit bytes. Belongs to one run. */
final class SetTables {
  private CharsetTable japan;
  private CharsetTable china;
  private CharsetTable korea;
  private CharsetTable greek;
  private Jisx0213 jisx0213;

  private CharsetTable japan() {
    japan = japan == null ? new CharsetTable("EUC-JP") : japan;
    return japan;
  }

  private CharsetTable china() {
    china = china == null ? new CharsetTable("GB2312") : china;
    return china;
  }

  private CharsetTable korea() {
    korea = korea == null ? new CharsetTable("EUC-KR") : korea;
    return korea;
  }

  private CharsetTable greek() {
    greek = greek == null ? new CharsetTable("ISO-8859-7") : greek;
    return greek;
  }

  private Jisx0213 jisx0213() {
    jisx0213 = jisx0213 == null ? new Jisx0213() : jisx0213;
    return jisx0213;
  }

  /** The text of one or two seven-bit bytes in a set, null if there is none. */
  String decode(CharSet set, int first, int second) {
    byte high = (byte) (first | 0x80);
    byte low = (byte) (second | 0x80);
    return switch (set) {
      case ASCII -> Character.toString(first);
      case JISX0201_ROMAN ->
          first == 0x5C ? "\u00A5" : first == 0x7E ? "\u203E" : Character.toString(first);
      case JISX0201_KATAKANA ->
          first >= 0x21 && first <= 0x5F ? Character.toString(0xFF40 + first) : null;
      case JISX0208, JISX0208_OLD -> japan().decode(high, low);
      case JISX0212 -> japan().decode((byte) 0x8F, high, low);
      case JISX0213_2000, JISX0213_2004 -> jisx0213().decode(1, first - 0x20, second - 0x20);
      case JISX0213_SECOND -> jisx0213().decode(2, first - 0x20, second - 0x20);
      case GB2312 -> china().decode(high, low);
      case KSX1001_G0, KSX1001_G1 -> korea().decode(high, low);
      case LATIN -> Character.toString(first | 0x80);
      case GREEK -> greek().decode(high);
    };
  }

  /** The seven-bit bytes of a text in a set, -1 if it has none there. */
  int encode(CharSet set, String text) {
    int c = text.codePointAt(0);
    return switch (set) {
      case ASCII -> c < 0x80 ? c : -1;
      case JISX0201_ROMAN ->
          c == 0xA5 ? 0x5C : c == 0x203E ? 0x7E : c < 0x80 && c != 0x5C && c != 0x7E ? c : -1;
      case JISX0201_KATAKANA -> c >= 0xFF61 && c <= 0xFF9F ? c - 0xFF40 : -1;
      case JISX0208, JISX0208_OLD -> pair(japan().encode(text), 2);
      case JISX0212 -> pair(japan().encode(text), 3);
      case JISX0213_2000, JISX0213_2004 -> plane(text, 1);
      case JISX0213_SECOND -> plane(text, 2);
      case GB2312 -> pair(china().encode(text), 2);
      case KSX1001_G0, KSX1001_G1 -> pair(korea().encode(text), 2);
      case LATIN -> c >= 0xA0 && c <= 0xFF ? c & 0x7F : -1;
      case GREEK -> {
        byte[] bytes = c < 0x80 ? null : greek().encode(text);
        yield bytes == null ? -1 : bytes[0] & 0x7F;
      }
    };
  }

  private int plane(String text, int plane) {
    int code = jisx0213().encode(text);
    return code >> 16 == plane ? (code & 0xFFFF) + 0x2020 : -1;
  }

  /** The last two bytes of a code that is that long and whose lead is no half-width sign. */
  private static int pair(byte[] bytes, int length) {
    if (bytes == null || bytes.length != length || length == 2 && (bytes[0] & 0xFF) == 0x8E) {
      return -1;
    }
    return (bytes[length - 2] & 0x7F) << 8 | bytes[length - 1] & 0x7F;
  }
}

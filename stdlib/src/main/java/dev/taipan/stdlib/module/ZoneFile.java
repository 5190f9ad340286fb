package dev.taipan.stdlib.module;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * The zone of a machine that keeps universal time, as most servers do, from the file that the C
 * library reads: to ask the library, it must be linked, and the JDK's own zones cost more still.
 *
 * <pre>
 *  file   := block block "\n" rule "\n"     (RFC 9636; the first block is for readers of old)
 *  block  := "TZif" version (1 byte) 15 zeros
 *            count utc, std, leap, times, types, chars (32 bits each)
 *            times * (time index)  types * 6 bytes  chars  leap * (time, 4 bytes)  std  utc
 * </pre>
 */
final class ZoneFile {
  private static final Path LOCAL = Path.of("/etc/localtime");

  /** Files of zones that never change are shorter by half. */
  private static final int LONGEST = 256;

  private static final int MAGIC = 'T' << 24 | 'Z' << 16 | 'i' << 8 | 'f';
  private static final int COUNTS = 20;
  private static final int HEAD = 44;

  private ZoneFile() {}

  /** The name of the machine's zone if that is universal time; null for any other. */
  static String universalName() {
    try {
      if (Files.size(LOCAL) > LONGEST) {
        return null;
      }
      return universalName(Files.readAllBytes(LOCAL));
    } catch (NoSuchFileException none) {
      return "UTC";
    } catch (IOException unreadable) {
      return null;
    }
  }

  static String universalName(byte[] file) {
    ByteBuffer bytes = ByteBuffer.wrap(file);
    int second = end(bytes, 0);
    int rule = second < 0 || file[4] < '2' ? -1 : end(bytes, second);
    if (rule < 0 || rule > file.length) {
      return null;
    }
    String text = new String(file, rule, file.length - rule, StandardCharsets.ISO_8859_1);
    int length = text.length();
    if (length < 6 || text.charAt(0) != '\n' || !text.endsWith("0\n")) {
      return null;
    }
    String name = text.substring(1, length - 2);
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if ((c < 'A' || c > 'Z') && (c < 'a' || c > 'z')) {
        return null;
      }
    }
    return name;
  }

  /** Where a block ends; -1 if it is none, or knows of any change. */
  private static int end(ByteBuffer bytes, int start) {
    if (start + HEAD > bytes.limit() || bytes.getInt(start) != MAGIC) {
      return -1;
    }
    int utc = bytes.getInt(start + COUNTS);
    int std = bytes.getInt(start + COUNTS + 4);
    int leap = bytes.getInt(start + COUNTS + 8);
    int times = bytes.getInt(start + COUNTS + 12);
    int types = bytes.getInt(start + COUNTS + 16);
    int chars = bytes.getInt(start + COUNTS + 20);
    boolean changes = times != 0 || leap != 0 || types < 0 || types > 1;
    boolean odd = utc < 0 || utc > 1 || std < 0 || std > 1 || chars < 0 || chars > LONGEST;
    return changes || odd ? -1 : start + HEAD + 6 * types + chars + std + utc;
  }
}

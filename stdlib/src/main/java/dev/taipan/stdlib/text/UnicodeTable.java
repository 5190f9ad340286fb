package dev.taipan.stdlib.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The properties of characters in the version of the standard that Python 3.12 speaks of: the JDK's
 * tables are newer and lack some of them. Read once from the resource that tools/unicode-tables.py
 * writes; immutable after that.
 */
final class UnicodeTable {
  /** Values by runs of characters. */
  private static final class Runs {
    private int[] starts = new int[512];
    private String[] values = new String[512];
    private int size;

    void add(int start, String value) {
      if (size == starts.length) {
        starts = Arrays.copyOf(starts, 2 * size);
        values = Arrays.copyOf(values, 2 * size);
      }
      starts[size] = start;
      values[size++] = value;
    }

    String get(int c) {
      int at = Arrays.binarySearch(starts, 0, size, c);
      return values[at >= 0 ? at : -at - 2];
    }
  }

  /** Made when the first property is asked for. */
  private static final class Holder {
    static final UnicodeTable TABLE = new UnicodeTable();
  }

  private final Map<String, Runs> runs = new HashMap<>();
  private final Map<String, Map<Integer, String>> entries = new HashMap<>();
  private String version = "";

  private UnicodeTable() {
    try (InputStream in = UnicodeTable.class.getResourceAsStream("unicode.txt")) {
      read(new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static UnicodeTable get() {
    return Holder.TABLE;
  }

  private void read(BufferedReader in) throws IOException {
    Runs section = null;
    Map<Integer, String> single = null;
    int last = 0;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      int space = line.indexOf(' ');
      if (line.startsWith("@version")) {
        version = line.substring(space + 1);
      } else if (line.startsWith("@")) {
        String name = line.substring(1);
        boolean sparse = name.equals("numeric") || name.equals("decomposition");
        section = sparse ? null : runs.computeIfAbsent(name, key -> new Runs());
        single = sparse ? entries.computeIfAbsent(name, key -> new HashMap<>()) : null;
        last = 0;
      } else {
        int number = Integer.parseInt(line, 0, space, 16);
        String value = line.substring(space + 1).intern();
        if (section != null) {
          section.add(number, value);
        } else {
          last += number;
          single.put(last, value);
        }
      }
    }
  }

  String version() {
    return version;
  }

  /** A property that every character has. */
  String property(String name, int c) {
    return runs.get(name).get(c);
  }

  /** A property that few characters have; null without it. */
  String entry(String name, int c) {
    return entries.get(name).get(c);
  }
}

package dev.taipan.vm.parse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A case of a golden file: mode, source and what CPython makes of it.
 *
 * @param mode how the source is read
 * @param source the source
 * @param expected the tree or the fault
 */
record Golden(Parser.Mode mode, String source, String expected) {
  static List<Golden> load(String file) throws IOException {
    List<Golden> cases = new ArrayList<>();
    try (InputStream in = Golden.class.getResourceAsStream(file)) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        String[] columns = line.split("\t", 3);
        Parser.Mode mode = Parser.Mode.valueOf(columns[0].toUpperCase(Locale.ROOT));
        cases.add(new Golden(mode, unquote(columns[1]), columns[2]));
      }
    }
    return cases;
  }

  /** The text of a JSON string. */
  private static String unquote(String json) {
    StringBuilder out = new StringBuilder();
    int i = 1;
    while (i < json.length() - 1) {
      char c = json.charAt(i++);
      if (c != '\\') {
        out.append(c);
        continue;
      }
      char escape = json.charAt(i++);
      switch (escape) {
        case 'n' -> out.append('\n');
        case 't' -> out.append('\t');
        case 'r' -> out.append('\r');
        case 'f' -> out.append('\f');
        case 'b' -> out.append('\b');
        case 'u' -> {
          out.append((char) Integer.parseInt(json.substring(i, i + 4), 16));
          i += 4;
        }
        default -> out.append(escape);
      }
    }
    return out.toString();
  }
}

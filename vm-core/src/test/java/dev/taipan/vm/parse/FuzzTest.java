package dev.taipan.vm.parse;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever the source, the parser ends, with a tree or a fault. */
final class FuzzTest {
  private static final Pattern PIECE = Pattern.compile("\\w+|\\s+|.", Pattern.DOTALL);
  private static final int ROUNDS = 12;

  @Test
  @Timeout(120)
  void mutationsOfTokensEnd() throws IOException {
    Random random = new Random(20_240_601);
    List<List<String>> seeds = new ArrayList<>();
    List<String> pool = new ArrayList<>();
    for (Golden golden : Golden.load("trees.golden")) {
      List<String> pieces = pieces(golden.source());
      seeds.add(pieces);
      pool.addAll(pieces);
    }
    int faults = 0;
    int total = 0;
    for (int round = 0; round < ROUNDS; round++) {
      for (List<String> seed : seeds) {
        total++;
        faults += isFault(mutate(seed, pool, random)) ? 1 : 0;
      }
    }
    assertTrue(faults > total / 4, "mutations mostly leave the source correct: " + faults);
  }

  private static List<String> pieces(String source) {
    List<String> pieces = new ArrayList<>();
    Matcher matcher = PIECE.matcher(source);
    while (matcher.find()) {
      pieces.add(matcher.group());
    }
    return pieces;
  }

  private static String mutate(List<String> seed, List<String> pool, Random random) {
    List<String> pieces = new ArrayList<>(seed);
    for (int i = random.nextInt(3); i >= 0; i--) {
      int at = random.nextInt(pieces.size() + 1);
      String other = pool.get(random.nextInt(pool.size()));
      switch (random.nextInt(4)) {
        case 0 -> pieces.add(at, other);
        case 1 -> pieces.subList(at, Math.min(at + 1, pieces.size())).clear();
        case 2 -> pieces.addAll(at, List.of(other, other));
        default -> pieces.subList(at, pieces.size()).replaceAll(p -> p.equals(" ") ? other : p);
      }
    }
    return String.join("", pieces);
  }

  private static boolean isFault(String source) {
    return ParseTool.snippet(Parser.Mode.EXEC, source).startsWith("!");
  }
}

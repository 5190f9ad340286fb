package dev.taipan.optimizer.alloc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ParallelMovesTest {
  private static final SmallFile FILE = new SmallFile(8, 4, true, 8);

  @Test
  void everyShapeOfMovesGivesEachTargetItsSource() {
    Random random = new Random(1);
    for (int round = 0; round < 20_000; round++) {
      int[] places = {0, 1, 2, 3, 32, 33, Location.spill(0), Location.spill(1), Location.spill(2)};
      List<Integer> targets = new java.util.ArrayList<>(IntStream.of(places).boxed().toList());
      Collections.shuffle(targets, random);
      Map<Integer, Integer> wanted = new HashMap<>();
      ParallelMoves moves = new ParallelMoves(FILE);
      for (int target : targets.subList(0, random.nextInt(places.length + 1))) {
        int source = places[random.nextInt(places.length)];
        moves.add(source, target, source);
        wanted.put(target, source);
      }
      Map<Integer, Integer> held = new HashMap<>();
      for (int place : places) {
        held.put(place, place);
      }
      for (Move move : moves.resolve()) {
        assertFalse(Location.isSpill(move.from()) && Location.isSpill(move.to()));
        held.put(move.to(), held.get(move.from()));
      }
      wanted.forEach((target, source) -> assertEquals(source, held.get(target)));
    }
  }
}

package dev.taipan.bench;

import dev.taipan.vm.parse.SyntaxFault;
import dev.taipan.vm.runtime.Options;
import dev.taipan.vm.runtime.Options.Jit;
import dev.taipan.vm.thread.ThreadState;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * How long a stop of the world takes: from the request until no other thread is attached, and until
 * the stopping thread goes on. The action is empty. Between two stops the stopping thread rests, so
 * that the others have gone on.
 */
public final class Stops {
  private static final int WARM_UP = 300;
  private static final int STOPS = 2000;
  private static final long REST_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  /** Threads of each sort, and how long a stop may take. */
  private record Scene(int spinning, int sleeping, double medianMillis, double p99Millis) {
    String name() {
      return spinning + "+" + sleeping;
    }
  }

  private static final List<Scene> SCENES =
      List.of(
          new Scene(2, 0, 0.3, 1),
          new Scene(2, 1000, 0.3, 1),
          new Scene(16, 0, 20, 20),
          new Scene(16, 1000, 20, 20));

  private Stops() {}

  /**
   * Ends with status 1 if a scene is above its bound. Arguments choose: modes ({@code off}, {@code
   * on}) and scenes ({@code 2+1000}: two spin, a thousand sleep); all by default.
   */
  public static void main(String[] args) throws Exception {
    List<String> wanted = List.of(args);
    boolean good = true;
    System.out.println(
        "milliseconds           all stopped: median     p99     max   stop to go: median     p99");
    for (Jit jit : List.of(Jit.OFF, Jit.ON)) {
      for (Scene scene : SCENES) {
        if (isWanted(wanted, List.of("off", "on"), name(jit))
            && isWanted(wanted, SCENES.stream().map(Scene::name).toList(), scene.name())) {
          good &= measure(jit, scene);
        }
      }
    }
    System.exit(good ? 0 : 1);
  }

  private static String name(Jit jit) {
    return jit.name().toLowerCase(Locale.ROOT);
  }

  /** Whether a name was given, or none of its sort. */
  private static boolean isWanted(List<String> given, List<String> sort, String name) {
    return given.contains(name) || Collections.disjoint(given, sort);
  }

  private static boolean measure(Jit jit, Scene scene) throws SyntaxFault, InterruptedException {
    double[] stopped = new double[STOPS];
    double[] whole = new double[STOPS];
    Spinning threads =
        new Spinning(Options.defaults().running(jit, "", 0, false), scene.spinning, scene.sleeping);
    ThreadState main = threads.main();
    for (int i = -WARM_UP; i < STOPS; i++) {
      main.detach();
      LockSupport.parkNanos(REST_NANOS);
      main.attach();
      long[] reached = new long[1];
      long start = System.nanoTime();
      main.world.stop(main, () -> reached[0] = System.nanoTime());
      long end = System.nanoTime();
      if (i >= 0) {
        stopped[i] = (reached[0] - start) / 1e6;
        whole[i] = (end - start) / 1e6;
      }
    }
    threads.end();
    Arrays.sort(stopped);
    Arrays.sort(whole);
    double median = stopped[STOPS / 2];
    double p99 = stopped[STOPS * 99 / 100];
    boolean good = median < scene.medianMillis && p99 < scene.p99Millis;
    System.out.printf(
        "%2d spin, %4d sleep, jit %-4s %16.4f %7.3f %7.3f %20.4f %7.3f%s%n",
        scene.spinning,
        scene.sleeping,
        name(jit),
        median,
        p99,
        stopped[STOPS - 1],
        whole[STOPS / 2],
        whole[STOPS * 99 / 100],
        good ? "" : "   ABOVE THE BOUND");
    return good;
  }
}

package dev.taipan.stdlib.importing;

import dev.taipan.vm.code.CodeImage;
import dev.taipan.vm.gc.Traced;
import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.heap.HeapFull;
import dev.taipan.vm.interp.ImageLinker;
import dev.taipan.vm.runtime.Runtime;
import dev.taipan.vm.thread.ThreadState;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Links the code of the modules that every start imports, on a thread of its own, while the main
 * thread makes {@code sys} and runs the first of them. Nothing runs here and no module is made, so
 * a program cannot tell; the thread is over before the program's own code begins.
 *
 * <p>Each file is claimed once, by this thread or by the one that imports it. Who finds it claimed
 * and not there yet links it itself: nobody waits, and a fault is met where it is always met.
 */
final class CodeAhead implements Traced {
  /** In the order in which they are wanted. */
  private static final String[] WITHOUT_SITE = {
    "codecs.py",
    "encodings/aliases.py",
    "encodings/__init__.py",
    "encodings/utf_8.py",
    "abc.py",
    "io.py"
  };

  private static final String[] OF_SITE = {
    "stat.py",
    "_collections_abc.py",
    "genericpath.py",
    "posixpath.py",
    "os.py",
    "_sitebuiltins.py",
    "site.py"
  };

  private static final long STACK_BYTES = 1 << 20;

  private final Set<String> claimed = ConcurrentHashMap.newKeySet();

  /** The code that is ready, by its file; added while attached, so a collection sees all. */
  private final Map<String, Long> made = new ConcurrentHashMap<>();

  /** Null if none is running; the main thread's. */
  private Thread thread;

  /** False from the start until all that the main thread needs is imported; set by that one. */
  private volatile boolean over = true;

  /** Begins, where the library's code is there to be linked; called by the main thread. */
  void start(ThreadState ts, boolean site) {
    if (LibraryCode.installed() == null) {
      return;
    }
    Runtime runtime = ts.runtime();
    runtime.heap().addRoot(this);
    ThreadState own = null;
    try {
      own = runtime.world().newThread("link-code", STACK_BYTES);
      own.setRuntime(runtime);
      over = false;
      thread = begin(own, site);
    } catch (OutOfMemoryError refused) {
      // No thread for a luxury: the main thread links it all.
      over = true;
      if (own != null) {
        runtime.world().discard(ts, own);
      }
    }
  }

  private Thread begin(ThreadState own, boolean site) {
    Thread begun = new Thread(() -> run(own, site), "link-code");
    begun.setDaemon(true);
    begun.start();
    return begun;
  }

  private void run(ThreadState own, boolean site) {
    link(own, WITHOUT_SITE);
    if (site) {
      link(own, OF_SITE);
    }
    own.world.exit(own);
  }

  private void link(ThreadState own, String[] files) {
    for (String file : files) {
      CodeImage image = over || !claimed.add(file) ? null : ModuleMaker.image(file);
      if (image != null && !link(own, file, image)) {
        return;
      }
    }
  }

  private boolean link(ThreadState own, String file, CodeImage image) {
    own.attach();
    try {
      made.put(file, ImageLinker.link(own, image));
      return true;
    } catch (HeapFull small) {
      // The main thread will say so, if it is still true when that wants the code.
      return false;
    } finally {
      own.detach();
    }
  }

  /** The code of a file, 0 if it has not been made here. */
  long take(String file) {
    Long cell = over || claimed.add(file) ? null : made.remove(file);
    return cell == null ? 0L : cell;
  }

  /** Ends it; called by the main thread. */
  void finish(ThreadState ts) {
    if (thread == null) {
      return;
    }
    over = true;
    ts.detach();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException signal) {
        interrupted = true;
      }
    }
    ts.attach();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    thread = null;
    made.clear();
  }

  @Override
  public void trace(Visitor visitor) {
    for (long cell : made.values()) {
      visitor.visit(cell);
    }
  }
}

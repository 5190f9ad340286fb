package dev.taipan.stdlib.importing;

import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.spi.Startup;
import dev.taipan.vm.thread.ThreadState;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The modules that every start imports: {@code encodings}, {@code io} and {@code site} with what
 * they import. Where the build's image of them holds for this process they are made from it, else
 * by executing their code; a program sees the same modules in the same order. {@code
 * -Dtaipan.start=execute} wants the second way, {@code write} is for the build.
 */
public final class StartModules {
  private static final String WAY = System.getProperty("taipan.start", "");

  private StartModules() {}

  /**
   * Imports {@code encodings} and {@code io}; from the image {@code site} too, where it is wanted,
   * with its builtins. The rest of what {@code site} does is {@link SiteStart}'s.
   */
  public static void load(ThreadState ts, Importer importer, Startup startup) {
    // A folder before the library's may hold another package of codecs. All else that is in the
    // image comes first in any case.
    boolean ours = importer.isOurs(ts, "encodings");
    byte[] image = ours && WAY.isEmpty() ? image(startup) : null;
    if (image != null) {
      LateStart.load(ts, importer, image, startup.flags().indexOf('S') < 0);
      return;
    }
    importer.load(ts, "encodings");
    // CPython's start looks for the codec of file names, which is this one.
    if (ours) {
      importer.load(ts, "encodings.utf_8");
    }
    importer.load(ts, "io");
    if (WAY.equals("write")) {
      write(ts, importer);
    }
  }

  /** Whether the build wants the image; then each module's execution is noted. */
  static boolean isWriting() {
    return WAY.equals("write");
  }

  private static byte[] image(Startup startup) {
    LibraryCode code = LibraryCode.installed();
    // With -v a program wants to see what is imported.
    boolean usual = code != null && startup.flags().indexOf('v') < 0;
    return usual ? StartImage.read(StartImage.file(), code.stamp()) : null;
  }

  private static void write(ThreadState ts, Importer importer) {
    SiteStart.define(ts, importer);
    try {
      StartWriter.write(
          ts, importer.executed(), StartImage.file().toPath(), LibraryCode.installed().stamp());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Whether a module is there. */
  static boolean isLoaded(ThreadState ts, String name) {
    return Dicts.getStr(ts, ts.runtime().modules(), ts.runtime().intern(ts, name)) != 0L;
  }
}

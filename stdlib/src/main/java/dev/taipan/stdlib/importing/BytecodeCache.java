package dev.taipan.stdlib.importing;

import dev.taipan.vm.code.BlueprintReader;
import dev.taipan.vm.code.BlueprintWriter;
import dev.taipan.vm.code.CodeBlueprint;
import dev.taipan.vm.code.DamagedCode;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Modules;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Truth;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * Compiled modules beside their sources, in {@code __pycache__}: the same files that {@code
 * importlib} reads and writes.
 *
 * <pre>
 * +0 magic  +4 flags (0)  +8 time of the source, seconds  +12 its size  +16 marshalled code:
 * 'c', length, blueprint
 * </pre>
 *
 * A file is written under another name and renamed, so readers see whole files only; one that does
 * not fit its source in all fields, or whose blueprint does not pass its checksum, is passed over.
 */
final class BytecodeCache {
  private static final int HEADER = 16;
  private static final int CODE_HEAD = 5;

  private BytecodeCache() {}

  private static long sys(ThreadState ts, String name) {
    long sys = Dicts.getStr(ts, ts.runtime().modules(), ts.runtime().intern(ts, "sys"));
    if (sys == 0L) {
      return Word.NONE;
    }
    long value = Dicts.getStr(ts, Modules.dict(ts, sys), ts.runtime().intern(ts, name));
    return value == 0L ? Word.NONE : value;
  }

  /** Where the code of a source is cached; null where caching is off. */
  static Path place(ThreadState ts, String source) {
    long prefix = sys(ts, "pycache_prefix");
    Path path = Path.of(source);
    String name = path.getFileName().toString();
    String stem = name.endsWith(".py") ? name.substring(0, name.length() - 3) : name;
    int level = ts.runtime().options().optimize();
    String file = stem + ".taipan-312" + (level > 0 ? ".opt-" + level : "") + ".pyc";
    Path folder = path.getParent();
    if (folder == null) {
      return null;
    }
    if (Strs.isStr(ts, prefix)) {
      return Path.of(Strs.toJava(prefix) + folder.toAbsolutePath()).resolve(file);
    }
    return folder.resolve("__pycache__").resolve(file);
  }

  private static byte[] header(Path source) throws IOException {
    FileTime time = Files.getLastModifiedTime(source);
    return ByteBuffer.allocate(HEADER)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(Magic.number())
        .putInt(0)
        .putInt((int) time.to(TimeUnit.SECONDS))
        .putInt((int) Files.size(source))
        .array();
  }

  /** The cached code of a source, null if there is none that fits. */
  static CodeBlueprint read(ThreadState ts, String source) {
    Path place = place(ts, source);
    if (place == null) {
      return null;
    }
    try {
      byte[] all = Files.readAllBytes(place);
      byte[] wanted = header(Path.of(source));
      boolean fits =
          all.length > HEADER + CODE_HEAD
              && Arrays.equals(all, 0, HEADER, wanted, 0, HEADER)
              && (all[HEADER] & 0x7F) == 'c';
      if (!fits) {
        return null;
      }
      CodeBlueprint code =
          BlueprintReader.read(Arrays.copyOfRange(all, HEADER + CODE_HEAD, all.length));
      return code.filename().equals(source) ? code : null;
    } catch (IOException | DamagedCode noUse) {
      return null;
    }
  }

  /** Caches the code of a source; failing to is no error, the next start compiles again. */
  static void write(ThreadState ts, String source, CodeBlueprint code) {
    Path place = place(ts, source);
    if (place == null || Truth.isTrue(ts, sys(ts, "dont_write_bytecode"))) {
      return;
    }
    byte[] body = BlueprintWriter.write(code);
    try {
      byte[] all =
          ByteBuffer.allocate(HEADER + CODE_HEAD + body.length)
              .order(ByteOrder.LITTLE_ENDIAN)
              .put(header(Path.of(source)))
              .put((byte) 'c')
              .putInt(body.length)
              .put(body)
              .array();
      Files.createDirectories(place.getParent());
      Path fresh = Files.createTempFile(place.getParent(), place.getFileName().toString(), ".tmp");
      Files.write(fresh, all);
      Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException readOnlyFolder) {
      return;
    }
  }
}

package dev.taipan.stdlib.importing;

import dev.taipan.vm.ast.Mod;
import dev.taipan.vm.code.CodeImageWriter;
import dev.taipan.vm.compile.CompileOptions;
import dev.taipan.vm.compile.Compiler;
import dev.taipan.vm.parse.Parser;
import dev.taipan.vm.parse.SyntaxFault;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.zip.CRC32;

/** Run by the build: compiles the library into the file that {@link LibraryCode} reads. */
public final class LibraryCodeMaker {
  /** Large and seldom imported: these stay sources. */
  private static final List<String> SOURCES_ONLY =
      List.of("idlelib/", "lib2to3/", "test/", "tkinter/", "turtle", "ensurepip/", "msilib/");

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Entry(int hash, byte[] image) {}

  private LibraryCodeMaker() {}

  /** The argument is the file to write; the jars lie in folders beside it. */
  public static void main(String[] arguments) throws IOException {
    make(Path.of(arguments[0]), LibraryFiles.sources());
  }

  /** Writes the file for some paths of the library. */
  static void make(Path file, Collection<String> paths) throws IOException {
    List<Entry> entries =
        paths.parallelStream()
            .map(path -> new Entry(path.hashCode(), image(path)))
            .sorted((a, b) -> Integer.compare(a.hash(), b.hash()))
            .toList();
    int head = LibraryCode.HEADER + entries.size() * LibraryCode.ENTRY;
    int size = head + entries.stream().mapToInt(entry -> entry.image().length).sum();
    ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    File folder = file.toAbsolutePath().getParent().toFile();
    out.putInt(LibraryCode.MAGIC).putInt(LibraryCode.FORMAT).putInt(0).putInt(entries.size());
    out.putLong(LibraryCode.stamp(folder));
    int place = head;
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      if (i > 0 && entries.get(i - 1).hash() == entry.hash()) {
        throw new IllegalStateException("two paths have the same hash: " + entry.hash());
      }
      out.putInt(entry.hash()).putInt(place).putInt(entry.image().length);
      out.putInt(sum(entry.image(), 0, entry.image().length));
      place += entry.image().length;
    }
    int summed = LibraryCode.SUMMED;
    out.putInt(8, sum(out.array(), summed, head - summed));
    entries.forEach(entry -> out.put(entry.image()));
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.write(fresh, out.array());
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static int sum(byte[] bytes, int from, int length) {
    CRC32 sum = new CRC32();
    sum.update(bytes, from, length);
    return (int) sum.getValue();
  }

  /** The path, a zero byte and the image; nothing for what stays a source. */
  private static byte[] image(String path) {
    if (SOURCES_ONLY.stream().anyMatch(path::startsWith)) {
      return new byte[0];
    }
    try {
      Mod tree =
          Parser.of(Parser.Mode.EXEC, (message, where) -> false)
              .parse(LibraryFiles.read(path), path);
      byte[] image = CodeImageWriter.write(Compiler.compile(tree, CompileOptions.of(path, 0)));
      byte[] name = path.getBytes(StandardCharsets.UTF_8);
      byte[] all = Arrays.copyOf(name, name.length + 1 + image.length);
      System.arraycopy(image, 0, all, name.length + 1, image.length);
      return all;
    } catch (SyntaxFault fault) {
      // Examples of broken sources are part of the library's tests; importing one says what is
      // wrong.
      return new byte[0];
    }
  }
}

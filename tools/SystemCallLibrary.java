import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/**
 * Writes a shared library whose one function is the native method of {@code
 * dev.taipan.stdlib.os.SystemCalls}: a system call and nothing else. Whoever builds Taipan has a
 * JDK but maybe no C compiler.
 *
 * <p>{@code java SystemCallLibrary.java FILE}; no file is written for another system than Linux or
 * another processor than the two below: Taipan does without.
 */
final class SystemCallLibrary {
  private static final String FUNCTION = "Java_dev_taipan_stdlib_os_SystemCalls_call";

  private static final int HEADER = 64;
  private static final int SEGMENT = 56;
  private static final int SYMBOL = 24;

  /** The largest page that a kernel may have: what is written to lies in another one. */
  private static final int PAGE = 0x10000;

  private static final int LOAD = 1;
  private static final int DYNAMIC = 2;
  private static final int STACK = 0x6474e551;
  private static final int EXECUTE = 1;
  private static final int WRITE = 2;
  private static final int READ = 4;

  private SystemCallLibrary() {}

  public static void main(String[] args) throws IOException {
    if (System.getProperty("os.name").equals("Linux")) {
      switch (System.getProperty("os.arch")) {
        case "amd64" -> Files.write(Path.of(args[0]), library(62, x86()));
        case "aarch64" -> Files.write(Path.of(args[0]), library(183, arm64()));
        default -> {}
      }
    }
  }

  /** The method's arguments: JNI's environment in rdi, the class in rsi, then the five longs. */
  private static byte[] x86() {
    return HexFormat.of()
        .parseHex(
            "4889d0" // mov rax, rdx: the number
                + "4889cf" // mov rdi, rcx
                + "4c89c6" // mov rsi, r8
                + "4c89ca" // mov rdx, r9
                + "4c8b542408" // mov r10, [rsp + 8]
                + "0f05" // syscall
                + "c3"); // ret
  }

  /** The method's arguments: JNI's environment in x0, the class in x1, then the five longs. */
  private static byte[] arm64() {
    int[] code = {
      0xaa0203e8, // mov x8, x2: the number
      0xaa0303e0, // mov x0, x3
      0xaa0403e1, // mov x1, x4
      0xaa0503e2, // mov x2, x5
      0xaa0603e3, // mov x3, x6
      0xd4000001, // svc #0
      0xd65f03c0, // ret
    };
    ByteBuffer bytes = ByteBuffer.allocate(4 * code.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asIntBuffer().put(code);
    return bytes.array();
  }

  /**
   * An ELF file: headers, code and symbols in one piece, then the table that the loader writes to.
   */
  private static byte[] library(int machine, byte[] code) {
    byte[] names = ("\0" + FUNCTION + "\0").getBytes(StandardCharsets.US_ASCII);
    int codeAt = HEADER + 4 * SEGMENT;
    int symbolsAt = aligned(codeAt + code.length);
    int hashAt = symbolsAt + 2 * SYMBOL;
    int namesAt = hashAt + 5 * Integer.BYTES;
    int tableAt = aligned(namesAt + names.length);
    long[] table = {
      4, hashAt, // DT_HASH
      5, namesAt, // DT_STRTAB
      6, symbolsAt, // DT_SYMTAB
      10, names.length, // DT_STRSZ
      11, SYMBOL, // DT_SYMENT
      0, 0, // DT_NULL
    };
    int tableSize = table.length * Long.BYTES;
    ByteBuffer file = ByteBuffer.allocate(tableAt + tableSize).order(ByteOrder.LITTLE_ENDIAN);

    file.put(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0}).putLong(0); // 64 bits, little-endian
    file.putShort((short) 3).putShort((short) machine).putInt(1); // a shared object
    file.putLong(0).putLong(HEADER).putLong(0).putInt(0); // no entry point, no sections
    file.putShort((short) HEADER).putShort((short) SEGMENT).putShort((short) 4);
    file.putShort((short) 64).putShort((short) 0).putShort((short) 0);

    segment(file, LOAD, READ | EXECUTE, 0, 0, tableAt, PAGE);
    segment(file, LOAD, READ | WRITE, tableAt, PAGE, tableSize, PAGE);
    segment(file, DYNAMIC, READ | WRITE, tableAt, PAGE, tableSize, Long.BYTES);
    // Without it the JVM would make all stacks executable.
    segment(file, STACK, READ | WRITE, 0, 0, 0, 16);

    file.put(codeAt, code);
    file.position(symbolsAt + SYMBOL); // the first symbol is none
    file.putInt(1).put((byte) 0x12).put((byte) 0).putShort((short) 1); // a global function
    file.putLong(codeAt).putLong(code.length);
    file.putInt(1).putInt(2).putInt(1).putInt(0).putInt(0); // one bucket with the one symbol
    file.put(names);
    file.position(tableAt);
    file.asLongBuffer().put(table);
    return file.array();
  }

  private static int aligned(int offset) {
    return (offset + 7) & -8;
  }

  private static void segment(
      ByteBuffer file, int type, int flags, int offset, int page, int size, int alignment) {
    file.putInt(type).putInt(flags).putLong(offset);
    file.putLong(page + offset).putLong(page + offset).putLong(size).putLong(size);
    file.putLong(alignment);
  }
}

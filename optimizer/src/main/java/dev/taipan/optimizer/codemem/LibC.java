package dev.taipan.optimizer.codemem;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/**
 * The five system calls that code memory is made of. Each fails with {@link
 * UnsupportedOperationException}, since a machine where one is missing or forbidden can still run
 * everything but native traces.
 */
@SuppressWarnings("restricted") // links native functions
final class LibC {
  static final int PROT_READ = 1;
  static final int PROT_WRITE = 2;
  static final int PROT_EXEC = 4;

  private static final int MAP_SHARED = 1;
  private static final int MAP_NORESERVE = 0x4000;
  private static final int MFD_CLOEXEC = 1;

  /** Wanted by kernels set up to refuse executable memory files; unknown to older ones. */
  private static final int MFD_EXEC = 0x10;

  private static final Linker LINKER = Linker.nativeLinker();
  private static final StructLayout STATE = Linker.Option.captureStateLayout();
  private static final VarHandle ERRNO =
      STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

  private static final MethodHandle MEMFD_CREATE =
      link("memfd_create", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
  private static final MethodHandle FTRUNCATE =
      link("ftruncate", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG));
  private static final MethodHandle MMAP =
      link(
          "mmap",
          FunctionDescriptor.of(
              JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG));
  private static final MethodHandle MUNMAP =
      link("munmap", FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_LONG));
  private static final MethodHandle CLOSE =
      link("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));

  private LibC() {}

  private static MethodHandle link(String name, FunctionDescriptor type) {
    MemorySegment symbol =
        LINKER
            .defaultLookup()
            .find(name)
            .orElseThrow(() -> new UnsupportedOperationException("no " + name + " here"));
    return LINKER.downcallHandle(symbol, type, Linker.Option.captureCallState("errno"));
  }

  /** A call that returns -1 on failure and takes the errno capture first. */
  private interface Call {
    long invoke(MemorySegment state) throws Throwable;
  }

  private static long checked(String name, Call call) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(STATE);
      long result = call.invoke(state);
      if (result == -1) {
        int errno = (int) ERRNO.get(state, 0L);
        throw new UnsupportedOperationException(name + " failed with errno " + errno);
      }
      return result;
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new AssertionError("a native call throws nothing", e);
    }
  }

  /** A new anonymous file; the descriptor. */
  static int memfdCreate(String name) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment text = arena.allocateFrom(name);
      try {
        return memfdCreate(text, MFD_CLOEXEC | MFD_EXEC);
      } catch (UnsupportedOperationException _) {
        return memfdCreate(text, MFD_CLOEXEC);
      }
    }
  }

  private static int memfdCreate(MemorySegment name, int flags) {
    return (int) checked("memfd_create", s -> (int) MEMFD_CREATE.invokeExact(s, name, flags));
  }

  static void ftruncate(int file, long bytes) {
    checked("ftruncate", s -> (int) FTRUNCATE.invokeExact(s, file, bytes));
  }

  /** Maps the file; the address. */
  static long mmap(int file, long bytes, int protection) {
    int flags = MAP_SHARED | MAP_NORESERVE;
    return checked("mmap", s -> (long) MMAP.invokeExact(s, 0L, bytes, protection, flags, file, 0L));
  }

  static void munmap(long address, long bytes) {
    checked("munmap", s -> (int) MUNMAP.invokeExact(s, address, bytes));
  }

  static void close(int file) {
    checked("close", s -> (int) CLOSE.invokeExact(s, file));
  }
}

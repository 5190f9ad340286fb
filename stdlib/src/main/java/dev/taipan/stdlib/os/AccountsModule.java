package dev.taipan.stdlib.os;

import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.stdlib.StructSequence;
import dev.taipan.stdlib.os.Libc.Fn;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.object.Representation;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.thread.RootScope;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.util.concurrent.locks.ReentrantLock;

/**
 * {@code pwd}. The C library's functions share one buffer, so they are called under a lock and
 * their result is copied out before it is given up.
 */
@BuiltinModule("pwd")
public final class AccountsModule {
  static final ReentrantLock LOCK = new ReentrantLock();

  private static final StructSequence ENTRY =
      new StructSequence(
          "pwd",
          "struct_passwd",
          "pw_name",
          "pw_passwd",
          "pw_uid",
          "pw_gid",
          "pw_gecos",
          "pw_dir",
          "pw_shell");

  private AccountsModule() {}

  /** The type of entries. */
  public static void fill(ThreadState ts, long namespace) {
    Dicts.set(ts, namespace, "struct_passwd", StandardLibrary.type(ts, ENTRY).cell());
  }

  /** {@code struct passwd}: name, password, uid and gid (32 bit each), gecos, folder, shell. */
  private static long entry(ThreadState ts, long at) {
    try (RootScope roots = ts.roots()) {
      return ENTRY.create(
          ts,
          roots.keep(text(ts, at)),
          roots.keep(text(ts, at + 8)),
          Word.boxInt(Memory.getInt(at + 16) & 0xFFFFFFFFL),
          Word.boxInt(Memory.getInt(at + 20) & 0xFFFFFFFFL),
          roots.keep(text(ts, at + 24)),
          roots.keep(text(ts, at + 32)),
          roots.keep(text(ts, at + 40)));
    }
  }

  static long text(ThreadState ts, long at) {
    long pointer = Memory.getLong(at);
    return pointer == 0 ? Word.NONE : Paths.text(ts, Libc.cBytes(pointer));
  }

  @Builtin("getpwuid(uid, /)")
  static long byId(ThreadState ts, long uid) {
    int id;
    try {
      id = Ids.of(ts, uid, "uid");
    } catch (dev.taipan.vm.thread.Raised signal) {
      Errors.swallow(ts, signal, Exc.OverflowError);
      throw missing(ts, "getpwuid(): uid not found: " + Representation.text(ts, uid));
    }
    LOCK.lock();
    try {
      long at = Libc.call(Fn.GETPWUID, id & 0xFFFFFFFFL);
      if (at != 0) {
        return entry(ts, at);
      }
    } finally {
      LOCK.unlock();
    }
    throw missing(ts, "getpwuid(): uid not found: " + Representation.text(ts, uid));
  }

  static RuntimeException missing(ThreadState ts, String text) {
    return Errors.raise(ts, Exc.KeyError, "%s", text);
  }

  @Builtin("getpwnam(name, /)")
  static long byName(ThreadState ts, String name) {
    byte[] bytes = Paths.bytes(ts, Strs.of(ts, name));
    LOCK.lock();
    try (Scratch text = Scratch.copy(bytes)) {
      long at = Libc.call(Fn.GETPWNAM, text.address());
      if (at != 0) {
        return entry(ts, at);
      }
    } finally {
      LOCK.unlock();
    }
    throw missing(ts, "getpwnam(): name not found: '" + name + "'");
  }

  @Builtin("getpwall()")
  static long all(ThreadState ts) {
    long list = Lists.create(ts, 32);
    LOCK.lock();
    try (RootScope roots = ts.roots()) {
      roots.keep(list);
      Libc.call(Fn.SETPWENT);
      for (long at = Libc.call(Fn.GETPWENT); at != 0; at = Libc.call(Fn.GETPWENT)) {
        Lists.append(ts, list, entry(ts, at));
      }
      Libc.call(Fn.ENDPWENT);
    } finally {
      LOCK.unlock();
    }
    return list;
  }
}

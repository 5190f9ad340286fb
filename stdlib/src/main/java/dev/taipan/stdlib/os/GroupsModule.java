package dev.taipan.stdlib.os;

import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.stdlib.StructSequence;
import dev.taipan.stdlib.os.Libc.Fn;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.object.Representation;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.thread.RootScope;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** {@code grp}, in the way of {@code pwd}. */
@BuiltinModule("grp")
public final class GroupsModule {
  private static final StructSequence ENTRY =
      new StructSequence("grp", "struct_group", "gr_name", "gr_passwd", "gr_gid", "gr_mem");

  private GroupsModule() {}

  /** The type of entries. */
  public static void fill(ThreadState ts, long namespace) {
    Dicts.set(ts, namespace, "struct_group", StandardLibrary.type(ts, ENTRY).cell());
  }

  /** {@code struct group}: name, password, gid (32 bit), members. */
  private static long entry(ThreadState ts, long at) {
    try (RootScope roots = ts.roots()) {
      long members = roots.keep(Lists.create(ts, 4));
      for (long p = Memory.getLong(at + 24); p != 0 && Memory.getLong(p) != 0; p += 8) {
        Lists.append(ts, members, AccountsModule.text(ts, p));
      }
      return ENTRY.create(
          ts,
          roots.keep(AccountsModule.text(ts, at)),
          roots.keep(AccountsModule.text(ts, at + 8)),
          Word.boxInt(Memory.getInt(at + 16) & 0xFFFFFFFFL),
          members);
    }
  }

  @Builtin("getgrgid(id)")
  static long byId(ThreadState ts, long gid) {
    int id = Ids.of(ts, gid, "gid");
    AccountsModule.LOCK.lock();
    try {
      long at = Libc.call(Fn.GETGRGID, id & 0xFFFFFFFFL);
      if (at != 0) {
        return entry(ts, at);
      }
    } finally {
      AccountsModule.LOCK.unlock();
    }
    throw AccountsModule.missing(ts, "getgrgid(): gid not found: " + Representation.text(ts, gid));
  }

  @Builtin("getgrnam(name)")
  static long byName(ThreadState ts, String name) {
    byte[] bytes = Paths.bytes(ts, Strs.of(ts, name));
    AccountsModule.LOCK.lock();
    try (Scratch text = Scratch.copy(bytes)) {
      long at = Libc.call(Fn.GETGRNAM, text.address());
      if (at != 0) {
        return entry(ts, at);
      }
    } finally {
      AccountsModule.LOCK.unlock();
    }
    throw AccountsModule.missing(ts, "getgrnam(): name not found: '" + name + "'");
  }

  @Builtin("getgrall()")
  static long all(ThreadState ts) {
    long list = Lists.create(ts, 32);
    AccountsModule.LOCK.lock();
    try (RootScope roots = ts.roots()) {
      roots.keep(list);
      Libc.call(Fn.SETGRENT);
      for (long at = Libc.call(Fn.GETGRENT); at != 0; at = Libc.call(Fn.GETGRENT)) {
        Lists.append(ts, list, entry(ts, at));
      }
      Libc.call(Fn.ENDGRENT);
    } finally {
      AccountsModule.LOCK.unlock();
    }
    return list;
  }
}

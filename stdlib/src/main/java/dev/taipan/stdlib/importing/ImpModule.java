package dev.taipan.stdlib.importing;

import dev.taipan.stdlib.NativeModules;
import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.stdlib.os.Scratch;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.heap.SipHash;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Buffers;
import dev.taipan.vm.object.ByteStrings;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.util.Set;

/** {@code _imp}: what {@code importlib} needs of the runtime. Nothing is frozen here. */
@BuiltinModule("_imp")
public final class ImpModule {
  private ImpModule() {}

  /** The module's values. */
  public static void fill(ThreadState ts, long namespace) {
    Dicts.set(ts, namespace, "check_hash_based_pycs", Strs.of(ts, "default"));
  }

  @Builtin("acquire_lock()")
  static void acquireLock(ThreadState ts) {
    Importer.of(ts).globalLock().acquire(ts);
  }

  @Builtin("release_lock()")
  static void releaseLock(ThreadState ts) {
    if (!Importer.of(ts).globalLock().release()) {
      throw Errors.runtimeError(ts, "not holding the import lock");
    }
  }

  @Builtin("lock_held()")
  static boolean lockHeld(ThreadState ts) {
    return Importer.of(ts).globalLock().isHeld();
  }

  @Builtin("get_magic()")
  static long magic(ThreadState ts) {
    return ByteStrings.of(ts, Magic.number());
  }

  @Builtin("extension_suffixes()")
  static long extensionSuffixes(ThreadState ts) {
    return Lists.create(ts, 0);
  }

  @Builtin("is_builtin(name, /)")
  static int isBuiltin(String name) {
    return NativeModules.isNative(name) ? 1 : 0;
  }

  @Builtin("is_frozen(name, /)")
  static boolean isFrozen(String name) {
    return false;
  }

  @Builtin("is_frozen_package(name, /)")
  static boolean isFrozenPackage(ThreadState ts, String name) {
    throw noFrozen(ts, name);
  }

  @Builtin("find_frozen(name, /, *, withdata=False)")
  static long findFrozen(ThreadState ts, String name, boolean data) {
    return Word.NONE;
  }

  @Builtin("get_frozen_object(name, data=None, /)")
  static long frozenObject(ThreadState ts, String name, long data) {
    throw noFrozen(ts, name);
  }

  @Builtin("init_frozen(name, /)")
  static long initFrozen(ThreadState ts, String name) {
    return Word.NONE;
  }

  private static RuntimeException noFrozen(ThreadState ts, String name) {
    return Errors.raise(ts, Exc.ImportError, "No such frozen object named %s", name);
  }

  @Builtin("_frozen_module_names()")
  static long frozenNames(ThreadState ts) {
    return Lists.create(ts, 0);
  }

  @Builtin("_override_frozen_modules_for_tests(override, /)")
  static void overrideFrozen(ThreadState ts, int override) {}

  @Builtin("_override_multi_interp_extensions_check(override, /)")
  static int overrideCheck(ThreadState ts, int override) {
    return 0;
  }

  @Builtin("create_builtin(spec, /)")
  static long createBuiltin(ThreadState ts, long spec) {
    long name = Attributes.get(ts, spec, "name");
    long known = Dicts.getStr(ts, ts.runtime().modules(), ts.runtime().intern(ts, name));
    if (known != 0L) {
      return known;
    }
    long module = NativeModules.create(ts, Strs.toJava(name));
    return module == Word.EMPTY ? Word.NONE : module;
  }

  @Builtin("exec_builtin(mod, /)")
  static int execBuiltin(ThreadState ts, long module) {
    return 0;
  }

  @Builtin("create_dynamic(spec, file=None, /)")
  static long createDynamic(ThreadState ts, long spec, long file) {
    throw Errors.raise(ts, Exc.ImportError, "extension modules of C cannot be loaded");
  }

  @Builtin("exec_dynamic(mod, /)")
  static int execDynamic(ThreadState ts, long module) {
    return 0;
  }

  @Builtin("_fix_co_filename(code, path, /)")
  static void fixFilename(ThreadState ts, long code, long path) {
    // Code is cached under the path of its source, so the name that it carries is right.
  }

  @Builtin("source_hash(key, source)")
  static long sourceHash(ThreadState ts, long key, long source) {
    byte[] bytes = Buffers.require(ts, source);
    long first = dev.taipan.vm.object.Numbers.asJavaLong(ts, key);
    long hash;
    try (Scratch copy = Scratch.copy(bytes)) {
      hash = new SipHash(first, 0).hash(copy.address(), bytes.length);
    }
    byte[] out = new byte[8];
    for (int i = 0; i < out.length; i++) {
      out[i] = (byte) (hash >>> 8 * i);
    }
    return ByteStrings.of(ts, out);
  }

  // What the finder of the library's own folder asks for.

  @Builtin("_library_path()")
  static String libraryPath() {
    return Importer.LIBRARY_PATH;
  }

  @Builtin("_library_read(path, /)")
  static long libraryRead(ThreadState ts, String path) {
    byte[] bytes = LibraryFiles.read(path);
    return bytes == null ? Word.NONE : ByteStrings.of(ts, bytes);
  }

  @Builtin("_library_has(path, /)")
  static boolean libraryHas(String path) {
    return LibraryFiles.has(path);
  }

  @Builtin("_library_list(path, /)")
  static long libraryList(ThreadState ts, String path) {
    Set<String> names = LibraryFiles.list(path);
    if (names == null) {
      return Word.NONE;
    }
    long list = Lists.create(ts, names.size());
    for (String name : names) {
      Lists.append(ts, list, Strs.of(ts, name));
    }
    return list;
  }

  @Builtin("_library_code(path, name, /)")
  static long libraryCode(ThreadState ts, String path, String name) {
    return ModuleMaker.libraryCode(ts, path);
  }

  @Builtin("_find_and_load(name, import_, /)")
  static long findAndLoad(ThreadState ts, String name, long function) {
    return StandardLibrary.of(ts).importer().load(ts, name);
  }

  @Builtin("_library_names(namespace, /)")
  static void libraryNames(ThreadState ts, long namespace) {
    LibraryNames.add(ts, namespace);
  }
}

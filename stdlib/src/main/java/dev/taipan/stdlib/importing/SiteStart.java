package dev.taipan.stdlib.importing;

import dev.taipan.stdlib.module.SysModule;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.object.Modules;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.spi.Startup;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The import of {@code site}. Where nothing is customised (no virtual environment, no {@code .pth}
 * file, only plain entries in {@code sys.path}) the outcome of its {@code main} is known, and Java
 * brings it about: run cold, its questions to the file system take longer than the rest of the
 * module, and they would make every program wait for the C library to be linked. In any other case
 * the module does it itself.
 */
public final class SiteStart {
  private static final String VERSION = "/lib/python3.12/site-packages";

  /** The kernel's words about a process: type and value, 64 bits each. */
  private static final String PROCESS_FACTS = "/proc/self/auxv";

  /** The functions of the module that add builtins. */
  static final String[] BUILTINS = {"setquit", "setcopyright", "sethelper"};

  private static final int FIRST_ID = 11;
  private static final int IDS = 4;

  private final ThreadState ts;
  private final long sys;
  private final boolean wantsUser;
  private final String userBase;
  private final Set<String> known = new HashSet<>();
  private final List<String> added = new ArrayList<>();

  private SiteStart(ThreadState ts, Importer importer, Startup startup) {
    this.ts = ts;
    this.sys = Modules.dict(ts, importer.load(ts, "sys"));
    this.wantsUser = startup.flags().indexOf('s') < 0;
    this.userBase = userBase();
  }

  /** Imports {@code site} with all that it does. */
  public static void run(ThreadState ts, Importer importer, Startup startup) {
    SiteStart start = new SiteStart(ts, importer, startup);
    boolean tells = startup.flags().indexOf('v') >= 0;
    if (tells || !start.isPlain()) {
      boolean defined = StartModules.isLoaded(ts, "site");
      long module = importer.load(ts, "site");
      if (defined) {
        start.call(Modules.dict(ts, module), "main");
      }
      return;
    }
    // What comes from an image has set its builtins already.
    boolean made = StartModules.isLoaded(ts, "site");
    long site = Modules.dict(ts, define(ts, importer));
    start.enter(site);
    if (!made) {
      start.setBuiltins(site);
    }
    if (startup.flags().indexOf('I') < 0) {
      start.call(site, "enablerlcompleter");
    }
    if (importer.mayFind(ts, "sitecustomize")) {
      start.call(site, "execsitecustomize");
    }
    if (start.wantsUser && importer.mayFind(ts, "usercustomize")) {
      start.call(site, "execusercustomize");
    }
  }

  /** The module without its {@code main}, as under {@code -S}. */
  static long define(ThreadState ts, Importer importer) {
    if (StartModules.isLoaded(ts, "site")) {
      return importer.load(ts, "site");
    }
    long sys = Modules.dict(ts, importer.load(ts, "sys"));
    long name = ts.runtime().intern(ts, "flags");
    long flags = Dicts.getStr(ts, sys, name);
    int mark = ts.rootMark();
    ts.root(flags);
    try {
      Dicts.setStr(ts, sys, name, SysModule.flagsWithoutSite(ts, flags));
      return importer.load(ts, "site");
    } finally {
      Dicts.setStr(ts, sys, name, flags);
      ts.rootRelease(mark);
    }
  }

  /** The names and the entries of the path that {@code main} would set. */
  private void enter(long site) {
    Dicts.set(ts, sys, "_home", Word.NONE);
    Dicts.set(ts, site, "ENABLE_USER_SITE", Word.boxBool(wantsUser));
    Dicts.set(ts, site, "USER_BASE", Strs.of(ts, userBase));
    Dicts.set(ts, site, "USER_SITE", Strs.of(ts, userBase + VERSION));
    long path = Dicts.getStr(ts, sys, ts.runtime().intern(ts, "path"));
    for (String folder : added) {
      Lists.append(ts, path, Strs.of(ts, folder));
    }
  }

  private void setBuiltins(long site) {
    for (String function : BUILTINS) {
      call(site, function);
    }
  }

  private void call(long site, String function) {
    call(ts, site, function);
  }

  static void call(ThreadState ts, long site, String function) {
    Calls.call0(ts, Dicts.getStr(ts, site, ts.runtime().intern(ts, function)));
  }

  // ---- whether the outcome is known

  private boolean isPlain() {
    String program = System.getProperty("taipan.executable", "");
    String home = System.getProperty("taipan.home", "/taipan");
    return hasPlainPath()
        && isNormal(program)
        && !inEnvironment(new File(program).getParentFile())
        && isNormal(home)
        && userBase != null
        && (!wantsUser || ownIdsAreUsed() && takes(userBase + VERSION))
        && takes(home + VERSION);
  }

  /** Whether {@code removeduppaths} would leave {@code sys.path} as it is. */
  private boolean hasPlainPath() {
    long path = Dicts.getStr(ts, sys, ts.runtime().intern(ts, "path"));
    for (int i = 0; i < Lists.length(path); i++) {
      String entry = Strs.toJava(Lists.get(ts, path, i));
      if (!isNormal(entry) || !known.add(entry)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a path is absolute and its own normal form. */
  private static boolean isNormal(String path) {
    return path.startsWith("/")
        && path.length() > 1
        && !path.endsWith("/")
        && !path.contains("//")
        && !(path + "/").contains("/./")
        && !(path + "/").contains("/../");
  }

  private static boolean inEnvironment(File folder) {
    File above = folder.getParentFile();
    return new File(folder, "pyvenv.cfg").isFile()
        || above != null && new File(above, "pyvenv.cfg").isFile();
  }

  /** The folder for a user's packages; null where the module must find it out. */
  private static String userBase() {
    String given = System.getenv("PYTHONUSERBASE");
    String home = System.getenv("HOME");
    String base = given != null && !given.isEmpty() ? given : home == null ? "" : home + "/.local";
    // Names in other characters may not be what Java makes of their bytes.
    return isNormal(base) && isAscii(base) ? base : null;
  }

  private static boolean isAscii(String text) {
    // Not by a stream: every program would load what it takes.
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  /** Whether the process runs as who started it; the module trusts no user's folder otherwise. */
  private static boolean ownIdsAreUsed() {
    long[] ids = new long[IDS];
    try (FileInputStream facts = new FileInputStream(PROCESS_FACTS)) {
      ByteBuffer words = ByteBuffer.wrap(facts.readAllBytes());
      words.order(ByteOrder.nativeOrder());
      int seen = 0;
      while (words.remaining() >= 2 * Long.BYTES) {
        long type = words.getLong() - FIRST_ID;
        long value = words.getLong();
        if (type >= 0 && type < IDS) {
          ids[(int) type] = value;
          seen++;
        }
      }
      return seen == IDS && ids[0] == ids[1] && ids[2] == ids[3];
    } catch (IOException unknown) {
      return false;
    }
  }

  /** Notes a folder of packages, if there is one; false if something in it wants to be run. */
  private boolean takes(String folder) {
    File file = new File(folder);
    if (!file.isDirectory()) {
      return true;
    }
    String[] names = file.list();
    if (names == null) {
      return false;
    }
    for (String name : names) {
      if (name.endsWith(".pth") && !name.startsWith(".")) {
        return false;
      }
    }
    if (known.add(folder)) {
      added.add(folder);
    }
    return true;
  }
}

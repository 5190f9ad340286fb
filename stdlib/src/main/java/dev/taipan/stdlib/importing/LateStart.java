package dev.taipan.stdlib.importing;

import dev.taipan.stdlib.NativeModules;
import dev.taipan.vm.code.VarInts;
import dev.taipan.vm.container.Strings;
import dev.taipan.vm.gc.Traced;
import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.LateModules;
import dev.taipan.vm.object.Modules;
import dev.taipan.vm.thread.ThreadState;

/**
 * The modules of a start's image, entered into {@code sys.modules} with nothing in them but for
 * {@code site} and what that needs, until somebody looks. The format is in {@link StartWriter}.
 */
final class LateStart extends LateModules implements Traced {
  private final Importer importer;
  private final boolean site;

  /** What the modules are made from; null when they are. */
  private byte[] image;

  /** Where the part that is made late begins. */
  private final int late;

  private final int count;
  private final int[] kinds;
  private final long[] modules;
  private final long[] names;
  private final String[] files;
  private final int[] folders;

  /** What the late part takes from modules that a program may change before. */
  private long[] kept;

  private LateStart(ThreadState ts, Importer importer, byte[] image, boolean site) {
    this.importer = importer;
    this.image = image;
    this.site = site;
    int length = new VarInts.Reader(image).next();
    StartReader first = new StartReader(ts, this, image, VarInts.size(length));
    late = VarInts.size(length) + length;
    ts.runtime().heap().addRoot(first);
    try {
      int all = first.next();
      int withoutSite = first.next();
      count = site ? all : withoutSite;
      kinds = new int[all];
      modules = new long[all];
      names = new long[all];
      files = new String[all];
      folders = new int[all];
      ts.runtime().heap().addRoot(this);
      ts.runtime().setLateModules(this);
      for (int i = 0; i < all; i++) {
        head(ts, first, i);
      }
      kept = first.kept();
      if (site) {
        first.first();
      }
    } finally {
      ts.runtime().heap().removeRoot(first);
    }
    started();
  }

  /** Makes the modules of an image and enters them: all, or as {@code -S} wants it. */
  static void load(ThreadState ts, Importer importer, byte[] image, boolean site) {
    new LateStart(ts, importer, image, site);
  }

  @Override
  public void trace(Visitor visitor) {
    for (long module : modules) {
      visitor.visit(module);
    }
    for (long name : names) {
      visitor.visit(name);
    }
    if (kept != null) {
      for (long word : kept) {
        visitor.visit(word);
      }
    }
  }

  Importer importer() {
    return importer;
  }

  long module(int number) {
    return modules[number];
  }

  String file(int number) {
    return files[number];
  }

  long kept(int number) {
    return kept[number];
  }

  // ---- at the start

  private void head(ThreadState ts, StartReader in, int number) {
    kinds[number] = in.next();
    names[number] = in.string(in.next());
    int of = 0;
    switch (kinds[number]) {
      case StartWriter.ALIAS -> of = in.next();
      case StartWriter.NATIVE -> {}
      default -> {
        files[number] = Strings.toJava(in.string(in.next()));
        folders[number] = in.next();
      }
    }
    if (number < count) {
      enter(ts, number, of);
    }
  }

  private void enter(ThreadState ts, int number, int of) {
    long all = ts.runtime().modules();
    long known = Dicts.getStr(ts, all, names[number]);
    if (known != 0L) {
      // Java's, and there before the image.
      kinds[number] = StartWriter.ALIAS;
      modules[number] = known;
      return;
    }
    switch (kinds[number]) {
      case StartWriter.ALIAS -> modules[number] = modules[of];
      case StartWriter.AT_ONCE -> {
        modules[number] = ModuleMaker.create(ts, source(number));
        LibraryNames.add(ts, Modules.dict(ts, modules[number]));
      }
      default -> modules[number] = Modules.createLate(ts, this);
    }
    Dicts.setStr(ts, all, names[number], modules[number]);
  }

  private ModuleSource source(int number) {
    String file = files[number];
    String path = Importer.LIBRARY_PATH + "/" + file;
    String folder =
        folders[number] == 0 ? null : path.substring(0, path.length() - folders[number]);
    return new ModuleSource(Strings.toJava(names[number]), path, file, folder);
  }

  // ---- late

  @Override
  protected void make(ThreadState ts) {
    StartReader reader = new StartReader(ts, this, image, late);
    boolean made = false;
    try {
      reader.late(site);
      made = true;
    } finally {
      if (!made) {
        reader.forget();
      }
    }
    for (int i = 0; i < count; i++) {
      if (isLate(i)) {
        Modules.end(ts, modules[i]);
      }
    }
    image = null;
    kept = null;
    ts.runtime().heap().removeRoot(this);
  }

  private boolean isLate(int number) {
    return kinds[number] == StartWriter.NATIVE || kinds[number] == StartWriter.OURS;
  }

  /** Gives a module what it has before its code runs, a module of Java all that it has. */
  void begin(ThreadState ts, int number) {
    if (kinds[number] == StartWriter.NATIVE) {
      String name = Strings.toJava(names[number]);
      Modules.begin(ts, modules[number], name);
      NativeModules.fill(ts, name, modules[number]);
    } else if (kinds[number] == StartWriter.OURS) {
      ModuleMaker.begin(ts, modules[number], source(number));
      LibraryNames.add(ts, Modules.dict(ts, modules[number]));
    }
  }
}

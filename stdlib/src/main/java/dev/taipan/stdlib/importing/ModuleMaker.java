package dev.taipan.stdlib.importing;

import dev.taipan.stdlib.SimpleNamespaceType;
import dev.taipan.stdlib.os.OsErrors;
import dev.taipan.vm.ast.Mod;
import dev.taipan.vm.code.CodeBlueprint;
import dev.taipan.vm.code.CodeImage;
import dev.taipan.vm.compile.CompileOptions;
import dev.taipan.vm.compile.Compiler;
import dev.taipan.vm.interp.CodeLinker;
import dev.taipan.vm.interp.ImageLinker;
import dev.taipan.vm.interp.Interpreter;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.object.Modules;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.parse.Parser;
import dev.taipan.vm.parse.SyntaxFault;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.RootScope;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** From a source to a module object, and its execution. */
final class ModuleMaker {

  private ModuleMaker() {}

  /** The module with all its special names, not executed. */
  static long create(ThreadState ts, ModuleSource found) {
    try (RootScope roots = ts.roots()) {
      long module = roots.keep(Modules.create(ts, found.name()));
      describe(ts, roots, Modules.dict(ts, module), found);
      return module;
    }
  }

  /** Gives a late module those names. */
  static void begin(ThreadState ts, long module, ModuleSource found) {
    try (RootScope roots = ts.roots()) {
      Modules.begin(ts, module, found.name());
      describe(ts, roots, Modules.dict(ts, module), found);
    }
  }

  private static void describe(ThreadState ts, RootScope roots, long dict, ModuleSource found) {
    String name = found.name();
    boolean isPackage = found.packagePath() != null;
    String parent = isPackage ? name : name.substring(0, Math.max(0, name.lastIndexOf('.')));
    long spec = roots.keep(SimpleNamespaceType.create(ts));
    long origin = found.origin() == null ? Word.NONE : roots.keep(Strs.of(ts, found.origin()));
    SimpleNamespaceType.set(ts, spec, "name", Strs.of(ts, name));
    SimpleNamespaceType.set(ts, spec, "loader", Word.NONE);
    SimpleNamespaceType.set(ts, spec, "origin", origin);
    SimpleNamespaceType.set(ts, spec, "parent", Strs.of(ts, parent));
    SimpleNamespaceType.set(ts, spec, "has_location", Word.boxBool(origin != Word.NONE));
    long cached = roots.keep(cached(ts, found));
    SimpleNamespaceType.set(ts, spec, "cached", cached);
    SimpleNamespaceType.set(ts, spec, "loader_state", Word.NONE);
    SimpleNamespaceType.set(ts, spec, "_initializing", Word.FALSE);
    long path = Word.NONE;
    if (isPackage) {
      path = Lists.create(ts, 1);
      Lists.append(ts, path, Strs.of(ts, found.packagePath()));
      Dicts.set(ts, dict, "__path__", path);
    }
    SimpleNamespaceType.set(ts, spec, "submodule_search_locations", path);
    Dicts.set(ts, dict, "__package__", Strs.of(ts, parent));
    Dicts.set(ts, dict, "__spec__", spec);
    if (found.origin() != null) {
      Dicts.set(ts, dict, "__file__", origin);
    }
    if (cached != Word.NONE) {
      Dicts.set(ts, dict, "__cached__", cached);
    }
    long builtins = ts.runtime().builtins();
    Dicts.set(ts, dict, "__builtins__", builtins);
  }

  /** Where the module's code would be cached, None for what CPython has frozen. */
  private static long cached(ThreadState ts, ModuleSource found) {
    if (found.isNamespace() || found.ours() && Importer.isFrozen(found.name())) {
      return Word.NONE;
    }
    Path place = BytecodeCache.place(ts, found.origin());
    return place == null ? Word.NONE : Strs.of(ts, place.toString());
  }

  /** Puts what a real spec says into the module's names. */
  static void describeBySpec(ThreadState ts, long module, long spec) {
    long dict = Modules.dict(ts, module);
    Dicts.set(ts, dict, "__spec__", spec);
    Dicts.set(ts, dict, "__loader__", Attributes.get(ts, spec, "loader"));
    long cached = Attributes.get(ts, spec, "cached");
    if (cached != Word.NONE) {
      Dicts.set(ts, dict, "__cached__", cached);
    }
    long places = Attributes.get(ts, spec, "submodule_search_locations");
    if (places != Word.NONE) {
      Dicts.set(ts, dict, "__path__", places);
    }
  }

  /** Runs a module's code in a namespace. */
  static void execute(ThreadState ts, ModuleSource found, long namespace) {
    if (!found.isNamespace()) {
      Interpreter.run(ts, code(ts, found), namespace, ts.runtime().builtins(), namespace);
    }
  }

  private static long code(ThreadState ts, ModuleSource found) {
    if (found.ours()) {
      return libraryCode(ts, found.inLibrary());
    }
    CodeBlueprint cached = BytecodeCache.read(ts, found.origin());
    if (cached != null) {
      return CodeLinker.link(ts, cached);
    }
    CodeBlueprint made =
        compile(ts, source(ts, found.origin()), found.origin(), ts.runtime().options().optimize());
    BytecodeCache.write(ts, found.origin(), made);
    return CodeLinker.link(ts, made);
  }

  private static byte[] source(ThreadState ts, String file) {
    try {
      return Files.readAllBytes(Path.of(file));
    } catch (IOException fault) {
      throw OsErrors.of(ts, OsErrors.number(fault), Strs.of(ts, file));
    }
  }

  /**
   * The code object of a file of the library; None without one. The library is compiled the same
   * whatever {@code -O} says, as CPython's frozen modules are.
   */
  static long libraryCode(ThreadState ts, String path) {
    CodeImage image = image(path);
    if (image != null) {
      return ImageLinker.link(ts, image);
    }
    byte[] source = LibraryFiles.read(path);
    return source == null
        ? Word.NONE
        : CodeLinker.link(ts, compile(ts, source, Importer.LIBRARY_PATH + "/" + path, 0));
  }

  /** What the build made of a file of the library; null without it. */
  static CodeImage image(String path) {
    LibraryCode compiled = LibraryCode.installed();
    return compiled == null ? null : compiled.read(path, Importer.LIBRARY_PATH + "/" + path);
  }

  private static CodeBlueprint compile(ThreadState ts, byte[] source, String file, int level) {
    try {
      Mod tree = Parser.of(Parser.Mode.EXEC, (message, where) -> false).parse(source, file);
      return Compiler.compile(tree, CompileOptions.of(file, level));
    } catch (SyntaxFault fault) {
      throw syntaxError(ts, fault, file);
    }
  }

  private static Raised syntaxError(ThreadState ts, SyntaxFault fault, String file) {
    long where =
        Tuples.of(
            ts,
            Strs.of(ts, file),
            Word.boxInt(fault.lineno()),
            Word.boxInt(fault.offset()),
            fault.text() == null ? Word.NONE : Strs.of(ts, fault.text()),
            Word.boxInt(fault.endLineno()),
            Word.boxInt(fault.endOffset()));
    Exc type = Exc.valueOf(fault.type().pythonName());
    return Errors.raiseArgs(ts, type, Strs.of(ts, fault.getMessage()), where);
  }
}

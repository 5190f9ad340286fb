package dev.taipan.vm.object;

import dev.taipan.vm.ast.Mod;
import dev.taipan.vm.code.CodeBlueprint;
import dev.taipan.vm.code.CodeFlags;
import dev.taipan.vm.code.CodeObject;
import dev.taipan.vm.compile.CompileOptions;
import dev.taipan.vm.compile.Compiler;
import dev.taipan.vm.compile.SymbolTable;
import dev.taipan.vm.interp.CodeLinker;
import dev.taipan.vm.interp.FrameObjects;
import dev.taipan.vm.interp.Interpreter;
import dev.taipan.vm.layout.Cells;
import dev.taipan.vm.layout.CodeLayout;
import dev.taipan.vm.layout.FrameLayout;
import dev.taipan.vm.layout.FunctionLayout;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.parse.Parser;
import dev.taipan.vm.parse.SyntaxFault;
import dev.taipan.vm.parse.SyntaxWarnings;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.tree.TreeReader;
import dev.taipan.vm.tree.TreeWriter;
import dev.taipan.vm.type.Slot;
import dev.taipan.vm.value.Word;
import java.nio.charset.StandardCharsets;

/** From source or code objects to running code: {@code compile}, {@code exec}, {@code eval}. */
public final class Compilation {
  private static final int ONLY_AST = 0x400;
  private static final int DONT_IMPLY_DEDENT = 0x200;
  private static final int TYPE_COMMENTS = 0x1000;
  private static final int TOP_LEVEL_AWAIT = 0x2000;
  private static final int INCOMPLETE_INPUT = 0x4000;
  private static final int KNOWN =
      CodeFlags.FUTURE_MASK
          | ONLY_AST
          | DONT_IMPLY_DEDENT
          | TYPE_COMMENTS
          | TOP_LEVEL_AWAIT
          | INCOMPLETE_INPUT;

  private Compilation() {}

  /** {@code compile(...)}: a code object. */
  public static long compile(
      ThreadState ts,
      long source,
      String filename,
      String mode,
      int flags,
      boolean inherit,
      int optimize,
      int featureVersion) {
    if ((flags & ~KNOWN) != 0) {
      throw Errors.valueError(ts, "compile(): unrecognised flags");
    }
    if (optimize < -1 || optimize > 2) {
      throw Errors.valueError(ts, "compile(): invalid optimize value");
    }
    Parser.Mode parsed =
        switch ((flags & ONLY_AST) != 0 && mode.equals("func_type") ? "signature" : mode) {
          case "signature" -> Parser.Mode.FUNC_TYPE;
          case "exec" -> Parser.Mode.EXEC;
          case "eval" -> Parser.Mode.EVAL;
          case "single" -> Parser.Mode.SINGLE;
          default ->
              throw Errors.valueError(
                  ts,
                  "compile() mode must be 'exec', 'eval'%s",
                  (flags & ONLY_AST) != 0 ? ", 'single' or 'func_type'" : " or 'single'");
        };
    int all = flags & CodeFlags.FUTURE_MASK | (inherit ? callerFlags(ts) : 0);
    boolean await = (flags & TOP_LEVEL_AWAIT) != 0;
    CompileOptions options =
        new CompileOptions(filename, level(ts, optimize), all, await, SyntaxWarnings.IGNORE);
    boolean keepTree = (flags & ONLY_AST) != 0;
    Parser parser =
        parser(ts, parsed)
            .withTypeComments((flags & TYPE_COMMENTS) != 0)
            .withIncompleteInput((flags & INCOMPLETE_INPUT) != 0)
            .withFeatureVersion(keepTree ? featureVersion : -1);
    try {
      if (TreeReader.isTree(ts, source)) {
        return keepTree ? source : ofTree(ts, source, parsed, options);
      }
      if (keepTree) {
        Mod tree =
            warned(
                ts,
                filename,
                sink -> parse(ts, source, "compile()", parser.with(sink), parsed, filename));
        return TreeWriter.write(ts, tree);
      }
      return compile(ts, source, "compile()", parser, parsed, options);
    } catch (SyntaxFault fault) {
      throw raise(ts, fault, filename);
    }
  }

  /** A parser that reads what the runtime allows. */
  private static Parser parser(ThreadState ts, Parser.Mode mode) {
    return Parser.of(mode, SyntaxWarnings.IGNORE).withDigits(ts.runtime().intMaxStrDigits());
  }

  /** {@code -1} stands for the level that the program was started with. */
  private static int level(ThreadState ts, int optimize) {
    return optimize < 0 ? ts.runtime().options().optimize() : optimize;
  }

  /** The code of a source file; what is wrong with it becomes a Python exception. */
  public static long file(ThreadState ts, byte[] source, String filename) {
    return file(ts, source, filename, null);
  }

  /**
   * The same.
   *
   * @param ahead the same source, which may have been compiled already; null if not
   */
  public static long file(ThreadState ts, byte[] source, String filename, SourceAhead ahead) {
    Parser parser = parser(ts, Parser.Mode.EXEC);
    int line = 1;
    for (byte b : source) {
      if (b == 0) {
        throw raiseAt(
            ts, Exc.SyntaxError, "source code cannot contain null bytes", filename, line, "");
      }
      line += b == '\n' ? 1 : 0;
    }
    try {
      CompileOptions options = CompileOptions.of(filename, level(ts, -1));
      CodeBlueprint made =
          ahead == null ? null : ahead.take(ts, level(ts, -1), ts.runtime().intMaxStrDigits());
      CodeBlueprint code =
          warned(
              ts,
              filename,
              made == null ? new Warnings.Collected() : ahead.warnings,
              made,
              sink ->
                  Compiler.compile(parser.with(sink).parse(source, filename), options.with(sink)));
      return CodeLinker.link(ts, code);
    } catch (SyntaxFault fault) {
      if (fault.lineno() <= 0) {
        // A program whose encoding is wrong has no lines yet.
        String message = fault.getMessage().replace("unknown encoding: ", "encoding problem: ");
        throw Errors.raise(ts, Exc.SyntaxError, "%s", message);
      }
      throw raise(ts, fault, filename);
    }
  }

  private static Raised raiseAt(
      ThreadState ts, Exc type, String message, String filename, int line, String text) {
    long details =
        Tuples.of(
            ts,
            Strs.of(ts, filename),
            number(line),
            number(0),
            Strs.of(ts, text),
            number(line),
            number(0));
    return Errors.raiseArgs(ts, type, Strs.of(ts, message), details);
  }

  /** The code of a tree. */
  public static long link(ThreadState ts, Mod tree, String filename) throws SyntaxFault {
    return CodeLinker.link(ts, Compiler.compile(tree, CompileOptions.of(filename, level(ts, -1))));
  }

  /** The scopes of a source, for {@code symtable}. */
  public static SymbolTable symbols(
      ThreadState ts, long source, String filename, Parser.Mode mode) {
    Parser parser = parser(ts, mode);
    try {
      return SymbolTable.of(parse(ts, source, "symtable()", parser, mode, filename));
    } catch (SyntaxFault fault) {
      throw raise(ts, fault, filename);
    }
  }

  private static int callerFlags(ThreadState ts) {
    long frame = ts.frame();
    return frame == 0 ? 0 : CodeLayout.flags(FrameLayout.code(frame)) & CodeFlags.FUTURE_MASK;
  }

  private static long ofTree(ThreadState ts, long source, Parser.Mode mode, CompileOptions options)
      throws SyntaxFault {
    Class<? extends Mod> wanted =
        switch (mode) {
          case EXEC -> Mod.Module.class;
          case EVAL -> Mod.Expression.class;
          case SINGLE -> Mod.Interactive.class;
          case FUNC_TYPE -> Mod.FunctionType.class;
        };
    Mod tree = TreeReader.read(ts, source, wanted);
    return CodeLinker.link(
        ts, warned(ts, options.filename(), sink -> Compiler.compile(tree, options.with(sink))));
  }

  /** Parses or compiles with warnings going to a sink. */
  @FunctionalInterface
  private interface Reading<T> {
    T with(SyntaxWarnings sink) throws SyntaxFault;
  }

  /** Tells of the warnings of a reading, which is done again if one of them became an error. */
  private static <T> T warned(ThreadState ts, String filename, Reading<T> reading)
      throws SyntaxFault {
    return warned(ts, filename, new Warnings.Collected(), null, reading);
  }

  /** The same where the first reading may be over; null if it is not. */
  private static <T> T warned(
      ThreadState ts, String filename, Warnings.Collected warnings, T first, Reading<T> reading)
      throws SyntaxFault {
    T result = first == null ? reading.with(warnings) : first;
    while (!warnings.tell(ts, filename)) {
      result = reading.with(warnings);
    }
    return result;
  }

  private static long compile(
      ThreadState ts,
      long source,
      String function,
      Parser parser,
      Parser.Mode mode,
      CompileOptions options)
      throws SyntaxFault {
    CodeBlueprint code =
        warned(
            ts,
            options.filename(),
            sink -> {
              Mod tree = parse(ts, source, function, parser.with(sink), mode, options.filename());
              return Compiler.compile(tree, options.with(sink));
            });
    return CodeLinker.link(ts, code);
  }

  private static long compile(
      ThreadState ts, long source, String function, Parser.Mode mode, CompileOptions options) {
    Parser parser = parser(ts, mode);
    try {
      return compile(ts, source, function, parser, mode, options);
    } catch (SyntaxFault fault) {
      throw raise(ts, fault, options.filename());
    }
  }

  private static Mod parse(
      ThreadState ts,
      long source,
      String function,
      Parser parser,
      Parser.Mode mode,
      String filename)
      throws SyntaxFault {
    if (Strs.isStr(ts, source)) {
      String text = Strs.toJava(source);
      requireNoNull(ts, text.indexOf('\0') >= 0);
      return parser.parse(mode == Parser.Mode.EVAL ? text.replaceAll("^[ \t]+", "") : text);
    }
    byte[] bytes = bytes(ts, source, function);
    requireNoNull(ts, new String(bytes, StandardCharsets.ISO_8859_1).indexOf('\0') >= 0);
    return parser.parse(bytes, filename);
  }

  private static void requireNoNull(ThreadState ts, boolean found) {
    if (found) {
      throw Errors.raise(ts, Exc.SyntaxError, "source code string cannot contain null bytes");
    }
  }

  private static byte[] bytes(ThreadState ts, long source, String function) {
    byte[] bytes = Buffers.orNull(ts, source);
    if (bytes == null) {
      String wanted =
          switch (function) {
            case "compile()" -> "a string, bytes or AST object";
            case "symtable()" -> "a string or bytes object";
            default -> "a string, bytes or code object";
          };
      throw Errors.typeError(ts, "%s arg 1 must be %s", function, wanted);
    }
    return bytes;
  }

  /** The Python exception of a fault. */
  public static Raised raise(ThreadState ts, SyntaxFault fault, String filename) {
    long message = Strs.of(ts, fault.getMessage());
    Exc type =
        switch (fault.type()) {
          case SYNTAX_ERROR, INCOMPLETE_INPUT -> Exc.SyntaxError;
          case INDENTATION_ERROR -> Exc.IndentationError;
          case TAB_ERROR -> Exc.TabError;
          case MEMORY_ERROR -> Exc.MemoryError;
          case RECURSION_ERROR -> Exc.RecursionError;
          case UNICODE_ENCODE_ERROR -> Exc.UnicodeEncodeError;
        };
    if (!ts.runtime()
        .types()
        .exception(type)
        .isSubtypeOf(ts.runtime().types().exception(Exc.SyntaxError))) {
      return type == Exc.UnicodeEncodeError
          ? Errors.raise(ts, Exc.ValueError, "%s", fault.getMessage())
          : Errors.raiseWith(ts, type, message);
    }
    String line =
        fault.text() != null ? fault.text() : new SourceLines(ts).get(filename, fault.lineno());
    long details =
        Tuples.of(
            ts,
            Strs.of(ts, filename),
            number(fault.lineno()),
            number(fault.offset()),
            line == null ? Word.NONE : Strs.of(ts, line),
            number(fault.endLineno()),
            number(fault.endOffset()));
    int mark = ts.rootMark();
    ts.root(message);
    ts.root(details);
    try {
      return ts.raise(
          Calls.call2(ts, ts.runtime().types().exception(type).cell(), message, details));
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static long number(int value) {
    return Word.boxInt(value);
  }

  /** {@code exec} and {@code eval}; the arguments are None or EMPTY where they were not given. */
  public static long run(
      ThreadState ts,
      String function,
      long source,
      long givenGlobals,
      long givenLocals,
      long closure) {
    long globals = givenGlobals;
    long locals = givenLocals;
    if (isMissing(globals)) {
      globals = Frames.globals(ts);
      locals = isMissing(locals) ? FrameObjects.currentLocals(ts) : locals;
    } else if (isMissing(locals)) {
      locals = globals;
    }
    check(ts, function, globals, locals);
    int mark = ts.rootMark();
    ts.root(globals);
    ts.root(locals);
    try {
      long builtins = builtins(ts, globals);
      long code = code(ts, function, source, closure);
      boolean optimized = (CodeLayout.flags(code) & CodeFlags.OPTIMIZED) != 0;
      long variables = optimized ? Word.EMPTY : locals;
      return closure == Word.NONE
          ? Interpreter.run(ts, code, globals, builtins, variables)
          : runWith(ts, code, globals, builtins, variables, closure);
    } finally {
      ts.rootRelease(mark);
    }
  }

  /** Runs code with free variables: as a function that has them. */
  private static long runWith(
      ThreadState ts, long code, long globals, long builtins, long locals, long closure) {
    CodeObject object = (CodeObject) ts.runtime().hosts().get(CodeLayout.host(code));
    long function =
        FunctionLayout.create(ts, code, globals, builtins, object.name(), object.qualname());
    FunctionLayout.setClosure(function, closure);
    ts.root(function);
    return Interpreter.callWithLocals(ts, function, locals);
  }

  private static boolean isMissing(long word) {
    return word == Word.EMPTY || word == Word.NONE;
  }

  private static void check(ThreadState ts, String function, long globals, long locals) {
    if (!Dicts.isDict(ts, globals)) {
      boolean mapping = ts.runtime().typeOf(globals).slot(ts, Slot.GETITEM) != 0L;
      if (function.equals("eval")) {
        throw Errors.typeError(
            ts,
            mapping
                ? "globals must be a real dict; try eval(code, {}, mapping)"
                : "globals must be a dict");
      }
      throw Errors.typeError(
          ts, "exec() globals must be a dict, not %s", ts.runtime().typeOf(globals).name());
    }
    if (ts.runtime().typeOf(locals).slot(ts, Slot.GETITEM) == 0L) {
      throw function.equals("eval")
          ? Errors.typeError(ts, "locals must be a mapping")
          : Errors.typeError(
              ts, "locals must be a mapping or None, not %s", ts.runtime().typeOf(locals).name());
    }
  }

  /** As {@link #builtinsOf}; a globals dict that names none is told. */
  public static long builtins(ThreadState ts, long globals) {
    long builtins = builtinsOf(ts, globals);
    long name = ts.runtime().intern(ts, "__builtins__");
    if (Dicts.get(ts, globals, name) == Word.EMPTY) {
      Dicts.set(ts, globals, name, builtins);
    }
    return builtins;
  }

  /** The namespace for builtins that a globals dict names, or else the running code's. */
  public static long builtinsOf(ThreadState ts, long globals) {
    long named = Dicts.get(ts, globals, ts.runtime().intern(ts, "__builtins__"));
    if (named == Word.EMPTY) {
      return ts.frame() == 0L ? ts.runtime().builtins() : FrameLayout.builtins(ts.frame());
    }
    return Hosts.orNull(ts, named) instanceof PyModule module ? module.dict() : named;
  }

  private static long code(ThreadState ts, String function, long source, long closure) {
    if (ts.runtime().kindOf(source) == Kind.CODE) {
      checkClosure(ts, function, source, closure);
      return source;
    }
    if (closure != Word.NONE) {
      throw Errors.typeError(ts, "closure can only be used when source is a code object");
    }
    Parser.Mode mode = function.equals("eval") ? Parser.Mode.EVAL : Parser.Mode.EXEC;
    CompileOptions options =
        new CompileOptions(
            "<string>", level(ts, -1), callerFlags(ts), false, SyntaxWarnings.IGNORE);
    return compile(ts, source, function + "()", mode, options);
  }

  private static void checkClosure(ThreadState ts, String function, long code, long closure) {
    int free = CodeLayout.freeCount(code);
    if (free == 0 && closure != Word.NONE) {
      throw Errors.typeError(ts, "cannot use a closure with this code object");
    }
    if (free > 0 && function.equals("eval")) {
      throw Errors.typeError(ts, "code object passed to eval() may not contain free variables");
    }
    boolean good = Tuples.isTuple(ts, closure) && Tuples.length(closure) == free;
    for (int i = 0; good && i < free; i++) {
      good = Cells.is(Tuples.get(closure, i), Kind.CELL);
    }
    if (free > 0 && !good) {
      throw Errors.typeError(ts, "code object requires a closure of exactly length %d", free);
    }
  }
}

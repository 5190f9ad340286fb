package dev.taipan.vm.compile;

import dev.taipan.vm.ast.Alias;
import dev.taipan.vm.ast.Mod;
import dev.taipan.vm.ast.Stmt;
import dev.taipan.vm.code.CodeFlags;
import java.util.List;
import java.util.Map;

/**
 * The {@code __future__} imports of a source.
 *
 * @param flags bits of {@link CodeFlags}, those of the asking code included
 * @param lastLine line of the last such import that stands at the beginning
 */
record FutureFeatures(int flags, int lastLine) {
  private static final Map<String, Integer> FEATURES =
      Map.of(
          "nested_scopes", 0,
          "generators", 0,
          "division", 0,
          "absolute_import", 0,
          "with_statement", 0,
          "print_function", 0,
          "unicode_literals", 0,
          "generator_stop", 0,
          "barry_as_FLUFL", CodeFlags.FUTURE_BARRY_AS_BDFL,
          "annotations", CodeFlags.FUTURE_ANNOTATIONS);

  static FutureFeatures of(Mod mod, int inherited) {
    int flags = inherited & CodeFlags.FUTURE_MASK;
    int lastLine = -1;
    boolean docstringSeen = false;
    for (Stmt s : bodyOf(mod)) {
      if (s instanceof Stmt.ImportFrom i && isFuture(i)) {
        flags |= features(i);
        lastLine = i.span().lineno();
      } else if (!docstringSeen && Docstrings.textOf(s) != null) {
        docstringSeen = true;
      } else {
        break;
      }
    }
    return new FutureFeatures(flags, lastLine);
  }

  boolean annotations() {
    return (flags & CodeFlags.FUTURE_ANNOTATIONS) != 0;
  }

  static boolean isFuture(Stmt.ImportFrom s) {
    return "__future__".equals(s.module()) && s.level() == 0;
  }

  private static List<Stmt> bodyOf(Mod mod) {
    return switch (mod) {
      case Mod.Module m -> m.body();
      case Mod.Interactive m -> m.body();
      case Mod.Expression m -> List.of();
      case Mod.FunctionType m -> List.of();
    };
  }

  private static int features(Stmt.ImportFrom s) {
    int flags = 0;
    for (Alias alias : s.names()) {
      Integer flag = FEATURES.get(alias.name());
      if (flag == null) {
        String message =
            alias.name().equals("braces")
                ? "not a chance"
                : "future feature " + alias.name() + " is not defined";
        throw CompileError.atStart(s.span(), message);
      }
      flags |= flag;
    }
    return flags;
  }
}

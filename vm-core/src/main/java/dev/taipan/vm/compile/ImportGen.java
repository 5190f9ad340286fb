package dev.taipan.vm.compile;

import dev.taipan.vm.ast.Alias;
import dev.taipan.vm.ast.ConstantValue;
import dev.taipan.vm.ast.Span;
import dev.taipan.vm.ast.Stmt;
import dev.taipan.vm.code.Op;
import java.util.ArrayList;
import java.util.List;

/** import and from-import. */
final class ImportGen {
  private final Codegen gen;

  ImportGen(Codegen gen) {
    this.gen = gen;
  }

  void importStatement(Stmt.Import s) {
    Unit unit = gen.unit();
    Span span = s.span();
    for (Alias alias : s.names()) {
      unit.constant(Constants.integer(0), span);
      unit.none(span);
      named(Op.IMPORT_NAME, alias.name(), span);
      if (alias.asname() != null) {
        importAs(alias, span);
      } else {
        int dot = alias.name().indexOf('.');
        gen.names.store(dot < 0 ? alias.name() : alias.name().substring(0, dot), span);
      }
    }
  }

  /** The name of a module is never private. */
  private void named(int op, String name, Span span) {
    Unit unit = gen.unit();
    unit.emit(op, unit.nameIndex(name), span);
  }

  /** {@code import a.b.c as d} binds the last module, found attribute by attribute. */
  private void importAs(Alias alias, Span span) {
    Unit unit = gen.unit();
    String[] parts = alias.name().split("\\.", -1);
    for (int i = 1; i < parts.length; i++) {
      named(Op.IMPORT_FROM, parts[i], span);
      unit.emit(Op.SWAP, 2, span);
      unit.emit(Op.POP_TOP, span);
    }
    gen.names.store(alias.asname(), span);
  }

  void importFrom(Stmt.ImportFrom s) {
    Unit unit = gen.unit();
    Span span = s.span();
    if (FutureFeatures.isFuture(s) && span.lineno() > gen.future.lastLine()) {
      throw CompileError.at(
          span, "from __future__ imports must occur at the beginning of the file");
    }
    List<ConstantValue> fromList = new ArrayList<>();
    s.names().forEach(a -> fromList.add(Constants.str(a.name())));
    unit.constant(Constants.integer(s.level()), span);
    unit.constant(new ConstantValue.TupleValue(fromList), span);
    named(Op.IMPORT_NAME, s.module() == null ? "" : s.module(), span);
    for (Alias alias : s.names()) {
      if (alias.name().equals("*")) {
        unit.emit(Op.CALL_INTRINSIC_1, Intrinsic.IMPORT_STAR, span);
        break;
      }
      named(Op.IMPORT_FROM, alias.name(), span);
      gen.names.store(alias.asname() == null ? alias.name() : alias.asname(), span);
    }
    unit.emit(Op.POP_TOP, span);
  }
}

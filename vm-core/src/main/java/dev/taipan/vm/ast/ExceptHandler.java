package dev.taipan.vm.ast;

import java.util.List;

/** An {@code except} or {@code except*} clause; type and name are null where absent. */
public record ExceptHandler(Span span, Expr type, String name, List<Stmt> body)
    implements Located {}

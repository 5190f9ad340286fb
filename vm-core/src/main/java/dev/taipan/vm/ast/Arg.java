package dev.taipan.vm.ast;

/** One parameter; annotation and type comment are null where absent. */
public record Arg(Span span, String arg, Expr annotation, String typeComment) implements Located {}

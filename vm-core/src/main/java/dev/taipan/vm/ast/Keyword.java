package dev.taipan.vm.ast;

/** A keyword argument of a call or class; {@code arg} is null for {@code **value}. */
public record Keyword(Span span, String arg, Expr value) implements Located {}

package dev.taipan.vm.ast;

/** One imported name; {@code asname} is null where absent. */
public record Alias(Span span, String name, String asname) implements Located {}

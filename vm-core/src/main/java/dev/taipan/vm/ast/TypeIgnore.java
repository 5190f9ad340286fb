package dev.taipan.vm.ast;

/** A {@code # type: ignore} comment. */
public record TypeIgnore(int lineno, String tag) implements Node {}

package dev.taipan.vm.ast;

/** Any node of the tree; the families are sealed so that switches over them are exhaustive. */
public sealed interface Node
    permits Mod, Located, Comprehension, Arguments, WithItem, MatchCase, TypeIgnore {}

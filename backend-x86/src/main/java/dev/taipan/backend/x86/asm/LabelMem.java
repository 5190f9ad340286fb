package dev.taipan.backend.x86.asm;

/**
 * The data at a label of the same code block, reached relative to the instruction pointer.
 *
 * @param label where the data starts
 */
public record LabelMem(Label label) implements Address {}

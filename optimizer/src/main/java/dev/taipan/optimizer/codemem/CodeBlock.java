package dev.taipan.optimizer.codemem;

/**
 * A block of code memory.
 *
 * @param address where it executes; 16-byte aligned
 * @param offset its position in the memory
 * @param bytes its size, a multiple of 16
 */
public record CodeBlock(long address, long offset, int bytes) {}

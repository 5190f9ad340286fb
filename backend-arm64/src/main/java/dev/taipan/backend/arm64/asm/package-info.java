/**
 * The AArch64 assembler and disassembler: one encoding table, typed operands, labels. Knows nothing
 * of traces.
 */
package dev.taipan.backend.arm64.asm;

/** Which registers mean what, and what the lowerings ask of the register allocator. */
package dev.taipan.backend.arm64.regs;

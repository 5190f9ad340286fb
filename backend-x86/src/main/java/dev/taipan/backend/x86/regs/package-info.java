/** Which registers there are, and what each operation's lowering asks of the allocator. */
package dev.taipan.backend.x86.regs;

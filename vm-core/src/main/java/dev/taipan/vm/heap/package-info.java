/** The off-heap object heap: blocks, allocation, sweeping, the table of Java objects. */
package dev.taipan.vm.heap;

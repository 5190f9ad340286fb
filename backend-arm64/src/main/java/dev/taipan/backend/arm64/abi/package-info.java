/** Where machine code meets its surroundings: the entry from Java and the instruction cache. */
package dev.taipan.backend.arm64.abi;

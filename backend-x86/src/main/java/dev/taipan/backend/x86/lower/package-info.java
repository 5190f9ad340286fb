/** From operations of the trace IR, with their registers, to instructions. */
package dev.taipan.backend.x86.lower;

/**
 * Code objects as the compiler makes them: plain Java data, before anything lies off the heap.
 *
 * <p>A {@link dev.taipan.vm.code.CodeBlueprint} names values only as constants of the syntax tree,
 * so it can be cached, printed and checked without a runtime. Linking one into a code cell is the
 * interpreter's business.
 */
package dev.taipan.vm.code;

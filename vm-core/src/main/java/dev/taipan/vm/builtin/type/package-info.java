/** The built-in types: one class each, whose annotated methods are what a script sees. */
package dev.taipan.vm.builtin.type;

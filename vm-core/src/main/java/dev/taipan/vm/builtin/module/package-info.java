/** Modules that the language itself needs: {@code builtins} and {@code _thread}. */
package dev.taipan.vm.builtin.module;

/** The only door to raw memory. */
package dev.taipan.vm.memory;

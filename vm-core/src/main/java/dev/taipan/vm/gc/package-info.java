/** The collector: stop, mark in parallel, clear weak references, leave sweeping to allocation. */
package dev.taipan.vm.gc;

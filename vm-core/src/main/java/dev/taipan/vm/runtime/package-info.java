/** A runtime: everything that one Python program shares, and its options. */
package dev.taipan.vm.runtime;

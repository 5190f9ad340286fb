/** Operations on lists, dicts, sets and strings with lock-free reads and locked writes. */
package dev.taipan.vm.container;

/** Thread states, polls, stop-the-world, object locks. */
package dev.taipan.vm.thread;

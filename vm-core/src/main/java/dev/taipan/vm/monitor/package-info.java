/** Who is told of what happens in running code: tools, their events and their callbacks. */
package dev.taipan.vm.monitor;

/** Recording: what one thread executes, as micro-operations in a trace. */
package dev.taipan.tracer.record;

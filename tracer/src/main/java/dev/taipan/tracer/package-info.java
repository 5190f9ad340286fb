/** Records hot traces and owns executors. */
package dev.taipan.tracer;

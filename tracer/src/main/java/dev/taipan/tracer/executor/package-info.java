/** Compiled traces in use: the table, their exits, linking and invalidation. */
package dev.taipan.tracer.executor;

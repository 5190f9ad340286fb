package dev.taipan.tracer.executor;

/**
 * Where an executor starts.
 *
 * @param code the code cell
 * @param pc the address of the first instruction that it runs
 * @param site the address of the instruction that leads to it (a back-edge, a function entry), 0
 *     for a side trace
 */
public record StartPoint(long code, long pc, long site) {}

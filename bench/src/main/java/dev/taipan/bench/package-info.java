/** Benchmarks. */
package dev.taipan.bench;

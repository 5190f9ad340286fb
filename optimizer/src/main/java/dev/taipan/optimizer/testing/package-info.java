/**
 * What tests of the backends and of the passes share: random traces and a native memory to run them
 * on. It is in the main source tree because the modules of one build cannot see each other's tests.
 */
package dev.taipan.optimizer.testing;

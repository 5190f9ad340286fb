/** From the recorded trace to the IR, by abstract interpretation over virtual frames. */
package dev.taipan.optimizer.build;

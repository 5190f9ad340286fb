/** The recorded trace: data only. What the recorder writes and the optimizer reads. */
package dev.taipan.optimizer.trace;

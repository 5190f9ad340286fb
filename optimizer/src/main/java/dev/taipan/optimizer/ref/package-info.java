/** The reference executor: runs the IR itself. The backends' oracle, and a backend of its own. */
package dev.taipan.optimizer.ref;

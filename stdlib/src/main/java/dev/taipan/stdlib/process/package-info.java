/** What {@code multiprocessing} shares between processes: named semaphores, shared memory. */
package dev.taipan.stdlib.process;

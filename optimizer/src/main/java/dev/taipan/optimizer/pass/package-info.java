/** The passes over the trace IR: one file each, one ordered list. */
package dev.taipan.optimizer.pass;

/** The trace's SSA form: the operation table, packed storage, snapshots, text form and verifier. */
package dev.taipan.optimizer.ir;

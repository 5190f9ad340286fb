/** Register allocation over the SSA form, parametrised by a backend's register file. */
package dev.taipan.optimizer.alloc;

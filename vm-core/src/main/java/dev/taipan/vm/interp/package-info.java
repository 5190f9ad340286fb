/** Tier 1: the generated loop, and what stands around it. */
package dev.taipan.vm.interp;

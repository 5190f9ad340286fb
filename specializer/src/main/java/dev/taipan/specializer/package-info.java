/** Decides what an instruction specializes to and publishes it. */
package dev.taipan.specializer;

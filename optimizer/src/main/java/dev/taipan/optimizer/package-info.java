/** From a recorded trace to allocated SSA form. */
package dev.taipan.optimizer;

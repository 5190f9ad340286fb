/** When a recording has gone far enough: every number and rule of that decision. */
package dev.taipan.tracer.fitness;

/** The core of the runtime: values, heap, object model, compiler, interpreter, threads. */
package dev.taipan.vm;

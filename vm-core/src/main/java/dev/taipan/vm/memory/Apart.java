package dev.taipan.vm.memory;

/**
 * Keeps the fields of a subclass away from what lies before it on the Java heap. The collector of
 * the JVM puts the states of two threads side by side; what each writes all the time would share a
 * cache line with what the other reads, in some runs and not in others.
 *
 * <p>The JVM lays a superclass's fields out first. 128 bytes, because processors fetch lines in
 * pairs.
 */
public abstract class Apart {
  /** Fills the rest of the object's header, where a subclass's own field would be put. */
  int rest;

  long a0;
  long a1;
  long a2;
  long a3;
  long a4;
  long a5;
  long a6;
  long a7;
  long a8;
  long a9;
  long a10;
  long a11;
  long a12;
  long a13;
  long a14;
  long a15;

  protected Apart() {}
}

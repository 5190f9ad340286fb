package dev.taipan.vm.interp;

import dev.taipan.vm.layout.RecordLayout;

/**
 * What the cache words that refer to a record name, shifted to where they stand. A member subtracts
 * its own: what is left is the record's address if the word is its own.
 */
public final class Members {
  private static final int SHIFT = RecordLayout.MEMBER_SHIFT;

  /** An inline slot of an instance, by shape. */
  public static final long LOAD_SLOT = 1L << SHIFT;

  /** A function that takes the owner (or what the record says) as its first argument, by shape. */
  public static final long LOAD_METHOD = 2L << SHIFT;

  /** A class attribute that is its own value, read through an instance, by shape. */
  public static final long LOAD_NONDESCRIPTOR = 3L << SHIFT;

  /** An attribute of one class. */
  public static final long LOAD_CLASS = 4L << SHIFT;

  /** A function that takes the class as its first argument, read from one class. */
  public static final long LOAD_CLASS_METHOD = 5L << SHIFT;

  /** A name of one module; the second cache word says where. */
  public static final long LOAD_MODULE = 6L << SHIFT;

  /** A property whose getter is a Python function, by shape. */
  public static final long LOAD_PROPERTY = 7L << SHIFT;

  /** A class with a {@code __getattribute__} in Python, by shape. */
  public static final long LOAD_GETATTRIBUTE = 8L << SHIFT;

  /** An instance with a dict, by shape: what is in its dict. */
  public static final long LOAD_DICT = 9L << SHIFT;

  /** An instance with a dict that lacks the name: a method of its class. */
  public static final long LOAD_METHOD_DICT = 10L << SHIFT;

  /** A method that is not called at once: a bound method is made. */
  public static final long LOAD_BOUND = 11L << SHIFT;

  /** An existing inline slot, by shape. */
  public static final long STORE_SLOT = 12L << SHIFT;

  /** A new attribute in an inline slot: to another shape. */
  public static final long STORE_ADD = 13L << SHIFT;

  /** An instance with a dict. */
  public static final long STORE_DICT = 14L << SHIFT;

  /** A class whose instances are plain objects and whose {@code __init__} is a Python function. */
  public static final long CALL_INIT = 15L << SHIFT;

  /** Several shapes: a table of the records of {@link #LOAD_SLOT} and the two that follow it. */
  public static final long LOAD_POLYMORPHIC = 17L << SHIFT;

  /** Several shapes: a table of the records of {@link #STORE_SLOT} and {@link #STORE_ADD}. */
  public static final long STORE_POLYMORPHIC = 18L << SHIFT;

  /** A class without __bool__ and __len__, by shape. */
  public static final long TRUTH = 19L << SHIFT;

  /**
   * A method found behind a class in the order of the object's class: the class stands in the
   * offset, super itself in the extra.
   */
  public static final long LOAD_SUPER = 16L << SHIFT;

  private Members() {}

  /** The number that a record's place is known by. */
  public static int number(long member) {
    return (int) (member >>> SHIFT);
  }
}

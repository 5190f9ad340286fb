package dev.taipan.vm.builtin;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a static method as a Python builtin; {@code value} is its name and parameters in
 * Python's syntax.
 */
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.METHOD)
public @interface Builtin {
  /**
   * For example {@code pop(self, index=-1, /)}. A default that is no literal is left empty: {@code
   * key=}.
   */
  String value();

  /** What {@code __doc__} gives. */
  String doc() default "";

  /** How the builtin is reached through its class. */
  Binding binding() default Binding.METHOD;

  /** The method takes {@code (ts, args, nargs, kwnames)} and looks at its arguments itself. */
  boolean raw() default false;
}

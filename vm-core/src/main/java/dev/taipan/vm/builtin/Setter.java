package dev.taipan.vm.builtin;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a static method {@code (ts, self, value)} as the writer of a computed attribute; EMPTY
 * deletes.
 */
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.METHOD)
public @interface Setter {
  /** The attribute's name. */
  String value();

  /** What {@code __doc__} gives. */
  String doc() default "";
}

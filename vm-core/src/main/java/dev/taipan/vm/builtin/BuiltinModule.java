package dev.taipan.vm.builtin;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Declares a class whose {@link Builtin} methods are the functions of a builtin module. */
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.TYPE)
public @interface BuiltinModule {
  /** The module's name. */
  String value();

  /** What {@code __doc__} gives. */
  String doc() default "";
}

package dev.taipan.vm.builtin;

import dev.taipan.vm.layout.Kind;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Declares a class whose {@link Builtin} methods make up a Python type. */
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.TYPE)
public @interface BuiltinType {
  /** {@code __name__}. */
  String name();

  /** {@code __module__}. */
  String module() default "builtins";

  /** The native layout of its instances. */
  Kind kind() default Kind.HOST;

  /** The name of the base type (a type of the runtime's registry). */
  String base() default "object";

  /** Whether Python classes may derive from it. */
  boolean subclassable() default true;

  /** Whether its instances take attributes of any name. */
  boolean dict() default false;

  /** What {@code __doc__} gives. */
  String doc() default "";
}

/**
 * How a Java method becomes a Python builtin: the annotations, the generated tables' base class,
 * and the one binder of arguments to parameters.
 */
package dev.taipan.vm.builtin;

/**
 * The abstract syntax tree of Python 3.12: immutable records in sealed families.
 *
 * <p>Every record is named after its class in the Python {@code ast} module and its components
 * after that class's fields, in the same order, spelled in camel case. The dump and any other
 * generic walk derive the Python spelling from the records; there is no second table.
 */
package dev.taipan.vm.ast;

/**
 * Python's object protocols: attributes, operators, calls, iteration, and the objects that Java
 * code stands behind.
 */
package dev.taipan.vm.object;

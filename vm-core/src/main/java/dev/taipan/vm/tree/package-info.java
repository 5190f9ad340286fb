/** Syntax trees as Python objects, made and read. */
package dev.taipan.vm.tree;

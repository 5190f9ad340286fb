/** Builtin modules, import system and the library. */
package dev.taipan.stdlib;

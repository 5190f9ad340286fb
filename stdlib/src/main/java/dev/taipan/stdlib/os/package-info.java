/** The operating system: the C library's functions, and the modules over them. */
package dev.taipan.stdlib.os;

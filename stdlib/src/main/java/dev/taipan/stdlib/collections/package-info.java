/** The containers of module {@code collections} that Java code stands behind. */
package dev.taipan.stdlib.collections;

/** Module {@code array}. */
package dev.taipan.stdlib.array;

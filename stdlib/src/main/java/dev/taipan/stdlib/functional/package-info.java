/** Module {@code _functools}. */
package dev.taipan.stdlib.functional;

/** Module {@code itertools}: one class for each iterator. */
package dev.taipan.stdlib.iter;

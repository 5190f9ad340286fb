/** Module {@code _abc}: what stands behind abstract base classes. */
package dev.taipan.stdlib.abc;

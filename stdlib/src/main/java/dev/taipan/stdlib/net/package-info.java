/** {@code _socket} over the C library. */
package dev.taipan.stdlib.net;

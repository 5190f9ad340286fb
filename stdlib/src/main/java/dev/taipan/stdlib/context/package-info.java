/** {@code _contextvars}. */
package dev.taipan.stdlib.context;

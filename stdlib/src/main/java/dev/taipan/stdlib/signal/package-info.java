/** Signals: from the operating system to Python handlers, and {@code _signal}. */
package dev.taipan.stdlib.signal;

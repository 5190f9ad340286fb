/** The engine of {@code re}: {@code _sre} and the objects that it makes. */
package dev.taipan.stdlib.regex;

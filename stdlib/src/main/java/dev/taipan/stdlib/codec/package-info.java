/** Codecs: the registry, error handlers, and what {@code _codecs} offers. */
package dev.taipan.stdlib.codec;

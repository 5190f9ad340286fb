/**
 * {@code pyexpat}: an XML parser that is fed in pieces and tells of everything it reads.
 *
 * <p>Written here because the JDK's parsers are asked for events and have to block for input, while
 * Python's is given input and calls handlers, tells where in the bytes it stands, and passes on the
 * source text of what has no handler.
 */
package dev.taipan.stdlib.xml;

/** {@code _io}: raw files, buffers, text files and files in memory. */
package dev.taipan.stdlib.io;

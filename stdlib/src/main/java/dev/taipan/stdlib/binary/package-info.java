/** Binary data: {@code _struct}, {@code array}, {@code binascii}, {@code zlib}, {@code marshal}. */
package dev.taipan.stdlib.binary;

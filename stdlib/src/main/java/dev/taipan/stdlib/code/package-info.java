/** What programs learn of compiled code: {@code _opcode}, and what {@code taipan} tells of it. */
package dev.taipan.stdlib.code;

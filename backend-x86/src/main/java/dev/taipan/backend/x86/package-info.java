/** The x86-64 code generator. */
package dev.taipan.backend.x86;

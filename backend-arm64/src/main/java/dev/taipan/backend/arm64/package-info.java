/** The arm64 code generator. */
package dev.taipan.backend.arm64;

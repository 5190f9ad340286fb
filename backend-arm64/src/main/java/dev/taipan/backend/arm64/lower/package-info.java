/** From trace operations to instructions: one class a subject, one method a rule. */
package dev.taipan.backend.arm64.lower;

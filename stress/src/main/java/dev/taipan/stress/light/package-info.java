/** The light programs and what they prove, run inside one Java process. */
package dev.taipan.stress.light;

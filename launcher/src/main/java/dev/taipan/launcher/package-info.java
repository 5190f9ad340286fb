/** The command line. */
package dev.taipan.launcher;

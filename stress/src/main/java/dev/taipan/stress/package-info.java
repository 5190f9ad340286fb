/** Race suites, differential campaigns and the rules of the source tree. */
package dev.taipan.stress;

/** The codecs of East Asia over the tables of the JDK, with Python's names, errors and states. */
package dev.taipan.stdlib.cjk;

/** Module {@code _csv}. */
package dev.taipan.stdlib.csv;

/** Memory maps: {@code mmap}. */
package dev.taipan.stdlib.map;

/** {@code _lsprof}: the profiler behind {@code cProfile}. */
package dev.taipan.stdlib.profile;

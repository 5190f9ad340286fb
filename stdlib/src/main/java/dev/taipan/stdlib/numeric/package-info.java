/** Numbers: {@code _random}, {@code _statistics}, {@code cmath}. */
package dev.taipan.stdlib.numeric;

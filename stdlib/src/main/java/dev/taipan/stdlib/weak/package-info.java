/** {@code _weakref}: weak references, proxies, and asking for them. */
package dev.taipan.stdlib.weak;

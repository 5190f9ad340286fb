/** {@code _symtable}: the compiler's scopes, shown to Python. */
package dev.taipan.stdlib.symbols;

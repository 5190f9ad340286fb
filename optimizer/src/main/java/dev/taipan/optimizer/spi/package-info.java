/** What a backend implements. */
package dev.taipan.optimizer.spi;

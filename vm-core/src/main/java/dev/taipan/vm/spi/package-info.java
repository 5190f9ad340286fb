/** What the core finds as services: without each of them it is a plain interpreter. */
package dev.taipan.vm.spi;

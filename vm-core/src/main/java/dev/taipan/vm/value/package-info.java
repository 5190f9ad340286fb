/** NaN-boxed words. */
package dev.taipan.vm.value;

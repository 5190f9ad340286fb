/** One class per native layout: named offsets, a drawing, typed accessors. */
package dev.taipan.vm.layout;

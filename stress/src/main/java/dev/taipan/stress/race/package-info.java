/** One jcstress class for each guarantee of docs/memory-model.md, with two actors each. */
package dev.taipan.stress.race;

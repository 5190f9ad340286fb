/**
 * Syntax tree to code: constant folding, scopes, code generation, flow graph, assembly.
 *
 * <p>{@link dev.taipan.vm.compile.Compiler} is the way in. A tree is folded, its names are resolved
 * by two passes over scopes, then each scope that runs as code of its own becomes a graph of basic
 * blocks, which a row of small passes turns into a blueprint.
 */
package dev.taipan.vm.compile;

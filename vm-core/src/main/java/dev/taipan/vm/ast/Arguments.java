package dev.taipan.vm.ast;

import java.util.List;

/**
 * The parameters of a function.
 *
 * @param kwDefaults one entry per keyword-only parameter, null where it has no default
 * @param defaults defaults of the last positional parameters
 */
public record Arguments(
    List<Arg> posonlyargs,
    List<Arg> args,
    Arg vararg,
    List<Arg> kwonlyargs,
    List<Expr> kwDefaults,
    Arg kwarg,
    List<Expr> defaults)
    implements Node {}

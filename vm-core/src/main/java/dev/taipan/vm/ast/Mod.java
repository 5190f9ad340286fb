package dev.taipan.vm.ast;

import java.util.List;

/** The root of a tree, one kind per compilation mode. */
public sealed interface Mod extends Node {
  /** A file or an {@code exec} source. */
  record Module(List<Stmt> body, List<TypeIgnore> typeIgnores) implements Mod {}

  /** One statement typed at a prompt. */
  record Interactive(List<Stmt> body) implements Mod {}

  /** An {@code eval} source. */
  record Expression(Expr body) implements Mod {}

  /** A signature type comment. */
  record FunctionType(List<Expr> argtypes, Expr returns) implements Mod {}
}

package dev.taipan.vm.code;

/**
 * What a running program asks of its code rarely: for a traceback, an exception's handler, an
 * inspection. Code of an image reads it when it is first asked for; a blueprint has it.
 */
public interface CodeDetails {
  String name();

  String filename();

  int firstLine();

  int flags();

  Variables variables();

  ExceptionTable exceptions();

  PositionTable positions();

  /** Everything, nested code included. */
  CodeBlueprint blueprint();
}

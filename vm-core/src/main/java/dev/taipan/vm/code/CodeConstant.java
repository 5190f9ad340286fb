package dev.taipan.vm.code;

import dev.taipan.vm.ast.ConstantValue;

/** An entry of a constant table: a value, or the code of a nested function or class. */
public sealed interface CodeConstant {
  record Value(ConstantValue value) implements CodeConstant {}

  record Code(CodeBlueprint code) implements CodeConstant {}
}

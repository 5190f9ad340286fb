package dev.taipan.vm.code;

import java.util.List;

/**
 * Everything that is known about a code object before a runtime exists.
 *
 * @param name the name of the function, class or module part
 * @param qualname the dotted name
 * @param filename the file the source came from
 * @param firstLine the first source line
 * @param signature parameter counts
 * @param flags bits of {@link CodeFlags}
 * @param stackSize the greatest depth of the value stack
 * @param constants what {@code LOAD_CONST} indexes; a function's first entry is its docstring or
 *     None
 * @param names what attribute, global and import instructions index
 * @param variables the fast variables
 * @param words the instructions
 * @param auxCount how many profile slots the instructions use
 * @param exceptions the exception table
 * @param positions the source position of every instruction
 */
public record CodeBlueprint(
    String name,
    String qualname,
    String filename,
    int firstLine,
    Signature signature,
    int flags,
    int stackSize,
    List<CodeConstant> constants,
    List<String> names,
    Variables variables,
    InstructionWords words,
    int auxCount,
    ExceptionTable exceptions,
    PositionTable positions)
    implements CodeDetails {
  public CodeBlueprint {
    constants = List.copyOf(constants);
    names = List.copyOf(names);
  }

  @Override
  public CodeBlueprint blueprint() {
    return this;
  }

  /** Whether some yield stands inside {@code try} or {@code with}. */
  boolean yieldsInRegion() {
    int generator = CodeFlags.GENERATOR | CodeFlags.COROUTINE | CodeFlags.ASYNC_GENERATOR;
    if ((flags & generator) == 0) {
      return false;
    }
    for (int at = 0; at < words.length(); ) {
      int op = Op.head(InstructionWords.op(words.at(at)));
      ExceptionTable.Entry entry = op == Op.YIELD_VALUE ? exceptions.find(at) : null;
      // The handler around a whole generator only turns StopIteration into RuntimeError.
      if (entry != null && InstructionWords.op(words.at(entry.target())) != Op.CALL_INTRINSIC_1) {
        return true;
      }
      at += 1 + Op.cacheWords(InstructionWords.op(words.at(at)));
    }
    return false;
  }
}

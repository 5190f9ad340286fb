package dev.taipan.generator.instructions;

import java.util.List;

/**
 * How a head looks in the loop that runs where nothing is specialized: members that need no cache,
 * or micro-operations, are tried in turn before the head's own method does the work.
 *
 * @param placement the switch that has the case: TOP, HOT or, for both, TWICE
 */
record PlainForm(String head, Placement placement, List<Choice> choices) {
  /**
   * What is tried for some arguments.
   *
   * @param arguments all that it is tried for; none stands for any
   * @param tries names of members or micro-operations that may miss
   */
  record Choice(List<Integer> arguments, List<String> tries) {}
}

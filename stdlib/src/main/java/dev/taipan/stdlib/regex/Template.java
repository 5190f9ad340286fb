package dev.taipan.stdlib.regex;

import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.object.HostObject;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** A replacement taken apart: literal, group, literal, group ... literal; immutable. */
final class Template extends HostObject {
  final long[] literals;
  final int[] groups;

  Template(long[] literals, int[] groups) {
    this.literals = literals;
    this.groups = groups;
  }

  /** What a part of the subject looks like: asked for a group, EMPTY if it took no part. */
  @FunctionalInterface
  interface Groups {
    long get(int group);
  }

  /** Appends the pieces for a match to a list that the caller keeps rooted. */
  void expand(ThreadState ts, long list, Groups matched) {
    Lists.append(ts, list, literals[0]);
    for (int i = 0; i < groups.length; i++) {
      long part = matched.get(groups[i]);
      if (part != Word.EMPTY) {
        Lists.append(ts, list, part);
      }
      Lists.append(ts, list, literals[i + 1]);
    }
  }

  @Override
  public void trace(Visitor visitor) {
    for (long literal : literals) {
      visitor.visit(literal);
    }
  }
}

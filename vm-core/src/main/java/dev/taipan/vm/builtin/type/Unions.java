package dev.taipan.vm.builtin.type;

import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Comparison;
import dev.taipan.vm.object.GenericAlias;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.object.TypeParameters;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** {@code X | Y} of classes, aliases, None and unions. */
final class Unions {
  private Unions() {}

  static long of(ThreadState ts, long left, long right) {
    if (!isPart(ts, left) || !isPart(ts, right)) {
      return Word.NOT_IMPLEMENTED;
    }
    int mark = ts.rootMark();
    try {
      long parts = Lists.create(ts, 0);
      ts.root(parts);
      add(ts, parts, left);
      add(ts, parts, right);
      if (Lists.length(parts) == 1) {
        return Lists.get(ts, parts, 0);
      }
      long args = Lists.toTuple(ts, parts);
      ts.root(args);
      UnionType union = new UnionType(args, TypeParameters.of(ts, args));
      return Hosts.create(ts, ts.runtime().types().union, union);
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static boolean isPart(ThreadState ts, long word) {
    if (word == Word.NONE || Classes.isClass(ts, word)) {
      return true;
    }
    Object host = Hosts.orNull(ts, word);
    return host instanceof GenericAlias || host instanceof UnionType;
  }

  private static void add(ThreadState ts, long parts, long word) {
    if (Hosts.orNull(ts, word) instanceof UnionType union) {
      for (int i = 0; i < Tuples.length(union.args()); i++) {
        add(ts, parts, Tuples.get(union.args(), i));
      }
      return;
    }
    long part = word == Word.NONE ? ts.runtime().types().noneType.cell() : word;
    for (int i = 0; i < Lists.length(parts); i++) {
      long known = Lists.get(ts, parts, i);
      boolean bothAliases = !Classes.isClass(ts, known) && !Classes.isClass(ts, part);
      if (known == part || bothAliases && Comparison.equal(ts, known, part)) {
        return;
      }
    }
    Lists.append(ts, parts, part);
  }
}

package dev.taipan.stdlib.text;

import dev.taipan.vm.container.Strings;
import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.object.HostObject;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** What a decoder wants: hooks (None where there is none) and strictness; immutable. */
final class JsonScanner extends HostObject {
  final boolean strict;
  final long objectHook;
  final long objectPairsHook;
  final long parseFloat;
  final long parseInt;
  final long parseConstant;

  JsonScanner(
      boolean strict,
      long objectHook,
      long objectPairsHook,
      long parseFloat,
      long parseInt,
      long parseConstant) {
    this.strict = strict;
    this.objectHook = objectHook;
    this.objectPairsHook = objectPairsHook;
    this.parseFloat = parseFloat;
    this.parseInt = parseInt;
    this.parseConstant = parseConstant;
  }

  /** A hook that is the type itself asks for nothing. */
  static long hook(long word, long type) {
    return word == type ? Word.NONE : word;
  }

  static long part(ThreadState ts, long text, int from, int to) {
    return Strings.substring(ts, text, from, to);
  }

  @Override
  public void trace(Visitor visitor) {
    visitor.visit(objectHook);
    visitor.visit(objectPairsHook);
    visitor.visit(parseFloat);
    visitor.visit(parseInt);
    visitor.visit(parseConstant);
  }
}

package dev.taipan.stdlib.text;

import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.object.HostObject;

/** What an encoder is asked for; immutable. */
final class JsonEncoder extends HostObject {
  /** How strings are written: by ourselves or by the script's function. */
  enum Quoting {
    ASCII,
    UNICODE,
    FUNCTION
  }

  final long markers;
  final long fallback;
  final long encoder;
  final Quoting quoting;
  final long indent;
  final long keySeparator;
  final long itemSeparator;
  final boolean sortKeys;
  final boolean skipKeys;
  final boolean allowNan;

  JsonEncoder(long[] words, Quoting quoting, boolean sortKeys, boolean skipKeys, boolean allowNan) {
    this.markers = words[0];
    this.fallback = words[1];
    this.encoder = words[2];
    this.indent = words[3];
    this.keySeparator = words[4];
    this.itemSeparator = words[5];
    this.quoting = quoting;
    this.sortKeys = sortKeys;
    this.skipKeys = skipKeys;
    this.allowNan = allowNan;
  }

  @Override
  public void trace(Visitor visitor) {
    visitor.visit(markers);
    visitor.visit(fallback);
    visitor.visit(encoder);
    visitor.visit(indent);
    visitor.visit(keySeparator);
    visitor.visit(itemSeparator);
  }
}

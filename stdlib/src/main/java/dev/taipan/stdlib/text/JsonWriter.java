package dev.taipan.stdlib.text;

import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.DoubleText;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Floats;
import dev.taipan.vm.object.IntText;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Iteration;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** One writing of a value. */
final class JsonWriter {
  private final ThreadState ts;
  private final JsonEncoder encoder;
  private final JsonText out = new JsonText();
  private int depth;

  JsonWriter(ThreadState ts, JsonEncoder encoder) {
    this.ts = ts;
    this.encoder = encoder;
  }

  long result() {
    return out.toStr(ts);
  }

  /** Writes a value; the caller keeps it alive. */
  void value(long value) {
    if (value == Word.NONE) {
      out.add("null");
    } else if (Word.isBool(value)) {
      out.add(value == Word.TRUE ? "true" : "false");
    } else if (Strs.isStr(ts, value)) {
      string(value);
    } else if (Ints.isInt(ts, value)) {
      out.add(IntText.decimal(ts, value));
    } else if (Floats.isFloat(ts, value)) {
      out.add(real(Floats.value(ts, value)));
    } else {
      nested(value);
    }
  }

  private void string(long value) {
    if (encoder.quoting == JsonEncoder.Quoting.FUNCTION) {
      long text = Calls.call1(ts, encoder.encoder, value);
      if (!Strs.isStr(ts, text)) {
        throw Errors.typeError(
            ts, "encoder() must return a string, not %s", ts.runtime().typeOf(text).name());
      }
      out.addStr(text);
    } else {
      out.addQuoted(value, encoder.quoting == JsonEncoder.Quoting.ASCII);
    }
  }

  private String real(double value) {
    if (Double.isFinite(value)) {
      return DoubleText.repr(value);
    }
    if (!encoder.allowNan) {
      throw Errors.valueError(
          ts, "Out of range float values are not JSON compliant: %s", DoubleText.repr(value));
    }
    return Double.isNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
  }

  private void nested(long value) {
    if (++depth > JsonErrors.MAX_DEPTH) {
      throw JsonErrors.tooDeep(ts, "encoding a JSON object");
    }
    int mark = ts.rootMark();
    try {
      ts.root(value);
      long id = enterMarker(value);
      ts.root(id);
      if (Lists.isList(ts, value) || Tuples.isTuple(ts, value)) {
        array(value);
      } else if (Dicts.isDict(ts, value)) {
        object(value);
      } else {
        long other = Calls.call1(ts, encoder.fallback, value);
        ts.root(other);
        value(other);
      }
      if (id != Word.EMPTY) {
        Dicts.delete(ts, encoder.markers, id);
      }
    } finally {
      ts.rootRelease(mark);
      depth--;
    }
  }

  /** Notes that a value is being written; gives its key, EMPTY if nobody cares. */
  private long enterMarker(long value) {
    if (encoder.markers == Word.NONE) {
      return Word.EMPTY;
    }
    long id = Ints.of(ts, value);
    if (Dicts.get(ts, encoder.markers, id) != Word.EMPTY) {
      throw Errors.valueError(ts, "Circular reference detected");
    }
    Dicts.set(ts, encoder.markers, id, value);
    return id;
  }

  private boolean isPlainList(long value) {
    return ts.runtime().typeOf(value) == ts.runtime().types().list;
  }

  private static long tupleItem(long tuple, int index) {
    return index < Tuples.length(tuple) ? Tuples.get(tuple, index) : Word.EMPTY;
  }

  private void array(long value) {
    boolean plain =
        Tuples.isTuple(ts, value) && ts.runtime().typeOf(value) == ts.runtime().types().tuple;
    long items = plain || isPlainList(value) ? value : Iteration.toList(ts, value);
    ts.root(items);
    out.add("[");
    // A list may shrink while its items are written, as a script's hook pleases.
    for (int i = 0; ; i++) {
      long item = plain ? tupleItem(items, i) : Lists.get(ts, items, i);
      if (item == Word.EMPTY) {
        break;
      }
      if (i > 0) {
        out.addStr(encoder.itemSeparator);
      }
      value(item);
    }
    out.add("]");
  }

  private void object(long value) {
    long pairs = Calls.named(ts, value, "items");
    ts.root(pairs);
    long list = Iteration.toList(ts, pairs);
    ts.root(list);
    if (encoder.sortKeys) {
      Calls.named(ts, list, "sort");
    }
    long items = Lists.toTuple(ts, list);
    ts.root(items);
    out.add("{");
    boolean first = true;
    for (int i = 0; i < Tuples.length(items); i++) {
      long item = Tuples.get(items, i);
      if (!Tuples.isTuple(ts, item) || Tuples.length(item) != 2) {
        throw Errors.valueError(ts, "items must return 2-tuples");
      }
      first = item(Tuples.get(item, 0), Tuples.get(item, 1), first);
    }
    out.add("}");
  }

  /** Writes an item unless its key is to be skipped; whether the next one is still the first. */
  private boolean item(long key, long value, boolean first) {
    String plain = null;
    if (!Strs.isStr(ts, key)) {
      plain = keyText(key);
      if (plain == null) {
        if (encoder.skipKeys) {
          return first;
        }
        throw Errors.typeError(
            ts,
            "keys must be str, int, float, bool or None, not %s",
            ts.runtime().typeOf(key).name());
      }
    }
    if (!first) {
      out.addStr(encoder.itemSeparator);
    }
    if (plain == null) {
      string(key);
    } else {
      int mark = ts.rootMark();
      long text = Strs.of(ts, plain);
      ts.root(text);
      string(text);
      ts.rootRelease(mark);
    }
    out.addStr(encoder.keySeparator);
    value(value);
    return false;
  }

  /** The text of a key that is no str; null if it can be none. */
  private String keyText(long key) {
    if (Floats.isFloat(ts, key)) {
      return real(Floats.value(ts, key));
    }
    if (Word.isBool(key)) {
      return key == Word.TRUE ? "true" : "false";
    }
    if (key == Word.NONE) {
      return "null";
    }
    return Ints.isInt(ts, key) ? IntText.decimal(ts, key) : null;
  }

  /** How a marker must look. */
  static void checkMarkers(ThreadState ts, long markers) {
    if (markers != Word.NONE && !Dicts.isDict(ts, markers)) {
      throw Errors.typeError(
          ts,
          "make_encoder() argument 1 must be dict or None, not %s",
          ts.runtime().typeOf(markers).name());
    }
  }
}

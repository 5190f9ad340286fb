package dev.taipan.vm.code;

import dev.taipan.vm.ast.ConstantValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the image of a module's code; {@link CodeImage} has the format. */
public final class CodeImageWriter {
  private static final int MAX_SITES = InstructionWords.MAX_AUX;

  private final Map<String, Integer> strings = new LinkedHashMap<>();

  private CodeImageWriter() {}

  /** The bytes of an image. */
  public static byte[] write(CodeBlueprint code) {
    CodeImageWriter writer = new CodeImageWriter();
    VarInts.Writer body = new VarInts.Writer();
    writer.code(body, code);
    VarInts.Writer all = new VarInts.Writer();
    all.put(writer.strings.size());
    writer.strings.keySet().forEach(text -> string(all, text));
    all.putRaw(body.toBytes());
    return all.toBytes();
  }

  private static void string(VarInts.Writer out, String text) {
    boolean wide = text.chars().anyMatch(unit -> unit > 0xFF);
    out.put(text.length() << 1 | (wide ? 1 : 0));
    for (int i = 0; i < text.length(); i++) {
      out.putByte(text.charAt(i));
      if (wide) {
        out.putByte(text.charAt(i) >> Byte.SIZE);
      }
    }
  }

  private void ref(VarInts.Writer out, String text) {
    Integer known = strings.get(text);
    if (known == null) {
      known = strings.size();
      strings.put(text, known);
    }
    out.put(known);
  }

  private void refs(VarInts.Writer out, List<String> texts) {
    out.put(texts.size());
    texts.forEach(text -> ref(out, text));
  }

  private void code(VarInts.Writer out, CodeBlueprint c) {
    ref(out, c.name());
    ref(out, c.qualname());
    out.put(c.firstLine());
    out.put(c.signature().argCount());
    out.put(c.signature().posOnlyCount());
    out.put(c.signature().kwOnlyCount());
    out.put(c.flags());
    out.put(c.stackSize());
    out.put(c.yieldsInRegion() ? 1 : 0);
    refs(out, c.names());
    refs(out, c.variables().slots());
    words(out, c.words());
    details(out, c);
    out.put(c.constants().size());
    c.constants().forEach(constant -> constant(out, constant));
  }

  /** The linked words: profile indexes are in them, constants are still missing. */
  private static void words(VarInts.Writer out, InstructionWords words) {
    List<Integer> patches = new ArrayList<>();
    long[] linked = new long[words.length()];
    int sites = 0;
    for (int at = 0; at < linked.length; ) {
      int op = InstructionWords.op(words.at(at));
      int aux = Op.isCounted(op) ? Math.min(++sites, MAX_SITES) : 0;
      linked[at] = InstructionWords.pack(op, aux, InstructionWords.arg(words.at(at)));
      if (op == Op.LOAD_CONST) {
        patches.add(at + 1);
      }
      at += 1 + Op.cacheWords(op);
    }
    out.put(Math.min(sites, MAX_SITES));
    out.put(linked.length);
    for (long word : linked) {
      out.putRawLong(word);
    }
    out.put(patches.size());
    int last = 0;
    for (int patch : patches) {
      out.put(patch - last);
      last = patch;
    }
  }

  /** What the linker passes over. */
  private void details(VarInts.Writer out, CodeBlueprint c) {
    VarInts.Writer part = new VarInts.Writer();
    refs(part, c.variables().varnames());
    refs(part, c.variables().cellvars());
    refs(part, c.variables().freevars());
    part.put(c.exceptions().entries().size());
    for (ExceptionTable.Entry e : c.exceptions().entries()) {
      part.put(e.start());
      part.put(e.end());
      part.put(e.target());
      part.put(e.depth() << 1 | (e.lasti() ? 1 : 0));
    }
    part.putBytes(c.positions().bytes());
    out.put(c.variables().freevars().size());
    out.putBytes(part.toBytes());
  }

  private void constant(VarInts.Writer out, CodeConstant constant) {
    switch (constant) {
      case CodeConstant.Value v -> value(out, v.value());
      case CodeConstant.Code c -> {
        out.put(ConstantTag.CODE.ordinal());
        code(out, c.code());
      }
    }
  }

  private void value(VarInts.Writer out, ConstantValue value) {
    switch (value) {
      case ConstantValue.Singleton s -> {
        out.put(ConstantTag.SINGLETON.ordinal());
        out.put(s.ordinal());
      }
      case ConstantValue.IntValue v -> {
        out.put(ConstantTag.INT.ordinal());
        out.putLong(v.value());
      }
      case ConstantValue.BigIntValue v -> {
        out.put(ConstantTag.BIG_INT.ordinal());
        out.putBytes(v.value().toByteArray());
      }
      case ConstantValue.FloatValue v -> {
        out.put(ConstantTag.FLOAT.ordinal());
        out.putLong(Double.doubleToLongBits(v.value()));
      }
      case ConstantValue.ComplexValue v -> {
        out.put(ConstantTag.COMPLEX.ordinal());
        out.putLong(Double.doubleToLongBits(v.real()));
        out.putLong(Double.doubleToLongBits(v.imag()));
      }
      case ConstantValue.StrValue v -> {
        boolean name = NameLike.test(v.value());
        ConstantTag text = v.apart() ? ConstantTag.STR_APART : ConstantTag.STR;
        out.put((name ? ConstantTag.NAME : text).ordinal());
        ref(out, v.value());
      }
      case ConstantValue.BytesValue v -> {
        out.put(ConstantTag.BYTES.ordinal());
        out.putBytes(v.bytes());
      }
      case ConstantValue.TupleValue v -> items(out, ConstantTag.TUPLE, v.items());
      case ConstantValue.FrozenSetValue v -> items(out, ConstantTag.FROZEN_SET, v.items());
    }
  }

  private void items(VarInts.Writer out, ConstantTag tag, List<ConstantValue> items) {
    out.put(tag.ordinal());
    out.put(items.size());
    items.forEach(item -> value(out, item));
  }
}

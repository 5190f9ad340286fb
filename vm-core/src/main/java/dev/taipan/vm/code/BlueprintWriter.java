package dev.taipan.vm.code;

import dev.taipan.vm.ast.ConstantValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * Serializes blueprints. All numbers are variable-length; strings are written once and referred to.
 *
 * <pre>
 *  magic "TPC" version | checksum of the rest (4 bytes) | opcode count | body
 *  string := 0 length char* | index + 1 of an earlier one
 * </pre>
 *
 * The opcode count stands for the instruction set: code of another set is refused.
 */
public final class BlueprintWriter {
  static final byte[] MAGIC = {'T', 'P', 'C', 1};
  static final int CHECKSUM_BYTES = 4;

  private final VarInts.Writer out = new VarInts.Writer();
  private final Map<String, Integer> strings = new HashMap<>();

  private BlueprintWriter() {}

  /** The bytes of a blueprint and all nested ones. */
  public static byte[] write(CodeBlueprint code) {
    BlueprintWriter writer = new BlueprintWriter();
    writer.out.put(Op.count());
    writer.code(code);
    byte[] body = writer.out.toBytes();
    byte[] all = new byte[MAGIC.length + CHECKSUM_BYTES + body.length];
    System.arraycopy(MAGIC, 0, all, 0, MAGIC.length);
    System.arraycopy(body, 0, all, MAGIC.length + CHECKSUM_BYTES, body.length);
    int sum = checksum(all);
    for (int i = 0; i < CHECKSUM_BYTES; i++) {
      all[MAGIC.length + i] = (byte) (sum >>> i * Byte.SIZE);
    }
    return all;
  }

  /** The checksum of everything behind the place where it is stored. */
  static int checksum(byte[] all) {
    CRC32C crc = new CRC32C();
    int start = MAGIC.length + CHECKSUM_BYTES;
    crc.update(all, start, all.length - start);
    return (int) crc.getValue();
  }

  private void code(CodeBlueprint c) {
    string(c.name());
    string(c.qualname());
    string(c.filename());
    out.put(c.firstLine());
    out.put(c.signature().argCount());
    out.put(c.signature().posOnlyCount());
    out.put(c.signature().kwOnlyCount());
    out.put(c.flags());
    out.put(c.stackSize());
    strings(c.names());
    strings(c.variables().varnames());
    strings(c.variables().cellvars());
    strings(c.variables().freevars());
    words(c.words());
    out.put(c.auxCount());
    exceptions(c.exceptions());
    out.putBytes(c.positions().bytes());
    out.put(c.constants().size());
    c.constants().forEach(this::constant);
  }

  private void string(String text) {
    Integer known = strings.get(text);
    if (known != null) {
      out.put(known + 1);
      return;
    }
    strings.put(text, strings.size());
    out.put(0);
    out.put(text.length());
    for (int i = 0; i < text.length(); i++) { // by UTF-16 unit: lone surrogates must survive
      out.put(text.charAt(i));
    }
  }

  private void strings(List<String> list) {
    out.put(list.size());
    list.forEach(this::string);
  }

  private void words(InstructionWords words) {
    out.put(words.length());
    int at = 0;
    while (at < words.length()) {
      long word = words.at(at);
      out.put(InstructionWords.op(word));
      out.put(InstructionWords.aux(word));
      out.put(VarInts.zigzag(InstructionWords.arg(word)));
      at += 1 + Op.cacheWords(InstructionWords.op(word));
    }
  }

  private void exceptions(ExceptionTable table) {
    out.put(table.entries().size());
    for (ExceptionTable.Entry e : table.entries()) {
      out.put(e.start());
      out.put(e.end());
      out.put(e.target());
      out.put(e.depth() << 1 | (e.lasti() ? 1 : 0));
    }
  }

  private void constant(CodeConstant constant) {
    switch (constant) {
      case CodeConstant.Value v -> value(v.value());
      case CodeConstant.Code c -> {
        tag(ConstantTag.CODE);
        code(c.code());
      }
    }
  }

  private void tag(ConstantTag tag) {
    out.put(tag.ordinal());
  }

  private void value(ConstantValue value) {
    switch (value) {
      case ConstantValue.Singleton s -> {
        tag(ConstantTag.SINGLETON);
        out.put(s.ordinal());
      }
      case ConstantValue.IntValue v -> {
        tag(ConstantTag.INT);
        out.putLong(v.value());
      }
      case ConstantValue.BigIntValue v -> {
        tag(ConstantTag.BIG_INT);
        out.putBytes(v.value().toByteArray());
      }
      case ConstantValue.FloatValue v -> {
        tag(ConstantTag.FLOAT);
        out.putLong(Double.doubleToLongBits(v.value()));
      }
      case ConstantValue.ComplexValue v -> {
        tag(ConstantTag.COMPLEX);
        out.putLong(Double.doubleToLongBits(v.real()));
        out.putLong(Double.doubleToLongBits(v.imag()));
      }
      case ConstantValue.StrValue v -> {
        tag(v.apart() ? ConstantTag.STR_APART : ConstantTag.STR);
        string(v.value());
      }
      case ConstantValue.BytesValue v -> {
        tag(ConstantTag.BYTES);
        out.putBytes(v.bytes());
      }
      case ConstantValue.TupleValue v -> items(ConstantTag.TUPLE, v.items());
      case ConstantValue.FrozenSetValue v -> items(ConstantTag.FROZEN_SET, v.items());
    }
  }

  private void items(ConstantTag tag, List<ConstantValue> items) {
    tag(tag);
    out.put(items.size());
    items.forEach(this::value);
  }
}

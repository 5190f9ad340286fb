package dev.taipan.backend.x86.asm;

import java.util.ArrayList;
import java.util.List;

/**
 * Decides how long each branch and each padding is, and resolves labels.
 *
 * <p>While code is assembled, branches and paddings take no bytes at all: they are <em>elastic
 * items</em> at a position of the raw bytes. At the end every branch starts short, and those that
 * don't reach grow until nothing changes. A branch never shrinks again, so this ends; paddings are
 * recomputed in each round, and a round without growth has checked every short branch against the
 * very offsets that are emitted.
 */
final class CodeLayout {
  private sealed interface Item permits Branch, Padding {
    int raw();
  }

  /** A branch; {@code shortForm} is null when there is none (calls). */
  private record Branch(int raw, Encoding shortForm, Encoding nearForm, Label target)
      implements Item {
    int nearBytes() {
      return nearForm.map() == Encoding.Map.ONE ? 5 : 6;
    }
  }

  private record Padding(int raw, int boundary) implements Item {}

  /** A 32-bit displacement at {@code raw}, counted from {@code end}, the instruction's end. */
  private record Relative(int raw, int end, int items, Label target) {}

  private static final int SHORT_BYTES = 2;

  private final List<Item> items = new ArrayList<>();
  private final List<Relative> relatives = new ArrayList<>();
  private final List<Label> labels = new ArrayList<>();

  void branch(int raw, Encoding shortForm, Encoding nearForm, Label target) {
    items.add(new Branch(raw, shortForm, nearForm, target));
  }

  void padding(int raw, int boundary) {
    items.add(new Padding(raw, boundary));
  }

  void relative(int raw, int end, Label target) {
    relatives.add(new Relative(raw, end, items.size(), target));
  }

  void bind(Label label, int raw) {
    label.bind(raw, items.size());
    labels.add(label);
  }

  /** Emits the final bytes of {@code raw} and gives all labels their offsets. */
  byte[] finish(CodeBuffer raw) {
    int[] sizes = new int[items.size()];
    int[] shifts = new int[items.size() + 1];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = items.get(i) instanceof Branch b ? initialBytes(b) : 0;
    }
    do {
      place(sizes, shifts);
    } while (grow(sizes, shifts));
    for (Label label : labels) {
      label.place(offset(label, shifts));
    }
    CodeBuffer out = new CodeBuffer();
    write(raw, out, sizes);
    for (Relative r : relatives) {
      out.patchInt(r.raw + shifts[r.items], offset(r.target, shifts) - r.end - shifts[r.items]);
    }
    return out.toBytes();
  }

  private static int initialBytes(Branch b) {
    return b.shortForm == null ? b.nearBytes() : SHORT_BYTES;
  }

  /** Sets the paddings' sizes, and in {@code shifts[k]} the bytes of the first k items. */
  private void place(int[] sizes, int[] shifts) {
    for (int i = 0; i < sizes.length; i++) {
      if (items.get(i) instanceof Padding p) {
        sizes[i] = -(p.raw + shifts[i]) & (p.boundary - 1);
      }
      shifts[i + 1] = shifts[i] + sizes[i];
    }
  }

  private boolean grow(int[] sizes, int[] shifts) {
    boolean grown = false;
    for (int i = 0; i < sizes.length; i++) {
      if (items.get(i) instanceof Branch b && sizes[i] == SHORT_BYTES) {
        int distance = offset(b.target, shifts) - (b.raw + shifts[i + 1]);
        if (distance != (byte) distance) {
          sizes[i] = b.nearBytes();
          grown = true;
        }
      }
    }
    return grown;
  }

  private static int offset(Label label, int[] shifts) {
    return label.raw() + shifts[label.items()];
  }

  private void write(CodeBuffer raw, CodeBuffer out, int[] sizes) {
    int from = 0;
    for (int i = 0; i < sizes.length; i++) {
      Item item = items.get(i);
      out.bytes(raw.array(), from, item.raw());
      from = item.raw();
      switch (item) {
        case Branch b -> writeBranch(b, out, sizes[i]);
        case Padding _ -> Nops.fill(out, sizes[i]);
      }
    }
    out.bytes(raw.array(), from, raw.size());
  }

  private static void writeBranch(Branch b, CodeBuffer out, int bytes) {
    int distance = b.target.offset() - (out.size() + bytes);
    if (bytes == SHORT_BYTES) {
      out.u8(b.shortForm.opcode());
      out.u8(distance);
      return;
    }
    if (b.nearForm.map() == Encoding.Map.X0F) {
      out.u8(0x0F);
    }
    out.u8(b.nearForm.opcode());
    out.little(distance, 4);
  }
}

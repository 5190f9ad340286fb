package dev.taipan.generator.instructions;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Turns a sequence of micro-operations into Java statements.
 *
 * <p>The stack is modelled while emitting: a word is read from memory when a body first names it,
 * passes from one micro-operation to the next in a local variable, and is written once, at the end,
 * if its place or value changed.
 */
final class BodyEmitter {
  /** What leaving a body by another way than its end looks like where the text goes. */
  enum Form {
    /** A case of the interpreter's loop. */
    LOOP,
    /** A case of its second switch: the topmost word is in {@code kept}, sp where it would be. */
    TOP,
    /** A case of its third switch: the word below the topmost one is in {@code below} as well. */
    TWO,
    /** A method that gives the new top of the stack, or 0 for a miss. */
    METHOD
  }

  /**
   * The statements that leave a body.
   *
   * @param given how to go on with the topmost word in {@code kept} and pc at the last word of the
   *     instruction; empty to write the word to the stack
   * @param missed how to go on when a guard does not hold
   * @param ended how to go on with pc at the last word of the instruction; in the forms TOP and
   *     TWO, behind it
   */
  record Exits(String given, String missed, String ended) {
    static Exits of(Form form, String given) {
      return switch (form) {
        case LOOP -> new Exits(given, "break miss;", "break;\n");
        case TOP -> new Exits(given, "break spill;", "break jump;\n");
        case TWO -> new Exits(given, "break both;", "break jump;\n");
        case METHOD -> new Exits(given, "return MISS;", "");
      };
    }

    Exits missing(String way) {
      return new Exits(given, way, ended);
    }

    Exits ending(String way) {
      return new Exits(given, missed, way);
    }

    Exits giving(String way) {
      return new Exits(way, missed, ended);
    }
  }

  /** A word on the modelled stack; {@code home} is where memory has it, or null. */
  private record Item(Variable variable, String local, StackPosition home) {}

  private static final String TOP = "kept";
  private static final String BELOW = "below";

  private final Form form;
  private final int words;
  private final Exits exits;
  private final StringBuilder out = new StringBuilder();
  private final List<Item> stack = new ArrayList<>();
  private final Set<String> declared = new HashSet<>();
  private StackPosition base = StackPosition.TOP;
  private int renamed;

  /** An emitter for one instruction. */
  BodyEmitter(Form form, int words, Exits exits) {
    this.form = form;
    this.words = words;
    this.exits = exits;
  }

  String emit(List<Uop> uops) {
    boolean frames = uops.stream().anyMatch(uop -> uop.has(Flag.FRAMES));
    if (!frames || form == Form.METHOD) {
      save(uops);
    }
    for (Uop uop : uops) {
      emit(uop, uops);
    }
    if (frames && !uops.getLast().body().endsWith("proceed;")) {
      out.append(form == Form.METHOD ? "return state;\n" : "break reload;\n");
    } else if (!frames) {
      end();
    }
    return out.toString();
  }

  private void save(List<Uop> uops) {
    if (form == Form.METHOD || uops.stream().anyMatch(uop -> uop.has(Flag.POLLS))) {
      out.append("U.putLong(fp + FrameLayout.PC, pc);\nU.putLong(fp + FrameLayout.SP, sp);\n");
    } else if (uops.stream().anyMatch(uop -> uop.has(Flag.RAISES))) {
      out.append("U.putLong(fp + FrameLayout.PC, pc);\n");
    }
  }

  private void emit(Uop uop, List<Uop> all) {
    var vocabulary = new Vocabulary();
    var popped = new ArrayList<Item>();
    for (Variable input : uop.inputs().reversed()) {
      popped.addFirst(pop(input));
    }
    for (int i = 0; i < popped.size(); i++) {
      Item item = popped.get(i);
      if (names(uop.body(), uop.inputs().get(i).name())) {
        load(item);
      }
      vocabulary.define(uop.inputs().get(i).name(), item.local());
    }
    StackPosition at = base;
    for (Item item : stack) {
      at = at.above(item.variable());
    }
    for (Variable output : uop.outputs()) {
      Item item = output(uop, output, popped, at);
      vocabulary.define(output.name(), item.local());
      stack.add(item);
      at = at.above(output);
    }
    out.append(body(uop, vocabulary));
    assert all.contains(uop);
  }

  private String body(Uop uop, Vocabulary vocabulary) {
    String text = uop.body();
    text = text.replace("miss;", exits.missed());
    text = text.replace("leave;", leave());
    text =
        text.replace(
            "proceed;", form == Form.METHOD ? "return store(ts, fp, pc, sp);" : "break jump;");
    String expanded = vocabulary.expand(text);
    return uop.inputs().isEmpty() && uop.body().isEmpty() ? "" : braced(expanded);
  }

  private static String braced(String text) {
    return text.isEmpty() ? "" : "{\n" + text + "\n}\n";
  }

  /** Ends the instruction with the stack as it was. */
  private String leave() {
    if (form == Form.METHOD) {
      return "U.putLong(fp + FrameLayout.PC, pc + " + 8 * words + "); return sp;";
    }
    return (words > 1 ? "pc += " + 8 * (words - 1) + "; " : "") + exits.ended();
  }

  private Item pop(Variable wanted) {
    if (!stack.isEmpty()) {
      Item item = stack.removeLast();
      if (item.variable().isArray() != wanted.isArray()) {
        throw new DefinitionError(wanted.name(), "one word meets a run of words");
      }
      return item;
    }
    String local = base.symbols().isEmpty() && !wanted.isArray() ? local(-base.words()) : null;
    base = base.below(wanted);
    if (local != null) {
      declared.add(local);
      return new Item(wanted, local, null);
    }
    return new Item(wanted, fresh(wanted.name()), base);
  }

  /** The local that has the word so many words below the top, if one has it. */
  private String local(int depth) {
    if (depth >= locals()) {
      return null;
    }
    return depth == 0 ? TOP : BELOW;
  }

  /** How many words are in locals and not on the stack. */
  private int locals() {
    return switch (form) {
      case LOOP, METHOD -> 0;
      case TOP -> 1;
      case TWO -> 2;
    };
  }

  private Item output(Uop uop, Variable output, List<Item> popped, StackPosition at) {
    for (int i = 0; i < popped.size(); i++) {
      boolean same = uop.inputs().get(i).name().equals(output.name());
      if (same && !assigns(uop.body(), output.name())) {
        return new Item(output, popped.get(i).local(), popped.get(i).home());
      }
    }
    String local = fresh(output.name());
    declared.add(local);
    if (output.isArray()) {
      out.append("long ").append(local).append(" = ").append(address(at)).append(";\n");
    } else {
      out.append("long ").append(local).append(";\n");
    }
    return new Item(output, local, null);
  }

  private void load(Item item) {
    if (!declared.add(item.local())) {
      return;
    }
    String address = address(item.home());
    String value = item.variable().isArray() ? address : "U.getLong(" + address + ")";
    out.append("long ").append(item.local()).append(" = ").append(value).append(";\n");
  }

  /** Where a place of the stack is; sp stands lower by the words that are in locals. */
  private String address(StackPosition at) {
    StackPosition place = new StackPosition(at.words() + locals(), at.symbols());
    return new Vocabulary().expand(place.address());
  }

  private void end() {
    if (exits.given().isEmpty()) {
      writeBack(stack);
      finish();
      return;
    }
    Item last = stack.getLast();
    if (!last.variable().isArray()) {
      give(stack);
      return;
    }
    // A run of arg's lowest bit: mostly there is none.
    out.append(new Vocabulary().expand("if ((" + last.variable().size() + ") == 0) {\n"));
    give(stack.subList(0, stack.size() - 1));
    out.append("}\n");
    writeBack(stack);
    finish();
  }

  private void give(List<Item> items) {
    Item top = items.getLast();
    load(top);
    writeBack(items.subList(0, items.size() - 1));
    if (!top.local().equals(TOP)) {
      out.append("kept = ").append(top.local()).append(";\n");
    }
    out.append(words > 1 ? "pc += " + 8 * (words - 1) + ";\n" : "").append(exits.given());
  }

  private void writeBack(List<Item> items) {
    StackPosition at = base;
    var moved = new ArrayList<String>();
    for (Item item : items) {
      if (!item.variable().isArray() && !at.equals(item.home())) {
        load(item);
        moved.add("U.putLong(" + address(at) + ", " + item.local() + ");\n");
      }
      at = at.above(item.variable());
    }
    moved.forEach(out::append);
    String end = address(at);
    if (!end.equals("sp")) {
      out.append("sp = ").append(end).append(";\n");
    }
  }

  private void finish() {
    if (form == Form.METHOD) {
      out.append("U.putLong(fp + FrameLayout.PC, pc + " + 8 * words + ");\n");
      out.append("return sp;\n");
    } else {
      int passed = locals() > 0 ? words : words - 1;
      out.append(passed > 0 ? "pc += " + 8 * passed + ";\n" : "").append(exits.ended());
    }
  }

  /** Local names must not clash with the loop's own, with Java's words, or with each other. */
  private String fresh(String name) {
    String local = name + "_" + renamed;
    renamed++;
    return local;
  }

  private static boolean names(String body, String name) {
    return Pattern.compile("\\b" + name + "\\b").matcher(body).find();
  }

  private static boolean assigns(String body, String name) {
    return Pattern.compile("\\b" + name + "\\s*=[^=]").matcher(body).find();
  }
}

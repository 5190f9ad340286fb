package dev.taipan.generator.instructions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything the definition files say, checked: the one source of all generated tables. */
final class Definitions {
  private final Map<String, Uop> uops = new LinkedHashMap<>();
  private final Map<String, Instruction> instructions = new LinkedHashMap<>();
  private final List<Family> families = new ArrayList<>();
  private final Map<String, String> headOf = new LinkedHashMap<>();
  private final Map<String, PlainForm> plainForms = new LinkedHashMap<>();

  void add(Uop uop) {
    if (uops.put(uop.name(), uop) != null) {
      throw new DefinitionError(uop.place(), "micro-operation " + uop.name() + " defined twice");
    }
  }

  void add(Instruction instruction, String place) {
    if (instructions.put(instruction.name(), instruction) != null) {
      throw new DefinitionError(place, "instruction " + instruction.name() + " defined twice");
    }
  }

  void add(Family family, String place) {
    families.add(family);
    for (String member : family.members()) {
      if (headOf.put(member, family.head()) != null) {
        throw new DefinitionError(place, member + " is in two families");
      }
    }
  }

  void add(PlainForm form, String place) {
    if (plainForms.put(form.head(), form) != null) {
      throw new DefinitionError(place, form.head() + " has two plain forms");
    }
  }

  /** The plain form of a head, or null. */
  PlainForm plainForm(String head) {
    return plainForms.get(head);
  }

  /** The micro-operations of what a plain form tries. */
  List<Uop> tried(String name) {
    Instruction instruction = instructions.get(name);
    return instruction != null ? instruction.uops() : List.of(uop(name, name));
  }

  Uop uop(String name, String place) {
    Uop uop = uops.get(name);
    if (uop == null) {
      throw new DefinitionError(place, "unknown micro-operation " + name);
    }
    return uop;
  }

  Iterable<Uop> uops() {
    return uops.values();
  }

  Instruction instruction(String name) {
    return instructions.get(name);
  }

  /** In opcode order: what the loop knows comes first, so that its switch stays dense. */
  List<Instruction> instructions() {
    var ordered = new ArrayList<Instruction>();
    for (Placement placement : Placement.values()) {
      for (Instruction instruction : instructions.values()) {
        if (instruction.placement() == placement) {
          ordered.add(instruction);
        }
      }
    }
    return ordered;
  }

  List<Family> families() {
    return families;
  }

  Family familyOf(Instruction instruction) {
    String head = head(instruction);
    for (Family family : families) {
      if (family.head().equals(head)) {
        return family;
      }
    }
    return null;
  }

  /** The head of the instruction's family; itself if it is one or is in none. */
  String head(Instruction instruction) {
    return headOf.getOrDefault(instruction.name(), instruction.name());
  }

  boolean isHead(Instruction instruction) {
    return families.stream().anyMatch(family -> family.head().equals(instruction.name()));
  }

  /** Checks what no single definition can. */
  void check() {
    for (Family family : families) {
      Instruction head = instructions.get(family.head());
      if (head == null) {
        throw new DefinitionError(family.head(), "family without its head");
      }
      if (head.has(Flag.EXITS)) {
        throw new DefinitionError(family.head(), "a head cannot miss");
      }
      for (String name : family.members()) {
        checkMember(family, head, name);
      }
    }
    for (PlainForm form : plainForms.values()) {
      checkPlainForm(form);
    }
    for (Instruction instruction : instructions.values()) {
      if (instruction.has(Flag.EXITS) && !headOf.containsKey(instruction.name())) {
        throw new DefinitionError(instruction.name(), "may miss but is in no family");
      }
    }
  }

  private void checkPlainForm(PlainForm form) {
    Instruction head = instructions.get(form.head());
    if (head == null || !isHead(head) || head.placement() != Placement.WARM) {
      throw new DefinitionError(form.head(), "a plain form is that of a head that is a method");
    }
    for (PlainForm.Choice choice : form.choices()) {
      for (String name : choice.tries()) {
        List<Uop> uops = tried(name);
        boolean misses = uops.stream().anyMatch(uop -> uop.has(Flag.EXITS));
        boolean polls = uops.stream().anyMatch(uop -> uop.has(Flag.POLLS));
        if (!misses || polls) {
          throw new DefinitionError(form.head(), "what is tried must miss, and not poll: " + name);
        }
      }
    }
  }

  private void checkMember(Family family, Instruction head, String name) {
    Instruction member = instructions.get(name);
    if (member == null) {
      throw new DefinitionError(family.head(), "unknown member " + name);
    }
    if (member.cacheWords() != head.cacheWords()) {
      throw new DefinitionError(name, "has not its family's number of cache words");
    }
    boolean lateMiss = false;
    for (Uop uop : member.uops()) {
      if (lateMiss && uop.has(Flag.EXITS)) {
        throw new DefinitionError(name, uop.name() + " may miss after an effect");
      }
      lateMiss |= uop.has(Flag.RAISES) || uop.has(Flag.POLLS) || uop.has(Flag.FRAMES);
    }
  }
}

package dev.taipan.generator.instructions;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The grammar:
 *
 * <pre>
 *   uop _NAME (in, in[count] -- out) flag... [takes(what)] { Java }
 *   twice|top|hot|warm|cold inst NAME (in -- out) [cache n] [event(NAME, ...)] flag... { Java }
 *   twice|top|hot|warm|cold macro NAME [cache n] = _A + _B ;
 *   family HEAD [records(a, b)] { MEMBER, MEMBER }
 *   plain twice|top|hot HEAD { [n n...:] MEMBER, _UOP  [n n...:] MEMBER }
 * </pre>
 *
 * A {@code ///} comment before an instruction describes it in the reference page.
 */
final class DefinitionParser {
  private final Scanner in;
  private final Definitions out;

  DefinitionParser(Scanner in, Definitions out) {
    this.in = in;
    this.out = out;
  }

  void parse() {
    while (!in.atEnd()) {
      String word = in.word();
      switch (word) {
        case "uop" -> out.add(uop(in.word(), new Head()));
        case "twice" -> placed(Placement.TWICE);
        case "top" -> placed(Placement.TOP);
        case "hot" -> placed(Placement.HOT);
        case "warm" -> placed(Placement.WARM);
        case "cold" -> placed(Placement.COLD);
        case "family" -> family();
        case "plain" -> plain();
        default -> throw in.error("unknown definition '" + word + "'");
      }
    }
  }

  /** What stands between an instruction's effect and its body. */
  private static final class Head {
    private int cacheWords;
    private String takes = "";
    private List<String> events = List.of();
    private final Set<Flag> flags = EnumSet.noneOf(Flag.class);
  }

  private Uop uop(String name, Head head) {
    in.expect("(");
    List<Variable> inputs = variables("--");
    List<Variable> outputs = variables(")");
    while (in.atWord()) {
      clause(head);
    }
    String place = in.place();
    String body = in.balanced('{', '}').strip();
    boolean misses = body.contains("miss;");
    if (misses != head.flags.contains(Flag.EXITS)) {
      throw new DefinitionError(place, name + ": 'exits' must be said if, and only if, it misses");
    }
    return new Uop(name, inputs, outputs, head.flags, head.takes, body, 1 + head.cacheWords, place);
  }

  private void clause(Head head) {
    String word = in.word();
    switch (word) {
      case "cache" -> head.cacheWords = in.number();
      case "takes" -> head.takes = in.balanced('(', ')');
      case "event" -> head.events = List.of(in.balanced('(', ')').strip().split(", *"));
      default -> {
        for (Flag flag : Flag.values()) {
          if (flag.word().equals(word)) {
            head.flags.add(flag);
            return;
          }
        }
        throw in.error("unknown flag '" + word + "'");
      }
    }
  }

  private List<Variable> variables(String end) {
    var list = new ArrayList<Variable>();
    while (!in.accept(end)) {
      String name = in.word();
      list.add(new Variable(name, in.peek("[") ? in.balanced('[', ']') : null));
      in.accept(",");
    }
    return list;
  }

  private void placed(Placement placement) {
    String kind = in.word();
    String doc = in.takeDoc();
    String name = in.word();
    String place = in.place();
    var head = new Head();
    if (kind.equals("inst")) {
      Uop uop = uop("_" + name, head);
      out.add(uop);
      out.add(
          new Instruction(name, placement, List.of(uop), head.cacheWords, head.events, doc), place);
    } else if (kind.equals("macro")) {
      while (in.atWord()) {
        clause(head);
      }
      in.expect("=");
      var uops = new ArrayList<Uop>();
      do {
        uops.add(out.uop(in.word(), in.place()));
      } while (in.accept("+"));
      in.expect(";");
      out.add(new Instruction(name, placement, uops, head.cacheWords, head.events, doc), place);
    } else {
      throw in.error("expected 'inst' or 'macro'");
    }
  }

  private void family() {
    String head = in.word();
    String place = in.place();
    List<String> records = new ArrayList<>();
    if (in.accept("records")) {
      in.expect("(");
      records = names(")");
    }
    in.expect("{");
    List<String> members = names("}");
    out.add(new Family(head, records, members), place);
  }

  private void plain() {
    Placement placement = Placement.valueOf(in.word().toUpperCase(Locale.ROOT));
    String head = in.word();
    String place = in.place();
    var choices = new ArrayList<PlainForm.Choice>();
    in.expect("{");
    while (!in.accept("}")) {
      choices.add(choice());
    }
    out.add(new PlainForm(head, placement, choices), place);
  }

  private PlainForm.Choice choice() {
    var arguments = new ArrayList<Integer>();
    if (!in.atWord()) {
      while (!in.accept(":")) {
        arguments.add(in.number());
      }
    }
    var tries = new ArrayList<String>();
    do {
      tries.add(in.word());
    } while (in.accept(","));
    return new PlainForm.Choice(arguments, tries);
  }

  private List<String> names(String end) {
    var list = new ArrayList<String>();
    while (!in.accept(end)) {
      list.add(in.word());
      in.accept(",");
    }
    return list;
  }
}

package dev.taipan.generator;

import dev.taipan.generator.BuiltinBinder.Declaration;
import dev.taipan.generator.BuiltinBinder.Member;
import dev.taipan.generator.SignatureText.Parameter;
import dev.taipan.generator.SignatureText.Role;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes the table class of one declared class: a switch from a builtin's number to its Java
 * method.
 *
 * <p>A call by position only, with an acceptable count, reads its arguments straight from memory;
 * every other call goes through the one binder in {@code Arguments}, which also words the errors.
 * Either way the same Java call is made.
 */
final class BuiltinTableWriter {
  private final Declaration declaration;
  private final boolean type;
  private final StringBuilder out = new StringBuilder();

  private BuiltinTableWriter(Declaration declaration) {
    this.declaration = declaration;
    this.type = declaration.annotation().equals("BuiltinType");
  }

  static void write(Declaration declaration, GeneratedFolder out) throws IOException {
    BuiltinTableWriter writer = new BuiltinTableWriter(declaration);
    writer.emitClass();
    String folder = declaration.packageName().replace('.', '/');
    out.write(folder + "/" + declaration.className() + "Table.java", writer.out.toString());
  }

  private void emitClass() {
    String name = declaration.className() + "Table";
    line("package " + declaration.packageName() + ";");
    line("");
    line("import dev.taipan.vm.builtin.BuiltinTable;");
    line("import dev.taipan.vm.builtin.Signature;");
    line("import dev.taipan.vm.memory.Memory;");
    line("import dev.taipan.vm.thread.ThreadState;");
    line("import dev.taipan.vm.value.Word;");
    hostImports().forEach(this::line);
    line("");
    line(
        "/** Generated from the builtins that {@link "
            + declaration.className()
            + "} declares. */");
    line("@SuppressWarnings({\"cast\", \"UnusedVariable\"})");
    line("public final class " + name + " extends BuiltinTable {");
    line("  public static final " + name + " TABLE = new " + name + "();");
    line("");
    line("  private " + name + "() {");
    line("    super(" + constructorArguments() + ");");
    line("  }");
    emitNames();
    emitKinds();
    emitSignatures();
    emitDocs();
    emitCall();
    for (int i = 0; i < declaration.members().size(); i++) {
      emitMember(i, declaration.members().get(i));
    }
    line("}");
  }

  /** Imports of the declaring file that its host parameters' types need. */
  private List<String> hostImports() {
    List<String> wanted = new ArrayList<>();
    for (String line : declaration.imports()) {
      String simple = line.replaceAll(".*\\.(\\w+);?$", "$1");
      boolean used =
          declaration.members().stream().anyMatch(m -> m.parameterTypes().contains(simple));
      if (used && !simple.equals("ThreadState") && !wanted.contains(line)) {
        wanted.add(line.endsWith(";") ? line : line + ";");
      }
    }
    return wanted;
  }

  private String constructorArguments() {
    Map<String, String> v = declaration.values();
    if (!type) {
      return quote(v.get("value")) + ", " + quote(v.getOrDefault("doc", ""));
    }
    String kind = v.getOrDefault("kind", "Kind.HOST");
    return String.join(
        ", ",
        quote(v.get("name")),
        quote(v.getOrDefault("module", "builtins")),
        "dev.taipan.vm.layout." + kind,
        quote(v.getOrDefault("base", "object")),
        v.getOrDefault("subclassable", "true"),
        v.getOrDefault("dict", "false"),
        quote(v.getOrDefault("doc", "")));
  }

  private void emitNames() {
    // One constant: the JVM takes as long for each as it takes to cut it out of a longer text, and
    // many tables are never asked for their names.
    line("");
    line("  private static final String NAMES =");
    List<String> names = declaration.members().stream().map(this::pythonName).toList();
    for (int i = 0; i < names.size(); i++) {
      boolean last = i == names.size() - 1;
      line("      " + (i == 0 ? "" : "+ ") + quote(names.get(i) + (last ? "" : " ")));
    }
    line((names.isEmpty() ? "      \"\"" : "      ") + ";");
    line("");
    line("  @Override");
    line("  public String text() {");
    line("    return NAMES;");
    line("  }");
  }

  private void emitKinds() {
    line("");
    line("  private static final String KINDS =");
    StringBuilder kinds = new StringBuilder();
    for (Member member : declaration.members()) {
      kinds.append(kindLetter(member));
    }
    line("      " + quote(kinds.toString()) + ";");
    line("");
    line("  @Override");
    line("  public String kinds() {");
    line("    return KINDS;");
    line("  }");
  }

  /** The letters that BuiltinTable documents: one for each way of binding. */
  private char kindLetter(Member member) {
    return switch (member.kind()) {
      case "Getter" -> 'g';
      case "Setter" -> 's';
      default ->
          switch (member.values().getOrDefault("binding", "")) {
            case "Binding.STATIC" -> 'S';
            case "Binding.CLASS" -> 'C';
            case "Binding.NEW" -> 'N';
            default -> type ? 'm' : 'f';
          };
    };
  }

  private void emitSignatures() {
    line("");
    line("  @Override");
    line("  protected Signature makeSignature(int index) {");
    if (declaration.members().isEmpty()) {
      line("    throw noSuchBuiltin(index);");
      line("  }");
      return;
    }
    line("    return switch (index) {");
    for (int i = 0; i < declaration.members().size(); i++) {
      SignatureText s = signature(declaration.members().get(i));
      StringBuilder names = new StringBuilder();
      StringBuilder required = new StringBuilder();
      for (Parameter p : s.parameters()) {
        names.append(names.isEmpty() ? "" : ",").append(p.name());
        required.append(p.required() ? '!' : '?');
      }
      line(
          "      case %d -> new Signature(%s, %s, %s, %s, %d, %d, %d, %b, %b);"
              .formatted(
                  i,
                  quote(s.name()),
                  quote(s.text().substring(s.text().indexOf('('))),
                  quote(names.toString()),
                  quote(required.toString()),
                  s.count(Role.POSITIONAL_ONLY),
                  s.count(Role.NORMAL),
                  s.count(Role.KEYWORD_ONLY),
                  s.has(Role.VARARGS),
                  s.has(Role.VARKEYWORDS)));
    }
    line("      default -> throw noSuchBuiltin(index);");
    line("    };");
    line("  }");
  }

  private void emitDocs() {
    line("");
    line("  @Override");
    line("  public String doc(int index) {");
    line("    return switch (index) {");
    for (int i = 0; i < declaration.members().size(); i++) {
      String doc = declaration.members().get(i).values().getOrDefault("doc", "");
      if (!doc.isEmpty()) {
        line("      case %d -> %s;".formatted(i, quote(doc)));
      }
    }
    line("      default -> null;");
    line("    };");
    line("  }");
  }

  private void emitCall() {
    line("");
    line("  @Override");
    line("  public long call(ThreadState ts, int index, long args, int nargs, long kwnames) {");
    if (declaration.members().isEmpty()) {
      line("    throw noSuchBuiltin(index);");
      line("  }");
      return;
    }
    line("    return switch (index) {");
    for (int i = 0; i < declaration.members().size(); i++) {
      line("      case %d -> m%d(ts, args, nargs, kwnames);".formatted(i, i));
    }
    line("      default -> throw noSuchBuiltin(index);");
    line("    };");
    line("  }");
  }

  private void emitMember(int index, Member member) {
    line("");
    line(
        "  private long m%d(ThreadState ts, long args, int nargs, long kwnames) {"
            .formatted(index));
    if (kindLetter(member) == 'N') {
      line("    checkMade(ts, args, nargs);");
    }
    if (member.values().getOrDefault("raw", "false").equals("true")) {
      emitReturn(
          member, declaration.className() + "." + member.javaName() + "(ts, args, nargs, kwnames)");
      line("  }");
      return;
    }
    SignatureText s = signature(member);
    int n = s.parameters().size();
    if (n > 0) {
      emitArguments(index, s);
    } else {
      line("    if (nargs != 0 || kwnames != 0L) {");
      line("      bind(ts, %d, args, nargs, kwnames);".formatted(index));
      line("    }");
    }
    if (!isPacked(s)) {
      emitReturn(member, javaCall(index, member, s));
      line("  }");
      return;
    }
    // The caller's stack keeps the arguments alive, but not what they were packed into.
    line("    int mark = ts.rootMark();");
    for (int i = 0; i < n; i++) {
      Role role = s.parameters().get(i).role();
      if (role == Role.VARARGS || role == Role.VARKEYWORDS) {
        line("    ts.root(a%d);".formatted(i));
      }
    }
    line("    try {");
    emitReturn(member, javaCall(index, member, s));
    line("    } finally {");
    line("      ts.rootRelease(mark);");
    line("    }");
    line("  }");
  }

  private static boolean isPacked(SignatureText s) {
    return s.has(Role.VARARGS) || s.has(Role.VARKEYWORDS);
  }

  private void emitArguments(int index, SignatureText s) {
    int n = s.parameters().size();
    StringBuilder locals = new StringBuilder("    long ");
    for (int i = 0; i < n; i++) {
      locals.append(i == 0 ? "" : ", ").append("a").append(i);
    }
    line(locals + ";");
    if (!isPacked(s)
        && (int)
                s.parameters().stream()
                    .filter(p -> p.role() == Role.KEYWORD_ONLY && p.required())
                    .count()
            == 0) {
      line(
          "    if (kwnames == 0L && nargs >= %d && nargs <= %d) {"
              .formatted(s.requiredPositional(), s.positional()));
      for (int i = 0; i < n; i++) {
        Parameter p = s.parameters().get(i);
        boolean keywordOnly = p.role() == Role.KEYWORD_ONLY;
        String read = i == 0 ? "Memory.getLong(args)" : "Memory.getLong(args + " + 8 * i + "L)";
        line(
            "      a%d = %s;"
                .formatted(
                    i,
                    keywordOnly
                        ? "0L"
                        : p.required() ? read : "nargs > " + i + " ? " + read + " : 0L"));
      }
      line("    } else {");
      emitBound(index, n);
      line("    }");
    } else {
      line("    {");
      emitBound(index, n);
      line("    }");
    }
  }

  private void emitBound(int index, int n) {
    line("      long[] bound = bind(ts, %d, args, nargs, kwnames);".formatted(index));
    for (int i = 0; i < n; i++) {
      line("      a%d = bound[%d];".formatted(i, i));
    }
  }

  private String javaCall(int index, Member member, SignatureText s) {
    List<String> types = new ArrayList<>(member.parameterTypes());
    List<String> arguments = new ArrayList<>();
    if (!types.isEmpty() && types.getFirst().equals("ThreadState")) {
      types.removeFirst();
      arguments.add("ts");
    }
    if (types.size() != s.parameters().size()) {
      throw new IllegalStateException(
          "%s.%s: signature %s has %d parameters, the method %d"
              .formatted(
                  declaration.className(),
                  member.javaName(),
                  s.text(),
                  s.parameters().size(),
                  types.size()));
    }
    boolean self = type && "mgs".indexOf(kindLetter(member)) >= 0;
    for (int i = 0; i < types.size(); i++) {
      arguments.add(argument(index, i, types.get(i), s.parameters().get(i), self && i == 0));
    }
    return declaration.className()
        + "."
        + member.javaName()
        + "("
        + String.join(", ", arguments)
        + ")";
  }

  private String argument(int index, int i, String javaType, Parameter p, boolean self) {
    String a = "a" + i;
    String fallback = p.defaultText();
    return switch (javaType) {
      case "long" ->
          self
              ? "self(ts, " + index + ", " + a + ")"
              : wordDefault(fallback) == null
                  ? a
                  : "(" + a + " == 0L ? " + wordDefault(fallback) + " : " + a + ")";
      case "int" -> orDefault(a, fallback, "asInt(ts, " + a + ")");
      case "boolean" ->
          orDefault(
              a, fallback == null ? null : fallback.toLowerCase(), "asBoolean(ts, " + a + ")");
      case "double" -> orDefault(a, fallback, "asDouble(ts, " + a + ")");
      case "String" ->
          orDefault(
              a,
              fallback == null
                  ? null
                  : fallback.equals("None") || fallback.isEmpty()
                      ? "null"
                      : "\"" + fallback.substring(1, fallback.length() - 1) + "\"",
              "asString(ts, " + index + ", " + i + ", " + a + ")");
      default ->
          self
              ? "selfHost(ts, " + index + ", " + a + ", " + javaType + ".class)"
              : "host(ts, " + index + ", " + i + ", " + a + ", " + javaType + ".class)";
    };
  }

  private static String orDefault(String a, String fallback, String conversion) {
    return fallback == null
        ? conversion
        : "(" + a + " == 0L ? " + fallback + " : " + conversion + ")";
  }

  /** The word that a literal default stands for, or null where the method sees EMPTY. */
  private static String wordDefault(String text) {
    if (text == null) {
      return null;
    }
    return switch (text) {
      case "None" -> "Word.NONE";
      case "True" -> "Word.TRUE";
      case "False" -> "Word.FALSE";
      default -> isSmallInt(text) ? "Word.boxInt(" + text + "L)" : null;
    };
  }

  /** Whether an int word can hold the number; a method that declares a larger one sees EMPTY. */
  private static boolean isSmallInt(String text) {
    return text.matches("-?\\d{1,14}");
  }

  private void emitReturn(Member member, String call) {
    switch (member.returnType()) {
      case "void" -> {
        line("    " + call + ";");
        line("    return Word.NONE;");
      }
      case "long" -> line("    return " + call + ";");
      case "boolean" -> line("    return Word.boxBool(" + call + ");");
      case "int" -> line("    return Word.boxInt(" + call + ");");
      case "double" -> line("    return Word.boxDouble(" + call + ");");
      case "String" -> line("    return string(ts, " + call + ");");
      default ->
          throw new IllegalStateException(
              declaration.className()
                  + "."
                  + member.javaName()
                  + ": result "
                  + member.returnType());
    }
  }

  private String pythonName(Member member) {
    return member.kind().equals("Builtin")
        ? signature(member).name()
        : member.values().get("value");
  }

  private static SignatureText signature(Member member) {
    String value = member.values().get("value");
    return switch (member.kind()) {
      case "Getter" -> SignatureText.parse(value + "(self, /)");
      case "Setter" -> SignatureText.parse(value + "(self, value=, /)");
      default -> SignatureText.parse(value);
    };
  }

  private static String quote(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}

package dev.taipan.stress.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The rules that a compiler does not check. Each takes source files and returns its violations as
 * texts, so that a test can show with a planted one that the rule works.
 */
final class Rules {
  static final int MAX_LINES = 800;

  /** The one door to raw memory (docs/architecture.md). */
  static final String MEMORY_DOOR = "vm-core/src/main/java/dev/taipan/vm/memory/Memory.java";

  private static final Pattern PROJECT_NAME =
      Pattern.compile("\\bdev\\.taipan\\.[a-z0-9_]+(?:\\.[a-z0-9_]+)*");
  private static final Pattern SYNCHRONIZED = Pattern.compile("\\bsynchronized\\b");
  private static final Pattern UNSAFE =
      Pattern.compile("\\b(?:jdk\\.internal\\.misc|sun\\.misc)\\.Unsafe\\b");
  private static final Pattern PROVIDES =
      Pattern.compile("\\bprovides\\s+([\\w.]+)\\s+with\\s+([\\w.,\\s]+);");
  private static final Pattern IMPORT = Pattern.compile("\\bimport\\s+([\\w.]+\\.)(\\w+)\\s*;");

  private Rules() {}

  /** A module names only modules that its arrows lead to. Tests may look at every module. */
  static List<String> forbiddenArrows(List<SourceFile> files) {
    List<String> found = new ArrayList<>();
    for (SourceFile file : files) {
      if (file.isTest() || Modules.ON_TOP.contains(file.module())) {
        continue;
      }
      Set<String> used = new TreeSet<>();
      PROJECT_NAME.matcher(arrowsOf(file)).results().map(MatchResult::group).forEach(used::add);
      used.stream()
          .map(Modules::folderOf)
          .filter(to -> !to.isEmpty() && !Modules.mayUse(file.module(), to))
          .distinct()
          .forEach(to -> found.add(file.path() + ": " + file.module() + " may not use " + to));
    }
    return found;
  }

  /** The code, without the targets of qualified exports: these point the other way. */
  private static String arrowsOf(SourceFile file) {
    String code = file.code();
    return file.path().endsWith("module-info.java")
        ? code.replaceAll("\\b(exports|opens)\\b[^;]*;", " ")
        : code;
  }

  /** Object locks may not be held across polls, and monitors cannot be asked whether they are. */
  static List<String> monitors(List<SourceFile> files) {
    return files.stream()
        .filter(file -> SYNCHRONIZED.matcher(file.code()).find())
        .map(file -> file.path() + ": synchronized is banned (docs/memory-model.md)")
        .toList();
  }

  /** Raw memory has one door; generated code, which bypasses it, is not among the files. */
  static List<String> unsafeOutsideTheDoor(List<SourceFile> files) {
    return files.stream()
        .filter(file -> !file.path().equals(MEMORY_DOOR))
        .filter(file -> UNSAFE.matcher(file.code()).find())
        .map(file -> file.path() + ": raw memory goes through class Memory")
        .toList();
  }

  /** Long files must be listed with a reason, and what is listed must still be long. */
  static List<String> longFiles(List<SourceFile> files, Map<String, String> exceptions) {
    List<String> found = new ArrayList<>();
    Set<String> stale = new TreeSet<>(exceptions.keySet());
    for (SourceFile file : files) {
      if (file.lines() <= MAX_LINES) {
        continue;
      }
      stale.remove(file.path());
      if (exceptions.getOrDefault(file.path(), "").isBlank()) {
        found.add(file.path() + ": " + file.lines() + " lines, the limit is " + MAX_LINES);
      }
    }
    stale.forEach(path -> found.add(path + ": listed in docs/size-exceptions.txt, but not long"));
    return found;
  }

  /** The services of a module descriptor, as "service provider" texts of qualified names. */
  static Stream<String> services(SourceFile descriptor) {
    Map<String, String> imports = new HashMap<>();
    IMPORT
        .matcher(descriptor.code())
        .results()
        .forEach(match -> imports.put(match.group(2), match.group(1) + match.group(2)));
    return PROVIDES
        .matcher(descriptor.code())
        .results()
        .flatMap(
            match ->
                Stream.of(match.group(2).split(","))
                    .map(provider -> qualified(imports, match.group(1), provider.strip())));
  }

  private static String qualified(Map<String, String> imports, String service, String provider) {
    return imports.getOrDefault(service, service) + " " + imports.getOrDefault(provider, provider);
  }
}

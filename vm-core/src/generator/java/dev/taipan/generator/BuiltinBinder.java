package dev.taipan.generator;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Finds the classes that declare builtins and has a table class written for each.
 *
 * <p>Only the syntax trees are read (nothing is attributed), so the step needs no class path and
 * costs a second.
 */
final class BuiltinBinder {
  private static final List<String> CLASS_ANNOTATIONS = List.of("BuiltinType", "BuiltinModule");
  private static final List<String> METHOD_ANNOTATIONS = List.of("Builtin", "Getter", "Setter");

  private BuiltinBinder() {}

  /** A declared class: its own annotation's values and its builtins in source order. */
  record Declaration(
      String packageName,
      String className,
      String annotation,
      Map<String, String> values,
      List<Member> members,
      List<String> imports) {}

  /** A declared builtin method. */
  record Member(
      String kind,
      Map<String, String> values,
      String javaName,
      String returnType,
      List<String> parameterTypes) {}

  static void generate(Path moduleDir, GeneratedFolder out) throws IOException {
    List<Path> files = annotatedSources(moduleDir.resolve("src/main/java"));
    if (files.isEmpty()) {
      return;
    }
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      Iterable<? extends JavaFileObject> units = manager.getJavaFileObjectsFromPaths(files);
      JavacTask task = (JavacTask) compiler.getTask(null, manager, null, null, null, units);
      for (CompilationUnitTree unit : task.parse()) {
        for (Tree type : unit.getTypeDecls()) {
          if (type instanceof ClassTree classTree) {
            Declaration declaration = read(unit, classTree);
            if (declaration != null) {
              BuiltinTableWriter.write(declaration, out);
            }
          }
        }
      }
    }
  }

  private static List<Path> annotatedSources(Path root) throws IOException {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    List<Path> files = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(root)) {
      for (Path file : walk.filter(p -> p.toString().endsWith(".java")).sorted().toList()) {
        String text = Files.readString(file);
        if (text.contains("\n@BuiltinType") || text.contains("\n@BuiltinModule")) {
          files.add(file);
        }
      }
    }
    return files;
  }

  private static Declaration read(CompilationUnitTree unit, ClassTree classTree) {
    for (AnnotationTree annotation : classTree.getModifiers().getAnnotations()) {
      String name = annotation.getAnnotationType().toString();
      if (CLASS_ANNOTATIONS.contains(name)) {
        List<Member> members = new ArrayList<>();
        for (Tree member : classTree.getMembers()) {
          if (member instanceof MethodTree method) {
            readMembers(method, members);
          }
        }
        return new Declaration(
            unit.getPackageName().toString(),
            classTree.getSimpleName().toString(),
            name,
            values(annotation),
            members,
            unit.getImports().stream().map(i -> i.toString().strip()).toList());
      }
    }
    return null;
  }

  private static void readMembers(MethodTree method, List<Member> members) {
    for (AnnotationTree annotation : method.getModifiers().getAnnotations()) {
      String kind = annotation.getAnnotationType().toString();
      if (METHOD_ANNOTATIONS.contains(kind)) {
        members.add(
            new Member(
                kind,
                values(annotation),
                method.getName().toString(),
                method.getReturnType().toString(),
                method.getParameters().stream()
                    .map(p -> stripAnnotations(p.getType().toString()))
                    .toList()));
      }
    }
  }

  private static String stripAnnotations(String type) {
    return type.replaceAll("@\\w+(\\([^)]*\\))?\\s*", "").strip();
  }

  private static Map<String, String> values(AnnotationTree annotation) {
    Map<String, String> values = new LinkedHashMap<>();
    for (ExpressionTree argument : annotation.getArguments()) {
      if (argument instanceof AssignmentTree assignment) {
        values.put(assignment.getVariable().toString(), text(assignment.getExpression()));
      } else {
        values.put("value", text(argument));
      }
    }
    return values;
  }

  private static String text(ExpressionTree expression) {
    return switch (expression) {
      case LiteralTree literal -> String.valueOf(literal.getValue());
      case BinaryTree sum -> text(sum.getLeftOperand()) + text(sum.getRightOperand());
      default -> expression.toString();
    };
  }
}

package dev.taipan.stress.rooting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The classes that are analysed: their methods' code, and which methods a call may reach. A virtual
 * call reaches what the class hierarchy allows; a call of an interface that lambdas implement
 * reaches all those lambdas.
 */
final class Program {
  /**
   * What an invokedynamic makes: an object of {@code type} whose method {@code name} is {@code
   * body}.
   */
  record Lambda(String type, String name, MethodId body) {}

  private record Type(String parent, List<String> interfaces, boolean holdsWords) {}

  private final Map<String, Type> types = new HashMap<>();
  private final Map<String, Set<String>> subtypes = new HashMap<>();
  private final Map<MethodId, Body> bodies = new TreeMap<>();
  private final Set<MethodId> declared = new TreeSet<>();
  private final Map<String, Set<MethodId>> lambdas = new HashMap<>();
  private final Map<MethodId, Set<MethodId>> reached = new HashMap<>();

  static Program of(Collection<Path> folders) {
    Program program = new Program();
    for (Path folder : folders) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(f -> f.toString().endsWith(".class")).sorted().toList()) {
          program.add(ClassFile.of().parse(file));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    program.link();
    return program;
  }

  private void add(ClassModel model) {
    String name = name(model.thisClass().asInternalName());
    if (name.equals("module-info")) {
      return;
    }
    List<String> interfaces =
        model.interfaces().stream().map(i -> name(i.asInternalName())).toList();
    String parent = model.superclass().map(s -> name(s.asInternalName())).orElse("");
    types.put(
        name, new Type(parent, interfaces, model.fields().stream().anyMatch(Program::isWord)));
    for (MethodModel method : model.methods()) {
      MethodId id =
          new MethodId(name, method.methodName().stringValue(), method.methodType().stringValue());
      declared.add(id);
      method
          .findAttribute(java.lang.classfile.Attributes.code())
          .ifPresent(code -> bodies.put(id, new Body(id, method, code)));
    }
  }

  private static boolean isWord(FieldModel field) {
    String type = field.fieldType().stringValue();
    return !field.flags().has(AccessFlag.STATIC)
        && (type.equals("J") || type.equals("[J") || type.startsWith("Ljava/util/"));
  }

  static String name(String internal) {
    return internal.replace('/', '.');
  }

  static String name(ClassDesc type) {
    String text = type.descriptorString();
    return text.startsWith("L") ? name(text.substring(1, text.length() - 1)) : text;
  }

  private void link() {
    for (String type : types.keySet()) {
      for (String above : ancestors(type)) {
        subtypes.computeIfAbsent(above, k -> new TreeSet<>()).add(type);
      }
    }
    for (Body body : bodies.values()) {
      for (Instruction instruction : body.instructions) {
        if (instruction instanceof InvokeDynamicInstruction dynamic) {
          lambda(dynamic)
              .ifPresent(
                  l ->
                      lambdas
                          .computeIfAbsent(l.type() + "." + l.name(), k -> new TreeSet<>())
                          .add(l.body()));
        }
      }
    }
  }

  /** The type itself and all above it, those outside the program included by name only. */
  Set<String> ancestors(String type) {
    Set<String> all = new LinkedHashSet<>();
    List<String> work = new ArrayList<>(List.of(type));
    while (!work.isEmpty()) {
      String next = work.removeLast();
      if (!next.isEmpty() && all.add(next) && types.containsKey(next)) {
        work.add(types.get(next).parent());
        work.addAll(types.get(next).interfaces());
      }
    }
    return all;
  }

  static Optional<Lambda> lambda(InvokeDynamicInstruction dynamic) {
    if (!dynamic.bootstrapMethod().owner().displayName().equals("LambdaMetafactory")) {
      return Optional.empty();
    }
    DirectMethodHandleDesc handle = (DirectMethodHandleDesc) dynamic.bootstrapArgs().get(1);
    MethodId body =
        new MethodId(name(handle.owner()), handle.methodName(), handle.lookupDescriptor());
    return Optional.of(
        new Lambda(name(dynamic.typeSymbol().returnType()), dynamic.name().stringValue(), body));
  }

  boolean contains(String type) {
    return types.containsKey(type);
  }

  Collection<Body> bodies() {
    return bodies.values();
  }

  Body body(MethodId id) {
    return bodies.get(id);
  }

  boolean isA(String type, String ancestor) {
    return subtypes.getOrDefault(ancestor, Set.of()).contains(type) || type.equals(ancestor);
  }

  /** Whether an object of the type is Java's own and has fields or elements that may be words. */
  boolean mayHoldWords(ClassDesc desc) {
    String type = name(desc);
    if (type.equals("[J") || type.startsWith("java.util.") || type.equals("java.lang.Long")) {
      return true;
    }
    return types.containsKey(type)
        && !isA(type, Primitives.TRACED)
        && !Primitives.IS_ROOT.contains(type)
        && ancestors(type).stream()
            .anyMatch(t -> types.containsKey(t) && types.get(t).holdsWords());
  }

  /** The methods with code that an invocation may reach; empty if it leaves the program. */
  Set<MethodId> targets(MethodId named, boolean isVirtual) {
    if (!isVirtual) {
      return resolve(named).map(Set::of).orElse(Set.of());
    }
    Set<MethodId> known = reached.get(named);
    if (known == null) {
      known = overridden(named);
      reached.put(named, known);
    }
    return known;
  }

  private Set<MethodId> overridden(MethodId named) {
    Set<MethodId> all = new TreeSet<>();
    resolve(named).ifPresent(all::add);
    for (String type : subtypes.getOrDefault(named.owner(), Set.of())) {
      resolve(named.in(type)).ifPresent(all::add);
      all.addAll(lambdas.getOrDefault(type + "." + named.name(), Set.of()));
    }
    all.addAll(lambdas.getOrDefault(named.owner() + "." + named.name(), Set.of()));
    return all;
  }

  /** The owner that a call names may be a subclass of the one that declares the method. */
  boolean isHeld(MethodId named) {
    return ancestors(named.owner()).stream().anyMatch(t -> Primitives.isHeld(named.in(t)));
  }

  private Optional<MethodId> resolve(MethodId named) {
    for (String type : ancestors(named.owner())) {
      MethodId id = named.in(type);
      if (bodies.containsKey(id)) {
        return Optional.of(id);
      }
    }
    return Optional.empty();
  }
}

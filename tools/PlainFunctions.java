import java.io.IOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.attribute.NestHostAttribute;
import java.lang.classfile.attribute.NestMembersAttribute;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Gives the lambdas and method references of our classes plain code.
 *
 * <p>The JVM makes a hidden class for each of them and some more for the forms that lead there; the
 * start-up cache keeps these, and a start loads every class of the cache. Here all lambdas of a
 * nest share one class, whose objects know by a number which of them they are. What is not
 * understood stays as javac wrote it.
 */
final class PlainFunctions {
  private static final String OURS = "dev/taipan/";
  private static final ClassDesc MAKER = ClassDesc.of("java.lang.invoke.LambdaMetafactory");

  private final ClassFile file;
  private final Function<ClassDesc, Optional<ClassModel>> types;
  private int made;
  private int classes;
  private int left;

  /** {@code types} finds classes by name: those of the jars and of the JDK. */
  PlainFunctions(ClassFile file, Function<ClassDesc, Optional<ClassModel>> types) {
    this.file = file;
    this.types = types;
  }

  @Override
  public String toString() {
    return made + " lambdas in " + classes + " classes, " + left + " left";
  }

  /** Rewrites the classes under a folder. */
  void rewrite(Path root) throws IOException {
    Map<String, List<Path>> nests = new LinkedHashMap<>();
    try (Stream<Path> entries = Files.walk(root)) {
      for (Path entry : entries.filter(path -> path.toString().endsWith(".class")).toList()) {
        ClassModel model = file.parse(Files.readAllBytes(entry));
        if (model.thisClass().asInternalName().startsWith(OURS) && mentionsMaker(model)) {
          nests.computeIfAbsent(host(model), _ -> new ArrayList<>()).add(entry);
        }
      }
    }
    for (Map.Entry<String, List<Path>> nest : nests.entrySet()) {
      rewrite(root, nest.getKey(), nest.getValue());
    }
  }

  private static boolean mentionsMaker(ClassModel model) {
    for (PoolEntry entry : model.constantPool()) {
      if (entry instanceof Utf8Entry text && text.equalsString("metafactory")) {
        return true;
      }
    }
    return false;
  }

  private static String host(ClassModel model) {
    return model
        .findAttribute(Attributes.nestHost())
        .map(NestHostAttribute::nestHost)
        .orElse(model.thisClass())
        .asInternalName();
  }

  private void rewrite(Path root, String host, List<Path> members) throws IOException {
    FunctionsOfNest functions =
        new FunctionsOfNest(ClassDesc.ofInternalName(host + "$$Functions"), types);
    for (Path member : members) {
      Files.write(member, plain(Files.readAllBytes(member), functions));
    }
    if (!functions.isEmpty()) {
      made += functions.size();
      classes++;
      Path path = root.resolve(host + ".class");
      Files.write(path, withMember(Files.readAllBytes(path), functions.name()));
      Files.write(
          root.resolve(host + "$$Functions.class"),
          file.build(
              functions.name(),
              type -> {
                type.with(NestHostAttribute.of(ClassDesc.ofInternalName(host)));
                functions.write(type);
              }));
    }
  }

  private byte[] plain(byte[] before, FunctionsOfNest functions) {
    CodeTransform calls =
        (code, element) -> {
          if (!(element instanceof InvokeDynamicInstruction call) || !isLambda(call)) {
            code.with(element);
          } else if (!functions.replace(code, lambda(call))) {
            left++;
            code.with(element);
          }
        };
    return file.transformClass(file.parse(before), ClassTransform.transformingMethodBodies(calls));
  }

  private static boolean isLambda(InvokeDynamicInstruction call) {
    DirectMethodHandleDesc maker = call.bootstrapMethod();
    return maker.owner().equals(MAKER) && maker.methodName().equals("metafactory");
  }

  private static Lambda lambda(InvokeDynamicInstruction call) {
    List<ConstantDesc> arguments = call.bootstrapArgs();
    return new Lambda(
        call.typeSymbol(),
        call.name().stringValue(),
        (MethodTypeDesc) arguments.get(0),
        (DirectMethodHandleDesc) arguments.get(1),
        (MethodTypeDesc) arguments.get(2));
  }

  private byte[] withMember(byte[] before, ClassDesc member) {
    ClassModel model = file.parse(before);
    List<ClassDesc> members = new ArrayList<>();
    for (ClassEntry known :
        model
            .findAttribute(Attributes.nestMembers())
            .map(NestMembersAttribute::nestMembers)
            .orElse(List.of())) {
      members.add(known.asSymbol());
    }
    members.add(member);
    return file.transformClass(
        model,
        ClassTransform.dropping(element -> element instanceof NestMembersAttribute)
            .andThen(
                ClassTransform.endHandler(
                    (ClassBuilder type) -> type.with(NestMembersAttribute.ofSymbols(members)))));
  }
}

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Gives the pattern switches, the records and the lambdas of a jar's classes plain code.
 *
 * <p>javac leaves it to the first execution of a switch over types to make a class that tells the
 * types apart; that costs one to two milliseconds for each switch in each process, and the start-up
 * cache does not keep these classes. Here every such call site becomes a call of a private method,
 * a chain of {@code instanceof}. Switches with other labels than types stay as they are.
 *
 * <p>The same is true of the first {@code hashCode} and {@code equals} of a record, and costs more:
 * they are put together from method handles. Here they ask one component after the other, with the
 * same outcome. {@code toString} stays as it is. {@link PlainFunctions} does the lambdas.
 *
 * <p>{@code java PlainCode.java JAR...}
 */
final class PlainCode {
  private static final String SWITCH = "typeSwitch";
  private static final String RECORD = "ObjectMethods";
  private static final ClassDesc SWITCHES = ClassDesc.of("java.lang.runtime.SwitchBootstraps");
  private static final ClassDesc RECORDS = ClassDesc.of("java.lang.runtime.ObjectMethods");
  private static final ClassDesc OBJECTS = ClassDesc.of("java.util.Objects");

  /** A method to write in place of what a call site would make. */
  private sealed interface Plain {
    String name();

    MethodTypeDesc type();

    void write(CodeBuilder code);
  }

  /** Which of some types an object has: the types in the order of the switch. */
  private record Chain(String name, MethodTypeDesc type, List<ClassDesc> labels) implements Plain {
    @Override
    public void write(CodeBuilder code) {
      var found = code.newLabel();
      code.aload(0).ifnonnull(found).iconst_m1().ireturn().labelBinding(found);
      for (int i = 0; i < labels.size(); i++) {
        var next = code.newLabel();
        code.iload(1).loadConstant(i).if_icmpgt(next);
        code.aload(0).instanceOf(labels.get(i)).ifeq(next);
        code.loadConstant(i).ireturn().labelBinding(next);
      }
      code.loadConstant(labels.size()).ireturn();
    }
  }

  /** A record's {@code hashCode}: that of a list of its components, but from 0. */
  private record Hash(String name, MethodTypeDesc type, List<DirectMethodHandleDesc> getters)
      implements Plain {
    @Override
    public void write(CodeBuilder code) {
      code.iconst_0();
      for (DirectMethodHandleDesc getter : getters) {
        ClassDesc part = component(getter);
        code.loadConstant(31).imul();
        load(code, 0, getter);
        if (part.isPrimitive()) {
          ClassDesc box = boxOf(part);
          code.invokestatic(box, "hashCode", MethodTypeDesc.of(ConstantDescs.CD_int, part));
        } else {
          MethodTypeDesc hash = MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_Object);
          code.invokestatic(OBJECTS, "hashCode", hash);
        }
        code.iadd();
      }
      code.ireturn();
    }
  }

  /** A record's {@code equals}. */
  private record Equality(String name, MethodTypeDesc type, List<DirectMethodHandleDesc> getters)
      implements Plain {
    @Override
    public void write(CodeBuilder code) {
      ClassDesc owner = type.parameterType(0);
      var other = code.newLabel();
      var differs = code.newLabel();
      code.aload(0).aload(1).if_acmpne(other).iconst_1().ireturn().labelBinding(other);
      code.aload(1).instanceOf(owner).ifeq(differs);
      code.aload(1).checkcast(owner).astore(2);
      for (DirectMethodHandleDesc getter : getters) {
        load(code, 0, getter);
        load(code, 2, getter);
        compare(code, component(getter), differs);
      }
      code.iconst_1().ireturn().labelBinding(differs).iconst_0().ireturn();
    }

    private static void compare(CodeBuilder code, ClassDesc part, Label differs) {
      switch (part.descriptorString()) {
        case "J" -> code.lcmp().ifne(differs);
        case "F", "D" -> {
          // Not by number: a NaN is equal to itself, and the zeros are different.
          MethodTypeDesc compare = MethodTypeDesc.of(ConstantDescs.CD_int, part, part);
          code.invokestatic(boxOf(part), "compare", compare).ifne(differs);
        }
        case "I", "S", "B", "C", "Z" -> code.if_icmpne(differs);
        default -> {
          MethodTypeDesc equals =
              MethodTypeDesc.of(
                  ConstantDescs.CD_boolean, ConstantDescs.CD_Object, ConstantDescs.CD_Object);
          code.invokestatic(OBJECTS, "equals", equals).ifeq(differs);
        }
      }
    }
  }

  private PlainCode() {}

  private static ClassDesc component(DirectMethodHandleDesc getter) {
    return getter.invocationType().returnType();
  }

  private static void load(CodeBuilder code, int local, DirectMethodHandleDesc getter) {
    code.aload(local).getfield(getter.owner(), getter.methodName(), component(getter));
  }

  private static ClassDesc boxOf(ClassDesc primitive) {
    return switch (primitive.descriptorString()) {
      case "I" -> ConstantDescs.CD_Integer;
      case "J" -> ConstantDescs.CD_Long;
      case "F" -> ConstantDescs.CD_Float;
      case "D" -> ConstantDescs.CD_Double;
      case "S" -> ConstantDescs.CD_Short;
      case "B" -> ConstantDescs.CD_Byte;
      case "C" -> ConstantDescs.CD_Character;
      case "Z" -> ConstantDescs.CD_Boolean;
      default -> throw new IllegalArgumentException(primitive.toString());
    };
  }

  public static void main(String[] jars) throws IOException {
    List<URL> all = new ArrayList<>();
    for (String jar : jars) {
      all.add(Path.of(jar).toUri().toURL());
    }
    // The verifier's tables are written anew, which asks how the classes are related.
    try (URLClassLoader loader = new URLClassLoader(all.toArray(URL[]::new))) {
      ClassFile file =
          ClassFile.of(
              ClassFile.ClassHierarchyResolverOption.of(
                  ClassHierarchyResolver.ofResourceParsing(loader).cached()),
              ClassFile.ConstantPoolSharingOption.NEW_POOL);
      PlainFunctions functions = new PlainFunctions(file, type -> find(file, loader, type));
      for (String jar : jars) {
        try (FileSystem inside = FileSystems.newFileSystem(Path.of(jar))) {
          rewrite(file, inside.getPath("/"));
          functions.rewrite(inside.getPath("/"));
        }
      }
      System.out.println("PlainCode: " + functions);
    }
  }

  private static Optional<ClassModel> find(ClassFile file, ClassLoader loader, ClassDesc type) {
    String descriptor = type.descriptorString();
    String name = descriptor.substring(1, descriptor.length() - 1) + ".class";
    try (InputStream bytes = loader.getResourceAsStream(name)) {
      return bytes == null ? Optional.empty() : Optional.of(file.parse(bytes.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void rewrite(ClassFile file, Path root) throws IOException {
    try (Stream<Path> entries = Files.walk(root)) {
      for (Path entry : entries.filter(path -> path.toString().endsWith(".class")).toList()) {
        byte[] before = Files.readAllBytes(entry);
        byte[] after = plain(file, before);
        if (after != before) {
          Files.write(entry, after);
        }
      }
    }
  }

  private static byte[] plain(ClassFile file, byte[] before) {
    ClassModel model = file.parse(before);
    if (!mentionsBootstrap(model)) {
      return before;
    }
    ClassDesc owner = model.thisClass().asSymbol();
    boolean isInterface = model.flags().has(java.lang.reflect.AccessFlag.INTERFACE);
    List<Plain> methods = new ArrayList<>();
    CodeTransform calls =
        (code, element) -> {
          Plain method =
              element instanceof InvokeDynamicInstruction call
                  ? method(call, methods.size())
                  : null;
          if (method == null) {
            code.with(element);
          } else {
            methods.add(method);
            code.invokestatic(owner, method.name(), method.type(), isInterface);
          }
        };
    ClassTransform all =
        ClassTransform.transformingMethodBodies(calls)
            .andThen(
                ClassTransform.endHandler(
                    type -> {
                      for (Plain method : methods) {
                        type.withMethodBody(
                            method.name(),
                            method.type(),
                            ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC,
                            method::write);
                      }
                    }));
    byte[] after = file.transformClass(model, all);
    return methods.isEmpty() ? before : after;
  }

  private static boolean mentionsBootstrap(ClassModel model) {
    for (PoolEntry entry : model.constantPool()) {
      if (entry instanceof Utf8Entry text
          && (text.equalsString(SWITCH) || text.stringValue().endsWith(RECORD))) {
        return true;
      }
    }
    return false;
  }

  /** The method for a call site, null if the site stays as it is. */
  private static Plain method(InvokeDynamicInstruction call, int number) {
    ClassDesc maker = call.bootstrapMethod().owner();
    if (maker.equals(SWITCHES) && call.bootstrapMethod().methodName().equals(SWITCH)) {
      return chain(call, number);
    }
    return maker.equals(RECORDS) ? ofRecord(call) : null;
  }

  /** Null if the switch is not one over types alone. */
  private static Plain chain(InvokeDynamicInstruction call, int number) {
    List<ClassDesc> labels = new ArrayList<>();
    for (ConstantDesc label : call.bootstrapArgs()) {
      if (!(label instanceof ClassDesc type) || type.isPrimitive()) {
        return null;
      }
      labels.add(type);
    }
    return new Chain("switch$" + number, call.typeSymbol(), labels);
  }

  /** The first two arguments are the record's class and the names of its components. */
  private static Plain ofRecord(InvokeDynamicInstruction call) {
    List<DirectMethodHandleDesc> getters = new ArrayList<>();
    for (ConstantDesc argument : call.bootstrapArgs()) {
      if (argument instanceof DirectMethodHandleDesc getter) {
        getters.add(getter);
      }
    }
    return switch (call.name().stringValue()) {
      case "hashCode" -> new Hash("hash$record", call.typeSymbol(), getters);
      case "equals" -> new Equality("equals$record", call.typeSymbol(), getters);
      default -> null;
    };
  }
}

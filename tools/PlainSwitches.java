import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.MethodTypeDesc;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Gives the pattern switches of a jar's classes plain code.
 *
 * <p>javac leaves it to the first execution of a switch over types to make a class that tells the
 * types apart; that costs one to two milliseconds for each switch in each process, and the start-up
 * cache does not keep these classes. Here every such call site becomes a call of a private method,
 * a chain of {@code instanceof}. Switches with other labels than types stay as they are.
 *
 * <p>{@code java PlainSwitches.java JAR...}
 */
final class PlainSwitches {
  private static final String BOOTSTRAP = "typeSwitch";
  private static final ClassDesc OWNER = ClassDesc.of("java.lang.runtime.SwitchBootstraps");

  /** A method to write: what is asked for, and the types in the order of the switch. */
  private record Chain(String name, MethodTypeDesc type, List<ClassDesc> labels) {
    void write(CodeBuilder code) {
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

  private PlainSwitches() {}

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
                  ClassHierarchyResolver.ofResourceParsing(loader).cached()));
      for (String jar : jars) {
        rewrite(file, Path.of(jar));
      }
    }
  }

  private static void rewrite(ClassFile file, Path jar) throws IOException {
    try (FileSystem inside = FileSystems.newFileSystem(jar);
        Stream<Path> entries = Files.walk(inside.getPath("/"))) {
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
    List<Chain> chains = new ArrayList<>();
    CodeTransform calls =
        (code, element) -> {
          Chain chain =
              element instanceof InvokeDynamicInstruction call ? chain(call, chains) : null;
          if (chain == null) {
            code.with(element);
          } else {
            code.invokestatic(owner, chain.name(), chain.type(), isInterface);
          }
        };
    ClassTransform all =
        ClassTransform.transformingMethodBodies(calls)
            .andThen(
                ClassTransform.endHandler(
                    type -> {
                      for (Chain chain : chains) {
                        type.withMethodBody(
                            chain.name(),
                            chain.type(),
                            ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC,
                            chain::write);
                      }
                    }));
    byte[] after = file.transformClass(model, all);
    return chains.isEmpty() ? before : after;
  }

  private static boolean mentionsBootstrap(ClassModel model) {
    for (PoolEntry entry : model.constantPool()) {
      if (entry instanceof Utf8Entry text && text.equalsString(BOOTSTRAP)) {
        return true;
      }
    }
    return false;
  }

  /** The method for a call site, null if the site is no switch over types alone. */
  private static Chain chain(InvokeDynamicInstruction call, List<Chain> chains) {
    if (!call.bootstrapMethod().owner().equals(OWNER)
        || !call.bootstrapMethod().methodName().equals(BOOTSTRAP)) {
      return null;
    }
    List<ClassDesc> labels = new ArrayList<>();
    for (ConstantDesc label : call.bootstrapArgs()) {
      if (!(label instanceof ClassDesc type) || type.isPrimitive()) {
        return null;
      }
      labels.add(type);
    }
    Chain chain = new Chain("switch$" + chains.size(), call.typeSymbol(), labels);
    chains.add(chain);
    return chain;
  }
}

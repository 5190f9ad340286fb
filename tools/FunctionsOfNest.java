import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The class of a nest's lambdas. It implements all their interfaces; in each method an object's
 * number says which body is to be called. What a lambda has captured stands in fields, which
 * lambdas that capture values of like kinds share. As with the JVM's own lambda classes the fields
 * are final, a lambda that captures nothing is one object, and one that captures is a new one each
 * time.
 */
final class FunctionsOfNest {
  /** The JVM compiles no method above 8000 bytes. */
  private static final int MOST_OF_METHOD = 100;

  private static final String NUMBER = "number";

  /** A lambda, its number among those of its method, and the fields that it uses. */
  private record Member(
      Lambda lambda, List<Conversion> conversions, int number, List<String> fields) {
    boolean isOneObject() {
      return fields.isEmpty();
    }
  }

  private final ClassDesc name;
  private final Function<ClassDesc, Optional<ClassModel>> types;
  private final Map<Lambda.Method, List<Member>> methods = new LinkedHashMap<>();
  private final List<Member> single = new ArrayList<>();

  /** The types of the fields; Object where lambdas differ. */
  private final Map<String, ClassDesc> fields = new LinkedHashMap<>();

  private final Set<MethodTypeDesc> makers = new LinkedHashSet<>();
  private final Map<ClassDesc, Set<Lambda.Method>> interfaces = new LinkedHashMap<>();

  FunctionsOfNest(ClassDesc name, Function<ClassDesc, Optional<ClassModel>> types) {
    this.name = name;
    this.types = types;
  }

  ClassDesc name() {
    return name;
  }

  int size() {
    return methods.values().stream().mapToInt(List::size).sum();
  }

  boolean isEmpty() {
    return methods.isEmpty();
  }

  /** Writes what stands in place of the call that made the lambda; false if it has to stay. */
  boolean replace(CodeBuilder code, Lambda lambda) {
    List<Conversion> conversions = lambda.conversions().orElse(null);
    List<Member> others = methods.getOrDefault(lambda.method(), List.of());
    if (conversions == null || others.size() == MOST_OF_METHOD || !accept(lambda)) {
      return false;
    }
    int number = others.size();
    Member member = new Member(lambda, conversions, number, place(lambda.captured()));
    methods.computeIfAbsent(lambda.method(), _ -> new ArrayList<>()).add(member);
    if (member.isOneObject()) {
      code.getstatic(name, "single" + single.size(), lambda.type());
      single.add(member);
    } else {
      makers.add(lambda.site());
      code.loadConstant(number);
      code.invokestatic(name, "make", maker(lambda.site()));
    }
    return true;
  }

  private static MethodTypeDesc maker(MethodTypeDesc site) {
    return site.insertParameterTypes(site.parameterCount(), ConstantDescs.CD_int);
  }

  /**
   * Takes the lambda's interface among those of the class if none inherits code for what another
   * one declares.
   */
  private boolean accept(Lambda lambda) {
    Set<Lambda.Method> written = interfaces.get(lambda.type());
    if (written == null) {
      written = new LinkedHashSet<>();
      if (!defaults(lambda.type(), written)) {
        return false;
      }
    }
    for (Map.Entry<ClassDesc, Set<Lambda.Method>> other : interfaces.entrySet()) {
      if (!other.getKey().equals(lambda.type())
          && (other.getValue().contains(lambda.method())
              || other.getValue().stream().anyMatch(written::contains))) {
        return false;
      }
    }
    if (written.stream().anyMatch(methods::containsKey)) {
      return false;
    }
    interfaces.put(lambda.type(), written);
    return true;
  }

  /** Adds the methods with code of an interface and those above it; false if one is not found. */
  private boolean defaults(ClassDesc type, Set<Lambda.Method> found) {
    ClassModel model = types.apply(type).orElse(null);
    if (model == null) {
      return false;
    }
    for (MethodModel method : model.methods()) {
      int flags = method.flags().flagsMask();
      if ((flags & (ClassFile.ACC_ABSTRACT | ClassFile.ACC_STATIC | ClassFile.ACC_PRIVATE)) == 0) {
        found.add(new Lambda.Method(method.methodName().stringValue(), method.methodTypeSymbol()));
      }
    }
    return model.interfaces().stream().allMatch(above -> defaults(above.asSymbol(), found));
  }

  /**
   * The fields for values of these types: the first reference, the second one, the first long ...
   */
  private List<String> place(List<ClassDesc> types) {
    List<String> places = new ArrayList<>();
    for (ClassDesc type : types) {
      TypeKind kind = TypeKind.from(type).asLoadable();
      ClassDesc stored = kind == TypeKind.REFERENCE ? type : kind.upperBound();
      String prefix = kind.name().toLowerCase(java.util.Locale.ROOT);
      long before = places.stream().filter(place -> place.startsWith(prefix)).count();
      String place = prefix + before;
      places.add(place);
      fields.merge(place, stored, (a, b) -> a.equals(b) ? a : ConstantDescs.CD_Object);
    }
    return places;
  }

  void write(ClassBuilder type) {
    type.withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SYNTHETIC | ClassFile.ACC_SUPER);
    type.withInterfaceSymbols(List.copyOf(interfaces.keySet()));
    int kept = ClassFile.ACC_PRIVATE | ClassFile.ACC_FINAL;
    type.withField(NUMBER, ConstantDescs.CD_int, kept);
    fields.forEach((field, of) -> type.withField(field, of, kept));
    Set<List<String>> shapes = new LinkedHashSet<>();
    Map<MethodTypeDesc, List<String>> shapeOf = new LinkedHashMap<>();
    for (List<Member> members : methods.values()) {
      for (Member member : members) {
        shapes.add(member.fields);
        shapeOf.put(member.lambda.site(), member.fields);
      }
    }
    shapes.forEach(shape -> writeConstructor(type, shape));
    for (MethodTypeDesc site : makers) {
      writeMaker(type, site, shapeOf.get(site));
    }
    writeSingle(type);
    methods.forEach(
        (method, members) ->
            type.withMethodBody(
                method.name(),
                method.type(),
                ClassFile.ACC_PUBLIC,
                code -> writeMethod(code, members)));
  }

  private MethodTypeDesc constructor(List<String> shape) {
    List<ClassDesc> parameters = new ArrayList<>();
    shape.forEach(field -> parameters.add(fields.get(field)));
    parameters.add(ConstantDescs.CD_int);
    return MethodTypeDesc.of(ConstantDescs.CD_void, parameters);
  }

  private void writeConstructor(ClassBuilder type, List<String> shape) {
    type.withMethodBody(
        ConstantDescs.INIT_NAME,
        constructor(shape),
        ClassFile.ACC_PRIVATE,
        code -> {
          code.aload(0).invokespecial(ConstantDescs.CD_Object, "<init>", ConstantDescs.MTD_void);
          for (int i = 0; i < shape.size(); i++) {
            ClassDesc of = fields.get(shape.get(i));
            code.aload(0).loadLocal(TypeKind.from(of), code.parameterSlot(i));
            code.putfield(name, shape.get(i), of);
          }
          code.aload(0).iload(code.parameterSlot(shape.size()));
          code.putfield(name, NUMBER, ConstantDescs.CD_int).return_();
        });
  }

  private void writeMaker(ClassBuilder type, MethodTypeDesc site, List<String> shape) {
    type.withMethodBody(
        "make",
        maker(site),
        ClassFile.ACC_STATIC,
        code -> {
          code.new_(name).dup();
          for (int i = 0; i <= shape.size(); i++) {
            TypeKind kind = TypeKind.from(maker(site).parameterType(i));
            code.loadLocal(kind, code.parameterSlot(i));
          }
          code.invokespecial(name, ConstantDescs.INIT_NAME, constructor(shape)).areturn();
        });
  }

  private void writeSingle(ClassBuilder type) {
    if (single.isEmpty()) {
      return;
    }
    for (int i = 0; i < single.size(); i++) {
      type.withField(
          "single" + i, single.get(i).lambda.type(), ClassFile.ACC_STATIC | ClassFile.ACC_FINAL);
    }
    type.withMethodBody(
        ConstantDescs.CLASS_INIT_NAME,
        ConstantDescs.MTD_void,
        ClassFile.ACC_STATIC,
        code -> {
          for (int i = 0; i < single.size(); i++) {
            Member member = single.get(i);
            code.new_(name).dup().loadConstant(member.number);
            code.invokespecial(name, ConstantDescs.INIT_NAME, constructor(List.of()));
            code.putstatic(name, "single" + i, member.lambda.type());
          }
          code.return_();
        });
  }

  private void writeMethod(CodeBuilder code, List<Member> members) {
    List<SwitchCase> cases = new ArrayList<>();
    for (Member member : members) {
      cases.add(SwitchCase.of(member.number, code.newLabel()));
    }
    if (members.size() > 1) {
      Label last = cases.removeLast().target();
      code.aload(0).getfield(name, NUMBER, ConstantDescs.CD_int).tableswitch(last, cases);
      cases.add(SwitchCase.of(members.size() - 1, last));
    }
    for (Member member : members) {
      code.labelBinding(cases.get(member.number).target());
      member.lambda.write(code, member.conversions, () -> loadCaptured(code, member));
    }
  }

  private void loadCaptured(CodeBuilder code, Member member) {
    for (int i = 0; i < member.fields.size(); i++) {
      ClassDesc stored = fields.get(member.fields.get(i));
      ClassDesc wanted = member.lambda.captured().get(i);
      code.aload(0).getfield(name, member.fields.get(i), stored);
      if (!stored.isPrimitive() && !stored.equals(wanted)) {
        code.checkcast(wanted);
      }
    }
  }
}

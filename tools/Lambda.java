import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What javac says of a lambda: {@code site} takes what is captured and returns the interface; the
 * interface's method has {@code name} and {@code erased} type and is called with values of the
 * types {@code seen}; {@code body} is what is to be called.
 */
record Lambda(
    MethodTypeDesc site,
    String name,
    MethodTypeDesc erased,
    DirectMethodHandleDesc body,
    MethodTypeDesc seen) {

  /** The interface's method: an object's number counts its lambdas. */
  record Method(String name, MethodTypeDesc type) {}

  Method method() {
    return new Method(name, erased);
  }

  ClassDesc type() {
    return site.returnType();
  }

  /** The captured values, of the types that the body wants. */
  List<ClassDesc> captured() {
    return body.invocationType().parameterList().subList(0, site.parameterCount());
  }

  /**
   * How the parameters and, last, the result are converted; empty if something is not understood.
   */
  Optional<List<Conversion>> conversions() {
    MethodTypeDesc wanted = body.invocationType();
    int first = site.parameterCount();
    if (!calls() || wanted.parameterCount() != first + erased.parameterCount()) {
      return Optional.empty();
    }
    for (int i = 0; i < first; i++) {
      ClassDesc given = site.parameterType(i);
      boolean same = given.equals(wanted.parameterType(i));
      if (!same && (given.isPrimitive() || wanted.parameterType(i).isPrimitive())) {
        return Optional.empty();
      }
    }
    List<Optional<Conversion>> all = new ArrayList<>();
    for (int i = 0; i < erased.parameterCount(); i++) {
      all.add(
          Conversion.of(
              erased.parameterType(i), seen.parameterType(i), wanted.parameterType(first + i)));
    }
    all.add(Conversion.of(wanted.returnType(), seen.returnType(), erased.returnType()));
    return all.stream().allMatch(Optional::isPresent)
        ? Optional.of(all.stream().map(Optional::orElseThrow).toList())
        : Optional.empty();
  }

  private boolean calls() {
    return switch (body.kind()) {
      case STATIC, INTERFACE_STATIC, VIRTUAL, INTERFACE_VIRTUAL, CONSTRUCTOR -> true;
      default -> false;
    };
  }

  /** The interface's method for this lambda: {@code load} loads what is captured. */
  void write(CodeBuilder code, List<Conversion> conversions, Runnable load) {
    ClassDesc owner = body.owner();
    if (body.kind() == DirectMethodHandleDesc.Kind.CONSTRUCTOR) {
      code.new_(owner).dup();
    }
    load.run();
    for (int i = 0; i < erased.parameterCount(); i++) {
      code.loadLocal(TypeKind.from(erased.parameterType(i)), code.parameterSlot(i));
      conversions.get(i).write(code);
    }
    MethodTypeDesc type = MethodTypeDesc.ofDescriptor(body.lookupDescriptor());
    switch (body.kind()) {
      case STATIC, INTERFACE_STATIC ->
          code.invokestatic(owner, body.methodName(), type, body.isOwnerInterface());
      case VIRTUAL -> code.invokevirtual(owner, body.methodName(), type);
      case INTERFACE_VIRTUAL -> code.invokeinterface(owner, body.methodName(), type);
      default -> code.invokespecial(owner, "<init>", type);
    }
    conversions.getLast().write(code);
    code.return_(TypeKind.from(erased.returnType()));
  }
}

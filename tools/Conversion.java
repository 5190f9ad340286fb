import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Map;
import java.util.Optional;

/** Makes the topmost value a value of another type, as the JVM's own lambda classes do it. */
interface Conversion {
  Map<ClassDesc, ClassDesc> BOXES =
      Map.of(
          ConstantDescs.CD_boolean, ConstantDescs.CD_Boolean,
          ConstantDescs.CD_byte, ConstantDescs.CD_Byte,
          ConstantDescs.CD_char, ConstantDescs.CD_Character,
          ConstantDescs.CD_short, ConstantDescs.CD_Short,
          ConstantDescs.CD_int, ConstantDescs.CD_Integer,
          ConstantDescs.CD_long, ConstantDescs.CD_Long,
          ConstantDescs.CD_float, ConstantDescs.CD_Float,
          ConstantDescs.CD_double, ConstantDescs.CD_Double);

  /** The order in which numbers grow wider; a char is no short. */
  String WIDER = "BSIJFD";

  void write(CodeBuilder code);

  /**
   * From a value of type {@code from} that the program knows to be a {@code seen} one; empty if it
   * is not understood.
   */
  static Optional<Conversion> of(ClassDesc from, ClassDesc seen, ClassDesc to) {
    if (to.equals(ConstantDescs.CD_void)) {
      return Optional.of(code -> drop(code, from));
    }
    if (from.equals(ConstantDescs.CD_void)) {
      return Optional.empty();
    }
    if (from.isPrimitive()) {
      return to.isPrimitive() ? widened(from, to) : boxed(from, to);
    }
    ClassDesc known = seen.isPrimitive() ? from : seen;
    Conversion cast = code -> cast(code, from, known);
    return to.isPrimitive()
        ? unboxed(known, to).map(unbox -> both(cast, unbox))
        : Optional.of(both(cast, code -> cast(code, known, to)));
  }

  private static Conversion both(Conversion first, Conversion second) {
    return code -> {
      first.write(code);
      second.write(code);
    };
  }

  private static void drop(CodeBuilder code, ClassDesc from) {
    switch (TypeKind.from(from).slotSize()) {
      case 2 -> code.pop2();
      case 1 -> code.pop();
      default -> {}
    }
  }

  private static void cast(CodeBuilder code, ClassDesc from, ClassDesc to) {
    if (!from.equals(to) && !to.equals(ConstantDescs.CD_Object)) {
      code.checkcast(to);
    }
  }

  private static Optional<Conversion> widened(ClassDesc from, ClassDesc to) {
    int width = WIDER.indexOf(to.descriptorString());
    boolean fits =
        from.equals(ConstantDescs.CD_char)
            ? width >= WIDER.indexOf('I')
            : from.equals(to) || width > WIDER.indexOf(from.descriptorString());
    boolean number = !from.equals(ConstantDescs.CD_boolean);
    return from.equals(to) || (fits && number)
        ? Optional.of(code -> code.conversion(TypeKind.from(from), TypeKind.from(to)))
        : Optional.empty();
  }

  private static Optional<Conversion> boxed(ClassDesc from, ClassDesc to) {
    ClassDesc primitive =
        BOXES.entrySet().stream()
            .filter(entry -> entry.getValue().equals(to))
            .map(Map.Entry::getKey)
            .findAny()
            .orElse(from);
    ClassDesc box = BOXES.get(primitive);
    return widened(from, primitive)
        .map(
            widen ->
                code -> {
                  widen.write(code);
                  code.invokestatic(box, "valueOf", MethodTypeDesc.of(box, primitive));
                  cast(code, box, to);
                });
  }

  private static Optional<Conversion> unboxed(ClassDesc box, ClassDesc to) {
    return BOXES.entrySet().stream()
        .filter(entry -> entry.getValue().equals(box))
        .map(Map.Entry::getKey)
        .findAny()
        .flatMap(
            primitive ->
                widened(primitive, to)
                    .map(
                        widen ->
                            code -> {
                              String value = primitive.displayName() + "Value";
                              code.invokevirtual(box, value, MethodTypeDesc.of(primitive));
                              widen.write(code);
                            }));
  }
}

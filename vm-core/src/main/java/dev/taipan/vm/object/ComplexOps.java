package dev.taipan.vm.object;

import dev.taipan.vm.layout.ComplexLayout;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.runtime.Runtime;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.type.Shape;
import dev.taipan.vm.type.Slot;
import dev.taipan.vm.value.Word;

/** What {@code complex}'s methods do with any argument. */
public final class ComplexOps {
  /** A complex value on its way through a computation. */
  public record Value(double real, double imaginary) {}

  private ComplexOps() {}

  public static boolean isComplex(ThreadState ts, long word) {
    return Word.isCell(word) && ts.runtime().kindOf(word) == Kind.COMPLEX;
  }

  /** The complex value of a complex, float or int; null for anything else. */
  static Value operand(ThreadState ts, long word) {
    if (isComplex(ts, word)) {
      return new Value(ComplexLayout.real(word), ComplexLayout.imaginary(word));
    }
    if (Floats.isFloat(ts, word)) {
      return new Value(Floats.value(ts, word), 0.0);
    }
    return Ints.isInt(ts, word) ? new Value(Numbers.intToDouble(ts, word), 0.0) : null;
  }

  public static long binary(ThreadState ts, Slot op, long self, long value) {
    return compute(ts, op, operand(ts, self), operand(ts, value));
  }

  public static long reflected(ThreadState ts, Slot op, long self, long value) {
    return compute(ts, op, operand(ts, value), operand(ts, self));
  }

  private static long compute(ThreadState ts, Slot op, Value a, Value b) {
    if (a == null || b == null) {
      return Word.NOT_IMPLEMENTED;
    }
    return switch (op) {
      case ADD -> ComplexLayout.create(ts, a.real + b.real, a.imaginary + b.imaginary);
      case SUB -> ComplexLayout.create(ts, a.real - b.real, a.imaginary - b.imaginary);
      case MUL ->
          ComplexLayout.create(
              ts,
              a.real * b.real - a.imaginary * b.imaginary,
              a.real * b.imaginary + a.imaginary * b.real);
      case TRUEDIV -> divide(ts, a, b);
      default -> throw new IllegalArgumentException(op.toString());
    };
  }

  private static long divide(ThreadState ts, Value a, Value b) {
    Value quotient = quotient(a, b);
    if (quotient == null) {
      throw Errors.zeroDivision(ts, "complex division by zero");
    }
    return ComplexLayout.create(ts, quotient.real, quotient.imaginary);
  }

  /** Scales by the larger part of the divisor, against overflow on the way; null for zero. */
  public static Value quotient(Value a, Value b) {
    double re = Math.abs(b.real);
    double im = Math.abs(b.imaginary);
    if (re == 0.0 && im == 0.0) {
      return null;
    }
    if (re >= im) {
      double ratio = b.imaginary / b.real;
      double scale = b.real + b.imaginary * ratio;
      return new Value(
          (a.real + a.imaginary * ratio) / scale, (a.imaginary - a.real * ratio) / scale);
    }
    if (im >= re) {
      double ratio = b.real / b.imaginary;
      double scale = b.real * ratio + b.imaginary;
      return new Value(
          (a.real * ratio + a.imaginary) / scale, (a.imaginary * ratio - a.real) / scale);
    }
    return new Value(Double.NaN, Double.NaN);
  }

  /** The complex value of an argument: a number, or an object that says what it is as one. */
  public static Value argument(ThreadState ts, long word) {
    Value value = operand(ts, word);
    if (value != null) {
      return value;
    }
    long method = ts.runtime().typeOf(word).slot(ts, Slot.COMPLEX);
    return method == Word.EMPTY
        ? new Value(Numbers.asDouble(ts, word), 0.0)
        : byMethod(ts, method, word);
  }

  private static Value byMethod(ThreadState ts, long method, long word) {
    Runtime runtime = ts.runtime();
    long result = Calls.method0(ts, method, word);
    if (!isComplex(ts, result)) {
      throw Errors.typeError(
          ts, "__complex__ returned non-complex (type %s)", runtime.typeOf(result).name());
    }
    if (runtime.typeOf(result) != runtime.types().complex) {
      Warnings.derived(ts, "__complex__", "complex", result);
    }
    return operand(ts, result);
  }

  public static long power(ThreadState ts, long base, long exponent, long modulus) {
    Value a = operand(ts, base);
    Value b = operand(ts, exponent);
    if (a == null || b == null) {
      return Word.NOT_IMPLEMENTED;
    }
    if (modulus != Word.NONE) {
      throw Errors.valueError(ts, "complex modulo");
    }
    boolean small = b.imaginary == 0.0 && b.real == Math.rint(b.real) && Math.abs(b.real) <= 100;
    long result =
        small
            ? integerPower(ts, a, (int) b.real)
            : Complexes.power(ts, a.real, a.imaginary, b.real, b.imaginary);
    if (Double.isInfinite(ComplexLayout.real(result))
        || Double.isInfinite(ComplexLayout.imaginary(result))) {
      throw Errors.overflowError(ts, "complex exponentiation");
    }
    return result;
  }

  private static boolean isFinite(Value value) {
    return Double.isFinite(value.real) && Double.isFinite(value.imaginary);
  }

  private static long integerPower(ThreadState ts, Value base, int exponent) {
    double re = 1.0;
    double im = 0.0;
    double a = base.real;
    double b = base.imaginary;
    for (int e = Math.abs(exponent), bit = 1; bit <= e; bit <<= 1) {
      if ((e & bit) != 0) {
        double next = re * a - im * b;
        im = re * b + im * a;
        re = next;
      }
      double square = a * a - b * b;
      b = a * b + b * a;
      a = square;
    }
    if (exponent > 0) {
      return ComplexLayout.create(ts, re, im);
    }
    if (exponent < 0 && base.real == 0.0 && base.imaginary == 0.0) {
      throw Complexes.domain(ts);
    }
    return divide(ts, new Value(1.0, 0.0), new Value(re, im));
  }

  /** {@code ==} and {@code !=}; other comparisons do not exist. */
  public static long compare(ThreadState ts, boolean equal, long self, long value) {
    double re = ComplexLayout.real(self);
    double im = ComplexLayout.imaginary(self);
    boolean same;
    if (isComplex(ts, value)) {
      same = re == ComplexLayout.real(value) && im == ComplexLayout.imaginary(value);
    } else if (Floats.isFloat(ts, value) || Ints.isInt(ts, value)) {
      same = im == 0.0 && Comparison.isTrue(ts, Slot.EQ, Word.boxDouble(re), value);
    } else {
      return Word.NOT_IMPLEMENTED;
    }
    return Word.boxBool(same == equal);
  }

  public static String repr(long self) {
    double re = ComplexLayout.real(self);
    double im = ComplexLayout.imaginary(self);
    String tail = DoubleText.part(im) + "j";
    if (re == 0.0 && Math.copySign(1.0, re) > 0) {
      return tail;
    }
    return "(" + DoubleText.part(re) + (tail.startsWith("-") ? "" : "+") + tail + ")";
  }

  public static long hash(long self) {
    long re = Hashing.ofDouble(ComplexLayout.real(self), self);
    long im = Hashing.ofDouble(ComplexLayout.imaginary(self), self);
    long hash = re + 1000003L * im;
    return hash == -1 ? -2 : hash;
  }

  public static double abs(ThreadState ts, long self) {
    double size = Math.hypot(ComplexLayout.real(self), ComplexLayout.imaginary(self));
    Value value = operand(ts, self);
    if (Double.isInfinite(size) && isFinite(value)) {
      throw Errors.overflowError(ts, "absolute value too large");
    }
    return size;
  }

  /** {@code complex(real, imag)} of a class that is complex or derived from it. */
  public static long create(ThreadState ts, PyType type, long real, long imaginary) {
    if (imaginary == 0L
        && type == ts.runtime().types().complex
        && real != 0L
        && ts.runtime().typeOf(real) == type) {
      return real;
    }
    Shape shape = type.shape();
    Value value = construct(ts, real, imaginary);
    return ComplexLayout.create(
        ts, shape.id(), value.real, value.imaginary, shape.attributeWords());
  }

  /** {@code complex(real, imag)}; EMPTY for what was not given. */
  private static Value construct(ThreadState ts, long real, long imaginary) {
    if (real != 0L && Strs.isStr(ts, real)) {
      if (imaginary != 0L) {
        throw Errors.typeError(ts, "complex() can't take second arg if first is a string");
      }
      return parse(ts, Strs.toJava(real));
    }
    if (imaginary != 0L && Strs.isStr(ts, imaginary)) {
      throw Errors.typeError(ts, "complex() second arg can't be a string");
    }
    Value re = real == 0L ? new Value(0.0, 0.0) : part(ts, real, true);
    if (imaginary == 0L) {
      return re;
    }
    Value im = part(ts, imaginary, false);
    boolean plain = !isComplex(ts, imaginary);
    double first = plain ? re.real : re.real - im.imaginary;
    double second = real != 0L && isComplex(ts, real) ? im.real + re.imaginary : im.real;
    return new Value(first, second);
  }

  private static Value part(ThreadState ts, long word, boolean first) {
    Runtime runtime = ts.runtime();
    PyType type = runtime.typeOf(word);
    boolean derived = first && isComplex(ts, word) && type != runtime.types().complex;
    Value value = derived ? null : operand(ts, word);
    if (value != null) {
      return value;
    }
    long method = first ? type.slot(ts, Slot.COMPLEX) : 0L;
    if (method != 0L) {
      return byMethod(ts, method, word);
    }
    if (type.slot(ts, Slot.FLOAT) == 0L && type.slot(ts, Slot.INDEX) == 0L) {
      throw Errors.typeError(
          ts,
          first
              ? "complex() first argument must be a string or a number, not '%s'"
              : "complex() second argument must be a number, not '%s'",
          type.name());
    }
    return new Value(Numbers.asDouble(ts, word), 0.0);
  }

  private static Value parse(ThreadState ts, String text) {
    String plain = Digits.withoutUnderscoresInFloat(Digits.plain(text));
    if (plain != null && plain.startsWith("(") && plain.endsWith(")")) {
      plain = Digits.plain(plain.substring(1, plain.length() - 1));
    }
    if (plain == null) {
      String shown = Representation.text(ts, Strs.of(ts, text));
      throw Errors.valueError(ts, "could not convert string to complex: %s", shown);
    }
    Value value = parseParts(plain);
    if (value == null) {
      throw Errors.valueError(ts, "complex() arg is a malformed string");
    }
    return value;
  }

  /** One of {@code x}, {@code yj}, {@code x+yj}; null for anything else. */
  private static Value parseParts(String text) {
    int first = FloatText.prefixLength(text, 0);
    if (first > 0 && first == text.length()) {
      return new Value(FloatText.parsePlain(text), 0.0);
    }
    if (!text.endsWith("j") && !text.endsWith("J")) {
      return null;
    }
    String inner = text.substring(0, text.length() - 1);
    if (first == inner.length() && first > 0) {
      return new Value(0.0, FloatText.parsePlain(inner));
    }
    double re = first == 0 ? 0.0 : FloatText.parsePlain(inner.substring(0, first));
    String rest = inner.substring(first);
    return switch (rest) {
      case "+" -> new Value(re, 1.0);
      case "-" -> new Value(re, -1.0);
      case "" -> first == 0 ? new Value(0.0, 1.0) : null;
      default -> {
        boolean signed = rest.startsWith("+") || rest.startsWith("-");
        boolean number = FloatText.prefixLength(rest, 0) == rest.length();
        yield first > 0 && signed && number ? new Value(re, FloatText.parsePlain(rest)) : null;
      }
    };
  }
}

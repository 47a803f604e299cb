package dev.costate.differentiation.complex;

import dev.costate.program.Operation;
import dev.costate.runtime.Erf;
import java.util.Arrays;
import java.util.List;
import java.util.function.BinaryOperator;

/** What each operation computes from complex arguments; choices are made by real parts. */
final class ComplexOperations {
  private ComplexOperations() {}

  /** An array: a vector is one row; of a matrix without rows the columns count still. */
  @SuppressWarnings("ArrayRecordComponent") // Changed in place by those who own it.
  record Rows(Complex[][] elements, int columns) {
    static Rows vector(Complex... elements) {
      return new Rows(new Complex[][] {elements}, elements.length);
    }

    static Rows matrix(Complex[][] rows) {
      return new Rows(rows, rows.length == 0 ? 0 : rows[0].length);
    }

    List<Complex> all() {
      return Arrays.stream(elements).flatMap(Arrays::stream).toList();
    }

    Rows with(BinaryOperator<Complex> operator, Complex other) {
      return new Rows(
          Arrays.stream(elements)
              .map(row ->
                  Arrays.stream(row).map(x -> operator.apply(x, other)).toArray(Complex[]::new))
              .toArray(Complex[][]::new),
          columns);
    }

    Rows with(BinaryOperator<Complex> operator, Rows other) {
      var result = copy();
      for (int i = 0; i < elements.length; i++) {
        for (int j = 0; j < elements[i].length; j++) {
          result.elements[i][j] = operator.apply(elements[i][j], other.elements[i][j]);
        }
      }
      return result;
    }

    Rows copy() {
      return new Rows(
          Arrays.stream(elements).map(Complex[]::clone).toArray(Complex[][]::new), columns);
    }
  }

  static Object apply(Operation operation, List<Object> a) {
    return switch (operation) {
      case ADD -> both(Complex::plus, a);
      case SUBTRACT -> both(Complex::minus, a);
      case MULTIPLY -> both(Complex::times, a);
      case DIVIDE -> both(Complex::over, a);
      case NEGATE ->
          a.getFirst() instanceof Rows rows
              ? rows.with((x, _) -> x.negate(), Complex.ZERO)
              : number(a, 0).negate();
      case SUM -> sum((Rows) a.getFirst());
      case MAX -> chosen(numbers(a), 1);
      case MIN -> chosen(numbers(a), -1);
      case MAX_OF -> chosen(((Rows) a.getFirst()).all(), 1);
      case MIN_OF -> chosen(((Rows) a.getFirst()).all(), -1);
      case LENGTH, COLUMNS -> Complex.of(((Rows) a.getFirst()).columns());
      case ROWS -> Complex.of(((Rows) a.getFirst()).elements().length);
      case ZEROS -> zeros(1, (int) number(a, 0).real());
      case ZEROS_MATRIX -> zeros((int) number(a, 0).real(), (int) number(a, 1).real());
      case EQUAL -> a.getFirst() instanceof Boolean b ? b.equals(a.get(1)) : compared(a) == 0;
      case NOT_EQUAL -> a.getFirst() instanceof Boolean b ? !b.equals(a.get(1)) : compared(a) != 0;
      case LESS -> compared(a) < 0;
      case LESS_OR_EQUAL -> compared(a) <= 0;
      case GREATER -> compared(a) > 0;
      case GREATER_OR_EQUAL -> compared(a) >= 0;
      case NOT -> !(Boolean) a.getFirst();
      default -> ofNumbers(operation, number(a, 0), a.size() > 1 ? number(a, 1) : Complex.ZERO);
    };
  }

  private static Complex ofNumbers(Operation operation, Complex x, Complex y) {
    double re = x.real();
    return switch (operation) {
      case POWER -> x.pow(y);
      case LN -> x.ln();
      case LOG10 -> x.ln().over(Complex.of(Math.log(10)));
      case EXP -> x.exp();
      case SQRT -> x.sqrt();
      case ABS -> re == 0 ? Complex.ZERO : re < 0 ? x.negate() : x;
      case SIN -> x.sin();
      case COS -> x.cos();
      case TAN -> x.sin().over(x.cos());
      case SINH -> x.sinh();
      case COSH -> x.cosh();
      case TANH -> x.sinh().over(x.cosh());
      case ASIN -> x.mapped(Math.asin(re), 1 / Math.sqrt((1 - re) * (1 + re)));
      case ACOS -> x.mapped(Math.acos(re), -1 / Math.sqrt((1 - re) * (1 + re)));
      case ATAN -> x.mapped(Math.atan(re), 1 / (1 + re * re));
      case ERF -> x.mapped(Erf.erf(re), 2 / Math.sqrt(Math.PI) * Math.exp(-re * re));
      case ATAN2 -> angle(x, y);
      case FLOOR -> Complex.of(Math.floor(re));
      case CEIL -> Complex.of(Math.ceil(re));
      case SIGN -> Complex.of(Math.signum(re));
      case MOD -> x.minus(y.times(Complex.of(Math.floor(re / y.real()))));
      default -> throw new IllegalArgumentException(operation.toString());
    };
  }

  /** The argument of b + ia: its imaginary part is that of ln(b + ia). */
  private static Complex angle(Complex a, Complex b) {
    double square = a.real() * a.real() + b.real() * b.real();
    return new Complex(
        Math.atan2(a.real(), b.real()),
        (b.real() * a.imaginary() - a.real() * b.imaginary()) / square);
  }

  private static Object both(BinaryOperator<Complex> operator, List<Object> a) {
    if (a.get(0) instanceof Rows left) {
      return a.get(1) instanceof Rows right
          ? left.with(operator, right)
          : left.with(operator, number(a, 1));
    }
    return a.get(1) instanceof Rows right
        ? right.with((x, y) -> operator.apply(y, x), number(a, 0))
        : operator.apply(number(a, 0), number(a, 1));
  }

  private static Complex sum(Rows rows) {
    return rows.all().stream().reduce(Complex.ZERO, Complex::plus);
  }

  /** Of equal numbers the first. */
  private static Complex chosen(List<Complex> numbers, int sign) {
    var best = numbers.getFirst();
    for (var number : numbers) {
      best = sign * (number.real() - best.real()) > 0 ? number : best;
    }
    return best;
  }

  private static Rows zeros(int rows, int columns) {
    var elements = new Complex[rows][columns];
    Arrays.stream(elements).forEach(row -> Arrays.fill(row, Complex.ZERO));
    return new Rows(elements, columns);
  }

  private static double compared(List<Object> a) {
    return number(a, 0).real() - number(a, 1).real();
  }

  private static Complex number(List<Object> arguments, int i) {
    return (Complex) arguments.get(i);
  }

  private static List<Complex> numbers(List<Object> arguments) {
    return arguments.stream().map(Complex.class::cast).toList();
  }
}

package dev.costate.equilibrium.technology;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a value is, as a function of the sources: inputs and results of nests, by number. A form
 * that cannot be told is not a form: reading ends with {@link NoTechnology}.
 */
sealed interface Form {
  /** A number that is known. */
  record Known(Datum datum) implements Form {
    static Known of(double value) {
      return new Known(Datum.of(value));
    }

    double value() {
      return datum.value();
    }
  }

  record Truth(boolean value) implements Form {}

  /** A sum of sources with coefficients. */
  record Mix(Map<Integer, Datum> terms) implements Form {
    public Mix {
      terms = new TreeMap<>(terms);
    }

    static Mix of(int source) {
      return new Mix(Map.of(source, Datum.ONE));
    }
  }

  /** A coefficient times a product of powers of sources. */
  record Powers(Datum coefficient, Map<Integer, Datum> exponents) implements Form {
    public Powers {
      exponents = new TreeMap<>(exponents);
    }

    Datum degree() {
      return exponents.values().stream().reduce(Datum.ZERO, Datum::plus);
    }
  }

  /** A sum of logarithms of sources with coefficients, and a number. */
  record Logarithms(Map<Integer, Datum> terms) implements Form {
    public Logarithms {
      terms = new TreeMap<>(terms);
    }
  }

  record Array(List<Form> elements) implements Form {
    public Array {
      elements = List.copyOf(elements);
    }
  }
}

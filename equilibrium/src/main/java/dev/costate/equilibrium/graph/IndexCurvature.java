package dev.costate.equilibrium.graph;

/**
 * How what a {@link ParametricIndex} passes back moves as its arguments do: the tangent of {@link
 * ParametricIndex#pullback}, term by term. Names that end in Tangent are tangents; w_i = a_i c_i is
 * what a part counts for, with a_i its adjoint.
 */
final class IndexCurvature {
  /** Below this |q|, 1 / q^2 loses more than ten of the sixteen digits. */
  private static final double TOO_CLOSE = 1e-5;

  private final int n;
  private final boolean elastic;
  private final LogarithmicIndex log;
  private final double[] arguments;
  private final double[] tangents;

  /** Of c, then of each c_i. */
  private final double[] moves;

  private final double[] shareTangents;
  private final double[] logTangents;
  private final double qTangent;

  /** The tangent of g, but for that of the level. */
  private final double growth;

  IndexCurvature(
      ParametricIndex step, LogarithmicIndex log, double[] arguments, double[] tangents) {
    n = step.prices();
    elastic = step.elastic();
    this.log = log;
    this.arguments = arguments;
    this.tangents = tangents;
    qTangent = elastic ? -tangents[3 * n + 1] : 0;
    moves = new double[n + 1];
    step.pushforward(arguments, tangents, moves);
    shareTangents = new double[n];
    logTangents = new double[n];
    double mean = 0;
    for (int j = 0; j < n; j++) {
      logTangents[j] = relative(j) - relative(reference(j));
      shareTangents[j] = relative(weight(j)) + log.q() * logTangents[j] + qTangent * log.logs()[j];
      mean += log.shares()[j] * shareTangents[j];
    }
    growth = mean;
    for (int j = 0; j < n; j++) {
      shareTangents[j] = log.shares()[j] * (shareTangents[j] - mean);
    }
  }

  private int weight(int j) {
    return n + 1 + j;
  }

  private int reference(int j) {
    return 2 * n + 1 + j;
  }

  private double relative(int argument) {
    return tangents[argument] / arguments[argument];
  }

  void add(double[] adjoints, double[] into) {
    double all = 0;
    double allTangent = 0;
    double logsTangent = 0;
    for (int i = 0; i < n; i++) {
      double own = adjoints[i + 1] * log.values()[i + 1];
      double ownTangent = adjoints[i + 1] * moves[i + 1];
      all += own;
      allTangent += ownTangent;
      logsTangent += ownTangent * log.logs()[i] + own * logTangents[i];
    }
    double total = adjoints[0] * log.values()[0] + all;
    double totalTangent = adjoints[0] * moves[0] + allTangent;
    into[n] += (totalTangent - total * relative(n)) / arguments[n];
    for (int j = 0; j < n; j++) {
      double share = log.shares()[j];
      double own = adjoints[j + 1] * log.values()[j + 1];
      double ownTangent = adjoints[j + 1] * moves[j + 1];
      double rest = own - all * share;
      double restTangent = ownTangent - allTangent * share - all * shareTangents[j];
      double both = total * share + log.q() * rest;
      double bothTangent =
          totalTangent * share + total * shareTangents[j] + qTangent * rest + log.q() * restTangent;
      int t = weight(j);
      int r = reference(j);
      into[j] += (bothTangent - ownTangent - (both - own) * relative(j)) / arguments[j];
      into[t] +=
          totalTangent * log.byWeight(j)
              + total * byWeightTangent(j)
              + (restTangent - rest * relative(t)) / arguments[t];
      into[r] -= (bothTangent - both * relative(r)) / arguments[r];
    }
    if (elastic) {
      double byElasticity = log.byElasticity();
      into[3 * n + 1] +=
          totalTangent * byElasticity
              + total * byElasticityTangent(byElasticity)
              + allTangent * log.mean()
              + all * meanTangent()
              - logsTangent;
    }
  }

  private double meanTangent() {
    double sum = 0;
    for (int j = 0; j < n; j++) {
      sum += shareTangents[j] * log.logs()[j] + log.shares()[j] * logTangents[j];
    }
    return sum;
  }

  /**
   * Of h_j / (q t_j) = exp(q l_j - g) / q. At q = 0, where weights sum to 1 and stay so, what is
   * the same for all of them does not count: there it is of exp(-g) (exp(q l_j) - 1) / q.
   */
  private double byWeightTangent(int j) {
    double l = log.logs()[j];
    if (log.q() == 0) {
      return logTangents[j] + 0.5 * l * l * qTangent - growth * l;
    }
    if (Math.abs(log.q()) < TOO_CLOSE) {
      return Double.NaN;
    }
    double weight = arguments[weight(j)];
    double moved = shareTangents[j] - log.shares()[j] * (qTangent / log.q() + relative(weight(j)));
    return moved / (log.q() * weight);
  }

  private double byElasticityTangent(double byElasticity) {
    var weights = new double[n];
    var weightTangents = new double[n];
    System.arraycopy(arguments, n + 1, weights, 0, n);
    System.arraycopy(tangents, n + 1, weightTangents, 0, n);
    return ElasticityTerm.tangent(
        weights,
        weightTangents,
        log.logs(),
        logTangents,
        log.q(),
        qTangent,
        log.shares(),
        byElasticity);
  }

  /** Where c_i = C0 t_i / r_i, whatever the prices: sums of u_i c_i, with u_i = a p_i + a_i. */
  static void inFixedProportions(
      int n, double[] arguments, double[] tangents, double[] adjoints, double[] into) {
    double byLevel = tangents[n] / arguments[n];
    for (int j = 0; j < n; j++) {
      int t = n + 1 + j;
      int r = 2 * n + 1 + j;
      double need = arguments[n] * arguments[t] / arguments[r];
      double byWeight = tangents[t] / arguments[t];
      double byReference = tangents[r] / arguments[r];
      double needTangent = need * (byLevel + byWeight - byReference);
      double worth = adjoints[0] * arguments[j] + adjoints[j + 1];
      double whole = worth * need;
      double wholeTangent = adjoints[0] * tangents[j] * need + worth * needTangent;
      into[j] += adjoints[0] * needTangent;
      into[n] += (wholeTangent - whole * byLevel) / arguments[n];
      into[t] += (wholeTangent - whole * byWeight) / arguments[t];
      into[r] -= (wholeTangent - whole * byReference) / arguments[r];
    }
  }
}

import Testing

@testable import VerdictPolicy

/// Expected values were computed by numpy 2.4.6 and scipy 1.17.1.
@Suite struct StatisticsTests {
  static let times = [97.7, 101.3, 99.5, 98.6, 99.2, 98.1, 100.0, 97.9, 99.3, 163.7]

  @Test(
    "Quantiles are those of numpy.quantile",
    arguments: [(0.05, 97.79), (0.1, 97.88), (0.5, 99.25), (0.9, 107.54)])
  func quantiles(share: Double, expected: Double) {
    #expect(abs(Quantiles.quantile(share, of: Self.times) - expected) < 1e-9)
  }

  @Test("The spread is the larger one of median absolute deviation and deciles")
  func spread() {
    // scipy.stats.median_abs_deviation × 1.4826, and (numpy q90 − q10) / 2.563
    #expect(abs(Quantiles.spread(Array(Self.times.dropLast())) - 1.18608) < 1e-9)
    #expect(abs(Quantiles.spread(Self.times) - 3.769020678891924) < 1e-9)
    #expect(Quantiles.spread([]) == 0)
  }

  @Test(
    "The upper tail is that of scipy.stats.t.sf",
    arguments: [
      (2, 1.0, 0.2113248654051871), (8, 2.5, 0.01847101885681206),
      (12, 2.681, 0.009999962896507049),
      (32, 0.5, 0.3102480874784469), (12, -1.5, 0.9202712482433966),
    ])
  func upperTail(degrees: Int, t: Double, expected: Double) {
    #expect(abs(StudentT(degrees: degrees).upperTail(t) - expected) < 1e-12)
  }

  @Test(
    "Quantiles are those of scipy.stats.t.isf",
    arguments: [
      (8, 0.01, 2.8964594477096224), (12, 0.01, 2.680997993120915), (12, 0.05, 1.7822875556493194),
      (28, 0.001, 3.4081551783533586),
    ])
  func tQuantiles(degrees: Int, probability: Double, expected: Double) {
    #expect(abs(StudentT(degrees: degrees).quantile(upperTail: probability) - expected) < 1e-9)
  }

  @Test("An odd number of degrees counts as the even one below")
  func odd() {
    #expect(StudentT(degrees: 13).degrees == 12)
    #expect(StudentT(degrees: 1).degrees == 2)
  }
}

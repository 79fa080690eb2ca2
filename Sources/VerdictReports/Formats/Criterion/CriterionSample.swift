import JSONDocument

/// What `sample.json` holds: how long each sample took, and of how many iterations it was.
struct CriterionSample {
  /// Time of one iteration in ns, sample by sample.
  let times: [Double]
  /// The slope of a line through the origin, `Σ iterations · total / Σ iterations²`, in ns.
  let slope: Double

  /// Reads `{"sampling_mode": …, "iters": […], "times": […]}` (0.3.3 and later) or
  /// `[[iterations …], [times …]]` (before). Times are totals in ns.
  ///
  /// - Returns: `nil` if it is neither, or the numbers make no sense.
  init?(_ value: JSONValue) {
    if value.kind == .object {
      self.init(iterations: value["iters"], totals: value["times"])
    } else {
      var lists = value.elements
      self.init(iterations: lists.next(), totals: lists.next())
    }
  }

  /// Reads two lists with one number for each sample: how many iterations, and how long they took.
  ///
  /// - Parameter unit: How many ns the unit of `totals` has.
  /// - Returns: `nil` if the numbers make no sense.
  init?(iterations: JSONValue?, totals: JSONValue?, nanosecondsPerUnit unit: Double = 1) {
    let iterations = Self.numbers(iterations)
    let totals = Self.numbers(totals)
    guard !iterations.isEmpty, iterations.count == totals.count,
      iterations.allSatisfy({ $0 > 0 }), totals.allSatisfy({ $0 >= 0 })
    else { return nil }
    times = zip(totals, iterations).map { $0 * unit / $1 }
    let products = zip(iterations, totals).reduce(0) { $0 + $1.0 * $1.1 * unit }
    slope = products / iterations.reduce(0) { $0 + $1 * $1 }
  }

  private static func numbers(_ list: JSONValue?) -> [Double] {
    (list?.elements ?? .empty).map { $0.double ?? -1 }
  }
}

// MARK: - Statistics

extension CriterionSample {
  var mean: Double { times.reduce(0, +) / Double(times.count) }

  /// With n − 1; 0 for a single sample.
  var standardDeviation: Double {
    let mean = mean
    let squares = times.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (squares / Double(max(1, times.count - 1))).squareRoot()
  }

  var median: Double { Self.quantile(0.5, of: times.sorted()) }

  var fifthPercentile: Double { Self.quantile(0.05, of: times.sorted()) }

  /// Scaled so that it estimates the standard deviation of a normal distribution.
  var medianAbsoluteDeviation: Double {
    let median = median
    return 1.4826 * Self.quantile(0.5, of: times.map { abs($0 - median) }.sorted())
  }

  /// The quantile of type 7 (Hyndman and Fan, 1996), which Criterion uses: linear between the two
  /// neighbours of `(n − 1) · share`.
  static func quantile(_ share: Double, of sorted: [Double]) -> Double {
    guard let last = sorted.indices.last else { return 0 }
    let place = Double(last) * share
    let below = min(last, Int(place))
    let above = min(last, below + 1)
    return sorted[below] + (sorted[above] - sorted[below]) * (place - Double(below))
  }
}

// MARK: - Estimates

extension CriterionSample {
  /// How far an estimate may be from what its samples say: Criterion's sums are rounded in another
  /// order than ours.
  private static let tolerance = 1e-6

  /// Names of the estimates, in ns, that the samples contradict; `nil` for one that nobody made.
  func contradictions(
    mean: Double?, median: Double?, standardDeviation: Double?, medianAbsoluteDeviation: Double?,
    slope: Double?
  ) -> [String] {
    let pairs: [(name: String, told: Double?, found: Double)] = [
      ("mean", mean, self.mean),
      ("median", median, self.median),
      ("std_dev", standardDeviation, self.standardDeviation),
      ("median_abs_dev", medianAbsoluteDeviation, self.medianAbsoluteDeviation),
      ("slope", slope, self.slope),
    ]
    return pairs.compactMap { name, told, found in
      guard let told else { return nil }
      // Deviations are differences of times, and as inexact as these.
      let scale = max(abs(told), abs(found), self.mean * Self.tolerance)
      return abs(told - found) <= Self.tolerance * scale ? nil : name
    }
  }
}

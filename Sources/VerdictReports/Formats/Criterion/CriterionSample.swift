internal import JSONDocument

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
    var iterations: [Double]
    var totals: [Double]
    if value.kind == .object {
      iterations = Self.numbers(value["iters"])
      totals = Self.numbers(value["times"])
    } else {
      var lists = value.elements
      iterations = Self.numbers(lists.next())
      totals = Self.numbers(lists.next())
    }
    guard !iterations.isEmpty, iterations.count == totals.count,
      iterations.allSatisfy({ $0 > 0 }), totals.allSatisfy({ $0 >= 0 })
    else { return nil }
    times = zip(totals, iterations).map { $0 / $1 }
    let products = zip(iterations, totals).reduce(0) { $0 + $1.0 * $1.1 }
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

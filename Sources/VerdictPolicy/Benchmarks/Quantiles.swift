/// Quantiles of a few numbers.
///
/// Only operations that IEEE 754 rounds correctly are used here and in `StudentT`, so that every
/// machine comes to the same bits; logarithms and powers of libraries do not.
enum Quantiles {
  /// The factor by which a median absolute deviation estimates the standard deviation of a normal
  /// distribution.
  static let deviationFactor = 1.4826
  /// How many standard deviations of a normal distribution lie between its deciles 1 and 9.
  static let decileSpan = 2.563

  /// The quantile of type 7 (Hyndman and Fan, 1996); 0 of nothing.
  static func quantile(_ share: Double, of numbers: [Double]) -> Double {
    let sorted = numbers.sorted()
    guard let last = sorted.indices.last else { return 0 }
    let place = Double(last) * share
    let below = min(last, Int(place))
    let above = min(last, below + 1)
    return sorted[below] + (sorted[above] - sorted[below]) * (place - Double(below))
  }

  static func median(_ numbers: [Double]) -> Double { quantile(0.5, of: numbers) }

  /// An estimate of the standard deviation that a few outliers do not move, and that two modes do:
  /// the larger one of those from the median absolute deviation and from the outer deciles.
  static func spread(_ numbers: [Double]) -> Double {
    let middle = median(numbers)
    let deviation = deviationFactor * median(numbers.map { abs($0 - middle) })
    let deciles = (quantile(0.9, of: numbers) - quantile(0.1, of: numbers)) / decileSpan
    return max(deviation, deciles)
  }
}

/// Student's t distribution for an even number of degrees of freedom, where its distribution
/// function is a finite sum: Abramowitz and Stegun, Handbook of Mathematical Functions, 26.7.4.
struct StudentT {
  /// Even, at least 2.
  let degrees: Int

  /// - Parameter degrees: At least 2. An odd number is taken for the even one below, which has
  ///   heavier tails: less is shown, never more.
  init(degrees: Int) {
    self.degrees = max(2, degrees - degrees % 2)
  }

  /// How likely a value above `t` is.
  func upperTail(_ t: Double) -> Double {
    let square = t * t
    let cosineSquared = Double(degrees) / (Double(degrees) + square)
    var term = 1.0
    var sum = 1.0
    for index in stride(from: 2, through: degrees - 2, by: 2) {
      term *= cosineSquared * Double(index - 1) / Double(index)
      sum += term
    }
    let sine = t / (Double(degrees) + square).squareRoot()
    return max(0, (1 - sine * sum) / 2)
  }

  /// The value above which the distribution lies with a probability, by bisection.
  ///
  /// - Parameter probability: Above 0 and at most 0.5.
  func quantile(upperTail probability: Double) -> Double {
    var (low, high) = (0.0, 1.0)
    while upperTail(high) > probability, high < 1e9 { high *= 2 }
    for _ in 0..<64 {
      let middle = (low + high) / 2
      if upperTail(middle) > probability { low = middle } else { high = middle }
    }
    return high
  }
}

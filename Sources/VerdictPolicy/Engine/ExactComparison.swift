import VerdictModel

extension Limit {
  /// Whether a value keeps to the limit: in integers only, so that no rounding can turn a red into
  /// a green.
  ///
  /// - Parameters:
  ///   - value: The value now.
  ///   - baseline: The same value in the baseline; only looked at by limits on a change.
  /// - Returns: `nil` if the limit is on a change and there is nothing to compare with.
  func allows(_ value: Quantity, baseline: Quantity?) -> Bool? {
    if relation.comparesWithBaseline, baseline == nil { return nil }
    if case .text(let word) = amount { return value == .text(word) }
    // Numbers that cannot be compared exactly, or at all, are not within any limit.
    guard let number = value.fraction, let bound = bound(for: value, baseline: baseline) else {
      return false
    }
    return switch relation {
    case .min, .maxDrop: number >= bound
    case .max, .maxRise: number <= bound
    case .above: number > bound
    case .below: number < bound
    case .equals: number == bound
    }
  }
}

package import VerdictModel

extension Metric {
  /// Why the metric has no value in the evidence of a single run; `nil` if it has.
  ///
  /// - Parameter item: Which benchmark, file, test or key is asked for; `nil` for the total.
  package func obstacle(to item: String?) -> String? {
    if needsBaseline { return "compares with a baseline, and has no value of its own" }
    if requiresEach, item == nil {
      return "has no total, name one with --of: \(itemNames)"
    }
    if item != nil, each(of: item) == nil { return "has a total only" }
    return nil
  }

  /// The value in the evidence of a run, which no policy judges.
  ///
  /// - Parameter item: As in `obstacle(to:)`.
  /// - Returns: `nil` if no report has it.
  package func value(in evidence: Evidence, of item: String?) -> Quantity? {
    let scope = Scope(
      content: evidence.wholeContent, ages: [], baseline: nil, component: nil, code: .all,
      change: nil,
      each: each(of: item), filter: .all, items: .all, waivers: [], isWaivable: false)
    let measurements = measure(scope)
    guard let item else { return measurements.first { $0.item == nil }?.value }
    if eaches.contains(.key) { return measurements.first?.value }
    return measurements.first { $0.item == item || $0.label == item }?.value
  }

  private func each(of item: String?) -> Each? {
    guard let item else { return nil }
    if eaches.contains(.key) { return .keys([item]) }
    let all: [(EachName, Each)] = [(.benchmark, .benchmark), (.test, .test), (.file, .file)]
    return all.first { eaches.contains($0.0) }?.1
  }

  private var itemNames: String {
    EachName.allCases.filter { eaches.contains($0) && ![.component, .report].contains($0) }
      .map { "a \($0.rawValue)" }.joined(separator: " or ")
  }
}

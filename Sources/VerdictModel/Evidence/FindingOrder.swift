extension FindingsReport {
  /// Puts the findings into canonical order.
  ///
  /// A finding is wide, and to copy it takes longer than to compare it. So places and rules become
  /// numbers first, which tell nearly all findings apart, and findings are moved only once it is
  /// known where to.
  package mutating func sort() {
    if isSorted { return }
    permute(to: order)
  }

  private var isSorted: Bool {
    findings.indices.dropFirst().allSatisfy { !isBefore($0, $0 - 1) }
  }

  /// Whether the finding at an index comes before another. What tells most of them apart is looked
  /// at by itself, so that findings are not copied.
  private func isBefore(_ index: Int, _ other: Int) -> Bool {
    let findings = findings.span
    let (left, right) = (findings[index].location, findings[other].location)
    if left?.path != right?.path { return left?.path ?? "" < right?.path ?? "" }
    if left?.line != right?.line { return left?.line ?? 0 < right?.line ?? 0 }
    if left?.column == right?.column, findings[index].rule == findings[other].rule {
      let (left, right) = (findings[index].message, findings[other].message)
      if left != right { return left < right }
    }
    return Finding.canonicalOrder(findings[index], findings[other])
  }

  /// For each place the index of the finding that belongs there.
  private var order: [Int] {
    FindingKey.all(of: findings.span).sorted { left, right in
      left.isBefore(right) ?? isBefore(left.index, right.index)
    }.map(\.index)
  }

  /// Moves every finding to its place, cycle after cycle.
  private mutating func permute(to order: [Int]) {
    var order = order
    var findings = findings.mutableSpan
    for start in order.indices where order[start] != start {
      var place = start
      while order[place] != start {
        let source = order[place]
        findings.swapAt(place, source)
        order[place] = place
        place = source
      }
      order[place] = place
    }
  }
}

/// What canonical order looks at first.
private struct FindingKey {
  /// Among the findings.
  let index: Int
  /// Where the path is among all paths, sorted, and the line.
  private let place: UInt64
  /// The column, and where the rule is among all rules, sorted.
  private let detail: UInt64

  static func all(of findings: borrowing Span<Finding>) -> [FindingKey] {
    var paths = TextNumbers()
    var rules = TextNumbers()
    for index in findings.indices {
      paths.append(findings[index].location?.path ?? "")
      rules.append(findings[index].rule)
    }
    let (pathRanks, ruleRanks) = (paths.ranks, rules.ranks)
    return findings.indices.map { index in
      let location = findings[index].location
      return FindingKey(
        index: index,
        place: UInt64(pathRanks[index]) << 32 | UInt64(UInt32(clamping: location?.line ?? 0)),
        detail: UInt64(UInt32(clamping: location?.column ?? 0)) << 32 | UInt64(ruleRanks[index]))
    }
  }

  /// Whether this stands before another; `nil` if the numbers do not tell.
  func isBefore(_ other: Self) -> Bool? {
    if place != other.place { return place < other.place }
    return detail == other.detail ? nil : detail < other.detail
  }
}

/// Texts, most of which repeat, as numbers.
private struct TextNumbers {
  private var numbers: [String: UInt32] = [:]
  private var texts: [UInt32] = []

  mutating func append(_ text: String) {
    let next = UInt32(clamping: numbers.count)
    texts.append({ (number: inout UInt32) in number }(&numbers[text, default: next]))
  }

  /// For each text its place among all different ones, sorted.
  var ranks: [UInt32] {
    var ranks = Array(repeating: UInt32(0), count: numbers.count)
    for (rank, entry) in numbers.sorted(by: { $0.key < $1.key }).enumerated() {
      ranks[Int(entry.value)] = UInt32(clamping: rank)
    }
    return texts.map { ranks[Int($0)] }
  }
}

extension Finding {
  /// By place, then by what was found.
  package static func canonicalOrder(_ left: Finding, _ right: Finding) -> Bool {
    let leftPath = left.location?.path ?? ""
    let rightPath = right.location?.path ?? ""
    if leftPath != rightPath { return leftPath < rightPath }
    let leftLine = (left.location?.line ?? 0, left.location?.column ?? 0)
    let rightLine = (right.location?.line ?? 0, right.location?.column ?? 0)
    if leftLine != rightLine { return leftLine < rightLine }
    if left.rule != right.rule { return left.rule < right.rule }
    if left.message != right.message { return left.message < right.message }
    if left.run != right.run {
      return (left.run.tool, left.run.category) < (right.run.tool, right.run.category)
    }
    let leftRank = (left.level.rawValue, left.severity.rawValue, left.suppression == nil ? 0 : 1)
    let rightRank = (
      right.level.rawValue, right.severity.rawValue, right.suppression == nil ? 0 : 1
    )
    if leftRank != rightRank { return leftRank < rightRank }
    return left.logicalLocation < right.logicalLocation
  }
}

extension FindingsReport {
  /// Puts the findings into canonical order.
  ///
  /// A finding is wide, and to look at two of them for each comparison, or to copy them, takes
  /// longer than to read them. So places and rules become numbers first, which tell nearly all
  /// findings apart, and findings are moved only once it is known where to.
  package mutating func sort() {
    if isSorted { return }
    let order = FindingKey.all(of: findings).sorted { left, right in
      left.isBefore(right) ?? isBefore(left.index, right.index)
    }
    findings.permute(to: order.map(\.index))
  }

  private var isSorted: Bool {
    findings.indices.dropFirst().allSatisfy { !isBefore($0, $0 - 1) }
  }

  /// Whether the finding at an index comes before another. What tells most of them apart is looked
  /// at by itself, so that findings are not copied.
  private func isBefore(_ index: Int, _ other: Int) -> Bool {
    let (left, right) = (findings[index].location, findings[other].location)
    if left?.path != right?.path { return left?.path ?? "" < right?.path ?? "" }
    if left?.line != right?.line { return left?.line ?? 0 < right?.line ?? 0 }
    if left?.column == right?.column, findings[index].rule == findings[other].rule {
      let (left, right) = (findings[index].message, findings[other].message)
      if left != right { return left < right }
    }
    return Finding.canonicalOrder(findings[index], findings[other])
  }
}

extension [Finding] {
  /// Moves every element to its place, cycle after cycle, without a copy of any.
  ///
  /// - Parameter order: For each place the index of what belongs there; each index once.
  fileprivate mutating func permute(to order: [Int]) {
    var order = order
    for start in indices where order[start] != start {
      var place = start
      while order[place] != start {
        let source = order[place]
        swapAt(place, source)
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
  var index: Int
  /// Where the path is among all paths, and the rule among all rules, sorted.
  var path: Int32
  var rule: Int32
  var line: UInt32
  var column: UInt32

  static func all(of findings: [Finding]) -> [FindingKey] {
    let paths = ranks(of: findings.lazy.map { $0.location?.path ?? "" })
    let rules = ranks(of: findings.lazy.map(\.rule))
    return findings.indices.map { index in
      FindingKey(
        index: index, path: paths[index], rule: rules[index],
        line: UInt32(clamping: findings[index].location?.line ?? 0),
        column: UInt32(clamping: findings[index].location?.column ?? 0))
    }
  }

  /// For each text its place among all different ones.
  private static func ranks(of texts: some Sequence<String>) -> [Int32] {
    var numbers: [String: Int] = [:]
    let numbered = texts.map { text in
      if let number = numbers[text] { return number }
      numbers[text] = numbers.count
      return numbers.count - 1
    }
    var ranks = Array(repeating: Int32(0), count: numbers.count)
    for (rank, entry) in numbers.sorted(by: { $0.key < $1.key }).enumerated() {
      ranks[entry.value] = Int32(clamping: rank)
    }
    return numbered.map { ranks[$0] }
  }

  /// Whether this stands before another; `nil` if the numbers do not tell.
  func isBefore(_ other: Self) -> Bool? {
    if path != other.path { return path < other.path }
    if line != other.line { return line < other.line }
    if column != other.column { return column < other.column }
    return rule == other.rule ? nil : rule < other.rule
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

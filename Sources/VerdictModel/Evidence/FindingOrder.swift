extension FindingsReport {
  /// The same with findings in canonical order.
  ///
  /// A finding is wide, and to look at two of them for each comparison takes longer than to read
  /// them. So places and rules become numbers first, which tell nearly all findings apart.
  func sorted() -> Self {
    if isSorted { return self }
    let keys = FindingKey.all(of: findings)
    let order = keys.indices.sorted { left, right in
      if keys[left] != keys[right] { return keys[left] < keys[right] }
      return Finding.canonicalOrder(findings[left], findings[right])
    }
    return Self(findings: order.map { findings[$0] }, runs: runs)
  }

  private var isSorted: Bool {
    zip(findings, findings.dropFirst()).allSatisfy { !Finding.canonicalOrder($1, $0) }
  }
}

/// What canonical order looks at first.
private struct FindingKey: Equatable {
  /// Where the path is among all paths, and the rule among all rules, sorted.
  var path: Int
  var line: Int
  var column: Int
  var rule: Int

  static func all(of findings: [Finding]) -> [FindingKey] {
    let paths = ranks(of: findings.lazy.map { $0.location?.path ?? "" })
    let rules = ranks(of: findings.lazy.map(\.rule))
    return findings.indices.map { index in
      let location = findings[index].location
      return FindingKey(
        path: paths[index], line: location?.line ?? 0, column: location?.column ?? 0,
        rule: rules[index])
    }
  }

  /// For each text its place among all different ones.
  private static func ranks(of texts: some Sequence<String>) -> [Int] {
    var numbers: [String: Int] = [:]
    let numbered = texts.map { text in
      if let number = numbers[text] { return number }
      numbers[text] = numbers.count
      return numbers.count - 1
    }
    var ranks = Array(repeating: 0, count: numbers.count)
    for (rank, entry) in numbers.sorted(by: { $0.key < $1.key }).enumerated() {
      ranks[entry.value] = rank
    }
    return numbered.map { ranks[$0] }
  }

  static func < (left: Self, right: Self) -> Bool {
    if left.path != right.path { return left.path < right.path }
    if left.line != right.line { return left.line < right.line }
    if left.column != right.column { return left.column < right.column }
    return left.rule < right.rule
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
    return (left.level.rawValue, left.severity.rawValue, left.logicalLocation)
      < (right.level.rawValue, right.severity.rawValue, right.logicalLocation)
  }
}

import VerdictModel

extension LineRanges {
  /// `40–44, 61`; with a limit, `40–44, 61 and 12 more`, where the rest is counted in lines.
  func words(atMost limit: Int = .max) -> String {
    let shown = ranges.prefix(limit)
    let rest = ranges.dropFirst(limit).reduce(0) { $0 + $1.count }
    let text = shown.map { range in
      range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)–\(range.upperBound)"
    }.joined(separator: ", ")
    return rest == 0 ? text : "\(text) and \(rest) more"
  }
}

extension CheckPlace {
  /// How many ranges of lines are named before the rest is counted.
  static let shownRanges = 12

  /// Path and lines, `src/risk/limits.rs 40–44, 61`; empty if the place is not in a file.
  var location: String {
    guard let path else { return lines.words(atMost: Self.shownRanges) }
    return lines.isEmpty ? path : "\(path) \(lines.words(atMost: Self.shownRanges))"
  }

  /// What is there, what the report says about it, and why it counts: `B602: subprocess call with
  /// shell=True, escalated`.
  var statement: String {
    (detail.isEmpty ? text : "\(text): \(detail)") + (state.map { ", \($0.words)" } ?? "")
  }

  /// Everything in one line: `B602: subprocess call with shell=True (tools/export.py 24)`.
  var words: String { words(statement) }

  /// Without what the report says about it: `B602 (tools/export.py 24)`.
  var name: String { words(text) }

  private func words(_ text: String) -> String {
    guard !text.isEmpty else { return location }
    return location.isEmpty ? text : "\(text) (\(location))"
  }
}

/// A list cut for reading: `a, b and 12 more`.
func listed(_ items: [String], atMost limit: Int) -> String {
  let rest = items.count - limit
  return items.prefix(limit).joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
}

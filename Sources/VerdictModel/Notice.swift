/// Something that a reader repaired, ignored or distrusts, told to the user as data beside the
/// result.
///
/// A notice never changes the meaning of a result by itself: what makes evidence unusable is an
/// error (`ReportError`) or a reason for incompleteness (`Report.incomplete`).
package struct Notice: Hashable, Sendable, Comparable {
  /// A lower-case sentence fragment without a full stop, such as `12 lines with number 0 ignored`.
  package var message: String
  /// The first line that gave rise to it, 1-based; `nil` where it belongs to the whole file.
  package var line: Int?

  package init(_ message: String, line: Int? = nil) {
    self.message = message
    self.line = line
  }

  package static func < (left: Self, right: Self) -> Bool {
    (left.line ?? 0, left.message) < (right.line ?? 0, right.message)
  }
}

/// Collects notices of one file so that a thousand equal repairs become one sentence with a count.
package struct NoticeCollector: Sendable {
  private var counts: [String: (count: Int, line: Int?)] = [:]

  package init() {}

  /// Notes one occurrence.
  ///
  /// - Parameters:
  ///   - message: Says what happened, without a number: `a negative count read as 0`.
  ///   - line: The 1-based line; the first one given is kept.
  package mutating func note(_ message: String, line: Int? = nil) {
    if let known = counts[message] {
      counts[message] = (known.count + 1, known.line ?? line)
    } else {
      counts[message] = (1, line)
    }
  }

  /// All notices, sorted by line and text; a repeated one ends in ` (N times)`.
  package var notices: [Notice] {
    counts.map { message, seen in
      Notice(seen.count == 1 ? message : "\(message) (\(seen.count) times)", line: seen.line)
    }.sorted()
  }
}

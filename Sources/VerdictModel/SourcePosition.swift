/// A place in a text file, as editors count: both numbers are 1-based; the column counts UTF-8
/// bytes.
package struct SourcePosition: Hashable, Sendable, Comparable {
  /// Counts from 1, as `column` does where it is known.
  package var line: Int
  /// `nil` where only the line is known.
  package var column: Int?

  package init(line: Int, column: Int? = nil) {
    self.line = line
    self.column = column
  }

  package static func < (left: Self, right: Self) -> Bool {
    (left.line, left.column ?? 0) < (right.line, right.column ?? 0)
  }
}

/// A place in a JSON text.
///
/// Lines end at a line feed. A byte order mark takes no column.
package struct JSONPosition: Hashable, Sendable, Comparable {
  /// 1-based.
  package var line: Int
  /// 1-based, in UTF-8 bytes.
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Whether one place stands before another.
  package static func < (left: Self, right: Self) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

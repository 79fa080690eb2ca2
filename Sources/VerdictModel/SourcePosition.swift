/// A place in a text file, as editors count: both numbers are 1-based; the column counts UTF-8
/// bytes.
package struct SourcePosition: Hashable, Sendable, Comparable {
  /// Counts from 1, as `column` does where it is known.
  package var line: Int
  /// `nil` where only the line is known.
  package var column: Int?
  /// The file that the place is in, for people; `nil` for the one that is spoken of anyway, such as
  /// the policy that judges.
  package var file: String?

  package init(line: Int, column: Int? = nil, file: String? = nil) {
    self.line = line
    self.column = column
    self.file = file
  }

  package static func < (left: Self, right: Self) -> Bool {
    (left.file ?? "", left.line, left.column ?? 0)
      < (right.file ?? "", right.line, right.column ?? 0)
  }

  /// `41:18`, as editors understand it; `base.json:41:18` in another file.
  package var words: String {
    (file.map { "\($0):" } ?? "") + "\(line)" + (column.map { ":\($0)" } ?? "")
  }

  /// `policy.json:41:18`.
  ///
  /// - Parameter file: The file that is spoken of, where the place names no other.
  package func words(in file: String) -> String {
    self.file == nil ? "\(file):\(words)" : words
  }
}

/// A finding in numbers, which take little room and are quickly compared. Equal numbers mean equal
/// texts, on both sides of a comparison.
struct MatchItem {
  /// Tool, category and rule.
  var rule: Int32
  /// The file, or for an old finding what its file is called now.
  var path: Int32
  /// Of a redacted finding it has the line in it: nothing else tells it from another secret.
  var message: Int32
  /// The message without what it measures, see `MessageShape`.
  var shape: Int32
  /// A fingerprint that can be trusted, with its name and the tool; -1 if there is none.
  var fingerprint: Int32
  /// 1-based; 0 where the finding is about the whole file.
  var line: UInt32
  /// 1-based; 0 if unknown.
  var column: UInt32
  /// As `SourceContext` has them.
  var lineText: UInt64
  var following: UInt64
  /// Where the line is on the axis of its file's `LineAlignment`, from the known line above it on.
  var position: Int
  /// Likewise from the known line below it; `nil` if there is none.
  var positionFromBelow: Int?
  /// Between which known lines it is: how many are not below it.
  var section: Int
}

/// What two findings have to agree in to be paired. Whatever does not matter to a tier is 0.
struct MatchKey: Hashable {
  var rule: Int32
  var path: Int32
  var message: Int32
  var column: UInt32
  /// What a tier compares besides: a text, a fingerprint or a position.
  var other: UInt64

  init(_ item: MatchItem, message: Int32, column: UInt32 = 0, other: UInt64 = 0) {
    rule = item.rule
    path = item.path
    self.message = message
    self.column = column
    self.other = other
  }

  /// - Parameter inFile: Whether the file matters.
  init?(fingerprintOf item: MatchItem, inFile: Bool) {
    guard item.fingerprint >= 0 else { return nil }
    rule = item.rule
    path = inFile ? item.path : -1
    message = -1
    column = 0
    other = UInt64(item.fingerprint)
  }
}

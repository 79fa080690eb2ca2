/// One part of a comment, kept or dropped as a whole.
struct CommentPart {
  /// What to call it where it is dropped: `Gate 4: performance`.
  var name: String
  /// Smaller is more important; parts of one rank are kept in their order.
  var rank: Int
  var markup: Markup
  /// How many checks of the policy it tells of.
  var checks = 0
}

/// Fits a comment into the size that GitHub accepts.
enum CommentBudget {
  /// GitHub refuses comments of more than 65,536 characters. This leaves room for saying what was
  /// left out, and for the words of whoever posts the comment.
  static let bytes = 55_000

  /// The parts that fit and those that do not, each in their order.
  ///
  /// The most important parts are kept first; a part that does not fit makes room for smaller ones.
  static func fit(
    _ parts: [CommentPart], into bytes: Int
  ) -> (kept: [CommentPart], dropped: [CommentPart]) {
    var left = bytes
    var kept: Set<Int> = []
    for index in parts.indices.sorted(by: { (parts[$0].rank, $0) < (parts[$1].rank, $1) })
    where parts[index].markup.byteCount <= left {
      left -= parts[index].markup.byteCount
      kept.insert(index)
    }
    return (
      parts.indices.filter(kept.contains).map { parts[$0] },
      parts.indices.filter { !kept.contains($0) }.map { parts[$0] }
    )
  }
}

/// Lines that are added as long as there is room for them.
struct BoundedLines {
  private(set) var markup: Markup
  private(set) var leftOut = 0
  private let bytes: Int

  /// - Parameters:
  ///   - start: What stands above the lines.
  ///   - bytes: The room for everything.
  init(_ start: Markup, bytes: Int) {
    markup = start
    self.bytes = bytes
  }

  /// Adds a line (or a block of lines); once one does not fit, all that follow are counted only.
  mutating func add(_ makeLine: @autoclosure () -> Markup) {
    guard leftOut == 0 else {
      leftOut += 1
      return
    }
    let line = makeLine()
    if markup.byteCount + line.byteCount <= bytes {
      markup += line
    } else {
      leftOut = 1
    }
  }
}

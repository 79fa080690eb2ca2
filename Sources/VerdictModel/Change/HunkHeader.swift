/// The numbers of a hunk: `@@ -start,count +start,count @@`, where a count of 1 may be left out and
/// a start with the count 0 is the line before (POSIX `diff -u`).
struct HunkHeader: Hashable, Sendable {
  var oldStart: Int
  var oldCount: Int
  var newStart: Int
  var newCount: Int

  /// The largest line number and count that is told apart; larger ones are taken for this one. It
  /// is what a `LineTable` can hold, and far from where sums overflow.
  static let maxLine = Int(UInt32.max)

  /// - Returns: `nil` if the line does not have the form of a hunk header.
  init?(_ line: some StringProtocol) {
    var rest = line.utf8[...]
    guard Self.skip("@@ -", in: &rest), let old = Self.range(in: &rest),
      Self.skip(" +", in: &rest), let new = Self.range(in: &rest),
      Self.skip(" @@", in: &rest)
    else { return nil }
    (oldStart, oldCount) = old
    (newStart, newCount) = new
  }

  private static func range<Text: Collection<UInt8>>(
    in text: inout Text
  ) -> (start: Int, count: Int)? where Text.SubSequence == Text {
    guard let start = number(in: &text) else { return nil }
    guard skip(",", in: &text) else { return (start, 1) }
    guard let count = number(in: &text) else { return nil }
    return (start, count)
  }

  private static func number<Text: Collection<UInt8>>(in text: inout Text) -> Int?
  where Text.SubSequence == Text {
    var value: Int?
    while let byte = text.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
      value = min((value ?? 0) * 10 + Int(byte - UInt8(ascii: "0")), maxLine)
      text.removeFirst()
    }
    return value
  }

  private static func skip<Text: Collection<UInt8>>(
    _ expected: StaticString, in text: inout Text
  ) -> Bool where Text.SubSequence == Text {
    let expected = expected.description.utf8
    guard text.starts(with: expected) else { return false }
    text = text.dropFirst(expected.count)
    return true
  }
}

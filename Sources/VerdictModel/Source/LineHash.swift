/// The hash by which GitHub knows a line again: `primaryLocationLineHash` of codeql-action
/// (`src/fingerprints.ts`), bit by bit.
///
/// A polynomial of the 100 UTF-16 units from the line's first one on, blanks and tabs left out and
/// line ends (CR, LF, CRLF) read as LF, modulo 2^64. What follows the line is in it too, so that
/// equal lines mostly differ. GitHub writes it in hexadecimal, followed by `:k` for the k-th line of
/// a file with that hash.
package struct LineHash {
  private static let width = 100
  private static let base: UInt64 = 37
  /// What the unit that leaves the window was multiplied with.
  private static let leaving = (0..<width).reduce(1 as UInt64) { power, _ in power &* base }
  /// Stands behind the last unit.
  private static let end: UInt64 = 65535

  private var window: [UInt64]
  /// For each place of the window whether a line starts there.
  private var starts: [Bool]
  private var place = 0
  private var hash: UInt64 = 0
  private var isLineStart = true
  private var followsReturn = false
  private var values: [UInt64] = []

  private init() {
    window = Array(repeating: 0, count: Self.width)
    starts = Array(repeating: false, count: Self.width)
  }

  /// The hash of every line of a file, in order. Behind a line end at the end of the file there is
  /// one more line.
  ///
  /// - Parameter units: UTF-16.
  package static func values(of units: some Sequence<UInt16>) -> [UInt64] {
    var hash = LineHash()
    for unit in units { hash.take(UInt64(unit)) }
    hash.takeVisible(end)
    for _ in 0..<width { hash.push(0) }
    return hash.values
  }

  /// What a fingerprint says without the count: `39fa2ee980eb94b0:1`.
  ///
  /// - Returns: `nil` if the text is none of GitHub's.
  package static func value(ofFingerprint text: String) -> UInt64? {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, Int(parts[1]) != nil, parts[0].utf8.first != UInt8(ascii: "+") else {
      return nil
    }
    return UInt64(parts[0], radix: 16)
  }

  private mutating func take(_ unit: UInt64) {
    let isReturn = unit == 0x0D
    defer { followsReturn = isReturn }
    if unit == 0x20 || unit == 0x09 || (followsReturn && unit == 0x0A) { return }
    takeVisible(isReturn ? 0x0A : unit)
  }

  private mutating func takeVisible(_ unit: UInt64) {
    let startsLine = isLineStart
    isLineStart = unit == 0x0A
    push(unit, startsLine: startsLine)
  }

  private mutating func push(_ unit: UInt64, startsLine: Bool = false) {
    if starts[place] { values.append(hash) }
    starts[place] = startsLine
    hash = Self.base &* hash &+ unit &- Self.leaving &* window[place]
    window[place] = unit
    place = place + 1 == Self.width ? 0 : place + 1
  }
}

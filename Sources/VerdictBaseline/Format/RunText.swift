import VerdictModel

/// The lines of a file as a baseline writes them, from the first on: `+5` lines that ran, `-2` that
/// did not, ` 3` that are not coverable, and so on; a 1 is left out. `+5- 3+8` says that lines 1–5
/// and 10–17 ran, and that line 6 did not.
///
/// Large repositories have millions of lines: numbers of their own for each run would take three
/// times the room.
enum RunText {
  private static let ran = UInt8(ascii: "+")
  private static let missed = UInt8(ascii: "-")
  private static let gap = UInt8(ascii: " ")

  static func text(of lines: LineTable) -> String {
    var text: [UInt8] = []
    var sign = gap
    var length: UInt32 = 0
    var last: UInt32 = 0
    func close() {
      guard length > 0 else { return }
      text.append(sign)
      if length > 1 { text += String(length).utf8 }
    }
    func add(_ next: UInt8, _ count: UInt32) {
      if next != sign {
        close()
        (sign, length) = (next, 0)
      }
      length += count
    }
    for (number, count) in zip(lines.numbers, lines.counts) {
      if number > last + 1 { add(gap, number - last - 1) }
      add(count > 0 ? ran : missed, 1)
      last = number
    }
    close()
    return String(decoding: text, as: UTF8.self)
  }

  /// - Parameter budget: How many lines may still come; checked before any takes memory.
  /// - Throws: `CorruptValue` for what `text` would not have written.
  static func lines(_ text: String, budget: inout Int) throws(CorruptValue) -> LineTable {
    var numbers: [UInt32] = []
    var counts: [UInt32] = []
    var line: UInt32 = 0
    let bytes = Array(text.utf8)
    var index = 0
    while index < bytes.count {
      let sign = bytes[index]
      index += 1
      let start = index
      var length = 0
      while index < bytes.count, let digit = bytes[index].decimalDigit, length <= Int(UInt32.max) {
        length = length * 10 + digit
        index += 1
      }
      if index == start { length = 1 }
      let (end, isTooFar) = line.addingReportingOverflow(UInt32(clamping: length))
      guard [ran, missed, gap].contains(sign), (1...Int(UInt32.max)).contains(length), !isTooFar,
        index == bytes.count || bytes[index].decimalDigit == nil
      else {
        let place = String(decoding: bytes[(start - 1)...].prefix(12), as: UTF8.self)
        throw CorruptValue("cannot read '\(place)', expected runs of lines such as '+5-2 3+8'")
      }
      if sign != gap {
        budget -= length
        guard budget >= 0 else { throw StoredCoverage.tooManyLines }
        numbers += line + 1...end
        counts += repeatElement(sign == ran ? 1 : 0, count: length)
      }
      line = end
    }
    return LineTable(numbers: numbers, counts: counts)
  }
}

extension UInt8 {
  fileprivate var decimalDigit: Int? {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) ? Int(self - UInt8(ascii: "0")) : nil
  }
}

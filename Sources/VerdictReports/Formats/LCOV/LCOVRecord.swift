/// One line of a tracefile: what kind of record it is, and where its fields are.
struct LCOVRecord {
  let kind: Kind
  /// Where the fields are in the line, without the record's name and trailing white space.
  let fields: Range<Int>

  enum Kind {
    /// A blank line or a comment.
    case nothing
    case testName
    case sourceFile
    case version
    case line
    case branch
    case function(LCOVFunctions.Record)
    case endOfRecord
    /// MC/DC and totals: known, and not needed. Producers count totals differently
    /// (llvm-cov and Coverlet with repetitions), and lcov itself counts them anew.
    case ignored
    /// Looks like a record, but lcov knows none of this name.
    case foreign
    /// Anything else, a known name without its colon among it: the text was cut off there.
    case malformed
  }

  init(_ line: Span<UInt8>) {
    let end = line.endWithoutSpaces
    // Of tracefiles that were put together each may have one.
    let start = line.startsWithByteOrderMark ? 3 : 0
    guard start < end, line[start] != UInt8(ascii: "#") else {
      kind = .nothing
      fields = start..<max(start, end)
      return
    }
    // Names have at most four letters, so that one integer holds them.
    var name: UInt32 = 0
    var index = start
    while index < end, index - start < 4, line[index] != UInt8(ascii: ":") {
      name = name << 8 | UInt32(line[index])
      index += 1
    }
    if index == end || line[index] == UInt8(ascii: ":"), let known = Self.kind(named: name) {
      kind = index == end ? .malformed : known
      fields = min(index + 1, end)..<end
    } else {
      kind = Self.kind(unnamed: line.extracting(start..<end))
      fields = start..<end
    }
  }

  private static func kind(unnamed line: Span<UInt8>) -> Kind {
    if line.equals(ignoringCase: "end_of_record") { return .endOfRecord }
    var index = 0
    while index < line.count, line[index].isRecordLetter { index += 1 }
    let isName = index > 1 && (index == line.count || line[index] == UInt8(ascii: ":"))
    return isName ? .foreign : .malformed
  }

  /// - Parameter name: The record's name as a big-endian integer of ASCII letters.
  private static func kind(named name: UInt32) -> Kind? {
    switch name {
    case 0x4441: .line  // DA
    case 0x4252_4441: .branch  // BRDA
    case 0x5346, 0x4B46: .sourceFile  // SF, KF
    case 0x544E: .testName  // TN
    case 0x56_4552: .version  // VER
    case 0x4C46, 0x4C48: .ignored  // LF, LH
    case 0x464E: .function(.place)  // FN
    case 0x464E_4441: .function(.calls)  // FNDA
    case 0x46_4E4C: .function(.groupPlace)  // FNL
    case 0x46_4E41: .function(.groupCalls)  // FNA
    case 0x46_4E46, 0x46_4E48, 0x42_5246, 0x42_5248: .ignored  // FNF, FNH, BRF, BRH
    case 0x4D43_4443, 0x4D_4346, 0x4D_4348: .ignored  // MCDC, MCF, MCH
    default: nil
    }
  }
}

extension UInt8 {
  fileprivate var isRecordLetter: Bool {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) || self == UInt8(ascii: "_")
  }
}

extension Span<UInt8> {
  fileprivate var startsWithByteOrderMark: Bool {
    count >= 3 && self[0] == 0xEF && self[1] == 0xBB && self[2] == 0xBF
  }
}

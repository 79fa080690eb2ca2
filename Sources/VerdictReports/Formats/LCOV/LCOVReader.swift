import LineStream
import VerdictModel

/// Gathers the files of a tracefile.
///
/// A line counts as lcov counts it: repetitions add up, negative and unreadable counts are 0. A
/// `BRDA` on a line without a `DA` is a branch and no line.
struct LCOVReader: LineHandler {
  /// One entry a record, in the file's order while there are few.
  var files: [FileCoverage] { collected.files }
  private var collected = CoverageFiles()
  private(set) var notices = NoticeCollector()
  /// The first line that no tracefile has; nothing after it is read.
  private(set) var damage: ReportError?
  /// Cheaper to ask, a million times a second.
  private var isDamaged = false

  /// The open record's file; `nil` outside of records.
  private var path: String?
  private var recordLine = 0
  /// The line of a test name for which no record has come yet.
  private var testLine: Int?
  private var numbers: [UInt32] = []
  private var counts: [UInt32] = []
  private var branches: [BranchTable.Named] = []
  private var functions = LCOVFunctions()

  mutating func take(_ line: Span<UInt8>, number: Int) {
    guard !isDamaged else { return }
    let record = LCOVRecord(line)
    switch record.kind {
    case .nothing, .version: break
    case .testName where line.hasReturn(in: record.fields),
      .sourceFile where line.hasReturn(in: record.fields):
      // Else the whole text would be the name of one test.
      stop(at: number, expected: "a line feed at the end of each record")
    case .sourceFile where line.extracting(record.fields).firstIndex(of: 0) != nil:
      stop(at: number, expected: "a file name without a NUL byte")
    case .testName: testLine = number
    case .sourceFile:
      open(line.extracting(record.fields), at: number)
    case .line where path != nil:
      takeLine(line.extracting(record.fields), at: number)
    case .branch where path != nil:
      takeBranch(line.extracting(record.fields), at: number)
    case .function(let kind) where path != nil:
      functions.take(kind, line.extracting(record.fields), at: number, &notices)
    case .endOfRecord:
      close()
      testLine = nil
    case .ignored: break
    case .foreign:
      notices.note("a record of an unknown kind is ignored", line: number)
    case .line, .branch, .function:
      stop(at: number, expected: "an SF: record before it")
    case .malformed:
      stop(at: number, expected: "a record such as SF:, DA: or end_of_record")
    }
  }

  /// Ends the text.
  ///
  /// - Returns: Why the tracefile must be taken for cut off, if it must.
  mutating func finish() -> [String] {
    var reasons: [String] = []
    if path != nil {
      reasons.append("the record that begins on line \(recordLine) has no end_of_record")
    } else if let testLine, !files.isEmpty {
      reasons.append("no record follows the test name on line \(testLine)")
    }
    close()
    return isDamaged ? [] : reasons
  }

  private mutating func stop(at number: Int, expected: String) {
    isDamaged = true
    damage = ReportError(.malformedLine(expected: expected), line: number)
  }

  private mutating func open(_ name: Span<UInt8>, at number: Int) {
    if path != nil { notices.note("a record has no end_of_record", line: recordLine) }
    close()
    path = name.extracting(name.skippingSpaces(from: 0)..<name.count).string
    recordLine = number
    testLine = nil
  }

  private mutating func close() {
    defer {
      path = nil
      numbers.removeAll(keepingCapacity: true)
      counts.removeAll(keepingCapacity: true)
      branches.removeAll(keepingCapacity: true)
    }
    guard var path else { return }
    if path.isEmpty {
      notices.note("a record without a file name", line: recordLine)
      path = FileCoverage.unnamed
    }
    collected.append(
      FileCoverage(
        path: path, lines: LineTable(numbers: numbers, counts: counts),
        branches: BranchTable(named: branches, counted: []),
        functions: functions.takeTable(&notices)))
    if collected.isTooMany {
      isDamaged = true
      damage = ReportError(
        .limitExceeded(name: "the number of files", limit: CoverageFiles.limit), line: recordLine)
    }
  }

  // MARK: - Lines and branches

  /// The name of an outcome whose block and branch are small numbers, as most are: sorted by it,
  /// outcomes stay in the file's order.
  private static func name(block: UInt32, branch: UInt32) -> UInt64? {
    block < 1 << 14 && branch < 1 << 16 ? UInt64(block << 16 | branch) : nil
  }

  private static func name(of text: Span<UInt8>) -> UInt64 {
    var index = 0
    if let block = text.plainField(at: &index), let branch = text.plainNumber(at: &index),
      index == text.count, let name = name(block: block, branch: branch)
    {
      return name
    }
    return BranchTable.Named.number(hashing: text)
  }

  /// `DA:<line>,<count>[,<checksum>]`
  private mutating func takeLine(_ fields: Span<UInt8>, at number: Int) {
    let comma = fields.firstIndex(of: UInt8(ascii: ",")) ?? fields.count
    guard let line = LineNumberText.read(fields.extracting(0..<comma)) else {
      notices.note("a DA record without a line number above 0 is ignored", line: number)
      return
    }
    let start = min(comma + 1, fields.count)
    let end = fields.firstIndex(of: UInt8(ascii: ","), from: start) ?? fields.count
    numbers.append(line)
    switch CountText(fields.extracting(start..<end)) {
    case .count(let count): counts.append(count)
    case .negative:
      notices.note("a negative count is read as 0", line: number)
      counts.append(0)
    case .unreadable:
      notices.note("a count that is no number is read as 0", line: number)
      counts.append(0)
    }
  }

  /// `BRDA:<line>,[e|f][U]<block>,<branch>,<taken>`, where the branch may contain commas.
  private mutating func takeBranch(_ fields: Span<UInt8>, at number: Int) {
    guard let first = fields.firstIndex(of: UInt8(ascii: ",")),
      let last = fields.lastIndex(of: UInt8(ascii: ",")), first < last,
      let line = LineNumberText.read(fields.extracting(0..<first))
    else {
      notices.note("a BRDA record without a line number above 0 is ignored", line: number)
      return
    }
    let flags = LCOVReader.flags(fields, from: first + 1)
    // Marked unreachable: lcov keeps such a branch in the file and out of every total.
    if flags.isUnreachable { return }
    branches.append(
      BranchTable.Named(
        line: line, name: LCOVReader.name(of: fields.extracting(flags.end..<last)),
        taken: isTaken(fields.extracting(last + 1..<fields.count), at: number)))
  }

  /// The letters before the block's number: `e` exception or `f` fall-through, then `U`
  /// unreachable.
  private static func flags(
    _ fields: Span<UInt8>, from start: Int
  ) -> (end: Int, isUnreachable: Bool) {
    var end = start
    if fields[end] == UInt8(ascii: "e") || fields[end] == UInt8(ascii: "f") { end += 1 }
    let isUnreachable = fields[end] == UInt8(ascii: "U")
    if isUnreachable { end += 1 }
    return fields[end].asciiDigit == nil ? (start, false) : (end, isUnreachable)
  }

  /// `-` says that the branch's line never ran.
  private mutating func isTaken(_ text: Span<UInt8>, at number: Int) -> Bool {
    if text.count == 1, text[0] == UInt8(ascii: "-") { return false }
    switch CountText(text) {
    case .count(let count): return count > 0
    case .negative:
      notices.note("a negative count is read as 0", line: number)
    case .unreadable:
      notices.note("a count that is no number is read as 0", line: number)
    }
    return false
  }
}

// MARK: - Plain lines

extension LCOVReader {
  /// Nearly all lines of a tracefile are those of lines, branches and functions with small numbers
  /// and nothing else: those are read in one go, all others by `take`, which reads these in the same
  /// way.
  mutating func takePlainLines(
    of text: Span<UInt8>, from index: inout Int, number: Int
  ) -> Int {
    guard path != nil, !isDamaged else { return 0 }
    var count = 0
    while takePlainLine(text, at: &index) || takePlainBranch(text, at: &index)
      || functions.takePlain(text, at: &index, number: number + count)
    {
      count += 1
    }
    return count
  }

  /// Takes `DA:<line>,<count>`.
  @inline(__always)
  private mutating func takePlainLine(_ text: Span<UInt8>, at start: inout Int) -> Bool {
    var index = start
    guard text.skips(UInt8(ascii: "D"), at: &index), text.skips(UInt8(ascii: "A"), at: &index),
      text.skips(UInt8(ascii: ":"), at: &index),
      let line = text.plainField(at: &index), line > 0,
      let count = text.plainNumber(at: &index), text.skipsLineEnd(at: &index)
    else { return false }
    numbers.append(line)
    counts.append(count)
    start = index
    return true
  }

  /// Takes `BRDA:<line>,<block>,<branch>,<taken>`.
  @inline(__always)
  private mutating func takePlainBranch(_ text: Span<UInt8>, at start: inout Int) -> Bool {
    var index = start
    guard text.skips(UInt8(ascii: "B"), at: &index), text.skips(UInt8(ascii: "R"), at: &index),
      text.skips(UInt8(ascii: "D"), at: &index), text.skips(UInt8(ascii: "A"), at: &index),
      text.skips(UInt8(ascii: ":"), at: &index),
      let line = text.plainField(at: &index), line > 0,
      let block = text.plainField(at: &index), let branch = text.plainField(at: &index),
      let name = LCOVReader.name(block: block, branch: branch),
      let count = text.skips(UInt8(ascii: "-"), at: &index) ? 0 : text.plainNumber(at: &index),
      text.skipsLineEnd(at: &index)
    else { return false }
    branches.append(BranchTable.Named(line: line, name: name, taken: count > 0))
    start = index
    return true
  }
}

extension Span<UInt8> {
  /// Whether a carriage return stands alone within a record: lines end so nowhere since Mac OS 9.
  fileprivate func hasReturn(in fields: Range<Int>) -> Bool {
    extracting(fields).firstIndex(of: UInt8(ascii: "\r")) != nil
  }

  /// The number of one to nine digits at an index, which moves behind the comma that must follow.
  @inline(__always)
  func plainField(at index: inout Int) -> UInt32? {
    guard let number = plainNumber(at: &index), skips(UInt8(ascii: ","), at: &index) else {
      return nil
    }
    return number
  }

  /// Whether a byte is at an index, which then moves behind it.
  @inline(__always)
  func skips(_ byte: UInt8, at index: inout Int) -> Bool {
    guard index < count, self[index] == byte else { return false }
    index += 1
    return true
  }

  /// Whether a line ends at an index, which then moves to the next one.
  @inline(__always)
  fileprivate func skipsLineEnd(at index: inout Int) -> Bool {
    skips(UInt8(ascii: "\n"), at: &index)
      || (skips(UInt8(ascii: "\r"), at: &index) && skips(UInt8(ascii: "\n"), at: &index))
  }
}

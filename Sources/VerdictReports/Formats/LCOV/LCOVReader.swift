import LineStream
import VerdictModel

/// Gathers the files of a tracefile.
///
/// A line counts as lcov counts it: repetitions add up, negative and unreadable counts are 0. A
/// `BRDA` on a line without a `DA` is a branch and no line.
struct LCOVReader: LineHandler {
  /// One entry a record, in the file's order.
  private(set) var files: [FileCoverage] = []
  private(set) var notices = NoticeCollector()
  /// The first line that no tracefile has; nothing after it is read.
  private(set) var damage: ReportError?

  /// The open record's file; `nil` outside of records.
  private var path: String?
  private var recordLine = 0
  private var numbers: [UInt32] = []
  private var counts: [UInt32] = []
  private var branches: [BranchTable.Named] = []
  private var linesFound: UInt32?
  private var linesHit: UInt32?

  mutating func take(_ line: Span<UInt8>, number: Int) {
    guard damage == nil else { return }
    let record = LCOVRecord(line, isFirst: number == 1)
    switch record.kind {
    case .nothing, .testName, .version: break
    case .sourceFile:
      open(line.extracting(record.fields), at: number)
    case .line where path != nil:
      takeLine(line.extracting(record.fields), at: number)
    case .branch where path != nil:
      takeBranch(line.extracting(record.fields), at: number)
    case .linesFound: linesFound = LCOVReader.total(line.extracting(record.fields))
    case .linesHit: linesHit = LCOVReader.total(line.extracting(record.fields))
    case .endOfRecord: close()
    case .ignored: break
    case .foreign:
      notices.note("a record of an unknown kind is ignored", line: number)
    case .line, .branch:
      damage = ReportError(
        .malformedLine(found: line.excerpt, expected: "an SF: record before it"), line: number)
    case .malformed:
      damage = ReportError(
        .malformedLine(
          found: line.excerpt, expected: "a record such as SF:, DA: or end_of_record"),
        line: number)
    }
  }

  /// Ends the text.
  mutating func finish() {
    guard path != nil else { return }
    if damage == nil {
      notices.note("the last record has no end_of_record", line: recordLine)
    }
    close()
  }

  private mutating func open(_ name: Span<UInt8>, at number: Int) {
    if path != nil { notices.note("a record has no end_of_record", line: recordLine) }
    close()
    path = name.extracting(name.skippingSpaces(from: 0)..<name.count).string
    recordLine = number
  }

  private mutating func close() {
    defer {
      path = nil
      numbers.removeAll(keepingCapacity: true)
      counts.removeAll(keepingCapacity: true)
      branches.removeAll(keepingCapacity: true)
      linesFound = nil
      linesHit = nil
    }
    guard var path else { return }
    if path.isEmpty {
      notices.note("a record without a file name", line: recordLine)
      path = FileCoverage.unnamed
    }
    let file = FileCoverage(
      path: path, lines: LineTable(numbers: numbers, counts: counts),
      branches: BranchTable(named: branches, counted: []))
    compareTotals(with: file.lines.tally)
    files.append(file)
  }

  private mutating func compareTotals(with tally: Tally) {
    guard
      linesFound.map({ Int($0) != tally.total }) ?? false
        || linesHit.map({ Int($0) != tally.covered }) ?? false
    else { return }
    notices.note("LF and LH differ from the lines of the record", line: recordLine)
  }

  private static func total(_ fields: Span<UInt8>) -> UInt32? {
    if case .count(let total) = CountText(fields) { return total }
    return nil
  }

  // MARK: - Lines and branches

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
        line: line, name: fields.extracting(flags.end..<last).hash,
        taken: isTaken(fields.extracting(last + 1..<fields.count), at: number)))
  }

  /// The letters before the block's number: `e` exception or `f` fall-through, then `U` unreachable.
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

extension Span<UInt8> {
  /// 64-bit FNV-1a.
  fileprivate var hash: UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in indices { hash = (hash ^ UInt64(self[index])) &* 0x100_0000_01B3 }
    return hash
  }

  /// The beginning, for an error message.
  fileprivate var excerpt: String {
    let limit = 60
    return count <= limit ? string : extracting(0..<limit).string + "…"
  }
}

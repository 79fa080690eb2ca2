import VerdictModel
import XMLStream

/// The `<line>` elements of one class.
struct CoberturaLines {
  private var numbers: [UInt32] = []
  private var counts: [UInt32] = []
  private var branches: [BranchTable.Counted] = []

  var isEmpty: Bool { numbers.isEmpty }
  var count: Int { numbers.count }

  func file(path: String, functions: [BranchTable.Named]) -> FileCoverage {
    FileCoverage(
      path: path, lines: LineTable(numbers: numbers, counts: counts),
      branches: BranchTable(named: [], counted: branches),
      functions: BranchTable(named: functions, counted: []))
  }

  /// The method whose lines were appended last: it was called if any of them ran. `nil` without a
  /// line, as for what is only declared.
  ///
  /// - Parameter start: How many lines there were before it.
  func method(named name: UInt64, from start: Int) -> BranchTable.Named? {
    guard let line = numbers[start...].min() else { return nil }
    return BranchTable.Named(line: line, name: name, taken: counts[start...].contains { $0 > 0 })
  }

  mutating func removeAll() {
    numbers.removeAll(keepingCapacity: true)
    counts.removeAll(keepingCapacity: true)
    branches.removeAll(keepingCapacity: true)
  }

  /// Takes one `<line>`.
  mutating func append(
    _ element: borrowing XMLElement<CoberturaReader.Word>, _ notices: inout NoticeCollector
  ) {
    let number = element.withBytes(.number, LineNumberText.read) ?? nil
    append(number, element.withBytes(.hits, CountText.init), line: element.line, &notices)
    if let number { appendBranches(of: element, number: number, &notices) }
  }

  /// Takes `<line>`s that have a number and hits, and nothing else to look for, as most have.
  mutating func append(_ lines: borrowing XMLLeaves, _ notices: inout NoticeCollector) {
    lines.withNumbers { number, hits, line in
      if number > 0 {
        numbers.append(number)
        counts.append(hits)
      } else {
        append(nil, .count(hits), line: line, &notices)
      }
    }
  }

  private mutating func append(
    _ number: UInt32?, _ hits: CountText?, line: Int, _ notices: inout NoticeCollector
  ) {
    guard let number else {
      notices.note("a line without a number above 0 is ignored", line: line)
      return
    }
    numbers.append(number)
    switch hits {
    case .count(let count): return counts.append(count)
    case .negative: notices.note("a negative count is read as 0", line: line)
    case .unreadable: notices.note("a count that is no number is read as 0", line: line)
    case nil: notices.note("a line without hits is read as never run", line: line)
    }
    counts.append(0)
  }

  /// Only the pair in brackets says something: percentages are rounded, in several ways, and not
  /// every producer sets `branch` where there are branches.
  private mutating func appendBranches(
    of element: borrowing XMLElement<CoberturaReader.Word>, number: UInt32,
    _ notices: inout NoticeCollector
  ) {
    guard let text = element.withBytes(.conditionCoverage, ConditionText.init) else {
      if element.withBytes(.branch, { $0.equals(ignoringCase: "true") }) ?? false {
        notices.note("a branch without condition-coverage is not counted", line: element.line)
      }
      return
    }
    guard let (taken, known) = text.pair else {
      notices.note("condition-coverage without a pair such as (1/2) is ignored", line: element.line)
      return
    }
    if taken > known {
      notices.note("more conditions covered than there are, read as all", line: element.line)
    }
    if known > 0 {
      branches.append(BranchTable.Counted(line: number, taken: min(taken, known), known: known))
    }
  }
}

/// The value of `condition-coverage`, such as `66.67% (2/3)`.
struct ConditionText {
  /// The conditions covered and known; `nil` if the text has no such pair.
  let pair: (taken: UInt32, known: UInt32)?

  init(_ text: Span<UInt8>) {
    guard let open = text.lastIndex(of: UInt8(ascii: "(")),
      let slash = text.firstIndex(of: UInt8(ascii: "/"), from: open),
      let close = text.firstIndex(of: UInt8(ascii: ")"), from: slash),
      case .count(let taken) = CountText(text.extracting(open + 1..<slash)),
      case .count(let known) = CountText(text.extracting(slash + 1..<close))
    else {
      pair = nil
      return
    }
    pair = (taken, known)
  }
}

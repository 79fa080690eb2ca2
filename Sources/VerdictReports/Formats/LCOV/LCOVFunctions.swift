import VerdictModel

/// The functions of one record, in either of lcov's forms.
///
/// Up to lcov 2.1, `FN:<line>[,<last line>],<name>` and `FNDA:<calls>,<name>`. From 2.2 on,
/// `FNL:<index>,<line>[,<last line>]` and `FNA:<index>,<calls>,<name>`, where all names of an index
/// are one function under aliases, such as the instances of a template: it was called if any of
/// them was (geninfo's man page).
struct LCOVFunctions {
  /// The records that speak of functions.
  enum Record {
    /// `FN`
    case place
    /// `FNDA`
    case calls
    /// `FNL`
    case groupPlace
    /// `FNA`
    case groupCalls
  }

  private var named = PlacesAndCalls()
  private var grouped = PlacesAndCalls()

  /// Takes the fields of a record.
  mutating func take(
    _ record: Record, _ fields: Span<UInt8>, at number: Int, _ notices: inout NoticeCollector
  ) {
    var index = 0
    switch record {
    case .place:
      let line = Self.line(fields.extracting(fields.field(at: &index)))
      // A last line may follow; names may contain commas.
      var next = index
      if fields.extracting(fields.field(at: &next)).plainNumber != nil, next < fields.count {
        index = next
      }
      named.places.append((name: Self.name(fields, from: index), line: line, record: number))
    case .calls:
      let isCalled = Self.isCalled(
        fields.extracting(fields.field(at: &index)), at: number, &notices)
      named.calls.append((name: Self.name(fields, from: index), isCalled: isCalled, record: number))
    case .groupPlace:
      let group = Self.group(fields.extracting(fields.field(at: &index)))
      let line = Self.line(fields.extracting(fields.field(at: &index)))
      grouped.places.append((name: group, line: line, record: number))
    case .groupCalls:
      let group = Self.group(fields.extracting(fields.field(at: &index)))
      let isCalled = Self.isCalled(
        fields.extracting(fields.field(at: &index)), at: number, &notices)
      grouped.calls.append((name: group, isCalled: isCalled, record: number))
    }
  }

  /// Takes `FN:<line>,<name>` or `FNDA:<calls>,<name>`, if nothing about it has to be looked at
  /// twice: a last line, white space at the end.
  mutating func takePlain(_ text: Span<UInt8>, at start: inout Int, number: Int) -> Bool {
    var index = start
    guard text.skips(UInt8(ascii: "F"), at: &index), text.skips(UInt8(ascii: "N"), at: &index)
    else { return false }
    let isCalls = text.skips(UInt8(ascii: "D"), at: &index)
    if isCalls, !text.skips(UInt8(ascii: "A"), at: &index) { return false }
    guard text.skips(UInt8(ascii: ":"), at: &index), let value = text.plainField(at: &index),
      let end = text.firstIndex(of: UInt8(ascii: "\n"), from: index), end > index,
      !text[end - 1].isASCIISpace, isCalls || (value > 0 && text[index].asciiDigit == nil)
    else { return false }
    let name = BranchTable.Named.number(hashing: text.extracting(index..<end))
    if isCalls {
      named.calls.append((name: name, isCalled: value > 0, record: number))
    } else {
      named.places.append((name: name, line: value, record: number))
    }
    start = end + 1
    return true
  }

  /// The functions so far, after which it begins anew.
  mutating func takeTable(_ notices: inout NoticeCollector) -> BranchTable {
    let functions = named.takeFunctions()
    let groups = grouped.takeFunctions()
    var outcomes: [BranchTable.Named] = []
    outcomes.reserveCapacity(functions.count + groups.count)
    for function in functions { outcomes.append(function.outcome(named: function.name)) }
    // Indices are the file's own: of several groups on a line their order tells them apart.
    var last: (line: UInt32?, ordinal: UInt64) = (0, 0)
    for group in groups.sorted(by: { ($0.line ?? 0, $0.name) < ($1.line ?? 0, $1.name) }) {
      last = (group.line, group.line == last.line ? last.ordinal + 1 : 0)
      outcomes.append(group.outcome(named: last.ordinal))
    }
    for function in functions + groups where function.line == nil {
      notices.note("a function without a line number is counted on line 1", line: function.record)
    }
    return BranchTable(named: outcomes, counted: [])
  }

  private static func name(_ fields: Span<UInt8>, from start: Int) -> UInt64 {
    BranchTable.Named.number(hashing: fields.extracting(start..<fields.count))
  }

  private static func group(_ field: Span<UInt8>) -> UInt64 {
    field.plainNumber.map(UInt64.init) ?? BranchTable.Named.number(hashing: field)
  }

  private static func line(_ field: Span<UInt8>) -> UInt32? { LineNumberText.read(field) }

  private static func isCalled(
    _ field: Span<UInt8>, at number: Int, _ notices: inout NoticeCollector
  ) -> Bool {
    switch CountText(field) {
    case .count(let count): return count > 0
    case .negative: notices.note("a negative count is read as 0", line: number)
    case .unreadable: notices.note("a count that is no number is read as 0", line: number)
    }
    return false
  }
}

/// What was said of functions in two kinds of records, whose order is free.
private struct PlacesAndCalls {
  struct Function {
    var name: UInt64
    /// 1-based; `nil` if no record says it.
    var line: UInt32?
    /// The 1-based line of the record that spoke of it first.
    var record: Int
    var isCalled = false

    func outcome(named name: UInt64) -> BranchTable.Named {
      BranchTable.Named(line: line ?? 1, name: name, taken: isCalled)
    }
  }

  /// `record` is the 1-based line of each record.
  var places: [(name: UInt64, line: UInt32?, record: Int)] = []
  var calls: [(name: UInt64, isCalled: Bool, record: Int)] = []

  /// Puts both together, and forgets them. Of several places of one name, as scripts have many, the
  /// first calls belong to the first place; calls of no place are a function too.
  mutating func takeFunctions() -> [Function] {
    defer {
      places.removeAll(keepingCapacity: true)
      calls.removeAll(keepingCapacity: true)
    }
    var functions = places.map { Function(name: $0.name, line: $0.line, record: $0.record) }
    // Nearly all producers write both in one order.
    if places.count == calls.count, zip(places, calls).allSatisfy({ $0.name == $1.name }) {
      for index in functions.indices { functions[index].isCalled = calls[index].isCalled }
      return functions
    }
    var waiting = Dictionary(grouping: functions.indices, by: { functions[$0].name })
      .mapValues { $0[...] }
    for call in calls {
      if let first = waiting[call.name]?.first {
        if call.isCalled { functions[first].isCalled = true }
        // The last one takes what else comes.
        if waiting[call.name, default: []].count > 1 { waiting[call.name]?.removeFirst() }
      } else {
        waiting[call.name] = [functions.count]
        functions.append(
          Function(name: call.name, line: nil, record: call.record, isCalled: call.isCalled))
      }
    }
    return functions
  }
}

extension Span<UInt8> {
  /// From an index to the next comma or the end; the index moves behind the comma.
  fileprivate func field(at index: inout Int) -> Range<Int> {
    let start = Swift.min(index, count)
    let end = firstIndex(of: UInt8(ascii: ","), from: start) ?? count
    index = Swift.min(end + 1, count)
    return start..<end
  }
}

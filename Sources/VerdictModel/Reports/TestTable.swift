import Memory

/// A list of test cases in few bytes each, which makes a `TestCase` of an entry when asked for it.
///
/// Large projects run hundreds of thousands of tests, whose suites and classes repeat and of which
/// most simply passed. An entry takes 24 bytes beside its name.
package struct TestTable: Sendable {
  /// What the tests of one class have in common.
  private struct Group: Hashable {
    var suite: String
    var className: String
    var variant: String

    /// What tells the tests of two groups apart whatever their suites.
    var classKey: (String, String) { (className, variant) }

    var withoutSuite: Group { Group(suite: "", className: className, variant: variant) }

    /// Most suites are called what their one class is called: to hash that twice would take half of
    /// the time that groups take.
    func hash(into hasher: inout Hasher) {
      hasher.combine(className)
      if suite != className { hasher.combine(suite) }
      if !variant.isEmpty { hasher.combine(variant) }
    }
  }

  /// The number of a suite, class and variant in the table that gave it out.
  package struct GroupNumber: Sendable, Equatable {
    fileprivate var index: UInt32
  }

  private var entries: [TestEntry] = []
  /// The names in UTF-8, one after the other.
  private var names: [UInt8] = []
  private var groups: [Group] = []
  private var groupNumbers: [Group: GroupNumber] = [:]
  /// What is told of the tests that did not simply pass, in no order.
  package private(set) var details: [TestDetails] = []

  /// An empty table.
  package init() {}

  package init(_ cases: some Sequence<TestCase>) {
    for test in cases { append(test) }
  }

  /// Names are rarely longer; room that is never used takes no memory.
  private static let reservedNameSize = 32

  /// Makes room for so many cases in advance.
  package mutating func reserveCapacity(_ count: Int) {
    entries.reserveLargeCapacity(count)
    names.reserveLargeCapacity(count * Self.reservedNameSize)
  }

  /// The number under which cases of a suite, class and variant are appended.
  package mutating func group(
    suite: String, className: String, variant: String
  ) -> GroupNumber {
    number(of: Group(suite: suite, className: className, variant: variant))
  }

  private mutating func number(of group: Group) -> GroupNumber {
    let next = GroupNumber(index: UInt32(truncatingIfNeeded: groups.count))
    // Looked up and put in at once.
    let number = { (number: inout GroupNumber) in number }(&groupNumbers[group, default: next])
    if number == next { groups.append(group) }
    return number
  }

  /// Appends a case that passed, until something else is known of it.
  ///
  /// - Parameter name: In UTF-8.
  package mutating func append(
    _ name: Span<UInt8>, in group: GroupNumber, duration: Picoseconds?
  ) {
    let start = names.count
    names.append(name)
    entries.append(
      TestEntry(group: group, nameRange: start..<names.count, duration: duration))
  }

  /// Appends a case.
  package mutating func append(_ test: TestCase) {
    let group = group(suite: test.suite, className: test.className, variant: test.variant)
    append(Array(test.name.utf8).span, in: group, duration: test.duration)
    update(entries.count - 1, outcome: test.outcome, details: test.details)
  }

  /// Appends the cases of another table.
  package mutating func append(contentsOf other: Self) {
    if other.isEmpty { return }
    let numbers = other.groups.map { number(of: $0) }
    for var entry in other.entries {
      entry.move(behindNames: names.count, details: details.count)
      entry.group = numbers[Int(entry.group.index)]
      entries.append(entry)
    }
    names += other.names
    details += other.details
  }

  /// Changes how the case at an index ended, and what is told of it.
  package mutating func update(_ index: Int, outcome: TestOutcome, details new: TestDetails?) {
    entries[index].end(outcome, details: new == nil ? nil : details.count)
    if let new { details.append(new) }
  }

  /// Changes the variant of the case at an index.
  package mutating func update(_ index: Int, variant: String) {
    var group = groups[Int(entries[index].group.index)]
    group.variant = variant
    entries[index].group = number(of: group)
  }

  /// Changes what is told of every test of which something is told.
  package mutating func mapDetails(_ transform: (TestDetails) -> TestDetails) {
    for index in details.indices { details[index] = transform(details[index]) }
  }

  /// Takes the case at an index out.
  package mutating func remove(at index: Int) {
    entries.remove(at: index)
  }

  /// How many cases ended in each way, also if none did.
  package var countsByOutcome: [TestOutcome: Int] {
    var counts = TestOutcome.allCases.map { _ in 0 }
    for entry in entries { counts[entry.outcome.rawValue] += 1 }
    return Dictionary(uniqueKeysWithValues: zip(TestOutcome.allCases, counts))
  }
}

extension TestTable: RandomAccessCollection {
  /// Always 0.
  package var startIndex: Int { 0 }

  /// How many cases there are.
  package var endIndex: Int { entries.count }

  /// How many cases there are; what collections have by default finds it out in a roundabout way.
  package var count: Int { entries.count }

  /// The case at an index, counted from 0.
  package subscript(index: Int) -> TestCase {
    let entry = entries[index]
    let group = groups[Int(entry.group.index)]
    return TestCase(
      suite: group.suite, className: group.className,
      name: String(decoding: name(of: entry), as: UTF8.self), variant: group.variant,
      outcome: entry.outcome, duration: entry.duration, details: details(of: entry))
  }

  /// How the case at an index ended.
  func outcome(at index: Int) -> TestOutcome { entries[index].outcome }

  /// How long the case at an index took.
  func duration(at index: Int) -> Picoseconds? { entries[index].duration }

  private func name(of entry: TestEntry) -> ArraySlice<UInt8> { names[entry.nameRange] }

  private func details(of entry: TestEntry) -> TestDetails? {
    entry.details.map { details[$0] }
  }
}

extension TestTable: Hashable, ExpressibleByArrayLiteral {
  package init(arrayLiteral cases: TestCase...) { self.init(cases) }

  /// Whether the cases are equal, wherever the tables keep them.
  package static func == (left: Self, right: Self) -> Bool { left.elementsEqual(right) }

  package func hash(into hasher: inout Hasher) {
    for test in self { hasher.combine(test) }
  }
}

extension TestTable {
  /// Puts the cases in the order of class and variant, name and suite, and of one test the worst
  /// first; in which order they were appended does not show.
  package mutating func sort() {
    let ranks = groupRanks
    let isBefore = { [names, details] (left: TestEntry, right: TestEntry) in
      let (leftRank, rightRank) = (ranks[Int(left.group.index)], ranks[Int(right.group.index)])
      if leftRank.className != rightRank.className {
        return leftRank.className < rightRank.className
      }
      let order = Self.order(names, left.nameRange, right.nameRange)
      if order != 0 { return order < 0 }
      if leftRank.group != rightRank.group { return leftRank.group < rightRank.group }
      if left.outcome != right.outcome { return left.outcome > right.outcome }
      if left.duration != right.duration {
        return left.duration?.count ?? -1 < right.duration?.count ?? -1
      }
      return Self.message(left, in: details) < Self.message(right, in: details)
    }
    // To sort what others hold as well is to copy it.
    if zip(entries, entries.dropFirst()).allSatisfy({ !isBefore($1, $0) }) { return }
    entries.sort(by: isBefore)
  }

  /// Makes one case of all mentions of a test; they stand together after `sort()`.
  ///
  /// The suite tells tests apart, and is kept, only where there is no class, or a class and a name
  /// occur in more than one suite. Of several mentions the worst outcome counts, with what is told of
  /// it, and the longest duration.
  mutating func unite() {
    let withoutSuites = groups.indices.map { index in
      number(of: groups[index].className.isEmpty ? groups[index] : groups[index].withoutSuite)
    }
    var (start, count) = (0, 0)
    while start < entries.count {
      var end = start + 1
      while end < entries.count, isNamesake(end, of: start) { end += 1 }
      let (first, last) = (entries[start].group, entries[end - 1].group)
      let isInOneSuite = groups[Int(first.index)].suite == groups[Int(last.index)].suite
      let firstOfTest = count
      for index in start..<end {
        var mention = entries[index]
        if isInOneSuite { mention.group = withoutSuites[Int(mention.group.index)] }
        if count > firstOfTest, entries[count - 1].group == mention.group {
          entries[count - 1] = worse(entries[count - 1], mention)
        } else {
          entries[count] = mention
          count += 1
        }
      }
      start = end
    }
    entries.removeLast(entries.count - count)
  }

  private func worse(_ left: TestEntry, _ right: TestEntry) -> TestEntry {
    var worst = left.outcome < right.outcome ? right : left
    if left.outcome == right.outcome,
      Self.message(right, in: details) < Self.message(left, in: details)
    {
      worst = right
    }
    worst.takeLonger(of: left, right)
    return worst
  }

  /// Whether the cases at two indices have one class, one name and one variant.
  private func isNamesake(_ index: Int, of other: Int) -> Bool {
    let (left, right) = (entries[index], entries[other])
    guard left.nameRange.count == right.nameRange.count,
      left.group == right.group
        || groups[Int(left.group.index)].classKey == groups[Int(right.group.index)].classKey
    else { return false }
    return Self.order(names, left.nameRange, right.nameRange) == 0
  }

  /// Below 0, 0 or above 0, by the bytes of two names from the first on; no slices, which would be
  /// counted references.
  private static func order(_ names: [UInt8], _ left: Range<Int>, _ right: Range<Int>) -> Int {
    for offset in 0..<Swift.min(left.count, right.count) {
      let (one, other) = (names[left.lowerBound + offset], names[right.lowerBound + offset])
      if one != other { return Int(one) - Int(other) }
    }
    return left.count - right.count
  }

  private static func message(_ entry: TestEntry, in details: [TestDetails]) -> String {
    entry.details.map { details[$0].message } ?? ""
  }

  /// For each group, where its class is among all classes, one of each variant, and where it is
  /// among all groups, sorted by class and suite.
  private var groupRanks: [(className: Int, group: Int)] {
    let order = groups.indices.sorted {
      (groups[$0].className, groups[$0].variant, groups[$0].suite)
        < (groups[$1].className, groups[$1].variant, groups[$1].suite)
    }
    var ranks = Array(repeating: (className: 0, group: 0), count: groups.count)
    var last = (className: 0, group: 0)
    for (rank, index) in order.enumerated() {
      if groups[index].classKey != groups[order[last.group]].classKey { last.className += 1 }
      last.group = rank
      ranks[index] = last
    }
    return ranks
  }
}

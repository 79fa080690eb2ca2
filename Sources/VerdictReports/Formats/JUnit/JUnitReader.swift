import Memory
import VerdictModel
import XMLStream

/// Gathers the test cases of a JUnit report, one for each `<testcase>`, wherever it stands.
///
/// What tests printed is skipped. Totals in attributes are never taken for results, but where they
/// claim failures that no case shows, that is a failing pseudo-case.
struct JUnitReader: XMLHandler {
  /// Set if the document is no JUnit report.
  private(set) var failure: ReportError?
  private(set) var sawRoot = false
  /// When the last of the suites ran that say so.
  private(set) var created: StatedTime?

  private var cases = TestTable()
  private var pseudoCases = TestTable()
  private var notices = NoticeCollector()
  private var hollowSuites = JUnitDoubt()
  private var unknownStatuses = JUnitDoubt()

  private var openSuites: [JUnitSuite] = []
  /// The innermost suite's path.
  private var path = ""
  private var openCases: [JUnitCase] = []
  /// The class of the last case, and where its cases go.
  private var lastClass: [UInt8] = []
  private var lastGroup: TestTable.GroupNumber?
  private var files = StringPool()
  /// `nil` if nothing is to tell runs of the same tests apart.
  private var variants: JUnitVariants?
  /// How many `<system-out>` and `<system-err>` are open.
  private var outputDepth = 0
  /// For each open mention, whether its text is wanted.
  private var openMentions: [Bool] = []
  /// The last details with a message: a test suite that cannot connect says the same a thousand
  /// times, and one copy is enough.
  private var knownDetails: [String: TestDetails] = [:]
  /// How many bytes of details may still be kept.
  private var detailBudget = JUnitReader.detailLimit

  /// Details are for people, who do not read more than this; a run in which everything fails must
  /// not fill the memory.
  private static let detailLimit = 16 * 1024 * 1024

  /// The least that a test takes in a report, in bytes, as a guess.
  private static let caseSize = 96
  /// Room is set aside for at most so many cases in advance; a report may be all output.
  private static let reservedCases = 1_000_000

  init(hints: ReadingHints) {
    cases.reserveCapacity(min(hints.size / Self.caseSize, Self.reservedCases))
    variants = hints.testVariant.map(JUnitVariants.init(name:))
  }

  static func isRoot(_ root: XMLRoot) -> Bool {
    switch root.name {
    case .testsuites, .testsuite, .testcase: true
    case .testrun: !root.children.isDisjoint(with: [.testsuites, .testsuite, .testcase])
    default: false
    }
  }

  mutating func start(_ element: borrowing XMLElement<JUnitWord>) {
    if element.depth == 0 { takeRoot(element) }
    switch element.name {
    case .testcase: openCase(element)
    case .testsuite, .testsuites, .testrun: openSuite(element)
    case .systemOut, .systemErr: outputDepth += 1
    case .property: variants?.open(element)
    default:
      if let mention = JUnitMention(element.name) { open(mention, element) }
    }
  }

  mutating func end(_ name: JUnitWord?) {
    switch name {
    case .testcase: closeCase()
    case .testsuite, .testsuites, .testrun: closeSuite()
    case .systemOut, .systemErr: outputDepth -= 1
    case .property:
      if let variant = variants?.close() { take(variant) }
    default:
      if JUnitMention(name) != nil { closeMention() }
    }
  }

  /// What most tests are that passed.
  static let leaf: XMLLeafKind<JUnitWord>? = XMLLeafKind(
    .testcase, texts: .name, .classname, .time)

  mutating func leaves(_ leaves: borrowing XMLLeaves) {
    let before = cases.count
    let ownCases = openSuites.last?.ownCases ?? before
    leaves.withEach { name, className, time, line in
      appendCase(
        name, in: group(className), duration: duration(time, line: line), line: line,
        position: ownCases + cases.count - before + 1)
    }
    if !openSuites.isEmpty {
      openSuites[openSuites.count - 1].ownCases += cases.count - before
      openSuites[openSuites.count - 1].counts.tests += cases.count - before
    }
  }

  mutating func text(_ piece: Span<UInt8>) {
    if variants?.append(piece) == true { return }
    guard openMentions.last == true, outputDepth == 0, !openCases.isEmpty else { return }
    openCases[openCases.count - 1].mentions?.body.append(piece)
  }

  mutating func note(_ message: String, line: Int?) {
    notices.note(message, line: line)
  }

  /// Why the report cannot be taken for all there is to say.
  var incomplete: [String] {
    [hollowSuites, unknownStatuses].compactMap(\.reason) + [variants?.doubt].compactMap(\.self)
  }

  /// Ends the report. Of the cases that are still open, damage having cut them off, the failing
  /// ones count.
  mutating func finish() -> (TestReport, [Notice]) {
    while let last = openCases.last {
      if last.outcome.isFailure {
        closeCase()
      } else {
        openCases.removeLast()
        cases.remove(at: last.index)
      }
    }
    return (TestReport(cases: cases, pseudoCases: pseudoCases), notices.notices)
  }

  private mutating func takeRoot(_ root: borrowing XMLElement<JUnitWord>) {
    sawRoot = true
    switch root.name {
    case .testsuites, .testsuite, .testrun, .testcase: break
    default:
      failure = ReportError(
        .unexpected(
          found: "<\(root.spelling.excerpt)>", expected: "JUnit's <testsuites> or <testsuite>"),
        line: root.line)
    }
  }

  // MARK: - Suites

  private mutating func openSuite(_ element: borrowing XMLElement<JUnitWord>) {
    // Containers are named after the tool or the run, not after what is tested.
    let name = element.name == .testsuite ? element.string(.name) ?? "" : ""
    path = path.isEmpty || name.isEmpty ? path + name : "\(path) › \(name)"
    lastGroup = nil
    created = .last(created, element.string(.timestamp).flatMap(TimeText.calendar))
    openSuites.append(
      JUnitSuite(
        element, path: path, variant: variants?.attribute(of: element) ?? variant,
        firstCase: cases.count, notices: &notices))
  }

  /// The innermost suite's variant.
  private var variant: String { openSuites.last?.variant ?? "" }

  /// Takes what a property says of the open case, or of the open suite and of its cases so far.
  private mutating func take(_ variant: String) {
    if let test = openCases.last {
      if !test.isPseudo { cases.update(test.index, variant: variant) }
    } else if let suite = openSuites.last {
      openSuites[openSuites.count - 1].variant = variant
      lastGroup = nil
      for index in suite.firstCase..<cases.count { cases.update(index, variant: variant) }
    }
  }

  private mutating func closeSuite() {
    guard var suite = openSuites.popLast() else { return }
    path = openSuites.last?.path ?? ""
    lastGroup = nil
    if suite.totalsDiffer {
      notices.note("the totals of a suite differ from its cases", line: suite.line)
    }
    let hidden = suite.hiddenFailures
    if hidden > 0 {
      suite.counts.pseudo += 1
      let claim = hidden == 1 ? "a failure" : "\(hidden) failures"
      notices.note("the totals of a suite claim failures that no case shows", line: suite.line)
      pseudoCases.append(
        TestCase(
          suite: suite.path, className: "", name: "(totals)", variant: suite.variant,
          outcome: .failed, duration: nil,
          details: TestDetails(
            message: "the suite's totals claim \(claim) that no case shows", type: "", body: "",
            file: nil, line: nil)))
    }
    if let missing = suite.missingTests {
      suite.counts.hollow += 1
      let name = suite.path.isEmpty ? "the suite on line \(suite.line)" : "suite '\(suite.path)'"
      let claim = missing == 1 ? "a test" : "\(missing) tests"
      hollowSuites.add("\(name) claims \(claim) and shows none")
    }
    if !openSuites.isEmpty { openSuites[openSuites.count - 1].counts.add(suite.counts) }
  }

  // MARK: - Cases

  private mutating func openCase(_ element: borrowing XMLElement<JUnitWord>) {
    let position = (openSuites.last?.ownCases ?? cases.count) + 1
    if !openSuites.isEmpty { openSuites[openSuites.count - 1].ownCases = position }
    openCases.append(
      JUnitCase(
        position: element.line, index: cases.count, isPseudo: false,
        attributes: attributes(of: element)))
    let line = element.line
    let className: JUnitWord = element.has(.classname) ? .classname : .class
    let time: JUnitWord = element.has(.time) ? .time : .duration
    let ownGroup = element.withBytes(className) { group($0) } ?? group(noBytes.span)
    let ownDuration = element.withBytes(time) { duration($0, line: line) } ?? nil
    func append(_ name: Span<UInt8>) {
      appendCase(name, in: ownGroup, duration: ownDuration, line: line, position: position)
    }
    element.withBytes(.name) { append($0) } ?? append(noBytes.span)
  }

  private var noBytes: [UInt8] { [] }

  /// - Parameter position: Which of its suite's cases it is, counted from 1.
  private mutating func appendCase(
    _ name: Span<UInt8>, in group: TestTable.GroupNumber, duration: Picoseconds?, line: Int,
    position: Int
  ) {
    if name.isEmpty {
      notices.note("a test without a name is called by its position", line: line)
      cases.append(Array("#\(position)".utf8).span, in: group, duration: duration)
    } else {
      cases.append(name, in: group, duration: duration)
    }
  }

  /// What most tests do not say; `nil` if nothing of it is there.
  private mutating func attributes(
    of element: borrowing XMLElement<JUnitWord>
  ) -> JUnitAttributes? {
    if element.hasOnly(.name, .classname, .time) { return nil }
    return JUnitAttributes(
      status: JUnitStatus(of: element),
      file: files.string(element, .file) ?? files.string(element, .filepath),
      line: element.number(.line) ?? element.number(.lineno))
  }

  /// The group of a class in the open suite.
  private mutating func group(_ className: Span<UInt8>) -> TestTable.GroupNumber {
    if let lastGroup, className.equals(lastClass) { return lastGroup }
    let group = cases.group(
      suite: path, className: className.string, variant: variant)
    lastClass.removeAll(keepingCapacity: true)
    lastClass.append(className)
    lastGroup = group
    return group
  }

  private mutating func duration(_ text: Span<UInt8>, line: Int) -> Picoseconds? {
    if let duration = DurationText.read(text) { return duration }
    notices.note("a duration that is no number is unknown", line: line)
    return nil
  }

  private mutating func closeCase() {
    guard let test = openCases.popLast() else { return }
    if test.simplyPassed {
      if !openSuites.isEmpty { openSuites[openSuites.count - 1].counts.tests += 1 }
      return
    }
    if case .unknown(let word) = test.attributes?.status, test.mentions == nil {
      unknownStatuses.add(
        "test '\(cases[test.index].name)' has the status '\(word.excerpt)', which is unknown")
    }
    if test.mentions?.hasLoneRerun == true {
      notices.note("a rerun without a failure is read as flaky", line: test.position)
    }
    let outcome = test.outcome
    if test.isPseudo {
      pseudoCases.update(test.index, outcome: outcome, details: details(of: test))
      if !openSuites.isEmpty { openSuites[openSuites.count - 1].counts.pseudo += 1 }
      return
    }
    if outcome != .passed {
      cases.update(test.index, outcome: outcome, details: details(of: test))
    }
    if !openSuites.isEmpty { openSuites[openSuites.count - 1].counts.add(outcome) }
  }

  private mutating func details(of test: JUnitCase) -> TestDetails? {
    guard let details = test.details else { return nil }
    if let known = knownDetails[details.message], known == details { return known }
    detailBudget -= details.message.utf8.count + details.type.utf8.count + details.body.utf8.count
    if detailBudget >= 0 {
      knownDetails[details.message] = details
      return details
    }
    notices.note("details beyond 16 MiB are left out", line: test.position)
    return nil
  }

  // MARK: - Mentions

  private mutating func open(_ mention: JUnitMention, _ element: borrowing XMLElement<JUnitWord>) {
    if openCases.isEmpty, mention.outcome.isFailure {
      notices.note(
        "a failure outside of test cases is taken for a failing test", line: element.line)
      openCases.append(
        JUnitCase(position: element.line, index: pseudoCases.count, isPseudo: true))
      pseudoCases.append(
        TestCase(
          suite: path, className: "", name: "(suite)", variant: variant, outcome: mention.outcome,
          duration: nil,
          details: nil))
    }
    guard !openCases.isEmpty else {
      openMentions.append(false)
      return
    }
    if [.flaky, .rerun].contains(mention), !openSuites.isEmpty {
      openSuites[openSuites.count - 1].counts.repeated += 1
    }
    let isWanted = openCases[openCases.count - 1].mention(
      mention, message: element.string(.message), type: element.string(.type))
    if isWanted { element.collectText() }
    openMentions.append(isWanted)
  }

  private mutating func closeMention() {
    _ = openMentions.popLast()
    if openCases.last?.isPseudo == true, openMentions.isEmpty { closeCase() }
  }
}

extension XMLElement<JUnitWord> {
  fileprivate func number(_ word: JUnitWord) -> Int? {
    (withBytes(word, LineNumberText.read) ?? nil).map(Int.init)
  }
}

/// Keeps one copy of each string.
private struct StringPool {
  private var strings: Set<String> = []
  /// The string asked for last, which is mostly the next one too.
  private var last = ""
  private var lastBytes: [UInt8] = []

  /// The attribute's value; `nil` if it is absent.
  mutating func string(
    _ element: borrowing XMLElement<JUnitWord>, _ attribute: JUnitWord
  ) -> String? {
    if element.equals(attribute, lastBytes) { return last }
    guard let string = element.string(attribute) else { return nil }
    last = strings.insert(string).memberAfterInsert
    lastBytes = Array(string.utf8)
    return last
  }
}

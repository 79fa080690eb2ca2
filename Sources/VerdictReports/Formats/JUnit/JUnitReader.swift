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

  private var cases: [TestCase] = []
  private var pseudoCases: [TestCase] = []
  private var notices = NoticeCollector()

  private var openSuites: [JUnitSuite] = []
  private var openCases: [JUnitCase] = []
  private var classNames = StringPool()
  /// How many `<system-out>` and `<system-err>` are open.
  private var outputDepth = 0
  /// For each open mention, whether its text is wanted.
  private var openMentions: [Bool] = []
  /// How many bytes of details may still be kept.
  private var detailBudget = JUnitReader.detailLimit

  /// Details are for people, who do not read more than this; a run in which everything fails must not
  /// fill the memory.
  private static let detailLimit = 16 * 1024 * 1024

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
    default:
      if let mention = JUnitMention(element.name) { open(mention, element) }
    }
  }

  mutating func end(_ name: JUnitWord?) {
    switch name {
    case .testcase: closeCase()
    case .testsuite, .testsuites, .testrun: closeSuite()
    case .systemOut, .systemErr: outputDepth -= 1
    default:
      if JUnitMention(name) != nil { closeMention() }
    }
  }

  mutating func text(_ piece: Span<UInt8>) {
    guard openMentions.last == true, outputDepth == 0, !openCases.isEmpty else { return }
    openCases[openCases.count - 1].appendText(piece)
  }

  mutating func note(_ message: String, line: Int?) {
    notices.note(message, line: line)
  }

  /// Ends the report. Of the cases that are still open, damage having cut them off, the failing ones
  /// count.
  mutating func finish() -> (TestReport, [Notice]) {
    while let last = openCases.last {
      if last.outcome.isFailure { closeCase() } else { openCases.removeLast() }
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
          found: "<\(root.spelling)>", expected: "JUnit's <testsuites> or <testsuite>"),
        line: root.line)
    }
  }

  // MARK: - Suites

  private mutating func openSuite(_ element: borrowing XMLElement<JUnitWord>) {
    let around = openSuites.last?.path ?? ""
    // Containers are named after the tool or the run, not after what is tested.
    let name = element.name == .testsuite ? element.string(.name) ?? "" : ""
    let path = around.isEmpty || name.isEmpty ? around + name : "\(around) › \(name)"
    openSuites.append(JUnitSuite(element, path: path))
  }

  private mutating func closeSuite() {
    guard var suite = openSuites.popLast() else { return }
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
          suite: suite.path, className: "", name: "(totals)", outcome: .failed, duration: nil,
          details: TestDetails(
            message: "the suite's totals claim \(claim) that no case shows", type: "", body: "",
            file: nil, line: nil)))
    }
    if !openSuites.isEmpty { openSuites[openSuites.count - 1].counts.add(suite.counts) }
  }

  // MARK: - Cases

  private mutating func openCase(_ element: borrowing XMLElement<JUnitWord>) {
    var test = JUnitCase()
    test.position = element.line
    test.suite = openSuites.last?.path ?? ""
    test.className =
      classNames.string(element, .classname) ?? classNames.string(element, .class) ?? ""
    test.name = element.string(.name) ?? ""
    if !openSuites.isEmpty { openSuites[openSuites.count - 1].ownCases += 1 }
    if test.name.isEmpty {
      notices.note("a test without a name is called by its position", line: element.line)
      test.name = "#\(openSuites.last?.ownCases ?? cases.count + 1)"
    }
    test.duration = duration(of: element)
    test.status = (element.withBytes(.status, JUnitStatus.init) ?? .silent)
      .joined(with: element.withBytes(.result, JUnitStatus.init) ?? .silent)
    test.file = element.string(.file) ?? element.string(.filepath)
    test.line = element.number(.line) ?? element.number(.lineno)
    openCases.append(test)
  }

  private mutating func duration(of element: borrowing XMLElement<JUnitWord>) -> Picoseconds? {
    let read =
      element.withBytes(.time, DurationText.read)
      ?? element.withBytes(.duration, DurationText.read)
    if case .some(nil) = read {
      notices.note("a duration that is no number is unknown", line: element.line)
    }
    return read ?? nil
  }

  private mutating func closeCase() {
    guard let test = openCases.popLast() else { return }
    if test.status == .unknown, test.mentioned == nil {
      notices.note("a status of an unknown kind is ignored", line: test.position)
    }
    if test.hasLoneRerun {
      notices.note("a rerun without a failure is read as flaky", line: test.position)
    }
    keep(test)
  }

  private mutating func keep(_ test: JUnitCase) {
    var result = test.testCase
    if let details = result.details {
      detailBudget -= details.message.utf8.count + details.type.utf8.count + details.body.utf8.count
      if detailBudget < 0 {
        notices.note("details beyond 16 MiB are left out", line: test.position)
        result.details = nil
      }
    }
    if test.isPseudo {
      pseudoCases.append(result)
      if !openSuites.isEmpty { openSuites[openSuites.count - 1].counts.pseudo += 1 }
    } else {
      cases.append(result)
      if !openSuites.isEmpty { openSuites[openSuites.count - 1].counts.add(result.outcome) }
    }
  }

  // MARK: - Mentions

  private mutating func open(_ mention: JUnitMention, _ element: borrowing XMLElement<JUnitWord>) {
    if openCases.isEmpty, mention.outcome.isFailure {
      notices.note(
        "a failure outside of test cases is taken for a failing test", line: element.line)
      var test = JUnitCase()
      test.suite = openSuites.last?.path ?? ""
      test.name = "(suite)"
      test.isPseudo = true
      test.position = element.line
      openCases.append(test)
    }
    guard !openCases.isEmpty else {
      openMentions.append(false)
      return
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
  private var last = ""

  /// The attribute's value; `nil` if it is absent.
  mutating func string(
    _ element: borrowing XMLElement<JUnitWord>, _ attribute: JUnitWord
  ) -> String? {
    guard let isLast = element.withBytes(attribute, { $0.equals(last) }) else { return nil }
    if !isLast, let string = element.string(attribute) {
      last = strings.insert(string).memberAfterInsert
    }
    return last
  }
}

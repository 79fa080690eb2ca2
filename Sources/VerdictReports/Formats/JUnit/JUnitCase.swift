import VerdictModel

/// A `<testcase>` that is being read, or a failure of a whole suite.
struct JUnitCase {
  var suite = ""
  var className = ""
  var name = ""
  var duration: Picoseconds?
  var status = JUnitStatus.silent
  var file: String?
  var line: Int?
  /// Whether it stands for a failure outside of test cases.
  var isPseudo = false
  /// The 1-based line of its tag.
  var position = 0

  /// The gravest of the mentions.
  private(set) var mentioned: TestOutcome?
  private(set) var hasLoneRerun = false
  private var message = ""
  private var type = ""
  /// 4 KiB at each end: a stack trace's top and its root cause.
  private var body = HeadAndTail(limit: 4096)

  /// Messages are for one line of output; some runners put whole logs there.
  private static let messageLimit = 4096

  /// Takes a child's attributes. Of mentions of different gravity only the gravest's texts stay, those
  /// of equal gravity add up.
  ///
  /// - Returns: Whether the child's text is wanted.
  mutating func mention(_ mention: JUnitMention, message: String?, type: String?) -> Bool {
    let known = mentioned ?? .passed
    let isFailure = mention.outcome.isFailure
    hasLoneRerun = (hasLoneRerun || mention == .rerun) && !isFailure && !known.isFailure
    let isGraver =
      mentioned == nil || (isFailure && !known.isFailure)
      || (!known.isFailure && mention.outcome > known)
    let isAsGrave = mention.outcome == known || (isFailure && known.isFailure)
    guard isGraver || isAsGrave else { return false }
    if isGraver {
      self.message = ""
      self.type = ""
      body.removeAll()
    }
    mentioned = max(mentioned ?? .skipped, mention.outcome)
    append(message)
    if self.type.isEmpty { self.type = String((type ?? "").prefix(256)) }
    if !body.isEmpty { body.append("\n") }
    return true
  }

  mutating func appendText(_ piece: Span<UInt8>) {
    body.append(piece)
  }

  private mutating func append(_ text: String?) {
    guard let text, !text.isEmpty, message.utf8.count < Self.messageLimit else { return }
    message += (message.isEmpty ? "" : "\n") + text.prefix(Self.messageLimit)
  }

  /// Children decide; without one that says how the test ended, `status` and `result` do.
  var outcome: TestOutcome {
    guard case .known(let stated) = status else { return mentioned ?? .passed }
    guard let mentioned else { return stated }
    return stated.isFailure ? max(stated, mentioned) : mentioned
  }

  var testCase: TestCase {
    TestCase(
      suite: suite, className: className, name: name, outcome: outcome, duration: duration,
      details: details)
  }

  private var details: TestDetails? {
    guard outcome != .passed else { return nil }
    let text = body.text.trimmed
    let firstLine = text.split(separator: "\n", maxSplits: 1).first.map(String.init) ?? ""
    var message = message.isEmpty ? String(firstLine.prefix(Self.messageLimit)) : message
    if message.isEmpty, mentioned == nil {
      message = "reported as \(outcome.name) without a reason"
    }
    if message.isEmpty, type.isEmpty, file == nil { return nil }
    return TestDetails(message: message, type: type, body: text, file: file, line: line)
  }
}

extension String {
  /// Without white space at both ends.
  fileprivate var trimmed: String {
    let end = utf8.lastIndex { !$0.isASCIISpace }.map(utf8.index(after:)) ?? startIndex
    let start = utf8.firstIndex { !$0.isASCIISpace } ?? startIndex
    return start < end ? String(self[start..<end]) : ""
  }
}

import VerdictModel

/// What is known of a `<testcase>` that is being read beside what goes into the report at once.
struct JUnitCase {
  /// The 1-based line of its tag.
  let position: Int
  /// Where it is among the report's cases, or pseudo-cases.
  let index: Int
  /// Whether it stands for a failure outside of test cases.
  let isPseudo: Bool
  /// `nil` without any, as for most tests.
  let attributes: JUnitAttributes?
  /// What its children say; `nil` without any, as for most tests.
  private(set) var mentions: JUnitMentions?

  init(position: Int, index: Int, isPseudo: Bool, attributes: JUnitAttributes? = nil) {
    self.position = position
    self.index = index
    self.isPseudo = isPseudo
    self.attributes = attributes
  }

  /// Takes a child's attributes.
  ///
  /// - Returns: Whether the child's text is wanted.
  mutating func mention(_ mention: JUnitMention, message: String?, type: String?) -> Bool {
    let known = mentions ?? JUnitMentions()
    mentions = known
    return known.add(mention, message: message, type: type)
  }

  /// Whether nothing is said of how it ended, as of most tests.
  var simplyPassed: Bool { attributes == nil && mentions == nil && !isPseudo }

  /// Children decide; without one that says how the test ended, `status` and `result` do.
  var outcome: TestOutcome {
    guard case .known(let stated) = attributes?.status else { return mentions?.outcome ?? .passed }
    guard let mentioned = mentions?.outcome else { return stated }
    return stated.isFailure ? max(stated, mentioned) : mentioned
  }

  /// What the report tells of it, if it did not simply pass.
  var details: TestDetails? {
    let outcome = outcome
    guard outcome != .passed else { return nil }
    let body = mentions?.body.trimmedText ?? ""
    var message = mentions?.message ?? "reported as \(outcome.name) without a reason"
    if message.isEmpty {
      let firstLine = body.split(separator: "\n", maxSplits: 1).first ?? ""
      message = firstLine.limited(to: JUnitMentions.messageLimit)
    }
    let type = mentions?.type ?? ""
    if message.isEmpty, type.isEmpty, attributes?.file == nil { return nil }
    return TestDetails(
      message: message, type: type, body: body, file: attributes?.file, line: attributes?.line)
  }
}

/// What the attributes of a `<testcase>` say beside its name, class and duration.
final class JUnitAttributes {
  let status: JUnitStatus
  let file: String?
  let line: Int?

  init(status: JUnitStatus, file: String?, line: Int?) {
    self.status = status
    self.file = file
    self.line = line
  }
}

/// What the children of a `<testcase>` say about it.
///
/// Of children of different gravity only the texts of the gravest stay, those of equal gravity add
/// up.
final class JUnitMentions {
  /// The gravest outcome that was mentioned.
  private(set) var outcome = TestOutcome.skipped
  /// The messages, one a line.
  private(set) var message = ""
  /// The first type.
  private(set) var type = ""
  /// 4 KiB at each end: a stack trace's top and its root cause.
  var body = HeadAndTail(limit: 4096)
  /// Whether a rerun is mentioned, and no failure beside it.
  private(set) var hasLoneRerun = false

  /// Messages are for one line of output; some runners put whole logs there.
  static let messageLimit = 4096
  private static let typeLimit = 256

  /// Takes a child's attributes.
  ///
  /// - Returns: Whether its text is wanted too.
  func add(_ mention: JUnitMention, message: String?, type: String?) -> Bool {
    let wasFailure = outcome.isFailure
    let isFailure = mention.outcome.isFailure
    hasLoneRerun = !wasFailure && !isFailure && (hasLoneRerun || mention == .rerun)
    if mention.outcome > outcome, !wasFailure {
      self.message = ""
      self.type = ""
      body.removeAll()
    } else if mention.outcome < outcome, !isFailure {
      return false
    }
    outcome = max(outcome, mention.outcome)
    add(message: message ?? "")
    if self.type.isEmpty, let type { self.type = type.limited(to: Self.typeLimit) }
    if !body.isEmpty { body.append("\n") }
    return true
  }

  private func add(message text: String) {
    guard !text.isEmpty, message.utf8.count < Self.messageLimit else { return }
    message += (message.isEmpty ? "" : "\n") + text.limited(to: Self.messageLimit)
  }
}

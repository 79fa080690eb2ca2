import VerdictModel

/// One report as a job read it.
struct StoredReport: Codable {
  var file: String
  var inputs: [StoredInput]
  /// Why it could not be read; then there is nothing else.
  var error: StoredReportError?
  var format: String?
  var created: String?
  /// Where it is not known in which zone `created` is, which is the latest time then.
  var createdEarliest: String?
  var incomplete: [String]?
  var notices: [StoredNotice]?
  /// Where reading stopped at damage.
  var damage: StoredReportError?
  /// The directories that paths of coverage may be relative to.
  var roots: [String]?
  var content: StoredContent?

  init(_ report: CollectedReport) {
    file = report.file
    inputs = report.inputs.map(StoredInput.init)
    switch report.result {
    case .failure(let error): self.error = StoredReportError(error)
    case .success(let report):
      format = report.format
      created = report.created?.latest.description
      if let stated = report.created, stated.earliest != stated.latest {
        createdEarliest = stated.earliest.description
      }
      incomplete = report.incomplete.isEmpty ? nil : report.incomplete
      notices = report.notices.isEmpty ? nil : report.notices.map(StoredNotice.init)
      damage = report.damage.map(StoredReportError.init)
      content = StoredContent(report.content)
      if case .coverage(let coverage) = report.content, !coverage.roots.isEmpty {
        roots = coverage.roots
      }
    }
  }

  func model(id: String, lineBudget: inout Int) throws(CorruptValue) -> CollectedReport {
    let inputs = try each("inputs", inputs) { input throws(CorruptValue) in
      try input.model(report: id)
    }
    return CollectedReport(
      file: file, inputs: inputs, result: try result(lineBudget: &lineBudget))
  }

  private func result(
    lineBudget: inout Int
  ) throws(CorruptValue) -> Result<Report, ReportError> {
    if let error { return .failure(error.model) }
    guard let format, let content else {
      throw CorruptValue("has neither an error nor a format and content")
    }
    let model = try at("content") { () throws(CorruptValue) in
      try content.report(roots: roots ?? [], lineBudget: &lineBudget)
    }
    return .success(
      Report(
        format: format, content: model, incomplete: incomplete ?? [],
        notices: notices?.map(\.model) ?? [], damage: damage?.model,
        created: try statedTime()))
  }

  private func statedTime() throws(CorruptValue) -> StatedTime? {
    guard let created else { return nil }
    let latest = try Moment(stored: created, at: "created")
    guard let createdEarliest else { return StatedTime(latest) }
    return StatedTime(
      earliest: try Moment(stored: createdEarliest, at: "createdEarliest"), latest: latest)
  }
}

extension StoredContent {
  /// One report's content, with everything that a run needs to know.
  init(_ content: ReportContent) {
    self.init()
    switch content {
    case .coverage(let report): files = StoredCoverage(report)
    case .tests(let report): tests = StoredTest.mentions(of: report)
    case .findings(let report): findings = StoredFindings(report, withText: true)
    case .benchmarks(let report): benchmarks = report.benchmarks.map(StoredBenchmark.init)
    case .facts(let report): facts = report.facts.map(StoredFact.init)
    }
  }

  func report(roots: [String], lineBudget: inout Int) throws(CorruptValue) -> ReportContent {
    let content = try model(lineBudget: &lineBudget)
    let kinds = [
      content.coverage.map { report in
        var report = report
        report.roots = roots
        return ReportContent.coverage(report)
      },
      content.tests.map(ReportContent.tests), content.findings.map(ReportContent.findings),
      content.benchmarks.map(ReportContent.benchmarks), content.facts.map(ReportContent.facts),
    ].compactMap(\.self)
    guard let only = kinds.first, kinds.count == 1 else {
      throw CorruptValue("has \(kinds.count) kinds of evidence, expected one")
    }
    return only
  }
}

/// A file of which a report consists.
struct StoredInput: Codable {
  var path: String
  var sha256: String?
  var modified: String?

  init(_ input: InputFile) {
    path = input.path
    sha256 = input.sha256
    modified = input.modified?.description
  }

  func model(report: String) throws(CorruptValue) -> InputFile {
    InputFile(
      .report, report: report, path: path, sha256: sha256,
      modified: try modified.map { text throws(CorruptValue) in
        try Moment(stored: text, at: "modified")
      })
  }
}

struct StoredNotice: Codable {
  var message: String
  var line: Int?

  init(_ notice: Notice) {
    message = notice.message
    line = notice.line
  }

  var model: Notice { Notice(message, line: line) }
}

/// Why a report cannot be read: the place, and the words.
struct StoredReportError: Codable {
  var words: String
  var file: String?
  var line: Int?
  var column: Int?

  init(_ error: ReportError) {
    words = error.problem.description
    file = error.file
    line = error.position?.line
    column = error.position?.column
  }

  var model: ReportError {
    ReportError(
      .unreadable(words), at: line.map { SourcePosition(line: $0, column: column) }, in: file)
  }
}

extension Moment {
  /// - Parameter key: The key of the time, for the error.
  init(stored text: String, at key: String) throws(CorruptValue) {
    guard let moment = Moment(text) else {
      throw CorruptValue("'\(text)' is no time such as 2026-01-31T12:00:00Z", at: [.key(key)])
    }
    self = moment
  }
}

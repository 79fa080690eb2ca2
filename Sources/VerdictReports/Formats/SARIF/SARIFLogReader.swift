import JSONDocument
import VerdictModel

/// Reads the root of a log (SARIF 2.1.0 §3.13), and run after run.
struct SARIFLogReader {
  private let text: SARIFText
  private var log = SARIFLog()

  init(text: SARIFText) {
    self.text = text
  }

  mutating func read() throws(ReportError) -> Report {
    let outline = try text.outline()
    guard let root = SARIFMembers(outline) else {
      let found = try text.kind(of: outline).words
      throw ReportError(.unexpected(found: found, expected: "a SARIF log, which is an object"))
    }
    try checkVersion(of: root)
    for key in root.repeatedKeys {
      log.incomplete.append("the log has the key '\(key)' twice, and only the first one was read")
    }
    for value in root.values(except: ["version", "runs"]) { _ = try text.kind(of: value) }
    try checkInlineProperties(root["inlineExternalProperties"])
    try readRuns(root["runs"])
    return log.report
  }

  private mutating func checkInlineProperties(
    _ properties: JSONOutline?
  ) throws(ReportError) {
    let missing = try text.read(properties) { list in
      (list?.elements ?? .empty).flatMap { SARIFExternalProperties.missing(in: $0) }
    }
    for part in missing {
      log.incomplete.append("the log has \(part) in inlineExternalProperties, which is not read")
    }
  }

  private func checkVersion(of root: SARIFMembers) throws(ReportError) {
    guard let outline = root["version"] else {
      throw ReportError(
        .unexpected(found: "no version", expected: "SARIF version \(SARIFParser.version)"))
    }
    guard let version = try text.read(outline, { $0?.string }) else {
      throw ReportError(
        .unexpected(
          found: "\(try text.kind(of: outline).words) as version",
          expected: "SARIF version \(SARIFParser.version)"))
    }
    guard version == SARIFParser.version else {
      throw ReportError(
        .unsupportedVersion(
          format: "SARIF", found: version.excerpt, supported: SARIFParser.version))
    }
  }

  private mutating func readRuns(_ runs: JSONOutline?) throws(ReportError) {
    guard let runs else {
      throw ReportError(.unexpected(found: "no runs", expected: "a list of runs"))
    }
    guard case .array(let elements) = runs else {
      // §3.13.4: null if the producer looked for runs and failed.
      let kind = try text.kind(of: runs)
      guard kind == .null else {
        throw ReportError(.unexpected(found: "\(kind.words) as runs", expected: "a list of runs"))
      }
      log.incomplete.append("the log says runs: null")
      return
    }
    for (index, run) in elements.enumerated() {
      try SARIFRunReader(text: text, number: index + 1).read(run, into: &log)
    }
  }
}

/// What was read of a log so far.
struct SARIFLog {
  var findings: [Finding] = []
  var runs: [ScanRun] = []
  var incomplete: [String] = []
  /// When the last of the runs ended that say so.
  var created: StatedTime?
  var notices = NoticeCollector()

  var report: Report {
    Report(
      format: ReportFormat.sarif.id,
      content: .findings(FindingsReport(findings: findings, runs: runs)),
      incomplete: incomplete, notices: notices.notices, created: created)
  }
}

import VerdictModel

extension Inspection {
  /// The records for people, one block a file.
  package static func text(_ inspections: [Inspection], options: RenderOptions) -> String {
    var page = TerminalPage(options)
    for inspection in inspections {
      page.inspection(inspection)
      page.blank()
    }
    return page.text
  }
}

extension TerminalPage {
  /// How many notices of a file are shown before the rest is counted.
  private static let shownNotices = 10
  /// How many facts of a file are shown before the rest is counted.
  private static let shownFacts = 50

  fileprivate mutating func inspection(_ inspection: Inspection) {
    let format = inspection.format.map { " (\($0))" } ?? ""
    paragraph("\(inspection.file)\(format)", style: .bold)
    if let error = inspection.error { field("error", error.words, style: .red) }
    if let coverage = inspection.coverage {
      field("files", String(coverage.files))
      field("lines", coverage.lines.words)
      field("branches", coverage.branches.words)
      field("strict", coverage.strict.words)
      field("functions", coverage.functions.words)
    }
    if let tests = inspection.tests {
      field(
        "tests",
        breakdown(
          tests.total,
          [
            (tests.passed, "passed"), (tests.failed, "failed"), (tests.errored, "errored"),
            (tests.skipped, "skipped"), (tests.flaky, "flaky"),
          ]))
    }
    if let findings = inspection.findings {
      field(
        "findings",
        breakdown(
          findings.total,
          [
            (findings.error, "error"), (findings.warning, "warning"), (findings.note, "note"),
            (findings.none, "none"), (findings.suppressed, "suppressed"),
          ]))
    }
    if let benchmarks = inspection.benchmarks { field("benchmarks", String(benchmarks.total)) }
    if let facts = inspection.facts {
      let sorted = facts.sorted { $0.key < $1.key }
      for (offset, fact) in sorted.prefix(Self.shownFacts).enumerated() {
        field(offset == 0 ? "facts" : "", "\(fact.key): \(QuantityText.word(fact.value))")
      }
      if facts.count > Self.shownFacts {
        field("", "and \(facts.count - Self.shownFacts) more facts")
      }
    }
    let notices = inspection.notices ?? []
    for notice in notices.prefix(Self.shownNotices) {
      field("notice", notice.line.map { "line \($0): \(notice.message)" } ?? notice.message)
    }
    if notices.count > Self.shownNotices {
      field("", "and \(notices.count - Self.shownNotices) more notices")
    }
  }
}

extension Inspection.Share {
  fileprivate var words: String {
    QuantityText.full(.share(Tally(covered: covered, total: total)))
  }
}

package import VerdictModel

/// The texts of `verdict baseline show` and `list`: which run a baseline is of, and what it holds.
package enum BaselineText {
  /// A few lines for each report.
  package static func render(_ baseline: Baseline, options: RenderOptions) -> String {
    var page = TerminalPage(options)
    let reference = baseline.reference
    page.field("commit", reference.commit ?? "none, saved outside a repository", indent: 0)
    page.field("saved", reference.saved, indent: 0)
    if let distance = reference.distance {
      page.field("distance", "\(counted(distance, "commit", "commits")) back", indent: 0)
    }
    if let forced = baseline.forced {
      page.field("forced", forced.sentence, indent: 0)
    }
    page.blank()
    if baseline.evidence.parts.isEmpty { page.paragraph("It holds no report.") }
    for part in baseline.evidence.parts {
      page.paragraph("reports/\(part.id)", style: .bold)
      page.part(part)
      page.blank()
    }
    return page.text
  }

  /// A line for each entry.
  ///
  /// - Parameters:
  ///   - entries: What was saved first at the beginning, each with its size in bytes.
  ///   - name: The store, for people.
  package static func list(
    _ entries: [(baseline: Baseline, bytes: Int)], in name: String, options: RenderOptions
  ) -> String {
    var page = TerminalPage(options)
    if entries.isEmpty { page.paragraph("\(name) has no entry.") }
    for (baseline, bytes) in entries {
      let facts = [
        baseline.reference.saved, counted(baseline.evidence.parts.count, "report", "reports"),
        "\((bytes + 1023) / 1024) KiB", baseline.forced.map { "forced: \($0.sentence)" },
      ]
      page.field(
        baseline.reference.commit.map { String($0.prefix(8)) } ?? "no commit",
        facts.compactMap(\.self).joined(separator: "  "), indent: 0)
    }
    return page.text
  }
}

extension ForcedSave {
  /// The reason, and whether anything is missing.
  fileprivate var sentence: String { isIncomplete ? "\(reason) (incomplete)" : reason }
}

extension TerminalPage {
  fileprivate mutating func part(_ part: EvidencePart) {
    let files = part.sources.map { "\($0.file) (\($0.format))" }
    if !files.isEmpty { field("read from", listed(files, atMost: 5)) }
    if let coverage = part.content.coverage {
      field("coverage", counted(coverage.files.count, "file", "files"))
      let hasBranches = coverage.tally(.branches).total > 0
      for measure in CoverageMeasure.allCases
      where coverage.tally(measure).total > 0 && (hasBranches || measure != .strict) {
        field(measure.rawValue, QuantityText.full(.share(coverage.tally(measure))))
      }
    }
    if let tests = part.content.tests {
      let results = TestResults(tests)
      let counts = TestOutcome.allCases.reversed().map { outcome in
        (count: results.indices(ending: { $0 == outcome }).count, name: outcome.name)
      }
      field("tests", breakdown(results.count, counts))
    }
    if let findings = part.content.findings {
      let counts = FindingLevel.allCases.reversed().map { level in
        (count: findings.findings.count { $0.level == level }, name: level.name)
      }
      field("findings", breakdown(findings.findings.count, counts))
    }
    if let benchmarks = part.content.benchmarks {
      field("benchmarks", String(benchmarks.benchmarks.count))
    }
    if let facts = part.content.facts { field("facts", String(facts.facts.count)) }
    for gap in part.gaps { field("gap", gap.words(report: part.id)) }
  }
}

import VerdictModel

extension TerminalPage {
  /// How many places of one kind are shown before the rest is counted.
  private static let shownPlaces = 20

  /// What is known of a file, and what the policy makes of it.
  mutating func explain(_ file: FileExplanation, _ document: VerdictDocument, _ change: ChangeSet?)
  {
    paragraph(file.headline, style: .bold)
    blank()
    if !file.components.isEmpty { field("components", file.components.joined(separator: ", ")) }
    field("read from", file.reports.isEmpty ? "no report" : file.reportNames)
    if let coverage = file.coverage {
      field("lines", file.linesText(coverage))
      if coverage.tally(.branches).total > 0 {
        field("branches", QuantityText.full(.share(coverage.tally(.branches))))
      }
      let missed = LineRanges(coverage.lines.missed)
      let blocks = UncoveredBlock.blocks(of: file.path, missed, change).sorted()
      fields("uncovered", blocks.map(\.rangeWords), atMost: Self.shownPlaces, indent: 2)
      let partial = LineRanges(coverage.partialLines)
      if !partial.isEmpty { field("partly", "\(partial.words()), with branches never taken") }
    }
    fields("findings", file.findings.map(\.words), atMost: Self.shownPlaces, indent: 2)
    fields("tests", file.tests.map(\.words), atMost: Self.shownPlaces, indent: 2)
    blank()
    let named = document.gates.flatMap { gate in
      gate.checks.filter { $0.check.names(file.path) }.map { (gate: gate, entry: $0) }
    }
    if named.isEmpty { paragraph("no check singles it out at stage \(document.verdict.stage)") }
    for (gate, entry) in named {
      paragraph(
        entry.fullSubject, prefix: "\(entry.mark.rawValue) ", style: TerminalStyle(entry.mark))
      field("answer", entry.effectiveAnswer)
      field("rule", "\(entry.check.rule.words(in: document.verdict.policy)), gate \(gate.id)")
      if let step = entry.nextStep { field("to do", step.line) }
    }
  }
}

extension FileExplanation {
  /// `src/a.py: modified, 12 lines added or changed`.
  fileprivate var headline: String {
    guard let change else { return path }
    let lines = counted(change.added.count, "line", "lines")
    switch change.kind {
    case .added: return "\(path): new, \(lines)"
    case .renamed: return "\(path): renamed from \(change.oldPath ?? ""), \(lines) changed"
    case .modified, .deleted: return "\(path): \(lines) added or changed"
    }
  }

  fileprivate var reportNames: String {
    reports.map { "reports/\($0)" }.joined(separator: ", ")
  }

  fileprivate func linesText(_ coverage: FileCoverage) -> String {
    let now = coverage.tally(.lines)
    let before = linesBefore.map { ", \(QuantityText.full(.share($0))) in the baseline" } ?? ""
    return QuantityText.full(.share(now)) + before
  }
}

extension Check {
  /// Whether the file is what it is about, or part of its explanation.
  fileprivate func names(_ path: String) -> Bool {
    subject.item == path || places.contains { $0.path == path }
  }
}

import VerdictModel

extension TerminalPage {
  /// How many checks of one rule, and how many places of a check, are shown before the rest is
  /// counted.
  private static let shown = 10

  /// Every check with what it asks, what it saw, and where the rule stands.
  mutating func explain(
    _ gate: GateSection, _ entries: [CheckEntry], _ document: VerdictDocument, _ change: ChangeSet?
  ) {
    paragraph("\(gate.title) (\(gate.id)): \(gate.result)", style: .bold)
    blank()
    var checksOfRule: [SourcePosition: Int] = [:]
    var rest: [Check] = []
    for entry in entries {
      checksOfRule[entry.check.rule, default: 0] += 1
      if checksOfRule[entry.check.rule, default: 0] > Self.shown {
        rest.append(entry.check)
      } else {
        explain(entry, document, change)
        blank()
      }
    }
    if !rest.isEmpty {
      paragraph("besides, \(CheckCounts(rest).words)", indent: 2)
      blank()
    }
  }

  private mutating func explain(
    _ entry: CheckEntry, _ document: VerdictDocument, _ change: ChangeSet?
  ) {
    let check = entry.check
    let verdict = document.verdict
    paragraph(
      entry.fullSubject, indent: 2, prefix: "\(entry.mark.rawValue) ",
      style: TerminalStyle(entry.mark))
    line("measures", check.subject.facts.summary)
    line("asks", check.limit.words)
    line("saw", check.value.map(QuantityText.full) ?? "nothing")
    if let before = check.baselineValue {
      let change = check.value.flatMap { ChangeText.change(from: before, to: $0) }
      let origin = verdict.baseline.map { "\($0.nameAndDistance): " } ?? ""
      line("baseline", origin + QuantityText.full(before) + (change.map { ", now \($0)" } ?? ""))
    }
    if let change = check.change {
      let words = change.words(besideMeasure: entry.measure != nil)
      line("change", change.answer.rawValue + (words.map { ": \($0)" } ?? ""))
    }
    line("answer", entry.effectiveAnswer)
    for remark in check.remarks { line("note", remark) }
    for waiver in entry.waivers { line("waiver", waiver) }
    if check.coveredUnit != nil {
      let blocks = UncoveredBlock.blocks(in: check.places, change).sorted()
      fields("uncovered", blocks.map(\.words), atMost: Self.shown, indent: 4)
    } else {
      fields("places", check.places.map(\.words), atMost: Self.shown, indent: 4)
    }
    fields("read from", check.sources(in: verdict.evidence), atMost: Self.shown, indent: 4)
    line("rule", "\(check.rule.words(in: verdict.policy)), stage \(verdict.stage)")
    if let step = entry.nextStep { line("to do", step.line) }
  }

  private mutating func line(_ name: String, _ text: String) {
    field(name, text, indent: 4)
  }
}

extension CheckEntry {
  /// The answer with what it does: `violated: 1 > 0, blocks`.
  var effectiveAnswer: String {
    switch check.status {
    case .satisfied: "holds: \(answer)"
    case .violated: "violated: \(answer), \(check.action.verb)"
    case .waived, .undecided: "\(answer), \(check.action.verb)"
    case .notApplicable: answer
    }
  }
}

extension Check {
  /// The files that were read for it, by report: `reports/unit: unit/1.xml, unit/2.xml (junit)`.
  fileprivate func sources(in evidence: [EvidenceSummary]) -> [String] {
    reports.map { id in
      let files = evidence.filter { $0.id == id }.flatMap(\.sources).map {
        "\($0.file) (\($0.format))"
      }
      return "reports/\(id): " + (files.isEmpty ? "no file" : listed(files, atMost: 3))
    }
  }
}

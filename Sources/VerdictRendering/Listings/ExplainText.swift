import VerdictModel

/// The text of `verdict explain [GATE]`: every check with what it asks, what it saw, and where the
/// rule stands.
package enum ExplainText {
  /// Explains all gates of a document, or one.
  ///
  /// - Parameter gate: A gate's id; `nil` for all.
  /// - Throws: `UnknownGate` if the policy has no gate with that id.
  package static func render(
    _ document: VerdictDocument, gate: String?, options: RenderOptions
  ) throws(UnknownGate) -> String {
    let gates = document.gates.filter { gate == nil || $0.id == gate }
    if let gate, gates.isEmpty {
      throw UnknownGate(
        id: gate, suggestion: nearest(to: gate, among: document.gates.map(\.id)))
    }
    var page = TerminalPage(options)
    for gate in gates {
      page.paragraph("\(gate.title) (\(gate.id)): \(gate.result)", style: .bold)
      page.blank()
      for entry in gate.checks {
        page.explain(entry, document)
        page.blank()
      }
    }
    return page.text
  }
}

/// That a policy has no gate with the id that somebody wrote.
package struct UnknownGate: Error, Hashable, Sendable {
  /// What was written.
  package var id: String
  /// The id that was probably meant.
  package var suggestion: String?
}

extension UnknownGate: CustomStringConvertible {
  /// One lower-case sentence fragment: what was found, what was expected.
  package var description: String {
    "unknown gate '\(id)'" + hint(suggestion)
  }
}

extension TerminalPage {
  fileprivate mutating func explain(_ entry: CheckEntry, _ document: VerdictDocument) {
    let check = entry.check
    paragraph(entry.fullSubject, indent: 2, prefix: "\(entry.mark.rawValue) ")
    line("measures", check.subject.facts.summary)
    line("asks", check.limit.words)
    line("saw", check.value.map(QuantityText.full) ?? "nothing")
    if let before = check.baselineValue {
      let change = check.value.flatMap { ChangeText.change(from: before, to: $0) }
      line("baseline", QuantityText.full(before) + (change.map { ", now \($0)" } ?? ""))
    }
    line("answer", answer(entry))
    for remark in check.remarks { line("note", remark) }
    for waiver in entry.waivers { line("waiver", waiver) }
    for (offset, place) in check.places.enumerated() {
      line(offset == 0 ? "places" : "", place.words)
    }
    line("read from", sources(of: check.subject, document.verdict.evidence))
    line("rule", rule(check.rule, document.verdict.policy))
    if let step = entry.nextStep { line("to do", step.line) }
  }

  private mutating func line(_ name: String, _ text: String) {
    field(name, text, indent: 4)
  }

  private func answer(_ entry: CheckEntry) -> String {
    switch entry.check.status {
    case .satisfied: "holds: \(entry.answer)"
    case .waived: "\(entry.answer), \(entry.check.action.verb)"
    case .violated: "violated: \(entry.answer), \(entry.check.action.verb)"
    case .undecided: "\(entry.answer), \(entry.check.action.verb)"
    case .notApplicable: entry.answer
    }
  }

  /// The rule's place as editors understand it: `policy.json:41:18`.
  private func rule(_ position: SourcePosition, _ policy: String) -> String {
    "\(policy):\(position.line)" + (position.column.map { ":\($0)" } ?? "")
  }

  /// The files of the reports that the rule names.
  private func sources(of subject: CheckSubject, _ evidence: [EvidenceSummary]) -> String {
    guard !subject.from.isEmpty else { return "every report of its kind" }
    return subject.from.map { id in
      let files = evidence.filter { $0.id == id }.flatMap(\.sources).map {
        "\($0.file) (\($0.format))"
      }
      return "reports/\(id): " + (files.isEmpty ? "no file" : files.joined(separator: ", "))
    }.joined(separator: "; ")
  }
}
